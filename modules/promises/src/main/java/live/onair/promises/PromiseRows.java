package live.onair.promises;

import java.time.Instant;
import java.util.List;
import live.onair.kernel.Money;
import org.jspecify.annotations.Nullable;

/** What is read of promises. */
public final class PromiseRows {

    private PromiseRows() {}

    /** How a promise was made. */
    public enum PromiseKind {
        /** The product was pinned below its usual price. */
        PIN("방송가 고정", "Pinned below its price"),
        /** A flash sale opened. */
        FLASH("깜짝 특가", "Flash sale"),
        /** A coupon for it opened. */
        COUPON("쿠폰", "Coupon"),
        /** It was said: the cue sheet has the words. */
        SAID("방송 멘트", "Said on air"),
        /** A notice said it. */
        NOTICE("공지", "Notice"),
        /** Somebody wrote it down. */
        HAND("직접 기록", "Written down");

        private final String ko;
        private final String en;

        PromiseKind(String ko, String en) {
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

    /** Where a promise stands. */
    public enum PromiseState {
        /** It binds. */
        BINDING("지키는 중", "Binding"),
        /** It binds, and is or would be sold for less. */
        UNDERCUT("더 싼 판매", "Undercut"),
        /** Its time is over. */
        OVER("기간 지남", "Over"),
        /** Somebody has taken it back. */
        WITHDRAWN("철회", "Withdrawn");

        private final String ko;
        private final String en;

        PromiseState(String ko, String en) {
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

    /** Who took a promise back, when and why. */
    public record Withdrawal(String by, Instant at, String because) {}

    /**
     * A promise.
     *
     * @param show the show in which it was made
     * @param name the product as it was called then
     * @param price what was said or shown to be its price
     * @param words what was said
     * @param until from when on it may be sold for less
     * @param undercuts where it is, or would be, sold for less
     */
    public record Promise(
            String id,
            String show,
            String product,
            String name,
            Money price,
            PromiseKind kind,
            String words,
            Instant madeAt,
            String madeBy,
            Instant until,
            @Nullable Withdrawal withdrawn,
            List<Undercut> undercuts,
            PromiseState state) {}

    /**
     * Where a product is sold for less than was promised.
     *
     * @param show the show that would; null for the catalogue
     * @param price what it costs there
     */
    public record Undercut(@Nullable String show, Money price) {}

    /** A promise that a show would undercut, and by which price. */
    public record Broken(Promise promise, Money price) {}

    /** Some promises, newest first; {@code next} reads on after them and is null at the end. */
    public record PromisePage(List<Promise> items, @Nullable String next) {}
}
