package live.onair.ui.products;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import live.onair.kernel.Money;
import live.onair.products.ProductRows;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** The small parts that pages about products share. */
final class ProductParts {

    private ProductParts() {}

    /** A price; that it is not known is said in words. */
    static Span price(@Nullable Money price) {
        return price == null
                ? Parts.state("stale q", "stale", Texts.of("product.price.unknown"))
                : Parts.text(price.toString(), "b", "t13");
    }

    /** Price, and what it costs elsewhere. */
    static Component prices(ProductRows.Product product) {
        Div cell = Parts.box("on-product-price", price(product.price()));
        if (product.listPrice() != null) {
            Span list = Parts.text(product.listPrice().toString(), "c3", "t12", "on-struck");
            list.getElement().setAttribute("aria-label", Texts.of("product.listPrice") + " " + product.listPrice());
            cell.add(list);
        }
        return cell;
    }

    /** A stock in words; that it is not known is never a number. */
    static Span stock(@Nullable Integer stock) {
        if (stock == null) {
            return Parts.state("stale q", "stale", Texts.of("product.stock.unknown"));
        }
        return stock == 0
                ? Parts.state("fault q", "fault", Texts.of("product.stock.none"))
                : Parts.text(Texts.of("product.stock.left", stock), "t13");
    }

    static String cosmetic(ProductRows.Cosmetic cosmetic) {
        return Texts.pick(cosmetic.ko(), cosmetic.en());
    }

    /** A fact with its name. */
    static Div fact(String key, Component value) {
        return Parts.box("on-product-fact", Parts.text(Texts.of(key), "c3", "t12"), value);
    }

    /** A fact in words; a dash where there is none. */
    static Div fact(String key, @Nullable String value) {
        return fact(key, Parts.text(value == null || value.isEmpty() ? "—" : value, "t13"));
    }

    /** 123-45-67891, as people read it. */
    static String businessNumber(String digits) {
        return digits.length() == 10
                ? digits.substring(0, 3) + "-" + digits.substring(3, 5) + "-" + digits.substring(5)
                : digits;
    }

    /** What of a seller is still missing, or that nothing is. */
    static Span standing(ProductRows.Seller seller) {
        return seller.tellsAll()
                ? Parts.state("ok q", "ok", Texts.of("seller.complete"))
                : Parts.state("warn q", "warn", Texts.of("seller.missing", missing(seller)));
    }

    static String missing(ProductRows.Seller seller) {
        return String.join(
                ", ",
                seller.missing().stream()
                        .map(field -> Texts.pick(field.ko(), field.en()))
                        .toList());
    }
}
