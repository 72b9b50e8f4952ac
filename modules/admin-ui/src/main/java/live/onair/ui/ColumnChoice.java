package live.onair.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import live.onair.sheets.SheetField;
import org.jspecify.annotations.Nullable;

/** Which column means what: as remembered or guessed, until somebody says otherwise. */
public final class ColumnChoice<F extends Enum<F> & SheetField> extends Div {

    private final transient Runnable changed;
    private final Class<F> fields;
    private final String help;
    private final Map<F, Select<Integer>> choices;
    private transient List<String> columns = List.of();

    /** Of these fields, with the key of what there is to know of them. */
    public ColumnChoice(Class<F> fields, String help, Runnable changed) {
        this.help = help;
        this.fields = fields;
        this.choices = new EnumMap<>(fields);
        this.changed = changed;
        clear();
    }

    /** Forgets the columns. */
    public void clear() {
        columns = List.of();
        choices.clear();
        removeAll();
        add(Parts.text(Texts.of("import.columns.none"), "c2", "t13"));
    }

    /** Shows how the columns were taken; keeps the fields, and the focus, while the columns are the same. */
    public void show(List<String> names, Map<F, Integer> mapping, List<F> missing) {
        if (!columns.equals(names) || choices.isEmpty()) {
            columns = names;
            draw();
        }
        choices.forEach((field, choice) -> {
            choice.setValue(mapping.get(field));
            choice.setInvalid(missing.contains(field));
        });
    }

    private void draw() {
        choices.clear();
        removeAll();
        Div all = Parts.box("on-import-fields");
        for (F field : fields.getEnumConstants()) {
            Select<Integer> choice = new Select<>();
            choice.setId("column-" + field.name().toLowerCase(Locale.ROOT));
            // said in the label: the field's own way to say it is one that assistive technology does not allow there
            choice.setLabel(Texts.pick(field.ko(), field.en()) + (field.isNeeded() ? " ●" : ""));
            choice.setItems(IntStream.range(0, columns.size()).boxed().toList());
            choice.setItemLabelGenerator(this::name);
            choice.setEmptySelectionAllowed(true);
            choice.setEmptySelectionCaption(Texts.of("import.column.none"));
            choice.addValueChangeListener(e -> {
                if (e.isFromClient()) {
                    changed.run();
                }
            });
            choices.put(field, choice);
            all.add(choice);
        }
        add(all, Parts.text(Texts.of(help), "c2", "t12"));
    }

    private String name(@Nullable Integer column) {
        if (column == null) {
            return Texts.of("import.column.none");
        }
        String name = columns.get(column);
        return name.isBlank() ? Texts.of("import.column.unnamed", column + 1) : name;
    }

    /** As they are chosen now, for a table of the same columns: who mends a cell does not choose them all again. */
    public Optional<Map<F, Integer>> chosenFor(List<String> names) {
        return columns.equals(names) && !choices.isEmpty() ? Optional.of(chosen()) : Optional.empty();
    }

    /** The columns as they are chosen now. */
    public Map<F, Integer> chosen() {
        Map<F, Integer> mapping = new EnumMap<>(fields);
        choices.forEach((field, choice) -> choice.getOptionalValue().ifPresent(column -> mapping.put(field, column)));
        return mapping;
    }
}
