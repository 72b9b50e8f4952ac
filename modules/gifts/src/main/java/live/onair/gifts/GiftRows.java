package live.onair.gifts;

import java.time.Instant;
import java.util.List;
import live.onair.kernel.Money;
import org.jspecify.annotations.Nullable;

/** What is read of gifts and bundles. */
public final class GiftRows {

    private GiftRows() {}

    /** What earns it. */
    public enum GiftKind {
        /** So many pieces of a product. */
        PRODUCT("상품 구매 사은품", "Gift with a product"),
        /** An order of so much. */
        SPEND("금액 사은품", "Gift with an amount"),
        /** The product itself is these things. */
        BUNDLE("묶음 구성", "Bundle");

        private final String ko;
        private final String en;

        GiftKind(String ko, String en) {
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
     * A thing that a warehouse takes from the shelf.
     *
     * @param code what the warehouse knows it by
     * @param pieces each time
     */
    public record GiftItem(String code, String name, int pieces) {}

    /**
     * What earns it, and how often.
     *
     * @param product of the line-up; null for an amount
     * @param pieces of the product that earn it; null for another kind
     * @param spend what is paid at least, coupons taken off; null for another kind
     * @param again for each so many pieces again; otherwise once an order
     * @param most so often in the show, orders first come first served; null for as often as it is earned
     * @param once once for each viewer of the show
     */
    public record Condition(
            GiftKind kind,
            @Nullable String product,
            @Nullable Integer pieces,
            @Nullable Money spend,
            boolean again,
            @Nullable Integer most,
            boolean once) {}

    /**
     * A rule.
     *
     * @param name what viewers read of it
     * @param given how often it was given
     * @param stoppedAt since when nothing is given any more; null while it is
     */
    public record GiftRule(
            String id,
            String show,
            int version,
            String name,
            Condition condition,
            List<GiftItem> items,
            int given,
            @Nullable Instant stoppedAt,
            String changedBy,
            Instant changedAt) {

        /** How often it is there still; null for no end. */
        public @Nullable Integer left() {
            Integer most = condition.most();
            return most == null ? null : Math.max(0, most - given);
        }

        /** Whether an order can be given it now. */
        public boolean gives() {
            return stoppedAt == null && !Integer.valueOf(0).equals(left());
        }
    }

    /** What an order was given; {@code name} is the rule's. */
    public record Award(String order, String rule, GiftKind kind, String name, int times, List<GiftItem> items) {}
}
