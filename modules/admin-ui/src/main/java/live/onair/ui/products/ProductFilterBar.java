package live.onair.ui.products;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import live.onair.products.ProductRows;
import live.onair.products.Products;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What the catalogue is narrowed by, and its order: as it stands in the address. */
class ProductFilterBar extends Div {

    /** An order and its direction. */
    private enum By {
        NAME(Products.Sort.NAME, false),
        CHEAP(Products.Sort.PRICE, false),
        DEAR(Products.Sort.PRICE, true),
        NEW(Products.Sort.CHANGED, true);

        private final Products.Sort sort;
        private final boolean down;

        By(Products.Sort sort, boolean down) {
            this.sort = sort;
            this.down = down;
        }
    }

    private final TextField text = new TextField();
    private final Select<ProductRows.Seller> seller = new Select<>();
    private final Select<Products.Which> which = new Select<>();
    private final Select<By> by = new Select<>();
    private final transient List<ProductRows.Seller> sellers;

    ProductFilterBar(List<ProductRows.Seller> sellers, Runnable narrowed) {
        this.sellers = sellers;
        addClassNames("row", "on-wrap");
        text.setPlaceholder(Texts.of("products.search"));
        text.setAriaLabel(Texts.of("products.search"));
        text.setId("products-search");
        text.setPrefixComponent(Parts.icon("search"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        seller.setId("products-seller");
        seller.setItems(sellers);
        seller.setEmptySelectionAllowed(true);
        seller.setEmptySelectionCaption(Texts.of("products.allSellers"));
        seller.setItemLabelGenerator(s -> s == null ? Texts.of("products.allSellers") : s.name());
        seller.setAriaLabel(Texts.of("product.seller"));
        which.setId("products-which");
        which.setItems(Products.Which.values());
        which.setItemLabelGenerator(w -> Texts.of("products.which." + w));
        which.setAriaLabel(Texts.of("products.which"));
        by.setId("products-sort");
        by.setItems(By.values());
        by.setItemLabelGenerator(b -> Texts.of("products.by." + b));
        by.setAriaLabel(Texts.of("products.by"));
        watch(text, narrowed);
        watch(seller, narrowed);
        watch(which, narrowed);
        watch(by, narrowed);
        add(text, seller, which, by);
    }

    private static void watch(HasValue<?, ?> field, Runnable narrowed) {
        field.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                narrowed.run();
            }
        });
    }

    boolean isNarrowed() {
        return !text.getValue().isBlank() || seller.getValue() != null || which.getValue() != Products.Which.ACTIVE;
    }

    Products.Filter filter(@Nullable String cursor, int size) {
        ProductRows.Seller of = seller.getValue();
        String words = text.getValue().isBlank() ? null : text.getValue();
        By order = by.getValue();
        return new Products.Filter(
                words, of == null ? null : of.id(), which.getValue(), order.sort, order.down, cursor, size);
    }

    String query() {
        Map<String, String> query = new TreeMap<>();
        if (!text.getValue().isBlank()) {
            query.put("q", text.getValue().strip());
        }
        if (seller.getValue() != null) {
            query.put("seller", seller.getValue().id());
        }
        if (which.getValue() != Products.Which.ACTIVE) {
            query.put("which", which.getValue().name());
        }
        if (by.getValue() != By.NAME) {
            query.put("by", by.getValue().name());
        }
        return QueryParameters.simple(query).getQueryString();
    }

    void read(QueryParameters query) {
        text.setValue(query.getSingleParameter("q").orElse(""));
        String of = query.getSingleParameter("seller").orElse("");
        seller.setValue(
                sellers.stream().filter(s -> s.id().equals(of)).findFirst().orElse(null));
        which.setValue(
                known(Products.Which.values(), query.getSingleParameter("which").orElse("")));
        by.setValue(known(By.values(), query.getSingleParameter("by").orElse("")));
    }

    private static <T extends Enum<T>> T known(T[] all, String name) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(all[0]);
    }
}
