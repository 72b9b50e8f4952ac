package live.onair.orders;

import java.time.Instant;
import java.util.List;
import live.onair.kernel.Money;
import org.jspecify.annotations.Nullable;

/** What is read of orders. */
public final class OrderRows {

    private OrderRows() {}

    /** Where a hold stands. */
    public enum HoldState {
        /** The viewer has it for some minutes. */
        HELD("담음", "Held"),
        /** It was bought. */
        BOUGHT("주문", "Bought"),
        /** The viewer gave it back. */
        RELEASED("취소", "Given back"),
        /** Its minutes are over. */
        EXPIRED("시간 지남", "Expired");

        private final String ko;
        private final String en;

        HoldState(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean word. */
        public String ko() {
            return ko;
        }

        /** The English word. */
        public String en() {
            return en;
        }
    }

    /**
     * Pieces of one product.
     *
     * @param sku the option; null for a product without options
     * @param price of one piece, as it stood then
     * @param flash the flash sale whose price it is; null for the show's price
     */
    public record Line(
            String product,
            @Nullable String sku,
            String name,
            int pieces,
            Money price,
            @Nullable String flash) {}

    /**
     * What a viewer holds or bought.
     *
     * @param total what the pieces cost together
     * @param off what the coupon takes off
     * @param coupon the coupon; null for none
     * @param claim what the viewer had taken of it; null for none
     * @param order its number once it was bought; null before
     */
    public record Hold(
            String id,
            String show,
            String viewer,
            HoldState state,
            List<Line> lines,
            Money total,
            Money off,
            @Nullable String coupon,
            @Nullable String claim,
            Instant heldAt,
            Instant expiresAt,
            @Nullable String order,
            @Nullable Instant orderedAt) {

        /** The same, with these lines. */
        Hold with(List<Line> held) {
            return new Hold(
                    id, show, viewer, state, held, total, off, coupon, claim, heldAt, expiresAt, order, orderedAt);
        }

        /** What is to be paid. */
        public Money due() {
            return new Money(total.minor() - off.minor(), total.currency());
        }
    }

    /** Some of the orders of a show, newest first; {@code next} is where the next page begins, null if there is none. */
    public record OrderPage(
            List<Hold> orders, long total, @Nullable String next) {}

    /**
     * How a product sells in a show.
     *
     * @param pieces bought
     * @param sum what was to be paid for them, before coupons
     * @param held pieces that are held now
     * @param left what is left; null where nobody knows
     * @param perMinute pieces taken a minute, over the last minutes
     * @param minutesLeft minutes until it is sold out if it goes on like this; null where it does not sell or nobody knows
     * @param elsewhere pieces that a shop told to have sold itself, on top of {@code pieces}
     * @param options each of its options; empty for a product without
     */
    public record Selling(
            String product,
            String name,
            long pieces,
            Money sum,
            long held,
            @Nullable Integer left,
            double perMinute,
            @Nullable Integer minutesLeft,
            long elsewhere,
            List<SellingOption> options) {}

    /** How an option sells; all in the units of {@link Selling}. */
    public record SellingOption(
            String sku,
            String name,
            @Nullable Integer left,
            double perMinute,
            @Nullable Integer minutesLeft) {}

    /** How a show sells. {@code off} is what coupons took off. */
    public record Sales(String show, long orders, Money sum, Money off, List<Selling> products) {}
}
