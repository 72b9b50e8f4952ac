package live.onair.analytics;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import live.onair.analytics.AnalyticsRows.EventKind;
import live.onair.analytics.AnalyticsRows.Told;
import live.onair.kernel.Money;
import live.onair.orders.OrderNews;
import live.onair.orders.OrderRows.Line;

/** Counts each product of an order once, in the transaction in which it is ordered. */
@Singleton
class OrdersSeen {

    private final EventBook book;

    @Inject
    OrdersSeen(EventBook book) {
        this.book = book;
    }

    void ordered(@Observes OrderNews.Placed placed) {
        Map<String, List<Line>> products = placed.lines().stream().collect(Collectors.groupingBy(Line::product));
        products.forEach((product, lines) -> {
            UUID id = UUID.nameUUIDFromBytes(
                    ("order " + placed.order() + " " + product).getBytes(StandardCharsets.UTF_8));
            book.keep(
                    new Told(id, EventKind.ORDER, placed.show(), product, placed.viewer(), worth(lines), placed.at()));
        });
    }

    /** Lines of one product have one currency: the product's. */
    private static Money worth(List<Line> lines) {
        long sum = lines.stream()
                .mapToLong(line -> Math.multiplyExact(line.price().minor(), line.pieces()))
                .sum();
        return new Money(sum, lines.get(0).price().currency());
    }
}
