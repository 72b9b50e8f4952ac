package live.onair.ui.products;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import live.onair.products.ProductRows.Product;
import live.onair.products.Products;
import live.onair.ui.Finder;
import live.onair.ui.Texts;

/** Finds products by number, by part of name, brand or SKU, or by the name's first consonants. */
@Singleton
class ProductFinder implements Finder {

    private final Products products;

    @Inject
    ProductFinder(Products products) {
        this.products = products;
    }

    @Override
    public List<Found> find(String letters, int most) {
        Products.Filter named =
                new Products.Filter(letters, null, Products.Which.ACTIVE, Products.Sort.NAME, false, null, most);
        return Stream.concat(
                        products.find(letters.toUpperCase(Locale.ROOT)).stream(),
                        products.list(named).products().stream())
                .distinct()
                .limit(most)
                .map(ProductFinder::found)
                .toList();
    }

    private static Found found(Product product) {
        String price = product.price() == null
                ? Texts.of("product.price.unknown")
                : product.price().toString();
        return new Found(
                Texts.of("palette.products"),
                product.name(),
                price + " · " + product.sku() + " · " + product.seller().name(),
                "products/" + product.id(),
                "cart");
    }
}
