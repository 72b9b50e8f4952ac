package live.onair.ui.webhooks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import live.onair.audit.AuditLog;
import live.onair.kernel.Outcome;
import live.onair.products.ProductRows.Seller;
import live.onair.products.Sellers;
import live.onair.ui.Actions;
import live.onair.ui.History;
import live.onair.ui.Parts;
import live.onair.ui.Reasons;
import live.onair.ui.Secret;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.webhooks.ShopDoors;
import live.onair.webhooks.ShopDoors.ShopTerms;
import live.onair.webhooks.WebhookRows.DoorMade;
import live.onair.webhooks.WebhookRows.ShopDoor;

/** Shops that tell of orders, stock and what was done with products. */
final class ShopsPane extends Div {

    private final transient ShopDoors doors;
    private final transient Sellers sellers;
    private final transient AuditLog log;
    private final Grid<ShopDoor> grid = new Grid<>();
    private final Div empty = Parts.empty(Texts.of("webhooks.shops.none"), Texts.of("webhooks.shops.none.why"));
    private transient List<ShopDoor> shown = List.of();
    private transient Map<String, String> names = Map.of();

    ShopsPane(ShopDoors doors, Sellers sellers, AuditLog log) {
        this.doors = doors;
        this.sellers = sellers;
        this.log = log;
        grid.setId("shop-list");
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addComponentColumn(row -> Parts.box(
                        "on-thing",
                        Parts.text(row.name(), "b", "t13", "on-thing-name"),
                        Parts.text("/hooks/shops/" + row.id(), "c3", "t12", "mono", "on-break")))
                .setHeader(Texts.of("webhooks.shop"))
                .setFlexGrow(3);
        grid.addColumn(row -> names.getOrDefault(row.seller(), row.seller()))
                .setHeader(Texts.of("webhooks.seller"))
                .setFlexGrow(2);
        grid.addColumn(ShopsPane::received)
                .setHeader(Texts.of("webhooks.received"))
                .setFlexGrow(2);
        grid.addComponentColumn(row -> Parts.text(row.mark() + "…", "mono", "t12"))
                .setHeader(Texts.of("webhooks.secret"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::buttons).setAutoWidth(true).setFlexGrow(0);
        add(empty, grid);
    }

    private static String received(ShopDoor row) {
        Instant last = row.lastAt();
        return last == null
                ? Texts.of("webhooks.received.none")
                : Texts.of("webhooks.received.some", row.received(), Times.brief(last));
    }

    private Component buttons(ShopDoor row) {
        Button remove = Actions.inRow(
                ShopDoors.class,
                "shopDoors.remove",
                row.id(),
                row.name(),
                () -> Reasons.certain(
                        Actions.label(ShopDoors.class, "shopDoors.remove"), Texts.of("webhooks.shop.gone"), () -> {
                            Parts.showed(doors.remove(row.id()));
                            refresh();
                        }));
        return Parts.box("row-s", remove, History.button(log, row.id(), row.name()));
    }

    void adding() {
        Dialog dialog = new Dialog(Actions.label(ShopDoors.class, "shopDoors.add"));
        dialog.setWidth("480px");
        TextField name = new TextField(Texts.of("webhooks.name"));
        name.setId("shop-name");
        name.setWidthFull();
        Select<Seller> seller = new Select<>();
        seller.setId("shop-seller");
        seller.setLabel(Texts.of("webhooks.seller"));
        seller.setItems(sellers.list(false));
        seller.setItemLabelGenerator(Seller::name);
        seller.setWidthFull();
        Button done = Parts.primary(Actions.label(ShopDoors.class, "shopDoors.add"), "check");
        done.setId("shop-done");
        done.addClickListener(e -> {
            Seller of = seller.getValue();
            Outcome<DoorMade> outcome = doors.add(new ShopTerms(name.getValue(), of == null ? null : of.id()));
            if (Parts.showed(outcome)) {
                dialog.close();
                refresh();
                Secret.show(Texts.of("webhooks.secret"), outcome.orThrow().secret());
            }
        });
        dialog.add(Parts.box("col on-gap", name, seller));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        name.focus();
    }

    void refresh() {
        List<ShopDoor> now = doors.list();
        if (!now.equals(shown)) {
            names = sellers.list(false).stream().collect(Collectors.toMap(Seller::id, Seller::name));
            shown = now;
            grid.setItems(now);
            grid.recalculateColumnWidths();
        }
        empty.setVisible(now.isEmpty());
        grid.setVisible(!now.isEmpty());
    }
}
