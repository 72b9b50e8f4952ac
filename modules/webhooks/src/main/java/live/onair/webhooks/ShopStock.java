package live.onair.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import live.onair.kernel.Outcome;
import live.onair.orders.Orders;
import live.onair.products.ProductRows.Option;
import live.onair.products.ProductRows.Product;
import live.onair.products.Products;
import live.onair.products.Stock;
import live.onair.sql.Statements;
import live.onair.webhooks.ShopNews.News;
import live.onair.webhooks.WebhookRows.ShopDoor;
import org.jspecify.annotations.Nullable;

/** Sets what is left of a product as the shop tells it; what was told earlier and comes later changes nothing. */
@Singleton
class ShopStock {

    private static final int MOST = 10_000_000;

    private final Statements sql;
    private final Products products;
    private final Orders orders;

    @Inject
    ShopStock(Statements sql, Products products, Orders orders) {
        this.sql = sql;
        this.products = products;
        this.orders = orders;
    }

    Outcome<String> changed(ShopDoor shop, News news) {
        String sku = news.data().path("sku").asText();
        JsonNode stock = news.data().path("stock");
        if (!stock.isIntegralNumber() || stock.asLong() < 0 || stock.asLong() > MOST) {
            return ShopNews.field("data.stock", "0-" + MOST);
        }
        Product product = product(shop, sku).orElse(null);
        if (product == null) {
            return Outcome.refused(WebhookRefusal.NO_SKU.with("sku", sku));
        }
        if (!isNews(shop, sku, ShopNews.at(news.data(), news.sent()))) {
            return Outcome.done("older than what is known");
        }
        int left = Math.max(0, stock.asInt() - held(product, sku));
        Products.ProductTerms terms = terms(product, sku, left);
        if (terms == null) {
            return Outcome.done("as it is");
        }
        return products.change(product.id(), new Products.Change(product.version(), terms, seen(product, sku)))
                .map(changed -> "stock " + left);
    }

    private Optional<Product> product(ShopDoor shop, String sku) {
        return products.bySku(shop.seller(), sku)
                .filter(one -> !one.archived())
                .filter(one -> one.options().isEmpty() || !one.sku().equals(sku));
    }

    /** What viewers hold has left the shelf here, and the shop does not know of it yet. */
    private int held(Product product, String sku) {
        return orders.held(Set.of(product.id())).stream()
                .filter(pieces -> product.options().isEmpty() || sku.equals(pieces.sku()))
                .mapToInt(Stock.Pieces::count)
                .sum();
    }

    /** What the terms only repeat of the other options stays as it is by now: they are sold meanwhile. */
    private static Map<String, Integer> seen(Product product, String sku) {
        Map<String, Integer> seen = new HashMap<>();
        product.options().stream()
                .filter(option -> !option.sku().equals(sku) && option.stock() != null)
                .forEach(option -> seen.put(option.sku(), option.stock()));
        return seen;
    }

    private boolean isNews(ShopDoor shop, String sku, Instant at) {
        return sql.run(
                        "insert into webhooks.stock_told as t (shop_id, sku, at) values (?, ?, ?)"
                                + " on conflict (shop_id, sku) do update set at = excluded.at where t.at < excluded.at",
                        shop.id(),
                        sku,
                        at)
                == 1;
    }

    /** Null where nothing is another. */
    private static Products.@Nullable ProductTerms terms(Product of, String sku, int stock) {
        List<Option> options = of.options().stream()
                .map(one -> one.sku().equals(sku) ? new Option(one.sku(), one.name(), one.price(), stock) : one)
                .toList();
        Integer whole = options.isEmpty() ? Integer.valueOf(stock) : null;
        boolean same = options.isEmpty() ? Integer.valueOf(stock).equals(of.stock()) : options.equals(of.options());
        return same
                ? null
                : new Products.ProductTerms(
                        of.seller().id(),
                        of.sku(),
                        of.name(),
                        of.brand(),
                        of.category(),
                        of.price(),
                        of.listPrice(),
                        of.currency(),
                        whole,
                        options.isEmpty() ? null : options,
                        of.cosmetic(),
                        of.reportNumber());
    }
}
