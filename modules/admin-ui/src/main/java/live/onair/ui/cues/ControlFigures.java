package live.onair.ui.cues;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import live.onair.cdn.Quality;
import live.onair.orders.OrderRows.Sales;
import live.onair.orders.OrderRows.Selling;
import live.onair.orders.Orders;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.cdn.Watchers;

/** The figures of a show that runs, once a second: what nobody has told yet says so. */
final class ControlFigures extends Div {

    private static final int MINUTES = 5;

    private final transient Shows shows;
    private final transient Orders orders;
    private final transient Quality quality;
    private final String show;
    private final Figure time = new Figure("time");
    private final Figure viewers = new Figure("viewers");
    private final Figure sold = new Figure("orders");
    private final Figure playing = new Figure("playing");

    ControlFigures(Shows shows, Orders orders, Quality quality, String show, Pulse pulse) {
        this.shows = shows;
        this.orders = orders;
        this.quality = quality;
        this.show = show;
        addClassName("on-figures");
        add(time, viewers, sold, playing);
        refresh(pulse.now());
        pulse.every(this, () -> refresh(pulse.now()));
    }

    /** A number with its name above it and what belongs to it below. */
    private static final class Figure extends Div {

        private final Span number = Parts.text("", "on-figure-number", "num");
        private final Span more = Parts.text("", "t12", "c2", "num");

        Figure(String key) {
            addClassName("on-figure");
            setId("figure-" + key);
            add(Parts.text(Texts.of("control." + key), "t12", "c2"), number, more);
        }

        void tell(String words, String below) {
            number.setText(words);
            more.setText(below);
        }
    }

    private void refresh(Instant now) {
        shows.find(show).ifPresent(it -> {
            time(it, now);
            viewers();
            sold();
        });
    }

    private void time(ShowRows.Show it, Instant now) {
        Instant began = it.airtime().onAirAt();
        Instant ended = it.airtime().endedAt();
        Duration runs = began == null ? null : Duration.between(began, Objects.requireNonNullElse(ended, now));
        time.tell(
                runs == null ? "—" : CueParts.time(runs),
                Texts.of("control.plan", Times.range(it.startsAt(), it.endsAt())));
    }

    private void viewers() {
        int watching = Watchers.of(quality.viewers().getOrDefault(show, Map.of()));
        viewers.tell(Texts.of("control.people", watching), "");
        Double stalled = Watchers.worst(quality.grid(show, MINUTES).stream());
        playing.tell(
                stalled == null ? Texts.of("control.unknown") : Texts.of("control.stalled", stalled),
                Texts.of("control.lately", MINUTES));
    }

    private void sold() {
        Sales sales = orders.sales(show);
        double slope = sales.products().stream().mapToDouble(Selling::perMinute).sum();
        sold.tell(
                Texts.of("control.sold", sales.orders()),
                Texts.of("control.slope", Math.round(slope), sales.sum().toString()));
    }
}
