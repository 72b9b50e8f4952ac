package live.onair.ui.products;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import live.onair.products.Catalogues;
import live.onair.products.ProductRows.Product;
import live.onair.products.Products;
import live.onair.products.Sellers;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** The catalogue, found by name, brand, SKU or first consonants; filters and order stand in the address. */
@Route(value = "products", layout = Shell.class)
@PermitAll
@Dependent
class ProductsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 100;

    private final transient Products products;
    private final ProductFilterBar bar;
    private final Grid<Product> grid = new Grid<>();
    private final Div empty = Parts.box("on-empty");
    private final Span count = Parts.text("", "c2", "t13");
    private final Button more = new Button(Texts.of("audit.more"), e -> more());
    private transient List<Product> shown = List.of();
    private int pages = 1;
    private transient Optional<Instant> seen = Optional.empty();

    @Inject
    ProductsView(Products products, Sellers sellers, Pulse pulse) {
        this.products = products;
        bar = new ProductFilterBar(sellers.list(false), this::narrowed);
        addClassName("on-page");
        Button add =
                Actions.button(Products.class, "products.add", () -> ProductDialog.add(products, sellers, this::open));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Button bring = way("catalogue.title", "upload", "products/import");
        bring.setVisible(Actions.isAllowed(Catalogues.class, "catalogues.apply"));
        Button shop = way("shop.open", "share", "products/shop");
        more.setId("products-more");
        count.setId("products-count");
        columns();
        add(
                Parts.box(
                        "tool on-wrap",
                        new H1(Texts.of("nav.products")),
                        bar,
                        count,
                        Parts.box("push"),
                        shop,
                        bring,
                        add),
                empty,
                grid,
                Parts.box("sec on-more", more));
        pulse.every(this, this::look);
    }

    private static Button way(String words, String symbol, String path) {
        Button way = new Button(
                Texts.of(words), Parts.icon(symbol), e -> UI.getCurrent().navigate(path));
        way.setId(path.replace('/', '-'));
        return way;
    }

    private void open(Product product) {
        UI.getCurrent().navigate(ProductView.class, ProductView.of(product.id()));
    }

    private void columns() {
        grid.setId("product-list");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.addComponentColumn(ProductsView::name)
                .setHeader(Texts.of("product.name"))
                .setFlexGrow(4);
        grid.addColumn(product -> product.seller().name())
                .setHeader(Texts.of("product.seller"))
                .setFlexGrow(1);
        grid.addComponentColumn(ProductParts::prices)
                .setHeader(Texts.of("product.price"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("140px")
                .setFlexGrow(0);
        grid.addComponentColumn(product -> ProductParts.stock(product.stock()))
                .setHeader(Texts.of("product.stock"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("120px")
                .setFlexGrow(0);
        grid.addColumn(product -> ProductParts.cosmetic(product.cosmetic()))
                .setHeader(Texts.of("product.cosmetic"))
                .setWidth("140px")
                .setFlexGrow(0);
        grid.addColumn(product -> product.changedBy() + " · " + Times.brief(product.changedAt()))
                .setHeader(Texts.of("product.changed"))
                .setFlexGrow(1);
        grid.setSizeFull();
    }

    private static Component name(Product product) {
        RouterLink link = new RouterLink(product.name(), ProductView.class, ProductView.of(product.id()));
        link.addClassNames("b", "t13", "on-thing-name");
        String more = String.join(
                " · ",
                List.of(product.brand(), product.sku(), product.category()).stream()
                        .filter(word -> !word.isEmpty())
                        .toList());
        String options = product.options().isEmpty()
                ? ""
                : " · " + Texts.of("product.options.count", product.options().size());
        return Parts.box("on-thing", link, Parts.text(more + options, "c3", "t12"));
    }

    private void narrowed() {
        String query = bar.query();
        UI.getCurrent().navigate("products" + (query.isEmpty() ? "" : "?" + query));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        bar.read(event.getLocation().getQueryParameters());
        pages = 1;
        refresh();
    }

    private void more() {
        pages++;
        refresh();
    }

    /** Reads the list again only when something in it was changed. */
    private void look() {
        if (!products.changedAt().equals(seen)) {
            refresh();
        }
    }

    private void refresh() {
        seen = products.changedAt();
        List<Product> now = new ArrayList<>();
        @Nullable String cursor = null;
        long total = 0;
        for (int page = 0; page < pages; page++) {
            var read = products.list(bar.filter(cursor, PAGE));
            now.addAll(read.products());
            total = read.total();
            cursor = read.next();
            if (cursor == null) {
                break;
            }
        }
        if (!now.equals(shown)) {
            shown = now;
            grid.setItems(now);
        }
        count.setText(Texts.of("products.count", total, now.size()));
        more.setVisible(cursor != null);
        grid.setVisible(!now.isEmpty());
        draw(now.isEmpty());
    }

    private void draw(boolean nothing) {
        empty.setVisible(nothing);
        empty.removeAll();
        boolean narrowed = bar.isNarrowed();
        empty.add(
                Parts.text(Texts.of(narrowed ? "products.none" : "products.empty"), "b"),
                Parts.text(Texts.of(narrowed ? "products.none.why" : "products.empty.why"), "c2", "t13"));
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.products") + " · Onair";
    }
}
