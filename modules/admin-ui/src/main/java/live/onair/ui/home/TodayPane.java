package live.onair.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import live.onair.cdn.Quality;
import live.onair.cdn.Steering;
import live.onair.scheduling.Gate;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.work.WorkBoard;

/** What wants a look before the day is over and hurts nobody yet, each with the page that puts it right. */
@Dependent
class TodayPane extends ReadPane<List<TodayPane.Item>> {

    /** Checks of many shows are asked for it. */
    private static final Duration EVERY = Duration.ofSeconds(10);

    private static final Duration AHEAD = Duration.ofHours(6);
    /** A move that stands for longer was perhaps forgotten. */
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final transient Shows shows;
    private final transient Gate gate;
    private final transient Steering steering;
    private final transient Quality quality;
    private final transient WorkBoard work;
    private final transient Pulse pulse;

    @Inject
    TodayPane(Shows shows, Gate gate, Steering steering, Quality quality, WorkBoard work, Pulse pulse) {
        super("home", "today");
        this.shows = shows;
        this.gate = gate;
        this.steering = steering;
        this.quality = quality;
        this.work = work;
        this.pulse = pulse;
        slowly(EVERY, pulse);
    }

    /** Something to look at: what, and where it is put right. */
    record Item(String words, String path) {}

    @Override
    protected List<Item> read() {
        List<Item> items = new ArrayList<>();
        Instant now = pulse.now();
        shows.board(now, now.plus(AHEAD)).stream()
                .filter(show -> show.startsAt().isAfter(now))
                .forEach(show -> ahead(show, items));
        steering.moves().stream()
                .filter(move -> move.endedAt() == null && move.at().isBefore(now.minus(FORGOTTEN)))
                .forEach(move -> items.add(
                        new Item(Texts.of("home.today.move", move.from(), move.percent(), move.by()), "cdn")));
        quality.carried().forEach(month -> {
            BigDecimal missing = month.shortGb();
            if (missing != null && missing.signum() > 0) {
                items.add(new Item(Texts.of("home.today.short", month.cdn(), "%,.0f".formatted(missing)), "cdn"));
            }
        });
        int stuck = work.counts().stuck();
        if (stuck > 0) {
            items.add(new Item(Texts.of("home.today.stuck", stuck), "work"));
        }
        return items;
    }

    private void ahead(ShowRows.Show show, List<Item> items) {
        String which = Times.clock(show.startsAt()) + " " + show.title();
        if (show.state() == ShowState.DRAFT || show.state() == ShowState.IN_REVIEW) {
            items.add(new Item(Texts.of("home.today.unapproved", which), "shows/" + show.id()));
            return;
        }
        long red = gate.of(show.id()).stream().filter(Gate.Row::holdsBack).count();
        if (red > 0) {
            items.add(new Item(Texts.of("home.today.gate", which, red), "shows/" + show.id()));
        }
    }

    @Override
    protected void draw(List<Item> items) {
        if (items.isEmpty()) {
            rows.add(line(Parts.state("ok q", "ok", Texts.of("home.today.none"))));
        }
        items.forEach(item -> {
            Anchor go = new Anchor(item.path(), Texts.of("home.look"));
            go.setRouterIgnore(false);
            go.getElement().setAttribute("aria-label", Texts.of("home.look") + ": " + item.words());
            rows.add(
                    line(Parts.state("warn q", "warn", Texts.of("home.is.warn")), Parts.text(item.words(), "one"), go));
        });
    }

    private static Div line(Component... parts) {
        return Parts.box("on-home-line", parts);
    }
}
