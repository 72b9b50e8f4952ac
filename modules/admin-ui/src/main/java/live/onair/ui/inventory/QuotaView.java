package live.onair.ui.inventory;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import live.onair.inventory.Inventory;
import live.onair.inventory.InventoryRows.AccountState;
import live.onair.inventory.QuotaRows.Quota;
import live.onair.inventory.QuotaRows.Quotas;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** What the account may hold against what the calendar of the next weeks asks for. */
@Route(value = InventoryHead.QUOTAS, layout = Shell.class)
@PermitAll
@Dependent
class QuotaView extends Div implements HasDynamicTitle {

    /** The whole calendar of four weeks is looked through for it. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final transient Inventory inventory;
    private final transient Pulse pulse;
    private final AccountHead head;
    private final Div said = Parts.box("on-quota-said");
    private final Div empty = new Div();
    private final Grid<Quota> grid = new Grid<>();
    private transient @Nullable Quotas shown;
    private long lastNanos;

    @Inject
    QuotaView(Inventory inventory, Pulse pulse) {
        this.inventory = inventory;
        this.pulse = pulse;
        head = new AccountHead(inventory);
        addClassName("on-page");
        said.setId("quota-said");
        columns();
        add(
                Parts.box("tool on-wrap", new InventoryHead(InventoryHead.QUOTAS), Parts.box("push"), head.again),
                head,
                said,
                empty,
                grid);
        pulse.every(this, () -> {
            if (System.nanoTime() - lastNanos >= EVERY.toNanos()) {
                refresh();
            }
        });
        refresh();
    }

    private void columns() {
        grid.setId("quota-list");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setAllRowsVisible(true);
        grid.addComponentColumn(QuotaParts::headroom)
                .setHeader(Texts.of("inventory.quota.headroom"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(QuotaParts::name)
                .setHeader(Texts.of("inventory.quota"))
                .setFlexGrow(3);
        grid.addComponentColumn(QuotaParts::used)
                .setHeader(Texts.of("inventory.quota.used"))
                .setFlexGrow(1);
        grid.addComponentColumn(QuotaParts::peak)
                .setHeader(Texts.of("inventory.quota.peak"))
                .setFlexGrow(2);
        grid.addComponentColumn(QuotaParts::limit)
                .setHeader(Texts.of("inventory.quota.limit"))
                .setFlexGrow(1);
        grid.addComponentColumn(QuotaParts::left)
                .setHeader(Texts.of("inventory.quota.left"))
                .setFlexGrow(2);
    }

    private void refresh() {
        lastNanos = System.nanoTime();
        AccountState account = inventory.account();
        head.draw(account, pulse.now());
        Quotas now = inventory.quotas();
        say(account, now);
        if (shown == null || !now.items().equals(shown.items())) {
            grid.setItems(now.items());
        }
        shown = now;
        empty.setVisible(now.items().isEmpty());
        grid.setVisible(!now.items().isEmpty());
    }

    private void say(AccountState account, Quotas now) {
        said.removeAll();
        empty.removeAll();
        said.setVisible(account.enabled());
        if (now.items().isEmpty()) {
            String key = account.enabled() ? "inventory.quota.unread" : "inventory.quota.off";
            empty.add(Parts.empty(Texts.of(key), Texts.of(key + ".why")));
        } else {
            said.add(Parts.text(
                    Texts.of(
                            "inventory.quota.read",
                            now.readAt() == null ? "" : Times.ago(now.readAt(), pulse.now()),
                            Times.day(Times.day(now.until()))),
                    "c2",
                    "t13"));
        }
        if (account.enabled() && !account.connected() && now.readAt() != null) {
            said.add(Parts.state("stale", "warn", Texts.of("inventory.quota.old")));
        }
        if (now.words() != null) {
            said.add(Parts.state("warn", "warn", Texts.of("inventory.quota.words", now.words())));
        }
        now.items().forEach(quota -> said.add(QuotaParts.sentences(quota)));
    }

    @Override
    public String getPageTitle() {
        return Texts.of("inventory.tab.quotas") + " · " + Texts.of("inventory.title") + " · Onair";
    }
}
