package live.onair.ui.inventory;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import live.onair.inventory.CallRows.SentCall;
import live.onair.inventory.CallRows.SentCalls;
import live.onair.inventory.Inventory;
import live.onair.inventory.InventoryRows.AccountState;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What Onair called in the account that changes something, held against the account's own trail; and what others changed. */
@Route(value = InventoryHead.CALLS, layout = Shell.class)
@PermitAll
@Dependent
class CallsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final transient Inventory inventory;
    private final transient Pulse pulse;
    private final AccountHead head;
    private final transient Narrowing narrowing =
            new Narrowing(InventoryHead.CALLS, "state", CallParts.choices(), "calls.trail", "calls.search");
    private final TrailPane trail = new TrailPane();
    private final ForeignPane foreign;
    private final Grid<SentCall> grid = new Grid<>();
    private final Div empty = new Div();
    private final Button more = new Button(Texts.of("calls.more"), e -> next());
    private final transient List<SentCall> rows = new ArrayList<>();
    private @Nullable String cursor;
    private long lastNanos;

    @Inject
    CallsView(Inventory inventory, Pulse pulse) {
        this.inventory = inventory;
        this.pulse = pulse;
        head = new AccountHead(inventory);
        foreign = new ForeignPane(inventory);
        addClassNames("on-page", "on-scrolls");
        narrowing.choice.setItemLabelGenerator(CallParts::choice);
        more.setId("calls-more");
        CallParts.columns(grid, pulse::now);
        add(
                Parts.box("tool on-wrap", new InventoryHead(InventoryHead.CALLS), Parts.box("push"), head.again),
                head,
                trail,
                foreign,
                Parts.box(
                        "tool on-wrap on-calls-head",
                        Parts.text(Texts.of("calls.ours"), "b"),
                        narrowing.choice,
                        narrowing.text),
                empty,
                grid,
                Parts.box("sec", more));
        pulse.every(this, () -> {
            if (System.nanoTime() - lastNanos >= EVERY.toNanos()) {
                refresh();
            }
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        narrowing.read(event.getLocation().getQueryParameters());
        rows.clear();
        cursor = null;
        refresh();
    }

    private SentCalls read(@Nullable String after) {
        return inventory.calls(CallParts.wanted(
                CallParts.stateOf(narrowing.choice.getValue()).orElse(null), narrowing.text.getValue(), after, PAGE));
    }

    private void next() {
        SentCalls page = read(cursor);
        rows.addAll(page.items());
        cursor = page.next();
        draw(inventory.account());
    }

    /** Who has turned pages keeps them: what is new is at the top, and comes when the page is opened anew. */
    private void refresh() {
        lastNanos = System.nanoTime();
        AccountState account = inventory.account();
        head.draw(account, pulse.now());
        trail.draw(account, inventory.trail(), pulse.now());
        foreign.refresh(account);
        if (rows.size() <= PAGE) {
            SentCalls page = read(null);
            rows.clear();
            rows.addAll(page.items());
            cursor = page.next();
        }
        draw(account);
    }

    private void draw(AccountState account) {
        CallParts.show(grid, rows);
        more.setVisible(cursor != null);
        empty.removeAll();
        String key = !account.enabled() ? "calls.off" : narrowing.isNarrow() ? "calls.none.filter" : "calls.none";
        empty.add(Parts.empty(Texts.of(key), Texts.of(key + ".why")));
        empty.setVisible(rows.isEmpty());
        grid.setVisible(!rows.isEmpty());
    }

    @Override
    public String getPageTitle() {
        return Texts.of("inventory.tab.calls") + " · " + Texts.of("inventory.title") + " · Onair";
    }
}
