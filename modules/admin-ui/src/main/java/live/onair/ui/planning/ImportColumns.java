package live.onair.ui.planning;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import live.onair.planning.ImportField;
import live.onair.planning.Imports;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Which column means what: as remembered or guessed, until somebody says otherwise. */
class ImportColumns extends Div {

    private final transient Runnable changed;
    private final Map<ImportField, Select<Integer>> choices = new EnumMap<>(ImportField.class);
    private transient List<String> columns = List.of();

    ImportColumns(Runnable changed) {
        this.changed = changed;
        clear();
    }

    void clear() {
        columns = List.of();
        choices.clear();
        removeAll();
        add(Parts.text(Texts.of("import.columns.none"), "c2", "t13"));
    }

    /** Shows how the columns were taken; keeps the fields, and the focus, while the columns are the same. */
    void show(Imports.Look look) {
        if (!columns.equals(look.columns()) || choices.isEmpty()) {
            columns = look.columns();
            draw();
        }
        choices.forEach((field, choice) -> choice.setValue(look.mapping().get(field)));
        boolean open =
                !look.mapping().containsKey(ImportField.END) && !look.mapping().containsKey(ImportField.LENGTH);
        choices.forEach((field, choice) -> choice.setInvalid(
                field.isNeeded() ? !look.mapping().containsKey(field) : open && field == ImportField.END));
    }

    private void draw() {
        choices.clear();
        removeAll();
        Div fields = Parts.box("on-import-fields");
        for (ImportField field : ImportField.values()) {
            Select<Integer> choice = new Select<>();
            choice.setId("column-" + field.name().toLowerCase(Locale.ROOT));
            choice.setLabel(Texts.pick(field.ko(), field.en()));
            choice.setItems(IntStream.range(0, columns.size()).boxed().toList());
            choice.setItemLabelGenerator(this::name);
            choice.setEmptySelectionAllowed(true);
            choice.setEmptySelectionCaption(Texts.of("import.column.none"));
            choice.setRequiredIndicatorVisible(field.isNeeded());
            choice.addValueChangeListener(e -> {
                if (e.isFromClient()) {
                    changed.run();
                }
            });
            choices.put(field, choice);
            fields.add(choice);
        }
        add(fields, Parts.text(Texts.of("import.columns.help"), "c2", "t12"));
    }

    private String name(@Nullable Integer column) {
        if (column == null) {
            return Texts.of("import.column.none");
        }
        String name = columns.get(column);
        return name.isBlank() ? Texts.of("import.column.unnamed", column + 1) : name;
    }

    /** The columns as they are chosen now. */
    Map<ImportField, Integer> chosen() {
        Map<ImportField, Integer> mapping = new EnumMap<>(ImportField.class);
        choices.forEach((field, choice) -> choice.getOptionalValue().ifPresent(column -> mapping.put(field, column)));
        return mapping;
    }
}
