package live.onair.ui.shops;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.shops.ShopRows.Connection;
import live.onair.shops.ShopRows.Pull;
import live.onair.shops.ShopRows.PullState;
import live.onair.shops.ShopRows.Reached;
import live.onair.shops.Shops;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** Which shop is connected, how the last pull went, and how far the one under way is. */
class ShopStatus extends Div {

    private final transient Shops shops;
    private final Div facts = Parts.box("col on-gap");
    private final Div running = Parts.box("col on-gap");
    private final ProgressBar bar = new ProgressBar();
    private final Span reached = Parts.text("", "t13");
    private final Span waits = Parts.text("", "t13", "c2", "on-break");
    private final Button stop;
    private transient @Nullable Connection shown;
    private transient @Nullable Pull pull;

    ShopStatus(Shops shops, Runnable changed) {
        this.shops = shops;
        setId("shop-status");
        addClassNames("pane", "sec", "col", "on-gap");
        stop = Actions.button(Shops.class, "shops.stop", () -> {
            stop();
            changed.run();
        });
        bar.getElement().setAttribute("aria-label", Texts.of("shop.progress"));
        running.setId("shop-progress");
        running.add(Parts.box("row on-wrap", reached, Parts.box("push"), stop), bar, waits);
        add(facts, running);
    }

    private void stop() {
        Pull now = pull;
        if (now != null) {
            Outcome<Pull> outcome = shops.stop(now.id());
            if (Parts.showed(outcome)) {
                Parts.done(Texts.of("shop.stopped", now.id()));
            }
        }
    }

    void show(Connection now) {
        if (!now.equals(shown)) {
            shown = now;
            facts.removeAll();
            facts.add(
                    head(now),
                    Parts.text(
                            Texts.of("shop.schedule." + (now.every().isZero() ? "off" : "on"), every(now)),
                            "t13",
                            "c2"));
            Pull last = now.last();
            if (last != null && last.state().isOver()) {
                facts.add(last(last));
            }
            progress(last);
        }
    }

    private static Div head(Connection now) {
        Pull last = now.last();
        boolean failed = last != null && last.state() == PullState.FAILED;
        return Parts.box(
                "row on-wrap",
                failed
                        ? Parts.state("fault q", "fault", Texts.of("shop.state.failed"))
                        : Parts.state("ok q", "ok", Texts.of("shop.state.connected")),
                Parts.text(now.name(), "b"),
                Parts.text(now.address(), "c3", "t12", "on-break"));
    }

    private static String every(Connection now) {
        Duration every = now.every();
        return every.toHours() > 0 && every.toMinutesPart() == 0
                ? Texts.of("shop.hours", every.toHours())
                : Texts.of("shop.minutes", every.toMinutes());
    }

    private static Div last(Pull last) {
        Div row = Parts.box(
                "row on-wrap",
                Parts.text(Texts.of("shop.last"), "t13", "b"),
                ShopParts.state(last),
                Parts.text(ShopParts.kind(last) + " · " + ShopParts.when(last), "t13"));
        row.setId("shop-last");
        Reason trouble = last.trouble();
        row.add(Parts.text(
                trouble == null ? ShopParts.counts(last.counts()) : trouble.sentence(Texts.locale()),
                "t13",
                "on-break"));
        return row;
    }

    private void progress(@Nullable Pull last) {
        pull = last;
        boolean under = last != null && !last.state().isOver();
        running.setVisible(under);
        if (last == null || !under) {
            return;
        }
        Reached now = last.reached();
        int total = Objects.requireNonNullElse(now.total(), 0);
        boolean known = total > 0 && last.state() == PullState.READING;
        bar.setIndeterminate(!known);
        bar.setValue(known ? Math.min(1.0, (double) now.read() / total) : 0);
        reached.setText(Texts.pick(last.kind().ko(), last.kind().en()) + " · "
                + Texts.pick(last.state().ko(), last.state().en()) + " · "
                + (total == 0 ? Texts.of("shop.read", now.read()) : Texts.of("shop.read.of", now.read(), total)));
        Instant until = now.waitsUntil();
        Reason trouble = last.trouble();
        waits.setVisible(trouble != null);
        waits.setText(
                trouble == null
                        ? ""
                        : trouble.sentence(Texts.locale())
                                + (until == null ? "" : " " + Texts.of("shop.again", Times.seconds(until))));
        stop.setVisible(last.state() == PullState.READING && Actions.isAllowed(Shops.class, "shops.stop"));
    }
}
