package live.onair.ui.planning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import live.onair.kernel.Outcome;
import live.onair.planning.Imports;
import live.onair.ui.Actions;
import live.onair.ui.Jobs;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** Imports that were carried out: who, when, how much; each can be taken back as a whole. */
class ImportsPast extends Div {

    private final transient Imports imports;
    private final transient Jobs jobs;
    private transient List<Imports.Row> shown = List.of();

    ImportsPast(Imports imports, Jobs jobs) {
        this.jobs = jobs;
        this.imports = imports;
        setId("imports-past");
        addClassName("col");
        draw(imports.list());
    }

    /** Reads them anew; draws only what has changed, so that the focus stays. */
    void refresh() {
        List<Imports.Row> now = imports.list();
        if (!now.equals(shown)) {
            draw(now);
        }
    }

    private void draw(List<Imports.Row> rows) {
        shown = rows;
        removeAll();
        if (shown.isEmpty()) {
            add(Parts.text(Texts.of("import.past.none"), "c2", "t13"));
        }
        shown.forEach(row -> add(line(row)));
    }

    private void undo(Imports.Row row) {
        jobs.start(
                new Jobs.Wanted<>(
                        "import-undo", Texts.of("import.undo.job", row.id()), "import", () -> imports.undo(row.id())),
                this::undone);
    }

    private void undone(@Nullable Outcome<Imports.Row> end) {
        if (end != null && Parts.showed(end)) {
            Parts.done(Texts.of("import.undone", end.orThrow().id()));
        }
        draw(imports.list());
    }

    private Div line(Imports.Row row) {
        Div line = Parts.box(
                "on-import-past",
                Parts.text(row.name().isBlank() ? Texts.of("import.pasted") : row.name(), "b", "t13", "one"),
                Parts.text(
                        Texts.of(
                                "import.past.counts",
                                row.counts().added(),
                                row.counts().changed()),
                        "t12"),
                Parts.text(row.id() + " · " + row.by() + " · " + Times.brief(row.at()), "c3", "t12"));
        if (row.undoneAt() != null) {
            line.add(Parts.box(
                    "act2",
                    Parts.state("ended q", "undo", Texts.of("import.past.undone", String.valueOf(row.undoneBy())))));
            return line;
        }
        Button undo = Actions.button(Imports.class, "imports.undo", () -> undo(row));
        undo.setText(Texts.of("import.past.undo"));
        undo.setId("imports-undo-" + row.id());
        undo.setAriaLabel(undo.getText() + ": " + row.id());
        undo.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        line.add(Parts.box("act2", undo));
        return line;
    }
}
