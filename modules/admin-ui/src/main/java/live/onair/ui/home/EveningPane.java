package live.onair.ui.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import live.onair.cdn.Quality;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.cdn.Watchers;
import live.onair.ui.scheduling.Badges;

/** The shows of these hours in lanes, with who watches those on air; the line is now. */
@Dependent
class EveningPane extends ReadPane<EveningPane.Evening> {

    private static final Duration BEFORE = Duration.ofMinutes(30);
    private static final int HOURS = 5;
    private static final int LANES = 4;
    /** An hour's mark that begins so many percent before now, or after it, is covered by the clock. */
    private static final double BEHIND = 9;

    private static final double AHEAD = 3;
    /** In pixels. */
    private static final int TOP = 25;

    private static final int LANE = 30;

    private final transient Shows shows;
    private final transient Quality quality;
    private final transient Pulse pulse;
    private final Span sub = Parts.text("", "sub");
    private final Span line = Parts.text("", "on-evening-now");
    private final Span clock = Parts.text("", "on-evening-clock", "t11");
    private final List<Span> hours = new ArrayList<>();

    @Inject
    EveningPane(Shows shows, Quality quality, Pulse pulse) {
        super("home", "evening");
        this.shows = shows;
        this.quality = quality;
        this.pulse = pulse;
        head.add(sub);
        Parts.region(rows, Texts.of("home.evening"));
    }

    /** What stands in the lanes. */
    record Evening(Instant from, List<ShowRows.Show> shows, Map<String, Integer> viewers, String language) {}

    @Override
    protected Evening read() {
        Instant from = pulse.now().minus(BEFORE).truncatedTo(ChronoUnit.HOURS);
        Map<String, Integer> viewers = new TreeMap<>();
        quality.viewers().forEach((show, cdns) -> viewers.put(show, Watchers.of(cdns)));
        List<ShowRows.Show> all = shows.board(from, from.plus(HOURS, ChronoUnit.HOURS)).stream()
                .filter(show -> show.state() != ShowState.DRAFT)
                .sorted(Comparator.comparing(ShowRows.Show::startsAt).thenComparing(ShowRows.Show::id))
                .toList();
        return new Evening(from, all, viewers, Texts.locale().getLanguage());
    }

    private static double percent(Instant from, Instant at) {
        double part = Duration.between(from, at).toSeconds() / (HOURS * 3600.0);
        return Math.max(0, Math.min(100, part * 100));
    }

    private static String css(double percent) {
        return String.format(Locale.ROOT, "%.3f%%", percent);
    }

    @Override
    protected void tick(Evening now) {
        double at = percent(now.from(), pulse.now());
        String left = css(at);
        line.getStyle().set("left", left);
        clock.getStyle().set("left", left);
        clock.setText(Times.clock(pulse.now()));
        for (int hour = 0; hour < hours.size(); hour++) {
            double since = at - mark(hour);
            boolean covered = since > -AHEAD && since < BEHIND;
            hours.get(hour).setText(covered ? "" : Times.clock(now.from().plus(hour, ChronoUnit.HOURS)));
        }
    }

    @Override
    protected void draw(Evening evening) {
        long air = evening.shows().stream()
                .filter(show -> show.state() == ShowState.ON_AIR)
                .count();
        long left = evening.shows().stream()
                .filter(show -> show.startsAt().isAfter(pulse.now()))
                .count();
        sub.setText(Texts.of("home.evening.sub", air, left));
        Div lanes = Parts.box("lanes on-evening");
        hours(lanes);
        int hidden = blocks(lanes, evening);
        lanes.add(line, clock);
        rows.add(lanes);
        if (evening.shows().isEmpty()) {
            rows.add(Parts.text(Texts.of("home.evening.none"), "c2", "t13", "on-evening-none"));
        }
        if (hidden > 0) {
            rows.add(Parts.text(Texts.of("home.evening.more", hidden), "c2", "t12", "on-evening-none"));
        }
    }

    private static double mark(int hour) {
        return 100.0 * hour / HOURS;
    }

    private void hours(Div lanes) {
        hours.clear();
        for (int hour = 0; hour < HOURS; hour++) {
            Span mark = Parts.text("", "on-evening-hour", "t11", "c3");
            mark.getStyle().set("left", css(mark(hour)));
            lanes.add(mark);
            hours.add(mark);
        }
    }

    /** Says how many have no lane. */
    private static int blocks(Div lanes, Evening evening) {
        List<Instant> free = new ArrayList<>();
        int hidden = 0;
        for (ShowRows.Show show : evening.shows()) {
            int lane = lane(free, show);
            if (lane < LANES) {
                lanes.add(block(evening, show, lane));
            } else {
                hidden++;
            }
        }
        lanes.setHeight(TOP + LANE * Math.max(1, Math.min(LANES, free.size())) + 3 + "px");
        return hidden;
    }

    /** The first lane that is free when it begins. */
    private static int lane(List<Instant> free, ShowRows.Show show) {
        for (int i = 0; i < free.size(); i++) {
            if (!free.get(i).isAfter(show.startsAt())) {
                free.set(i, show.endsAt());
                return i;
            }
        }
        free.add(show.endsAt());
        return free.size() - 1;
    }

    private static Anchor block(Evening evening, ShowRows.Show show, int lane) {
        double left = percent(evening.from(), show.startsAt());
        double width = percent(evening.from(), show.endsAt()) - left;
        Integer people = show.state() == ShowState.ON_AIR ? evening.viewers().get(show.id()) : null;
        Anchor block = new Anchor("shows/" + show.id());
        block.setRouterIgnore(false);
        block.addClassNames("ev", "on-evening-show", Badges.style(show.state()));
        block.add(Badges.of(show.state()), Parts.text(show.title(), "one"));
        if (people != null) {
            block.add(Parts.text(Texts.of("home.people", people), "push"));
        }
        block.getElement().setAttribute("data-show", show.id());
        block.setTitle(
                Badges.word(show.state()) + " " + Times.range(show.startsAt(), show.endsAt()) + " " + show.title());
        block.getStyle()
                .set("left", css(left))
                .set("width", "calc(" + css(width) + " - 2px)")
                .set("top", TOP + lane * LANE + "px");
        return block;
    }
}
