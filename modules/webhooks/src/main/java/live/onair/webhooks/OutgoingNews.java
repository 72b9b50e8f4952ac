package live.onair.webhooks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import live.onair.analytics.AnalyticsNews;
import live.onair.analytics.AnalyticsRows.Told;
import live.onair.kernel.Money;
import live.onair.orders.OrderNews;
import live.onair.orders.OrderRows.Line;
import live.onair.pins.PinEvent;
import live.onair.products.ProductEvent;
import live.onair.products.Products;
import live.onair.scheduling.ShowEvent;
import live.onair.scheduling.Shows;

/** Hears what others want to know, and writes down that it is to be sent. Works inside the transaction of the news. */
@Singleton
class OutgoingNews {

    /** A body stays well below 20 kB, which Standard Webhooks asks for. */
    private static final int AT_ONCE = 50;

    private final Outbox outbox;
    private final Products products;
    private final Shows shows;
    private final Clock clock;

    @Inject
    OutgoingNews(Outbox outbox, Products products, Shows shows, Clock clock) {
        this.outbox = outbox;
        this.products = products;
        this.shows = shows;
        this.clock = clock;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode money(Money amount) {
        return object().put("minor", amount.minor()).put("currency", amount.currency());
    }

    void ordered(@Observes OrderNews.Placed placed) {
        if (!outbox.isWanted(WebhookKind.ORDER_PLACED)) {
            return;
        }
        ObjectNode data = object().put("order", placed.order()).put("show", placed.show());
        data.set("due", money(placed.due()));
        ArrayNode lines = data.putArray("lines");
        for (Line line : placed.lines()) {
            ObjectNode one = lines.addObject().put("product", line.product()).put("sku", sku(line));
            one.put("name", line.name()).put("pieces", line.pieces()).set("price", money(line.price()));
        }
        outbox.tell(WebhookKind.ORDER_PLACED, placed.show(), placed.at(), data);
    }

    private String sku(Line line) {
        String option = line.sku();
        return option != null
                ? option
                : products.find(line.product()).map(product -> product.sku()).orElse("");
    }

    void counted(@Observes AnalyticsNews.Counted counted) {
        if (!outbox.isWanted(WebhookKind.PRODUCT_EVENTS)) {
            return;
        }
        List<Told> events = counted.events();
        for (int from = 0; from < events.size(); from += AT_ONCE) {
            ObjectNode data = object().put("show", counted.show());
            ArrayNode list = data.putArray("events");
            events.subList(from, Math.min(events.size(), from + AT_ONCE))
                    .forEach(one -> list.addObject()
                            .put("id", one.id().toString())
                            .put("kind", one.kind().name().toLowerCase(Locale.ROOT))
                            .put("product", one.product())
                            .put("at", one.at().toString()));
            outbox.tell(WebhookKind.PRODUCT_EVENTS, counted.show(), clock.instant(), data);
        }
    }

    void pinned(@Observes PinEvent.Pinned event) {
        if (!event.rehearsal()) {
            ObjectNode data = product(event.subject(), event.name()).put("show", event.show());
            outbox.tell(WebhookKind.PRODUCT_PINNED, event.show(), clock.instant(), data.put("price", event.price()));
        }
    }

    void unpinned(@Observes PinEvent.Unpinned event) {
        ObjectNode data = product(event.subject(), event.name()).put("show", event.show());
        outbox.tell(WebhookKind.PRODUCT_UNPINNED, event.show(), clock.instant(), data);
    }

    private static ObjectNode product(String id, String name) {
        return object().put("product", id).put("name", name);
    }

    void ranLow(@Observes ProductEvent.RanLow event) {
        stock(product(event.subject(), event.name()), "LOW", event.left());
    }

    void soldOut(@Observes ProductEvent.SoldOut event) {
        stock(product(event.subject(), event.name()), "SOLD_OUT", 0);
    }

    void cameBack(@Observes ProductEvent.CameBack event) {
        stock(product(event.subject(), event.name()), "BACK", event.left());
    }

    private void stock(ObjectNode data, String state, int left) {
        outbox.tell(
                WebhookKind.STOCK_CHANGED,
                null,
                clock.instant(),
                data.put("state", state).put("left", left));
    }

    void wentOnAir(@Observes ShowEvent.WentOnAir event) {
        show(WebhookKind.SHOW_ON_AIR, event.show());
    }

    void ended(@Observes ShowEvent.Ended event) {
        show(WebhookKind.SHOW_ENDED, event.show());
    }

    private void show(WebhookKind kind, String show) {
        ObjectNode data = object().put("show", show);
        shows.find(show).ifPresent(found -> data.put("title", found.title()));
        outbox.tell(kind, show, clock.instant(), data);
    }
}
