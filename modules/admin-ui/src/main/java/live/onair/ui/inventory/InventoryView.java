package live.onair.ui.inventory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import live.onair.inventory.Inventory;
import live.onair.inventory.InventoryRows.AccountState;
import live.onair.inventory.InventoryRows.Holding;
import live.onair.inventory.InventoryRows.Planned;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;

/** What the cloud account holds against what we want; what nobody wants is cleared away by a plan. */
@Route(value = InventoryHead.THINGS, layout = Shell.class)
@PermitAll
@Dependent
class InventoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 200;
    private static final List<String> VERDICTS = List.of("", "IDLE_RUNNING", "ORPHAN", "DRIFTED", "WANTED");

    private final transient Inventory inventory;
    private final transient Pulse pulse;
    private final AccountHead head;
    private final transient Narrowing narrowing =
            new Narrowing(InventoryHead.THINGS, "verdict", VERDICTS, "inventory.verdict", "inventory.search");
    private final Grid<Holding> grid = new Grid<>();
    private final Div empty = new Div();
    private List<Holding> shown = List.of();

    @Inject
    InventoryView(Inventory inventory, Pulse pulse) {
        this.inventory = inventory;
        this.pulse = pulse;
        head = new AccountHead(inventory);
        addClassName("on-page");
        narrowing.choice.setItemLabelGenerator(
                s -> ItemParts.verdict(s).map(ItemParts::word).orElseGet(() -> Texts.of("inventory.all")));
        columns();
        add(
                Parts.box(
                        "tool on-wrap",
                        new InventoryHead(InventoryHead.THINGS),
                        narrowing.choice,
                        narrowing.text,
                        Parts.box("push"),
                        head.again),
                head,
                empty,
                grid);
        pulse.every(this, this::refresh);
    }

    private void columns() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setSizeFull();
        grid.addComponentColumn(ItemParts::verdict)
                .setHeader(Texts.of("inventory.verdict"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(ItemParts::thing)
                .setHeader(Texts.of("inventory.thing"))
                .setFlexGrow(3);
        grid.addComponentColumn(ItemParts::state)
                .setHeader(Texts.of("inventory.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(ItemParts::channel)
                .setHeader(Texts.of("inventory.channel"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(ItemParts::cost)
                .setHeader(Texts.of("inventory.costs"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(ItemParts::why)
                .setHeader(Texts.of("inventory.why"))
                .setFlexGrow(3);
        grid.addComponentColumn(this::button).setAutoWidth(true).setFlexGrow(0);
    }

    /** Only where something can be done; the sheet says what. */
    private Component button(Holding item) {
        if (item.deed() == null) {
            return new Div();
        }
        Button plan = Actions.button(Inventory.class, "inventory.plan", () -> planned(item));
        plan.addThemeVariants(ButtonVariant.LUMO_SMALL);
        plan.setText(Texts.pick(item.deed().ko(), item.deed().en()) + "…");
        plan.setAriaLabel(plan.getText() + " " + item.name());
        plan.setId("inventory-plan-" + item.id());
        return plan;
    }

    private void planned(Holding item) {
        Outcome<Planned> outcome = inventory.plan(item.id());
        if (Parts.showed(outcome)) {
            ClearSheet.open(inventory, item, outcome.orThrow(), this::refresh);
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        narrowing.read(event.getLocation().getQueryParameters());
        refresh();
    }

    private void refresh() {
        AccountState account = inventory.account();
        head.draw(account, pulse.now());
        List<Holding> now = inventory
                .list(new Inventory.Filter(
                        ItemParts.verdict(narrowing.choice.getValue()).orElse(null),
                        narrowing.text.getValue(),
                        null,
                        PAGE))
                .items();
        if (!now.equals(shown)) {
            shown = now;
            grid.setItems(now);
            grid.recalculateColumnWidths();
        }
        nothing(account);
        empty.setVisible(now.isEmpty());
        grid.setVisible(!now.isEmpty());
    }

    private void nothing(AccountState account) {
        boolean narrowed = narrowing.isNarrow();
        String key = !account.enabled()
                ? "inventory.none.off"
                : account.countedAt() == null
                        ? "inventory.none.unseen"
                        : narrowed ? "inventory.none.filter" : "inventory.none";
        empty.removeAll();
        empty.add(Parts.empty(Texts.of(key), Texts.of(key + ".why")));
    }

    @Override
    public String getPageTitle() {
        return Texts.of("inventory.title") + " · Onair";
    }
}
