package live.onair.ui.products;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import live.onair.audit.AuditLog;
import live.onair.kernel.Outcome;
import live.onair.products.ProductRows.Seller;
import live.onair.products.Sellers;
import live.onair.ui.Actions;
import live.onair.ui.History;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Undo;

/** Who sells, and what of them is still missing that has to be shown. */
@Route(value = "sellers", layout = Shell.class)
@PermitAll
@Dependent
class SellersView extends Div implements HasDynamicTitle {

    private final transient Sellers sellers;
    private final transient AuditLog log;
    private final Grid<Seller> grid = new Grid<>();
    private final Div empty = Parts.empty(Texts.of("sellers.empty"), Texts.of("sellers.empty.why"));
    private transient List<Seller> shown = List.of();

    @Inject
    SellersView(Sellers sellers, AuditLog log, Pulse pulse) {
        this.sellers = sellers;
        this.log = log;
        addClassName("on-page");
        Button add = Actions.button(Sellers.class, "sellers.add", () -> SellerDialog.add(sellers, this::refresh));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        columns();
        add(
                Parts.box(
                        "tool on-wrap",
                        new H1(Texts.of("nav.sellers")),
                        Parts.text(Texts.of("sellers.why"), "c2", "t13"),
                        Parts.box("push"),
                        add),
                empty,
                grid);
        refresh();
        pulse.every(this, this::refresh);
    }

    private void columns() {
        grid.setId("seller-list");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addComponentColumn(SellersView::name)
                .setHeader(Texts.of("seller.name"))
                .setFlexGrow(2);
        grid.addComponentColumn(SellersView::standing)
                .setHeader(Texts.of("seller.shown"))
                .setFlexGrow(3);
        grid.addColumn(seller -> ProductParts.businessNumber(seller.businessNumber()))
                .setHeader(Texts.of("seller.businessNumber"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(SellersView::products)
                .setHeader(Texts.of("nav.products"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::buttons).setAutoWidth(true).setFlexGrow(0);
    }

    private static Component name(Seller seller) {
        return Parts.box(
                "on-thing",
                Parts.text(seller.name(), "b", "t13", "on-thing-name"),
                Parts.text(
                        seller.id() + (seller.representative().isEmpty() ? "" : " · " + seller.representative()),
                        "c3",
                        "t12"));
    }

    private static Component standing(Seller seller) {
        return seller.archived()
                ? Parts.state("ended q", "ended", Texts.of("product.archived.state"))
                : ProductParts.standing(seller);
    }

    private static Component products(Seller seller) {
        Anchor link = new Anchor("products?seller=" + seller.id(), Texts.of("seller.products", seller.products()));
        link.setRouterIgnore(false);
        return link;
    }

    private Component buttons(Seller seller) {
        Div buttons = Parts.box("row-s");
        if (seller.archived()) {
            buttons.add(small("sellers.restore", seller, () -> put(seller, false)));
        } else {
            buttons.add(
                    small("sellers.change", seller, () -> SellerDialog.change(sellers, seller, this::refresh)),
                    small("sellers.archive", seller, () -> put(seller, true)));
        }
        buttons.add(History.button(log, seller.id(), seller.name()));
        return buttons;
    }

    private static Button small(String action, Seller seller, Runnable press) {
        return Actions.inRow(Sellers.class, action, seller.id(), seller.name(), press);
    }

    private void put(Seller seller, boolean away) {
        if (Parts.showed(deed(seller, away))) {
            refresh();
            Undo.offer(Texts.of(away ? "product.archived" : "product.restored", seller.name()), () -> {
                Outcome<Seller> back = deed(seller, !away);
                refresh();
                return back;
            });
        }
    }

    private Outcome<Seller> deed(Seller seller, boolean away) {
        return away ? sellers.archive(seller.id()) : sellers.restore(seller.id());
    }

    private void refresh() {
        List<Seller> now = new ArrayList<>(sellers.list(false));
        now.addAll(sellers.list(true));
        if (!now.equals(shown)) {
            shown = now;
            grid.setItems(now);
            grid.recalculateColumnWidths();
        }
        empty.setVisible(now.isEmpty());
        grid.setVisible(!now.isEmpty());
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.sellers") + " · Onair";
    }
}
