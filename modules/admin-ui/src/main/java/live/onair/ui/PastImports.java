package live.onair.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import live.onair.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Imports that were carried out: who, when, how much; each can be taken back as a whole. */
public final class PastImports extends Div {

    /**
     * What was imported.
     *
     * @param facade whose command takes one back
     * @param undo that command: {@code imports.undo}
     * @param one its word for jobs and texts: {@code import}
     * @param path the page it is imported on
     */
    public record Kind(Class<?> facade, String undo, String one, String path) {

        /** Its word in ids: {@code imports}. */
        String many() {
            return undo.substring(0, undo.indexOf('.'));
        }
    }

    /** An import that was carried out. */
    public record Past(
            String id,
            String name,
            int added,
            int changed,
            Instant at,
            String by,
            @Nullable String undoneBy) {}

    private final transient Kind kind;
    private final transient Supplier<List<Past>> rows;
    private final transient Function<String, Outcome<?>> undo;
    private final transient Jobs jobs;
    private transient List<Past> shown = List.of();

    /** Shows these; one of them is taken back by its id. */
    public PastImports(Kind kind, Supplier<List<Past>> rows, Function<String, Outcome<?>> undo, Jobs jobs) {
        this.kind = kind;
        this.rows = rows;
        this.undo = undo;
        this.jobs = jobs;
        setId(kind.many() + "-past");
        addClassName("col");
        draw(rows.get());
    }

    /** Reads them anew; draws only what has changed, so that the focus stays. */
    public void refresh() {
        List<Past> now = rows.get();
        if (!now.equals(shown)) {
            draw(now);
        }
    }

    private void draw(List<Past> now) {
        shown = now;
        removeAll();
        if (shown.isEmpty()) {
            add(Parts.text(Texts.of("import.past.none"), "c2", "t13"));
        }
        shown.forEach(row -> add(line(row)));
    }

    private void undo(String id) {
        jobs.start(
                new Jobs.Wanted<>(
                        kind.one() + "-undo",
                        Texts.of(kind.one() + ".undo.job", id),
                        kind.path(),
                        () -> undo.apply(id).map(done -> id)),
                this::undone);
    }

    private void undone(@Nullable Outcome<String> end) {
        if (end != null && Parts.showed(end)) {
            Parts.done(Texts.of("import.undone", end.orThrow()));
        }
        draw(rows.get());
    }

    private Div line(Past row) {
        Div line = Parts.box(
                "on-import-past",
                Parts.text(row.name().isBlank() ? Texts.of("import.pasted") : row.name(), "b", "t13", "one"),
                Parts.text(Texts.of("import.past.counts", row.added(), row.changed()), "t12"),
                Parts.text(row.id() + " · " + row.by() + " · " + Times.brief(row.at()), "c3", "t12"));
        if (row.undoneBy() != null) {
            line.add(Parts.box("act2", Parts.state("ended q", "undo", Texts.of("import.past.undone", row.undoneBy()))));
            return line;
        }
        Button back = Actions.button(kind.facade(), kind.undo(), () -> undo(row.id()));
        back.setText(Texts.of("import.past.undo"));
        back.setId(kind.many() + "-undo-" + row.id());
        back.setAriaLabel(back.getText() + ": " + row.id());
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        line.add(Parts.box("act2", back));
        return line;
    }
}
