package live.onair.ui.inventory;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import live.onair.inventory.CallRows.SentCall;
import live.onair.inventory.CallRows.SentCalls;
import live.onair.inventory.Inventory;
import live.onair.inventory.InventoryRows.AccountState;
import live.onair.ui.Actions;
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
    private final AccountHead head = new AccountHead();
    private final RadioButtonGroup<String> filter = new RadioButtonGroup<>();
    private final TextField text = new TextField();
    private final TrailPane trail = new TrailPane();
    private final ForeignPane foreign;
    private final Grid<SentCall> grid = new Grid<>();
    private final Div empty = new Div();
    private final Button more = new Button(Texts.of("calls.more"), e -> next());
    private final Button refresh;
    private final transient List<SentCall> rows = new ArrayList<>();
    private @Nullable String cursor;
    private long lastNanos;

    @Inject
    CallsView(Inventory inventory, Pulse pulse) {
        this.inventory = inventory;
        this.pulse = pulse;
        foreign = new ForeignPane(inventory);
        addClassNames("on-page", "on-scrolls");
        narrowing();
        refresh = Actions.button(Inventory.class, "inventory.refresh", () -> {
            if (Parts.showed(inventory.refresh())) {
                Parts.done(Texts.of("inventory.refreshing"));
            }
        });
        more.setId("calls-more");
        CallParts.columns(grid, pulse::now);
        add(
                Parts.box("tool on-wrap", new InventoryHead(InventoryHead.CALLS), Parts.box("push"), refresh),
                head,
                trail,
                foreign,
                Parts.box("tool on-wrap on-calls-head", Parts.text(Texts.of("calls.ours"), "b"), filter, text),
                empty,
                grid,
                Parts.box("sec", more));
        pulse.every(this, () -> {
            if (System.nanoTime() - lastNanos >= EVERY.toNanos()) {
                refresh();
            }
        });
    }

    /** What is shown of all there is. */
    private void narrowing() {
        filter.addClassName("on-segments");
        filter.setItems(CallParts.choices());
        filter.setItemLabelGenerator(CallParts::choice);
        filter.setAriaLabel(Texts.of("calls.trail"));
        filter.addValueChangeListener(e -> narrowed(e.isFromClient()));
        text.setPlaceholder(Texts.of("calls.search"));
        text.setAriaLabel(Texts.of("calls.search"));
        text.setId("calls-search");
        text.setPrefixComponent(Parts.icon("search"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(e -> narrowed(e.isFromClient()));
    }

    private void narrowed(boolean byPerson) {
        if (byPerson) {
            getUI().ifPresent(ui -> ui.navigate(InventoryHead.CALLS + (query().isEmpty() ? "" : "?" + query())));
        }
    }

    /** What is shown, as the address says it. */
    private String query() {
        Map<String, String> query = new TreeMap<>();
        if (filter.getValue() != null && !filter.getValue().isEmpty()) {
            query.put("state", filter.getValue());
        }
        if (!text.getValue().isBlank()) {
            query.put("q", text.getValue().strip());
        }
        return QueryParameters.simple(query).getQueryString();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        filter.setValue(CallParts.stateOf(query.getSingleParameter("state").orElse(""))
                .map(Enum::name)
                .orElse(""));
        text.setValue(query.getSingleParameter("q").orElse(""));
        rows.clear();
        cursor = null;
        refresh();
    }

    private SentCalls read(@Nullable String after) {
        return inventory.calls(
                CallParts.wanted(CallParts.stateOf(filter.getValue()).orElse(null), text.getValue(), after, PAGE));
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
        refresh.setVisible(account.enabled() && Actions.isAllowed(Inventory.class, "inventory.refresh"));
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
        String key = !account.enabled() ? "calls.off" : query().isEmpty() ? "calls.none" : "calls.none.filter";
        empty.add(Parts.empty(Texts.of(key), Texts.of(key + ".why")));
        empty.setVisible(rows.isEmpty());
        grid.setVisible(!rows.isEmpty());
    }

    @Override
    public String getPageTitle() {
        return Texts.of("inventory.tab.calls") + " · " + Texts.of("inventory.title") + " · Onair";
    }
}
