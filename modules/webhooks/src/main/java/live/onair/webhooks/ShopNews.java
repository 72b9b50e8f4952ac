package live.onair.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.webhooks.WebhookRows.ShopDoor;

/** What a shop's news do, by their kind. Works inside the caller's transaction. */
@Singleton
class ShopNews {

    /** What it is called in the event log that something was taken, or refused. */
    static final String TAKE = "shopDoors.take";

    static final String ORDER = "order.placed";
    static final String EVENTS = "product.events";
    static final String STOCK = "stock.changed";

    private final ShopSales sales;
    private final ShopStock stock;

    @Inject
    ShopNews(ShopSales sales, ShopStock stock) {
        this.sales = sales;
        this.stock = stock;
    }

    /** What was told, and when it was sent. */
    record News(String type, Instant sent, JsonNode data) {}

    /** Says in a few words what it did. The shop acts by its own name, as far as its seller's products go. */
    Outcome<String> take(ShopDoor shop, News news) {
        return Acting.call(actor(shop), () -> switch (news.type()) {
            case ORDER -> sales.ordered(shop, news);
            case EVENTS -> sales.events(shop, news);
            case STOCK -> stock.changed(shop, news);
            default ->
                Outcome.refused(WebhookRefusal.TYPE.with(
                        "type", news.type(), "known", String.join(", ", ORDER, EVENTS, STOCK)));
        });
    }

    /** Who does what a shop tells. */
    static Actor actor(ShopDoor shop) {
        return new Actor(shop.id(), shop.name(), Set.of(Role.ADMIN), Actor.Source.API);
    }

    static <T> Outcome<T> field(String name, String wanted) {
        return Outcome.refused(WebhookRefusal.FIELD.with("field", name, "wanted", wanted));
    }

    static Instant at(JsonNode data, Instant otherwise) {
        try {
            return Instant.parse(data.path("at").asText());
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
