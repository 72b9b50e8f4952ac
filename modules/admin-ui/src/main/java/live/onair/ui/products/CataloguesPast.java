package live.onair.ui.products;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import live.onair.kernel.Outcome;
import live.onair.products.Catalogues;
import live.onair.ui.Actions;
import live.onair.ui.Jobs;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** Imports that were carried out: who, when, how much; each can be taken back as a whole. */
class CataloguesPast extends Div {

    private final transient Catalogues catalogues;
    private final transient Jobs jobs;
    private transient List<Catalogues.CatalogueImport> shown = List.of();

    CataloguesPast(Catalogues catalogues, Jobs jobs) {
        this.catalogues = catalogues;
        this.jobs = jobs;
        setId("catalogues-past");
        addClassName("col");
        draw(catalogues.list());
    }

    /** Reads them anew; draws only what has changed, so that the focus stays. */
    void refresh() {
        List<Catalogues.CatalogueImport> now = catalogues.list();
        if (!now.equals(shown)) {
            draw(now);
        }
    }

    private void draw(List<Catalogues.CatalogueImport> rows) {
        shown = rows;
        removeAll();
        if (shown.isEmpty()) {
            add(Parts.text(Texts.of("import.past.none"), "c2", "t13"));
        }
        shown.forEach(row -> add(line(row)));
    }

    private void undo(Catalogues.CatalogueImport row) {
        jobs.start(
                new Jobs.Wanted<>(
                        "catalogue-undo",
                        Texts.of("catalogue.undo.job", row.id()),
                        "products/import",
                        () -> catalogues.undo(row.id())),
                this::undone);
    }

    private void undone(@Nullable Outcome<Catalogues.CatalogueImport> end) {
        if (end != null && Parts.showed(end)) {
            Parts.done(Texts.of("import.undone", end.orThrow().id()));
        }
        draw(catalogues.list());
    }

    private Div line(Catalogues.CatalogueImport row) {
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
        Button undo = Actions.button(Catalogues.class, "catalogues.undo", () -> undo(row));
        undo.setText(Texts.of("import.past.undo"));
        undo.setId("catalogues-undo-" + row.id());
        undo.setAriaLabel(undo.getText() + ": " + row.id());
        undo.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        line.add(Parts.box("act2", undo));
        return line;
    }
}
