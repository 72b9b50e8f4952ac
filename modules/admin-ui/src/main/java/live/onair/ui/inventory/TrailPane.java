package live.onair.ui.inventory;

import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.time.Instant;
import live.onair.inventory.CallRows.TrailReading;
import live.onair.inventory.InventoryRows.AccountState;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** How the trail stands, in sentences: how far it was read, what it still owes, and why it cannot be read. */
final class TrailPane extends Div {

    /** Two readings were missed. */
    private static final Duration OLD = Duration.ofMinutes(11);

    TrailPane() {
        addClassName("on-quota-said");
        setId("trail-said");
    }

    void draw(AccountState account, TrailReading trail, Instant now) {
        removeAll();
        setVisible(account.enabled());
        if (!account.enabled()) {
            return;
        }
        Instant read = trail.readAt();
        add(Parts.text(
                read == null
                        ? Texts.of("calls.read.never")
                        : Texts.of("calls.read", Times.ago(read, now), trail.delayMinutes()),
                "c2",
                "t13"));
        if (account.readOnly()) {
            add(Parts.state("stale", "lock", Texts.of("calls.readOnly")));
        }
        warn(trail, now);
    }

    private void warn(TrailReading trail, Instant now) {
        Instant read = trail.readAt();
        if (read != null && read.plus(OLD).isBefore(now)) {
            add(Parts.state("stale", "stale", Texts.of("calls.old", Times.ago(read, now))));
        }
        if (trail.words() != null) {
            add(Parts.state("warn", "warn", Texts.of("calls.words", trail.words())));
        }
        if (trail.missing() > 0) {
            add(Parts.state("warn", "warn", Texts.of("calls.missing", trail.missing(), trail.delayMinutes())));
        }
        if (trail.foreign() > 0) {
            add(Parts.state("warn", "user", Texts.of("calls.foreignToday", trail.foreign())));
        }
        if (trail.waiting() > 0) {
            add(Parts.text(Texts.of("calls.waiting", trail.waiting()), "c2", "t13"));
        }
    }
}
