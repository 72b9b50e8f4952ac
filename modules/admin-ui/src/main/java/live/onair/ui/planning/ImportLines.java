package live.onair.ui.planning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import live.onair.planning.Imports;
import live.onair.planning.Imports.Verdict;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Choice;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** What would become of each line, wrong ones first; which ones are shown is in the address. */
class ImportLines extends Div {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Grid<Imports.Line> grid = new Grid<>();
    private final Div filter = Parts.box("seg on-seg");
    private transient Imports.@Nullable Look look;
    private transient Map<String, String> names = Map.of();
    private @Nullable Verdict only;

    ImportLines() {
        addClassName("on-import-lines");
        filter.getElement().setAttribute("role", "group");
        filter.getElement().setAttribute("aria-label", Texts.of("import.filter"));
        grid.setId("import-lines");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addComponentColumn(line -> verdict(line.verdict()))
                .setHeader(Texts.of("import.verdict"))
                .setWidth("116px")
                .setFlexGrow(0);
        grid.addColumn(Imports.Line::number)
                .setHeader(Texts.of("import.line"))
                .setWidth("64px")
                .setFlexGrow(0);
        grid.addComponentColumn(ImportLines::title)
                .setHeader(Texts.of("show.title"))
                .setFlexGrow(2);
        grid.addColumn(line -> moment(line.start()))
                .setHeader(Texts.of("show.start"))
                .setWidth("144px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::what).setHeader(Texts.of("import.what")).setFlexGrow(3);
        grid.setSizeFull();
        grid.setEmptyStateText(Texts.of("import.filter.none"));
        add(Parts.box("row on-import-filter", filter), grid);
    }

    static Component verdict(Verdict verdict) {
        return switch (verdict) {
            case ADDED -> Parts.state("ok", "plus", word(verdict));
            case CHANGED -> Parts.state("scheduled", "switch", word(verdict));
            case SAME -> Parts.state("ended", "check", word(verdict));
            case WRONG -> Parts.state("fault", "fault", word(verdict));
        };
    }

    static String word(Verdict verdict) {
        return Texts.of("import.verdict." + verdict);
    }

    private static Component title(Imports.Line line) {
        return line.show() == null ? Parts.text(line.title(), "t13") : new Anchor("shows/" + line.show(), line.title());
    }

    private Component what(Imports.Line line) {
        Div what = Parts.box("col on-import-what");
        line.reasons().forEach(reason -> what.add(Parts.text(reason.sentence(Texts.locale()), "t13")));
        for (ShowRows.Difference d :
                line.verdict() == Verdict.CHANGED ? line.differences() : List.<ShowRows.Difference>of()) {
            what.add(new Div(
                    Parts.text(Texts.of("field." + d.field()) + " ", "c3"),
                    Parts.text(words(d.field(), d.approved()), "c2"),
                    Parts.text(" → "),
                    Parts.text(words(d.field(), d.now()), "b")));
        }
        return what;
    }

    /** As it stands in files: with its year, which a slip may have changed. */
    private static String moment(@Nullable Instant at) {
        return at == null ? "—" : MOMENT.format(at.atZone(Times.SEOUL));
    }

    private String words(String field, String value) {
        if (value.isEmpty()) {
            return "—";
        }
        if (field.equals("start") || field.equals("end")) {
            return moment(Instant.parse(value));
        }
        return String.join(
                ", ",
                List.of(value.split(", ")).stream()
                        .map(part -> names.getOrDefault(part, part))
                        .toList());
    }

    /**
     * Shows what a file would do.
     *
     * @param known names of channels, studios and hosts by id
     */
    void show(Imports.Look next, Map<String, String> known) {
        look = next;
        names = known;
        draw();
    }

    void only(@Nullable Verdict verdict) {
        only = verdict;
        draw();
    }

    private void draw() {
        Imports.Look now = look;
        filter.removeAll();
        if (now == null) {
            return;
        }
        filter.add(choice(null, Texts.of("import.all"), now.lines().size()));
        filter.add(choice(Verdict.WRONG, word(Verdict.WRONG), now.counts().wrong()));
        filter.add(choice(Verdict.ADDED, word(Verdict.ADDED), now.counts().added()));
        filter.add(choice(Verdict.CHANGED, word(Verdict.CHANGED), now.counts().changed()));
        filter.add(choice(Verdict.SAME, word(Verdict.SAME), now.counts().same()));
        grid.setItems(now.lines().stream()
                .filter(line -> only == null || line.verdict() == only)
                .sorted(Comparator.comparing((Imports.Line line) -> line.verdict() != Verdict.WRONG))
                .toList());
    }

    private NativeButton choice(@Nullable Verdict verdict, String word, int count) {
        return Choice.button(
                filter, "only-", verdict, word + " " + count, new Choice.Press(verdict == only, () -> chose(verdict)));
    }

    private void chose(@Nullable Verdict verdict) {
        only(verdict);
        Choice.inAddress("import", verdict);
    }
}
