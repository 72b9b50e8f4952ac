package live.onair.shops;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import live.onair.orders.Orders;
import live.onair.products.Catalogues.Offer;
import live.onair.products.Catalogues.Offered;
import live.onair.products.Catalogues.OfferedOption;
import live.onair.products.ProductField;
import live.onair.products.Sellers.SellerTerms;
import live.onair.shops.spi.ShopCatalogue.Form;
import live.onair.shops.spi.ShopCatalogue.Item;
import live.onair.shops.spi.ShopCatalogue.Vendor;
import org.jspecify.annotations.Nullable;

/** What a shop tells, in the words of products. */
@Singleton
class ShopOffer {

    private final Orders orders;

    @Inject
    ShopOffer(Orders orders) {
        this.orders = orders;
    }

    Offer of(String name, List<Item> items) {
        Map<String, SellerTerms> sellers = new LinkedHashMap<>();
        items.forEach(item -> seller(item.seller(), sellers));
        return new Offer(
                name, items.stream().map(ShopOffer::offered).toList(), List.copyOf(sellers.values()), orders::held);
    }

    private static void seller(@Nullable Vendor told, Map<String, SellerTerms> sellers) {
        String name = told == null ? null : told.name();
        if (told != null && name != null && !name.isBlank()) {
            sellers.putIfAbsent(
                    name.strip().toLowerCase(Locale.ROOT),
                    new SellerTerms(
                            name,
                            told.representative(),
                            told.address(),
                            told.phone(),
                            told.email(),
                            told.businessNumber(),
                            told.mailOrder()));
        }
    }

    private static Offered offered(Item item) {
        Map<ProductField, String> cells = new EnumMap<>(ProductField.class);
        Vendor seller = item.seller();
        put(cells, ProductField.SKU, item.sku());
        put(cells, ProductField.NAME, item.name());
        put(cells, ProductField.PRICE, item.price());
        put(cells, ProductField.LIST_PRICE, item.listPrice());
        put(cells, ProductField.CURRENCY, item.currency());
        put(cells, ProductField.STOCK, item.stock());
        put(cells, ProductField.BRAND, item.brand());
        put(cells, ProductField.CATEGORY, item.category());
        put(cells, ProductField.COSMETIC, item.cosmetic());
        put(cells, ProductField.REPORT_NUMBER, item.reportNumber());
        put(cells, ProductField.SELLER, seller == null ? null : seller.name());
        List<Form> options = item.options();
        return new Offered(
                cells,
                options == null
                        ? null
                        : options.stream()
                                .map(form -> new OfferedOption(form.sku(), form.name(), form.price(), form.stock()))
                                .toList());
    }

    private static void put(Map<ProductField, String> cells, ProductField field, @Nullable String value) {
        if (value != null) {
            cells.put(field, value);
        }
    }
}
