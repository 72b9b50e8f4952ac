package live.onair.ui.products;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import live.onair.audit.AuditLog;
import live.onair.kernel.Outcome;
import live.onair.products.Allotments;
import live.onair.products.Evidence;
import live.onair.products.ProductRows;
import live.onair.products.ProductRows.Product;
import live.onair.products.Products;
import live.onair.products.Sellers;
import live.onair.ui.Actions;
import live.onair.ui.History;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Undo;
import org.jspecify.annotations.Nullable;

/** One product: what is said of it, its options, its seller as shown to viewers, and its history. */
@Route(value = "products/:product", layout = Shell.class)
@PermitAll
@Dependent
class ProductView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Products products;
    private final transient Sellers sellers;
    private final transient Evidence evidence;
    private final transient Allotments allotments;
    private final transient AuditLog log;
    private @Nullable EvidencePane proofs;
    private String id = "";
    private String title = "";
    private transient @Nullable Product seen;
    private transient Allotments.@Nullable Exclusivity seenExclusive;
    private transient ProductRows.@Nullable Seller seenSeller;
    private @Nullable History history;

    @Inject
    ProductView(
            Products products, Sellers sellers, Evidence evidence, Allotments allotments, AuditLog log, Pulse pulse) {
        this.products = products;
        this.sellers = sellers;
        this.evidence = evidence;
        this.allotments = allotments;
        this.log = log;
        addClassName("on-page");
        pulse.every(this, this::refresh);
    }

    static RouteParameters of(String product) {
        return new RouteParameters("product", product);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("product").orElse("");
        getElement().setAttribute("data-object", id);
        seen = null;
        refresh();
    }

    private void refresh() {
        Product now = products.find(id).orElse(null);
        if (now == null) {
            gone();
            return;
        }
        ProductRows.Seller seller = sellers.find(now.seller().id()).orElseThrow();
        Allotments.Exclusivity exclusive = allotments.exclusivity(id);
        if (!now.equals(seen) || !seller.equals(seenSeller) || !exclusive.equals(seenExclusive)) {
            seen = now;
            seenExclusive = exclusive;
            seenSeller = seller;
            title = now.name();
            draw(now, seller, exclusive);
        } else if (history != null && proofs != null) {
            history.refresh();
            proofs.refresh();
        }
    }

    private void gone() {
        title = Texts.of("product.gone");
        removeAll();
        add(Parts.empty(title, Texts.of("product.gone.why")));
    }

    private void draw(Product product, ProductRows.Seller seller, Allotments.Exclusivity exclusive) {
        removeAll();
        History past = new History(log, product.id());
        history = past;
        Div main = Parts.region(
                Parts.box("grow on-scroll", Parts.pane(Texts.of("product.facts"), facts(product, exclusive))),
                Texts.of("product.region.main"));
        if (!product.options().isEmpty()) {
            main.add(Parts.pane(Texts.of("product.options"), options(product)));
        }
        proofs = new EvidencePane(evidence, product.id());
        main.add(Parts.pane(Texts.of("evidence.head"), proofs), Parts.pane(Texts.of("history.title"), past));
        Div side = Parts.region(Parts.box("on-side", seller(seller)), Texts.of("product.region.side"));
        add(head(product, exclusive), Parts.box("on-columns", main, side));
    }

    private Div head(Product product, Allotments.Exclusivity exclusive) {
        H1 name = new H1(product.name());
        name.addClassName("on-product-title");
        Div head = Parts.box(
                "tool on-wrap", name, Parts.copyable(product.id(), Texts.of("product.copy")), Parts.box("push"));
        if (product.archived()) {
            head.addComponentAtIndex(1, Parts.state("ended", "ended", Texts.of("product.archived.state")));
            head.add(Actions.button(Products.class, "products.restore", () -> put(product, false)));
        } else {
            Button change = Actions.button(
                    Products.class,
                    "products.change",
                    () -> ProductDialog.change(products, sellers, product, changed -> refresh()));
            Button keep = Actions.button(
                    Allotments.class,
                    "allotments.keep",
                    () -> ExclusivityDialog.open(allotments, product, exclusive, this::refresh));
            head.add(keep, Actions.button(Products.class, "products.archive", () -> put(product, true)), change);
        }
        return head;
    }

    private void put(Product product, boolean away) {
        if (Parts.showed(put(away))) {
            refresh();
            Undo.offer(Texts.of(away ? "product.archived" : "product.restored", product.name()), () -> {
                Outcome<Product> back = put(!away);
                refresh();
                return back;
            });
        }
    }

    private Outcome<Product> put(boolean away) {
        return away ? products.archive(id) : products.restore(id);
    }

    private static Div facts(Product product, Allotments.Exclusivity exclusive) {
        return Parts.box(
                "sec on-product-facts",
                ProductParts.fact("product.price", ProductParts.prices(product)),
                ProductParts.fact("product.stock", ProductParts.stock(product.stock())),
                ProductParts.fact("product.exclusive", ExclusivityDialog.words(exclusive)),
                ProductParts.fact("product.sku", product.sku()),
                ProductParts.fact("product.brand", product.brand()),
                ProductParts.fact("product.category", product.category()),
                ProductParts.fact("product.cosmetic", ProductParts.cosmetic(product.cosmetic())),
                ProductParts.fact("product.reportNumber", product.reportNumber()));
    }

    private static Grid<ProductRows.Option> options(Product product) {
        Grid<ProductRows.Option> grid = new Grid<>();
        grid.setId("product-options");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.addColumn(ProductRows.Option::name).setHeader(Texts.of("option.name"));
        grid.addColumn(ProductRows.Option::sku).setHeader(Texts.of("product.sku"));
        grid.addComponentColumn(option -> ProductParts.price(option.price() == null ? product.price() : option.price()))
                .setHeader(Texts.of("product.price"));
        grid.addComponentColumn(option -> ProductParts.stock(option.stock())).setHeader(Texts.of("product.stock"));
        grid.setAllRowsVisible(true);
        grid.setItems(product.options());
        return grid;
    }

    private Div seller(ProductRows.Seller seller) {
        Anchor there = new Anchor("sellers", Texts.of("seller.open"));
        there.setRouterIgnore(false);
        return Parts.pane(
                Texts.of("seller.shown"),
                Parts.box(
                        "sec col on-gap",
                        ProductParts.standing(seller),
                        ProductParts.fact("seller.name", seller.name()),
                        ProductParts.fact("seller.representative", seller.representative()),
                        ProductParts.fact("seller.address", seller.address()),
                        ProductParts.fact("seller.phone", seller.phone()),
                        ProductParts.fact("seller.email", seller.email()),
                        ProductParts.fact(
                                "seller.businessNumber", ProductParts.businessNumber(seller.businessNumber())),
                        ProductParts.fact("seller.mailOrder", seller.mailOrder()),
                        there));
    }

    @Override
    public String getPageTitle() {
        return title + " · Onair";
    }
}
