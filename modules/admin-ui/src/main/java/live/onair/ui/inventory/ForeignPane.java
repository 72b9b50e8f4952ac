package live.onair.ui.inventory;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import live.onair.inventory.CallRows.ForeignAct;
import live.onair.inventory.CallRows.ForeignActs;
import live.onair.inventory.Inventory;
import live.onair.inventory.InventoryRows.AccountState;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** What others changed on our things in the account: who, when, from where, on what. Not there while there is nothing. */
final class ForeignPane extends Div {

    private static final int PAGE = 10;

    private final transient Inventory inventory;
    private final Grid<ForeignAct> grid = new Grid<>();
    private final Button more = new Button(Texts.of("calls.more"), e -> next());
    private final transient List<ForeignAct> rows = new ArrayList<>();
    private @Nullable String cursor;

    ForeignPane(Inventory inventory) {
        this.inventory = inventory;
        setId("foreign-acts");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.setAllRowsVisible(true);
        grid.addColumn(act -> Times.exact(act.at()))
                .setHeader(Texts.of("calls.at"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(ForeignPane::who)
                .setHeader(Texts.of("calls.who"))
                .setFlexGrow(3);
        grid.addComponentColumn(ForeignPane::what)
                .setHeader(Texts.of("calls.call"))
                .setFlexGrow(3);
        grid.addComponentColumn(ForeignPane::where)
                .setHeader(Texts.of("inventory.channel"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(act -> Parts.copyable(act.id(), Texts.of("show.copyId", act.id())))
                .setHeader(Texts.of("calls.event"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        more.setId("foreign-more");
        add(Parts.pane(Texts.of("calls.foreign"), grid, Parts.box("sec", more)));
    }

    private static Component who(ForeignAct act) {
        String how = act.asUs() ? Texts.of("calls.asUs") : Texts.of("calls.stranger");
        return CallParts.cell(act.principal(), act.source() == null ? how : how + " · " + act.source());
    }

    private static Component what(ForeignAct act) {
        String refused = act.error() == null ? "" : " · " + Texts.of("calls.refused", act.error());
        return CallParts.cell(act.service() + " " + act.operation() + refused, act.resource());
    }

    private static Component where(ForeignAct act) {
        return act.channel() == null
                ? Parts.text("—", "c3")
                : CallParts.link("channels?q=" + act.channel(), act.channel());
    }

    void refresh(AccountState account) {
        if (rows.size() <= PAGE) {
            ForeignActs page = inventory.foreign(null, null, PAGE);
            cursor = page.next();
            if (!rows.equals(page.items())) {
                rows.clear();
                rows.addAll(page.items());
                grid.setItems(List.copyOf(rows));
                grid.recalculateColumnWidths();
            }
        }
        more.setVisible(cursor != null);
        setVisible(account.enabled() && !rows.isEmpty());
    }

    private void next() {
        ForeignActs page = inventory.foreign(null, cursor, PAGE);
        rows.addAll(page.items());
        cursor = page.next();
        grid.setItems(List.copyOf(rows));
        more.setVisible(cursor != null);
    }
}
