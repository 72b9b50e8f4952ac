package live.onair.ui.inventory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.inventory.Inventory;
import live.onair.inventory.InventoryRows;
import live.onair.inventory.KeptRecording;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** The account at the head of the page: what is known, how old it is, and why the rest is not. */
final class AccountHead extends Div {

    /** Two looks were missed. */
    private static final Duration OLD = Duration.ofSeconds(150);

    /** Has the account looked at again; not there where none is used. */
    final Button again;

    private final transient Inventory inventory;

    AccountHead(Inventory inventory) {
        this.inventory = inventory;
        again = Actions.button(Inventory.class, "inventory.refresh", () -> {
            if (Parts.showed(inventory.refresh())) {
                Parts.done(Texts.of("inventory.refreshing"));
            }
        });
        addClassName("on-account");
        setId("account-head");
    }

    void draw(InventoryRows.AccountState account, Instant now) {
        again.setVisible(account.enabled() && Actions.isAllowed(Inventory.class, "inventory.refresh"));
        removeAll();
        add(state(account));
        if (!account.enabled()) {
            add(Parts.text(Texts.of("inventory.off.why"), "c2", "t13"));
            return;
        }
        add(fact("inventory.account", account.account()));
        add(fact("inventory.region", account.region()));
        add(fact("inventory.env", account.env()));
        if (account.readOnly()) {
            add(Parts.state("stale", "lock", Texts.of("inventory.readOnly")));
        }
        add(age("inventory.looked", account.lookedAt(), now), age("inventory.counted", account.countedAt(), now));
        add(ArchiveParts.of(account.archive(), now));
        List<KeptRecording> failing = inventory.recordings(KeptRecording.Copies.FAILED);
        if (!failing.isEmpty()) {
            add(ArchiveParts.failing(failing));
        }
        if (account.words() != null) {
            add(Parts.text(Texts.of("inventory.words", account.words()), "c2", "t13", "on-account-words"));
        }
    }

    private static Component state(InventoryRows.AccountState account) {
        if (!account.enabled()) {
            return Parts.state("ended", "ended", Texts.of("inventory.off"));
        }
        return account.connected()
                ? Parts.state("ok", "ok", Texts.of("inventory.connected"))
                : Parts.state("fault", "fault", Texts.of("inventory.notConnected"));
    }

    private static Component fact(String key, @Nullable String value) {
        Span words = Parts.text(value == null ? Texts.of("inventory.unknown") : value, "b", "t13");
        return Parts.box("on-account-fact", Parts.text(Texts.of(key), "c3", "t12"), words);
    }

    private static Component age(String key, @Nullable Instant at, Instant now) {
        String words = at == null ? Texts.of("inventory.never") : Times.ago(at, now);
        Div fact = Parts.box("on-account-fact", Parts.text(Texts.of(key), "c3", "t12"), Parts.text(words, "t13"));
        fact.setClassName("stale", at == null || at.plus(OLD).isBefore(now));
        return fact;
    }
}
