package live.onair.ui.planning;

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
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import live.onair.kernel.Outcome;
import live.onair.planning.ImportField;
import live.onair.planning.Imports;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Resources;
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

/** A schedule comes in as a file: the table, its columns, and what would become of each line, on one page. */
@Route(value = "import", layout = Shell.class)
@RolesAllowed({"MERCHANDISER", "ADMIN"})
@Dependent
class ImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String JOB = "import";
    private static final List<ImportField> FORM = List.copyOf(
            EnumSet.complementOf(EnumSet.of(ImportField.ID, ImportField.KEY, ImportField.DATE, ImportField.LENGTH)));

    private final transient Imports imports;
    private final transient Channels channels;
    private final transient Resources resources;
    private final TableSource source = new TableSource(FORM, "import.help", () -> look(null));
    private final ColumnChoice<ImportField> columns = new ColumnChoice<>(
            ImportField.class, "import.columns.help", () -> look(this.columns().chosen()));
    private final ImportLines lines = new ImportLines();
    private final PastImports past;
    private final Div empty = Parts.empty(Texts.of("import.empty"), Texts.of("import.empty.why"));
    private final Div missing = Parts.box("on-empty");
    private final transient Jobs jobs;
    private final Locale reader = Texts.locale();
    private final Button apply = Actions.button(Imports.class, "imports.apply", this::apply);
    private final Component errors;
    private boolean wasRunning;
    private transient Imports.@Nullable Look look;

    @Inject
    ImportView(Imports imports, Channels channels, Resources resources, Jobs jobs, Pulse pulse) {
        this.imports = imports;
        this.channels = channels;
        this.resources = resources;
        this.jobs = jobs;
        past = ImportsPast.of(imports, jobs);
        addClassName("on-page");
        apply.setDisableOnClick(true);
        Button wrong = new Button(Texts.of("import.errors"), Parts.icon("download"));
        wrong.setId("import-errors");
        errors = Downloads.of(wrong, () -> "onair-errors", this::wrongLines);
        Div left = Parts.box(
                "pane on-import-side",
                Step.of(1, Texts.of("import.step.source"), source),
                Step.of(2, Texts.of("import.step.columns"), columns),
                Parts.box("sec", new H3(Texts.of("import.past")), past));
        Div head = Parts.box("row on-import-head", Step.number(3), new H3(Texts.of("import.step.look")));
        head.add(Parts.box("push"), errors, apply);
        add(
                Parts.box("tool", new H1(Texts.of("nav.imports")), Parts.text(Texts.of("import.why"), "c2", "t13")),
                Parts.box("on-columns", left, Parts.box("pane grow", head, empty, missing, lines)));
        pulse.every(this, this::refresh);
        draw();
    }

    private ColumnChoice<ImportField> columns() {
        return columns;
    }

    private void look(@Nullable Map<ImportField, Integer> mapping) {
        Imports.Upload given = given(mapping);
        look = null;
        if (given == null) {
            columns.clear();
        } else {
            Outcome<Imports.Look> seen = imports.look(given);
            if (seen.isDone() && mapping == null) {
                Imports.Look guessed = seen.orThrow();
                seen = columns.chosenFor(guessed.columns())
                        .filter(chosen -> !chosen.equals(guessed.mapping()))
                        .map(chosen -> imports.look(Objects.requireNonNull(given(chosen))))
                        .orElse(seen);
            }
            if (seen.isDone()) {
                look = seen.orThrow();
                understood(seen.orThrow());
                lines.show(seen.orThrow(), names());
            } else {
                columns.clear();
                source.refused(seen.why());
            }
        }
        draw();
    }

    private Imports.@Nullable Upload given(@Nullable Map<ImportField, Integer> mapping) {
        return source.given()
                .map(table -> new Imports.Upload(table.name(), table.file(), table.text(), mapping))
                .orElse(null);
    }

    private void understood(Imports.Look seen) {
        source.tell(seen.lines().size(), seen.columns().size(), seen.reasons().isEmpty());
        columns.show(seen.columns(), seen.mapping(), ImportField.missing(seen.mapping()));
    }

    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        channels.list().forEach(c -> names.put(c.id(), c.name()));
        for (Resources.Kind kind : Resources.Kind.values()) {
            resources.list(kind).forEach(r -> names.put(r.id(), r.name()));
        }
        return names;
    }

    private void draw() {
        Imports.Look now = look;
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

    /** Also after a reload: what runs is known to the jobs, not to this page. */
    private void refresh() {
        past.refresh();
        boolean running = jobs.isUnderWay(JOB);
        if (running != wasRunning) {
            wasRunning = running;
            draw();
        }
    }

    private static boolean isReady(Imports.Look look) {
        return look.reasons().isEmpty()
                && look.counts().wrong() == 0
                && look.counts().added() + look.counts().changed() > 0;
    }

    /** What the button does, or why it does nothing. */
    private static String label(Imports.@Nullable Look look) {
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
        Imports.Look now = look;
        Imports.Upload given = now == null ? null : given(now.mapping());
        return given == null
                ? new live.onair.sheets.Sheet(List.of(), List.of())
                : imports.errors(given, reader).orThrow();
    }

    private void apply() {
        Imports.Upload given = given(columns.chosen());
        if (given != null) {
            String name = given.name() == null ? Texts.of("import.pasted") : given.name();
            jobs.start(
                    new Jobs.Wanted<>(JOB, Texts.of("import.job", name), "import", () -> imports.apply(given)),
                    this::finished);
            draw();
        }
    }

    private void finished(@Nullable Outcome<Imports.Row> end) {
        if (end != null && Parts.showed(end)) {
            Imports.Row row = end.orThrow();
            source.clear();
            Undo.offer(
                    Texts.of("import.done", row.counts().added(), row.counts().changed()), () -> {
                        Outcome<Imports.Row> back = imports.undo(row.id());
                        past.refresh();
                        return back;
                    });
        }
        past.refresh();
        look(columns.chosen());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("only")
                .orElse("");
        lines.only(Arrays.stream(Imports.Verdict.values())
                .filter(v -> v.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .orElse(null));
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.imports") + " · Onair";
    }
}
