package live.onair.ui.home;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.cdn.Cdns;
import live.onair.cdn.Quality;
import live.onair.cdn.Steering;
import live.onair.scheduling.Interruptions;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.cdn.Watchers;
import org.jspecify.annotations.Nullable;

/** What is wrong now: who is hurt most first, with its age, what to do, and who looks after it. */
@Dependent
class ProblemsPane extends ReadPane<List<Problem>> {

    private final transient Interruptions interruptions;
    private final transient Shows shows;
    private final transient Quality quality;
    private final transient Steering steering;
    private final transient CdnTrouble trouble;
    private final transient Pulse pulse;
    private final Span count = Parts.text("", "sub");
    private final Div checked = Parts.box("push age");
    private String told = "";
    private transient LastSeen last;
    private final transient Map<UUID, Span> ages = new HashMap<>();
    private final transient Map<UUID, Span> counts = new HashMap<>();

    @Inject
    ProblemsPane(Interruptions interruptions, Shows shows, Quality quality, Steering steering, Cdns cdns, Pulse pulse) {
        super("home", "problems");
        this.interruptions = interruptions;
        this.shows = shows;
        this.quality = quality;
        this.steering = steering;
        this.trouble = new CdnTrouble(steering, cdns, quality, pulse, this::refresh);
        this.pulse = pulse;
        this.last = LastSeen.of(List.of(), pulse.now());
        checked.setId("home-checked");
        head.add(count, checked);
        rows.getElement().setAttribute("aria-live", "polite");
    }

    /** How old is what the page rests on: no news is good news only while there could have been some. */
    void rests(LastSeen seen) {
        last = seen;
    }

    @Override
    protected List<Problem> read() {
        Map<String, Map<String, Integer>> viewers = quality.viewers();
        List<ViewerMove> moves = steering.moves();
        return interruptions.open().stream()
                .map(row -> new Problem(
                        row, title(row.show()), watching(viewers, row.show()), CdnTrouble.moves(row, moves)))
                .sorted(Problem.MOST_HURT)
                .toList();
    }

    private String title(@Nullable String show) {
        return show == null ? "" : shows.find(show).map(ShowRows.Show::title).orElse(show);
    }

    private static @Nullable Integer watching(Map<String, Map<String, Integer>> viewers, @Nullable String show) {
        return show == null ? null : Integer.valueOf(Watchers.of(viewers.getOrDefault(show, Map.of())));
    }

    /** What is to be pressed stays while the numbers change. */
    @Override
    protected Object face(List<Problem> now) {
        List<String> cards = now.stream()
                .map(one -> one.row().id() + " " + one.isFault() + isCounted(one)
                        + one.row().acknowledgedBy() + one.row().facts() + one.moves())
                .toList();
        return List.of(cards, last.isOld() ? last.at() : "");
    }

    @Override
    protected void tick(List<Problem> now) {
        tell(last.words());
        now.forEach(one -> {
            Span age = ages.get(one.row().id());
            Span people = counts.get(one.row().id());
            if (age != null && people != null) {
                age.setText(since(one.row().since()));
                people.setText(count(one));
            }
        });
    }

    private void tell(String words) {
        if (!words.equals(told)) {
            told = words;
            checked.removeAll();
            checked.add(last.isOld() ? Parts.state("stale q", "stale", words) : Parts.text(words));
        }
    }

    private String since(Instant at) {
        return Texts.of("home.since", Times.length(Duration.between(at, pulse.now())));
    }

    @Override
    protected void draw(List<Problem> problems) {
        ages.clear();
        counts.clear();
        count.setText(problems.isEmpty() ? "" : Texts.of("home.problems.sub", problems.size()));
        if (problems.isEmpty()) {
            rows.add(Parts.box(
                    "sec",
                    last.isOld()
                            ? Parts.state("stale", "stale", Texts.of("home.problems.unseen", Times.seconds(last.at())))
                            : Parts.state("ok", "ok", Texts.of("home.problems.none"))));
        }
        boolean first = true;
        for (Problem one : problems) {
            rows.add(card(one, first));
            first = false;
        }
    }

    private Div card(Problem one, boolean first) {
        Interruptions.Row row = one.row();
        String style = one.isFault() ? "fault" : "warn";
        Span age = Parts.text(since(row.since()), "c2", "t12");
        ages.put(row.id(), age);
        Span people = Parts.text(count(one), "b");
        counts.put(row.id(), people);
        Div hurt = Parts.box(
                "hurt", people, Parts.text(Texts.of(isCounted(one) ? "home.hurt" : "home.atRisk"), "t12", "c3"));
        Div card = Parts.box(
                "prob " + style,
                Parts.box("row-s", Parts.state(style, style, Texts.of("home.is." + style)), age),
                hurt,
                new H3(CdnTrouble.title(row)));
        String next = Texts.pick(row.nextKo(), row.nextEn());
        card.add(Parts.text(one.title().isEmpty() ? next : one.title() + " · " + next, "wide", "c2"));
        String moved = CdnTrouble.done(one.moves());
        if (!moved.isEmpty()) {
            card.add(Parts.text(moved, "wide", "b"));
        }
        card.add(buttons(one, first));
        card.getElement().setAttribute("data-alarm", row.kind());
        return card;
    }

    private static boolean isCounted(Problem one) {
        return !one.isElsewhere() && (one.row().viewersHurt() != null || one.isFault());
    }

    private static String count(Problem one) {
        Integer counted = one.row().viewersHurt();
        Integer people = counted == null || one.isElsewhere() ? one.watching() : counted;
        return people == null ? Texts.of("cdn.unknown") : Texts.of("home.people", people);
    }

    private Div buttons(Problem one, boolean first) {
        Interruptions.Row row = one.row();
        Div line = Parts.box("wide row on-wrap on-home-do");
        String show = row.show();
        trouble.button(row, one.moves(), first).ifPresent(line::add);
        if (show != null) {
            Anchor open = new Anchor("shows/" + show + "/signal", Texts.of("home.open"));
            open.setRouterIgnore(false);
            line.add(open);
        }
        owner(line, row);
        return line;
    }

    private void owner(Div line, Interruptions.Row row) {
        String owner = row.acknowledgedBy();
        if (owner != null) {
            line.add(Parts.text(Texts.of("home.by", owner), "push", "t12", "c2"));
            return;
        }
        Button mine = Actions.inRow(
                Interruptions.class,
                "interruptions.acknowledge",
                row.id().toString(),
                Texts.pick(row.ko(), row.en()),
                () -> {
                    if (Parts.showed(interruptions.acknowledge(row.id(), null))) {
                        refresh();
                    }
                });
        mine.setText(Texts.of("home.mine"));
        line.add(mine, Parts.text(Texts.of("home.nobody"), "push", "t12", "b", "on-warned"));
    }
}
