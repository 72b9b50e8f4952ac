package live.onair.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import live.onair.analytics.Analytics;
import live.onair.analytics.AnalyticsRows.EventKind;
import live.onair.analytics.AnalyticsRows.Told;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.orders.Orders;
import live.onair.products.LineUps;
import live.onair.products.ProductRows.Product;
import live.onair.webhooks.ShopNews.News;
import live.onair.webhooks.WebhookRows.ShopDoor;

/** Counts what a shop tells of a show's products: orders, and what was seen, clicked and put into the cart. */
@Singleton
class ShopSales {

    private static final int MOST = 100;
    private static final int MOST_PIECES = 10_000;
    private static final long MOST_MINOR = 1_000_000_000_000L;

    private final LineUps lineUps;
    private final Analytics analytics;
    private final Orders orders;

    @Inject
    ShopSales(LineUps lineUps, Analytics analytics, Orders orders) {
        this.lineUps = lineUps;
        this.analytics = analytics;
        this.orders = orders;
    }

    /** The show's products of the shop's seller, by each SKU. */
    private Map<String, Product> products(ShopDoor shop, String show) {
        Map<String, Product> products = new LinkedHashMap<>();
        lineUps.of(show).items().stream()
                .map(item -> item.product())
                .filter(product -> product.seller().id().equals(shop.seller()))
                .forEach(product -> {
                    products.put(product.sku(), product);
                    product.options().forEach(option -> products.put(option.sku(), product));
                });
        return products;
    }

    private static Outcome<Product> product(Map<String, Product> products, String show, JsonNode of) {
        String sku = of.path("sku").asText();
        Product found = products.get(sku);
        return found == null
                ? Outcome.refused(WebhookRefusal.NOT_IN_SHOW.with("show", show, "sku", sku))
                : Outcome.done(found);
    }

    private static UUID id(ShopDoor shop, String... parts) {
        return UUID.nameUUIDFromBytes((shop.id() + " " + String.join(" ", parts)).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isWord(String word) {
        return !word.isBlank() && word.length() <= MOST;
    }

    private Outcome<String> counted(List<Told> told) {
        return Outcome.done("counted " + analytics.take(told));
    }

    Outcome<String> ordered(ShopDoor shop, News news) {
        String show = news.data().path("show").asText();
        String order = news.data().path("order").asText();
        JsonNode lines = news.data().path("lines");
        if (!isWord(order)) {
            return ShopNews.field("data.order", "1-" + MOST);
        }
        if (lines.isEmpty() || lines.size() > MOST) {
            return ShopNews.field("data.lines", "1-" + MOST);
        }
        Map<String, Product> products = products(shop, show);
        Map<Product, Long> worth = new LinkedHashMap<>();
        List<Orders.Elsewhere> sold = new ArrayList<>();
        for (JsonNode line : lines) {
            Outcome<Boolean> added = product(products, show, line)
                    .then(product -> cost(product, line).map(sum -> {
                        worth.merge(product, sum, Long::sum);
                        sold.add(sold(id(shop, "sold", order, String.valueOf(sold.size())), product, news, line));
                        return true;
                    }));
            if (!added.isDone()) {
                return Outcome.refused(added.why());
            }
        }
        orders.soldElsewhere(sold);
        return counted(told(shop, show, news, worth));
    }

    private static Orders.Elsewhere sold(UUID id, Product product, News news, JsonNode line) {
        return new Orders.Elsewhere(
                id,
                news.data().path("show").asText(),
                product.id(),
                line.path("sku").asText(),
                line.path("pieces").asInt(),
                ShopNews.at(news.data(), news.sent()));
    }

    private static List<Told> told(ShopDoor shop, String show, News news, Map<Product, Long> worth) {
        String order = news.data().path("order").asText();
        String viewer = shop.id() + " " + news.data().path("buyer").asText(order);
        List<Told> told = new ArrayList<>();
        worth.forEach((product, sum) -> told.add(new Told(
                id(shop, "order", order, product.id()),
                EventKind.ORDER,
                show,
                product.id(),
                viewer,
                new Money(sum, product.currency()),
                ShopNews.at(news.data(), news.sent()))));
        return told;
    }

    private static Outcome<Long> cost(Product product, JsonNode line) {
        long pieces = line.path("pieces").asLong();
        long price = line.at("/price/minor").asLong(-1);
        if (pieces < 1 || pieces > MOST_PIECES) {
            return ShopNews.field("data.lines.pieces", "1-" + MOST_PIECES);
        }
        if (price < 0 || price > MOST_MINOR) {
            return ShopNews.field("data.lines.price.minor", "0-" + MOST_MINOR);
        }
        if (!product.currency().equals(line.at("/price/currency").asText())) {
            return ShopNews.field("data.lines.price.currency", product.currency());
        }
        return Outcome.done(pieces * price);
    }

    Outcome<String> events(ShopDoor shop, News news) {
        String show = news.data().path("show").asText();
        JsonNode events = news.data().path("events");
        if (events.isEmpty() || events.size() > MOST) {
            return ShopNews.field("data.events", "1-" + MOST);
        }
        Map<String, Product> products = products(shop, show);
        List<Told> told = new ArrayList<>();
        for (JsonNode event : events) {
            Outcome<Told> one =
                    product(products, show, event).then(product -> event(shop, show, product.id(), news, event));
            if (!one.isDone()) {
                return Outcome.refused(one.why());
            }
            told.add(one.orThrow());
        }
        return counted(told);
    }

    private static Outcome<Told> event(ShopDoor shop, String show, String product, News news, JsonNode event) {
        String kind = event.path("kind").asText().toUpperCase(Locale.ROOT);
        String id = event.path("id").asText();
        if (!kind.matches("IMPRESSION|CLICK|CART")) {
            return ShopNews.field("data.events.kind", "impression, click, cart");
        }
        if (!isWord(id)) {
            return ShopNews.field("data.events.id", "1-" + MOST);
        }
        return Outcome.done(new Told(
                id(shop, "event", id),
                EventKind.valueOf(kind),
                show,
                product,
                shop.id() + " " + event.path("viewer").asText(id),
                null,
                ShopNews.at(event, news.sent())));
    }
}
