package live.onair.analytics;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import live.onair.kernel.Money;
import org.jspecify.annotations.Nullable;

/** What is read and told of products' numbers. */
public final class AnalyticsRows {

    private AnalyticsRows() {}

    /** What happened to a product. */
    public enum EventKind {
        /** It was in sight for a second, once for each time that a page was opened. */
        IMPRESSION,
        /** Somebody went to it. */
        CLICK,
        /** It was put into the cart. */
        CART,
        /** It was ordered. */
        ORDER
    }

    /**
     * One thing that happened to a product.
     *
     * @param id chosen by whoever tells it: told again, it counts once
     * @param viewer whoever did it, in the words of whoever tells it; kept as a digest only
     * @param worth what an order's pieces of the product cost, before coupons; null for what is no order
     */
    public record Told(
            UUID id,
            EventKind kind,
            String show,
            String product,
            String viewer,
            @Nullable Money worth,
            Instant at) {}

    /**
     * Counts of events.
     *
     * @param viewers how many viewers had it in sight
     * @param clickRate clicks of a hundred impressions; null where nothing was seen
     * @param conversion orders of a hundred clicks; null where nothing was clicked
     * @param revenue what was to be paid for what was ordered, before coupons
     */
    public record Numbers(
            long impressions,
            long viewers,
            long clicks,
            @Nullable Double clickRate,
            long carts,
            long orders,
            @Nullable Double conversion,
            Money revenue) {

        static Numbers of(long viewers, Counts counts) {
            return new Numbers(
                    counts.impressions(),
                    viewers,
                    counts.clicks(),
                    percent(counts.clicks(), counts.impressions()),
                    counts.carts(),
                    counts.orders(),
                    percent(counts.orders(), counts.clicks()),
                    counts.revenue());
        }

        private static @Nullable Double percent(long part, long whole) {
            return whole == 0 ? null : Double.valueOf(Math.round(1000.0 * part / whole) / 10.0);
        }

        /** Whether anything was counted at all. */
        public boolean any() {
            return impressions + clicks + carts + orders > 0;
        }
    }

    /** How often each thing happened. {@code revenue} is before coupons. */
    public record Counts(long impressions, long clicks, long carts, long orders, Money revenue) {
        static Counts none(String currency) {
            return new Counts(0, 0, 0, 0, new Money(0, currency));
        }

        /** These and so many more of a kind. */
        Counts and(EventKind kind, long events, long worth) {
            return new Counts(
                    impressions + (kind == EventKind.IMPRESSION ? events : 0),
                    clicks + (kind == EventKind.CLICK ? events : 0),
                    carts + (kind == EventKind.CART ? events : 0),
                    orders + (kind == EventKind.ORDER ? events : 0),
                    new Money(revenue.minor() + worth, revenue.currency()));
        }
    }

    /** What happened from an instant on, for {@link ShowNumbers#spanMinutes} minutes. */
    public record Span(Instant from, Counts counts) {}

    /** Those of one product; {@code name} is its number where the show no longer has it. */
    public record ProductNumbers(String product, String name, Numbers numbers) {}

    /**
     * Those of a show, in the order of its line-up.
     *
     * @param overTime from the first event to the last without a gap, at most {@code 60} spans; empty where nothing was counted
     * @param spanMinutes how long one of them is
     * @param asOf when the viewers' events were last read; null where none ever were
     */
    public record ShowNumbers(
            String show,
            Numbers all,
            List<ProductNumbers> products,
            List<Span> overTime,
            int spanMinutes,
            @Nullable Instant asOf) {}
}
