package live.onair.ui;

import com.vaadin.flow.component.html.Anchor;
import java.time.Duration;
import live.onair.inventory.CallRows.TrailReading;
import live.onair.inventory.Inventory;
import live.onair.inventory.InventoryRows;
import live.onair.kernel.Actor;
import live.onair.kernel.Role;

/**
 * The account that can be spent from, on every screen of those who can: its number, its region, whether it is read-only.
 * Not there where no cloud is used; not connected where it does not answer.
 */
final class AccountChip extends Anchor {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final transient Inventory inventory;
    private final transient Pulse pulse;
    private long lastNanos;

    AccountChip(Inventory inventory, Pulse pulse) {
        super("inventory", "");
        this.inventory = inventory;
        this.pulse = pulse;
        setId("account-chip");
        addClassName("on-account-chip");
        pulse.every(this, () -> {
            if (System.nanoTime() - lastNanos >= EVERY.toNanos()) {
                draw();
            }
        });
        draw();
    }

    static boolean isFor(Actor actor) {
        return actor.isOneOf(Role.OPS, Role.ADMIN);
    }

    private void draw() {
        lastNanos = System.nanoTime();
        InventoryRows.AccountState account = inventory.account();
        setVisible(account.enabled());
        if (!account.enabled()) {
            return;
        }
        removeAll();
        if (account.connected()) {
            add(Parts.text(account.account() + " · " + account.region(), "t12"));
        } else {
            add(Parts.state("fault q", "fault", Texts.of("inventory.notConnected")));
        }
        if (account.readOnly()) {
            add(Parts.state("stale q", "lock", Texts.of("inventory.readOnly")));
        }
        warn(inventory.trail());
        String age = account.lookedAt() == null ? "" : Times.ago(account.lookedAt(), pulse.now());
        getElement().setAttribute("title", Texts.of("inventory.lookedAt", age));
    }

    /** What the account's own trail says and a person should look at. */
    private void warn(TrailReading trail) {
        if (trail.missing() > 0) {
            add(Parts.state("warn q", "warn", Texts.of("calls.chip.missing", trail.missing())));
        }
        if (trail.foreign() > 0) {
            add(Parts.state("warn q", "user", Texts.of("calls.chip.foreign", trail.foreign())));
        }
        setHref(trail.missing() + trail.foreign() > 0 ? "inventory/calls" : "inventory");
    }
}
