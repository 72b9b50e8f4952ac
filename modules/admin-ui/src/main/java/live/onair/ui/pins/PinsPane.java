package live.onair.ui.pins;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import live.onair.kernel.Outcome;
import live.onair.pins.PinRows.Pin;
import live.onair.pins.PinRows.Published;
import live.onair.pins.Pins;
import live.onair.pins.PriceChanges;
import live.onair.products.LineUps;
import live.onair.products.LineUps.LineUpItem;
import live.onair.scheduling.ShowState;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.Undo;
import org.jspecify.annotations.Nullable;

/** The products of a show that runs, those that are pinned on top: a press, or its key, pins or takes down. */
final class PinsPane extends Div {

    private static final Set<ShowState> RUNNING = EnumSet.of(ShowState.REHEARSAL, ShowState.STANDBY, ShowState.ON_AIR);
    private static final long SLOW_SECONDS = 10;

    private final transient Pins pins;
    private final transient LineUps lineUps;
    private final transient PriceChanges changes;
    private final transient Pulse pulse;
    private final String show;
    private final H2 title = new H2();
    private final Span viewers = new Span();
    private final Span keys = Parts.text(Texts.of("pins.keys"), "t12", "c3");
    private final Div list = Parts.box("on-pins");
    private final transient Map<String, PinLine> lines = new HashMap<>();
    private transient @Nullable Seen seen;

    /** What is drawn, to draw only what has changed. */
    private record Seen(ShowState state, List<LineUpItem> items, List<Pin> pinned) {}

    PinsPane(Pins pins, LineUps lineUps, PriceChanges changes, String show, Pulse pulse) {
        this.pins = pins;
        this.lineUps = lineUps;
        this.changes = changes;
        this.show = show;
        this.pulse = pulse;
        addClassNames("pane", "on-pins-pane");
        setId("pins");
        viewers.setId("pins-viewers");
        add(Parts.box("ph2 on-wrap", title, viewers, Parts.box("push"), keys), list);
    }

    /** Where the show stands; before it runs nothing is pinned, and afterwards it is told what was. */
    void stands(ShowState state) {
        setVisible(RUNNING.contains(state) || (state.isOver() && !past().isEmpty()));
        if (isVisible()) {
            refresh(state);
        }
    }

    /** What viewers were shown; what was only rehearsed they never saw. */
    private List<Pin> past() {
        return pins.timeline(show).stream().filter(pin -> !pin.rehearsal()).toList();
    }

    private void refresh(ShowState state) {
        boolean runs = RUNNING.contains(state);
        keys.setVisible(runs && Actions.isAllowed(Pins.class, "pins.pin"));
        List<Pin> pinned = runs ? pins.of(show) : past();
        Seen now = new Seen(state, runs ? lineUps.of(show).items() : List.of(), pinned);
        if (!now.equals(seen)) {
            seen = now;
            if (runs) {
                draw(now);
            } else {
                past(pinned);
            }
        }
        pinned.forEach(pin -> {
            PinLine line = lines.get(pin.product());
            if (line != null) {
                line.age(pin, pulse.now());
            }
        });
        viewers(state);
    }

    private void draw(Seen now) {
        title.setText(Texts.of("pins.title", now.pinned().size(), Pins.MOST));
        Map<String, PinLine> before = new HashMap<>(lines);
        lines.clear();
        List<PinLine> rest = new ArrayList<>();
        Map<String, Pin> pinned = new HashMap<>();
        now.pinned().forEach(pin -> pinned.put(pin.product(), pin));
        for (int i = 0; i < now.items().size(); i++) {
            LineUpItem item = now.items().get(i);
            Pin pin = pinned.get(item.product().id());
            PinLine.Facts facts =
                    new PinLine.Facts(item, i + 1, pin, now.state().isLive());
            PinLine there = before.get(item.product().id());
            PinLine line = there != null && there.shows(facts) ? there : new PinLine(facts, new Presses());
            lines.put(item.product().id(), line);
            if (pin == null) {
                rest.add(line);
            }
        }
        order(now, rest);
    }

    /** Those that are pinned first; what stands where it stood is not moved. */
    private void order(Seen now, List<PinLine> rest) {
        List<Component> wanted = new ArrayList<>();
        now.pinned().stream()
                .map(pin -> lines.get(pin.product()))
                .filter(java.util.Objects::nonNull)
                .forEach(wanted::add);
        wanted.addAll(rest);
        if (!list.getChildren().toList().equals(wanted)) {
            list.removeAll();
            list.add(wanted);
        }
        if (now.items().isEmpty()) {
            list.add(Parts.empty(Texts.of("lineUp.none"), Texts.of("pins.none.why")));
        }
    }

    private void past(List<Pin> pinned) {
        title.setText(Texts.of("pins.past", pinned.size()));
        list.removeAll();
        lines.clear();
        pinned.forEach(pin -> list.add(PinLine.past(pin)));
    }

    private void viewers(ShowState state) {
        viewers.removeAll();
        if (!RUNNING.contains(state)) {
            return;
        }
        if (state == ShowState.REHEARSAL) {
            viewers.add(Parts.state("rehearsal q", "rehearsal", Texts.of("pins.rehearsal")));
            return;
        }
        Published published = pins.published(show);
        if (published.isUpToDate()) {
            String at = published.asOf() == null ? "" : Times.seconds(published.asOf());
            viewers.add(Parts.state(
                    "ok q", "ok", at.isEmpty() ? Texts.of("pins.viewers.empty") : Texts.of("pins.viewers", at)));
            return;
        }
        long waits =
                java.time.Duration.between(published.changedAt(), pulse.now()).toSeconds();
        viewers.add(
                waits < SLOW_SECONDS
                        ? Parts.state("standby q", "standby", Texts.of("pins.viewers.soon"))
                        : Parts.state("warn q", "warn", Texts.of("pins.viewers.late", waits)));
    }

    /** What the lines' buttons do. */
    private final class Presses implements PinLine.Press {

        @Override
        public void pin(LineUpItem item) {
            String product = item.product().id();
            String words = Texts.of(
                    item.product().stock() == null ? "pins.pinned.unknown" : "pins.pinned",
                    item.product().name());
            act(pins.pin(show, product), words, () -> pins.unpin(show, product));
        }

        @Override
        public void unpin(LineUpItem item) {
            String product = item.product().id();
            act(
                    pins.unpin(show, product),
                    Texts.of("pins.unpinned", item.product().name()),
                    () -> pins.pin(show, product));
        }

        @Override
        public void price(LineUpItem item) {
            PriceDialog.ask(changes, show, item);
        }

        private void act(Outcome<?> outcome, String done, Undo.Back back) {
            boolean worked = Parts.showed(outcome);
            again();
            if (worked) {
                Undo.offer(done, () -> {
                    Outcome<?> undone = back.carryOut();
                    again();
                    return undone;
                });
            }
        }

        private void again() {
            Seen now = seen;
            if (now != null) {
                refresh(now.state());
            }
        }
    }
}
