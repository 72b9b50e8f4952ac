package live.onair.ui.products;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import live.onair.kernel.Outcome;
import live.onair.products.Catalogues;
import live.onair.products.ProductField;
import live.onair.products.Sellers;
import live.onair.ui.Actions;
import live.onair.ui.ColumnChoice;
import live.onair.ui.Downloads;
import live.onair.ui.Jobs;
import live.onair.ui.Parts;
import live.onair.ui.PastImports;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Step;
import live.onair.ui.TableSource;
import live.onair.ui.Texts;
import live.onair.ui.Undo;
import org.jspecify.annotations.Nullable;

/** A catalogue comes in as a file: the table, whose it is, its columns, and what would become of each line. */
@Route(value = "products/import", layout = Shell.class)
@RolesAllowed({"MERCHANDISER", "ADMIN"})
@Dependent
class CatalogueView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String JOB = "catalogue";

    private final transient Catalogues catalogues;
    private final transient Jobs jobs;
    private final TableSource source =
            new TableSource(List.of(ProductField.values()), "catalogue.help", () -> look(null));
    private final ColumnChoice<ProductField> columns =
            new ColumnChoice<>(ProductField.class, "catalogue.columns.help", () -> look(this.chosen()));
    private final CatalogueTerms terms;
    private final CatalogueLines lines = new CatalogueLines();
    private final PastImports past;
    private final Div empty = Parts.empty(Texts.of("import.empty"), Texts.of("catalogue.empty.why"));
    private final Div missing = Parts.box("on-empty");
    private final Button apply = Actions.button(Catalogues.class, "catalogues.apply", this::apply);
    private final Component errors;
    private final Locale reader = Texts.locale();
    private boolean wasRunning;
    private transient Catalogues.@Nullable Look look;

    @Inject
    CatalogueView(Catalogues catalogues, Sellers sellers, Jobs jobs, Pulse pulse) {
        this.catalogues = catalogues;
        this.jobs = jobs;
        terms = new CatalogueTerms(sellers.list(false), () -> look(look == null ? null : chosen()));
        past = CataloguesPast.of(catalogues, jobs);
        addClassName("on-page");
        apply.setDisableOnClick(true);
        Button wrong = new Button(Texts.of("import.errors"), Parts.icon("download"));
        wrong.setId("catalogue-errors");
        errors = Downloads.of(wrong, () -> "onair-errors", this::wrongLines);
        Div left = Parts.box(
                "pane on-import-side",
                Step.of(1, Texts.of("import.step.source"), source),
                Step.of(2, Texts.of("catalogue.step.terms"), terms),
                Step.of(3, Texts.of("import.step.columns"), columns),
                Parts.box("sec", new H3(Texts.of("import.past")), past));
        Div head = Parts.box("row on-import-head", Step.number(4), new H3(Texts.of("import.step.look")));
        head.add(Parts.box("push"), errors, apply);
        add(
                Parts.box(
                        "tool",
                        new H1(Texts.of("catalogue.title")),
                        Parts.text(Texts.of("catalogue.why"), "c2", "t13")),
                Parts.box("on-columns", left, Parts.box("pane grow", head, empty, missing, lines)));
        pulse.every(this, this::refresh);
        draw();
    }

    private Map<ProductField, Integer> chosen() {
        return columns.chosen();
    }

    private Catalogues.@Nullable Upload given(@Nullable Map<ProductField, Integer> mapping) {
        return source.given().map(table -> terms.upload(table, mapping)).orElse(null);
    }

    private void look(@Nullable Map<ProductField, Integer> mapping) {
        Catalogues.Upload given = given(mapping);
        look = null;
        if (given == null) {
            columns.clear();
        } else {
            Outcome<Catalogues.Look> outcome = catalogues.look(given);
            if (outcome.isDone() && mapping == null) {
                Catalogues.Look guessed = outcome.orThrow();
                outcome = columns.chosenFor(guessed.columns())
                        .filter(chosen -> !chosen.equals(guessed.mapping()))
                        .map(chosen -> catalogues.look(Objects.requireNonNull(given(chosen))))
                        .orElse(outcome);
            }
            if (outcome.isDone()) {
                understood(outcome.orThrow());
            } else {
                columns.clear();
                source.refused(outcome.why());
            }
        }
        draw();
    }

    private void understood(Catalogues.Look seen) {
        look = seen;
        source.tell(seen.lines().size(), seen.columns().size(), seen.reasons().isEmpty());
        List<ProductField> open = List.of(ProductField.values()).stream()
                .filter(field -> field.isNeeded() && !seen.mapping().containsKey(field))
                .toList();
        columns.show(seen.columns(), seen.mapping(), open);
        lines.show(seen);
    }

    private void draw() {
        Catalogues.Look now = look;
        boolean shown = now != null && !now.lines().isEmpty();
        lines.setVisible(shown);
        empty.setVisible(!shown && (now == null || now.reasons().isEmpty()));
        missing.removeAll();
        if (now != null) {
            now.reasons().forEach(r -> missing.add(Parts.state("fault q", "fault", r.sentence(Texts.locale()))));
        }
        missing.setVisible(missing.getComponentCount() > 0);
        errors.setVisible(now != null && now.counts().wrong() > 0);
        apply.setText(label(now));
        boolean ready = !jobs.isUnderWay(JOB) && now != null && isReady(now);
        apply.setEnabled(ready);
        apply.setThemeName(ButtonVariant.LUMO_PRIMARY.getVariantName(), ready);
    }

    private void refresh() {
        past.refresh();
        boolean running = jobs.isUnderWay(JOB);
        if (running != wasRunning) {
            wasRunning = running;
            draw();
        }
    }

    private static boolean isReady(Catalogues.Look look) {
        return look.reasons().isEmpty()
                && look.counts().wrong() == 0
                && look.counts().added() + look.counts().changed() > 0;
    }

    /** What the button does, or why it does nothing. */
    private static String label(Catalogues.@Nullable Look look) {
        if (look == null) {
            return Texts.of("import.apply.none");
        }
        if (!look.reasons().isEmpty()) {
            return look.reasons().get(0).sentence(Texts.locale());
        }
        if (look.counts().wrong() > 0) {
            return Texts.of("import.apply.wrong", look.counts().wrong());
        }
        int count = look.counts().added() + look.counts().changed();
        return count == 0 ? Texts.of("import.apply.same") : Texts.of("import.apply", count);
    }

    private live.onair.sheets.Sheet wrongLines() {
        Catalogues.Look now = look;
        Catalogues.Upload given = now == null ? null : given(now.mapping());
        return given == null
                ? new live.onair.sheets.Sheet(List.of(), List.of())
                : catalogues.errors(given, reader).orThrow();
    }

    private void apply() {
        Catalogues.Upload given = given(chosen());
        if (given != null) {
            String name = given.name() == null ? Texts.of("import.pasted") : given.name();
            jobs.start(
                    new Jobs.Wanted<>(
                            JOB, Texts.of("catalogue.job", name), "products/import", () -> catalogues.apply(given)),
                    this::finished);
            draw();
        }
    }

    private void finished(@Nullable Outcome<Catalogues.CatalogueImport> end) {
        if (end != null && Parts.showed(end)) {
            Catalogues.CatalogueImport row = end.orThrow();
            source.clear();
            Undo.offer(
                    Texts.of("import.done", row.counts().added(), row.counts().changed()),
                    () -> catalogues.undo(row.id()));
        }
        past.refresh();
        look(chosen());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        lines.only(event.getLocation()
                .getQueryParameters()
                .getSingleParameter("only")
                .orElse(""));
    }

    @Override
    public String getPageTitle() {
        return Texts.of("catalogue.title") + " · Onair";
    }
}
