package live.onair.pins;

import java.time.Instant;
import live.onair.kernel.Money;
import org.jspecify.annotations.Nullable;

/** What is read of price changes. */
public final class PriceChangeRows {

    private PriceChangeRows() {}

    /** How far one is. */
    public enum PriceState {
        /** A second person has to decide. */
        ASKED("승인 대기", "Waits for a second person"),
        /** A second person agrees; it is being done. */
        APPROVED("승인됨", "Approved"),
        /** The price is changed. */
        DONE("바꿈", "Changed"),
        /** A second person does not agree. */
        REFUSED("거절됨", "Refused"),
        /** The show ended first. */
        EXPIRED("방송이 끝나 만료됨", "The show ended first"),
        /** It was agreed, and could not be done. */
        FAILED("바꾸지 못함", "Could not be done");

        private final String ko;
        private final String en;

        PriceState(String ko, String en) {
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

        /** Whether it is still to be decided or done. */
        public boolean isOpen() {
            return this == ASKED || this == APPROVED;
        }
    }

    /**
     * A price that is to change while its show runs.
     *
     * @param before what it cost when it was asked for; null where nobody knew
     * @param decidedBy the second person; null while there is none
     * @param whyKo why it was refused, or could not be done, in Korean; empty if nothing is wrong
     * @param whyEn the same in English
     */
    public record PriceChange(
            String id,
            String show,
            String product,
            String name,
            @Nullable Money before,
            Money after,
            String reason,
            PriceState state,
            String approval,
            Instant askedAt,
            String askedById,
            String askedBy,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            String whyKo,
            String whyEn) {}
}
