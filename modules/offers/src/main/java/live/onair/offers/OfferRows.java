package live.onair.offers;

import java.time.Instant;
import live.onair.kernel.Money;
import org.jspecify.annotations.Nullable;

/** What is read of coupons and flash sales. */
public final class OfferRows {

    private OfferRows() {}

    /** What a coupon takes off. */
    public enum CouponKind {
        /** So much. */
        AMOUNT("금액", "Amount"),
        /** So many hundredths. */
        PERCENT("비율", "Percent");

        private final String ko;
        private final String en;

        CouponKind(String ko, String en) {
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

    /** Where an offer stands. */
    public enum OfferState {
        /** Nobody has opened it yet. */
        READY("준비", "Ready"),
        /** Viewers see it coming. */
        COUNTDOWN("곧 시작", "Counting down"),
        /** Viewers can have it. */
        OPEN("진행 중", "Open"),
        /** It is over. */
        CLOSED("종료", "Over");

        private final String ko;
        private final String en;

        OfferState(String ko, String en) {
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

    /** Why an offer is over. */
    public enum OfferEnd {
        /** Somebody ended it. */
        HAND("손으로 닫음", "Closed by hand"),
        /** The cue sheet ended it. */
        CUE("큐시트가 닫음", "Closed by cue"),
        /** Its time is over. */
        TIME("시간이 끝남", "Time is over"),
        /** All of it was taken. */
        USED_UP("모두 소진", "Used up"),
        /** Nothing is left of its product. */
        SOLD_OUT("상품 품절", "The product sold out"),
        /** The show ended. */
        SHOW_OVER("방송이 끝남", "The show ended");

        private final String ko;
        private final String en;

        OfferEnd(String ko, String en) {
            this.ko = ko;
            this.en = en;
        }

        /** The Korean words. */
        public String ko() {
            return ko;
        }

        /** The English words. */
        public String en() {
            return en;
        }
    }

    /**
     * What a coupon takes off, of what, for whom.
     *
     * @param amount taken off; null for a percentage
     * @param percent taken off, 1 to 90; null for an amount
     * @param most the most a percentage takes off; null for no end
     * @param minimum what has to be bought for at least; null for anything
     * @param product the one product it is for; null for all of the show
     */
    public record Discount(
            CouponKind kind,
            @Nullable Money amount,
            @Nullable Integer percent,
            @Nullable Money most,
            @Nullable Money minimum,
            String currency,
            @Nullable String product) {

        /** What it takes off of so much, never more than all of it and in whole units of ten won; zero below its minimum. */
        public Money off(Money sum) {
            if (!sum.currency().equals(currency) || (minimum != null && sum.minor() < minimum.minor())) {
                return new Money(0, sum.currency());
            }
            long off = amount == null ? share(sum.minor()) : amount.minor();
            return new Money(Math.min(off, sum.minor()), currency);
        }

        private long share(long sum) {
            long off = Math.multiplyExact(sum, percent == null ? 0 : percent) / 100;
            long whole = currency.equals(Money.WON) ? off / 10 * 10 : off;
            return most == null ? whole : Math.min(whole, most.minor());
        }
    }

    /** How many there are, and how many are gone. */
    public record Share(@Nullable Integer quantity, int taken, int perPerson) {
        /** How many are left; null without an end. */
        public @Nullable Integer left() {
            return quantity == null ? null : quantity - taken;
        }
    }

    /**
     * When an offer was opened and closed.
     *
     * @param cue the item of the cue sheet that opened it; null for a hand
     * @param opensAt when viewers can have it; null while nobody has opened it
     * @param closesAt when it leaves by itself; null for the end of the show
     */
    public record Run(
            @Nullable String cue,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable Instant closedAt,
            @Nullable OfferEnd end) {}

    /**
     * A coupon of a show.
     *
     * @param seconds how long it stays open; null for the show
     * @param fairStart whether opening it waits until viewers who see the show late have seen it
     * @param waited seconds that the last opening waited, in which viewers saw it coming
     */
    public record Coupon(
            String id,
            String show,
            int version,
            String name,
            Discount discount,
            Share share,
            @Nullable Integer seconds,
            boolean fairStart,
            int waited,
            OfferState state,
            Run run,
            String changedBy,
            Instant changedAt)
            implements Offer {

        @Override
        public @Nullable String about() {
            return discount.product();
        }

        @Override
        public int count() {
            return share.taken();
        }
    }

    /**
     * What a viewer has taken of a coupon.
     *
     * @param usedFor the order it was used for; null while it was not
     */
    public record Claim(
            String id,
            String coupon,
            String viewer,
            Instant claimedAt,
            @Nullable String usedFor) {}

    /**
     * A price of one product that holds for minutes.
     *
     * @param name the product as it was called when this was written
     * @param countdown seconds in which viewers see it coming
     * @param seconds how long the price holds
     * @param sold pieces at this price
     * @param reason why it is not below what it cost in the last 30 days; empty if it is
     */
    public record FlashSale(
            String id,
            String show,
            int version,
            String product,
            String name,
            Money price,
            int countdown,
            int seconds,
            @Nullable Integer quantity,
            int sold,
            String reason,
            OfferState state,
            Run run,
            String changedBy,
            Instant changedAt)
            implements Offer {

        @Override
        public String about() {
            return product;
        }

        @Override
        public int count() {
            return sold;
        }

        /** Whether the price holds at this instant. */
        public boolean holds(Instant at) {
            return run.closedAt() == null
                    && run.opensAt() != null
                    && run.closesAt() != null
                    && !at.isBefore(run.opensAt())
                    && at.isBefore(run.closesAt());
        }
    }
}
