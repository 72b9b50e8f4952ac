package live.onair.pins;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read of cards. */
public final class CardRows {

    private CardRows() {}

    /** What a card is. */
    public enum CardKind {
        /** A line over the picture. */
        NOTICE("공지", "Notice"),
        /** A question with its answer. */
        FAQ("자주 묻는 질문", "FAQ");

        private final String ko;
        private final String en;

        CardKind(String ko, String en) {
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
     * A notice, or a question with its answer.
     *
     * @param show the show it is of; null for one of a product, which every show may use that has the product
     * @param product the product it is of; null for one of a show
     * @param question empty for a notice
     * @param text the notice, or the answer
     * @param shownSince since when viewers of the show that was asked for see it; null while they do not
     */
    public record Card(
            String id,
            CardKind kind,
            @Nullable String show,
            @Nullable String product,
            @Nullable String productName,
            String question,
            String text,
            int version,
            @Nullable Instant shownSince,
            String changedBy,
            Instant changedAt) {

        /** What it is called in a sentence. */
        public String title() {
            return question.isEmpty() ? text : question;
        }
    }

    /**
     * A card as viewers of a show read it for a while.
     *
     * @param card its id
     * @param product null for one of a show
     * @param until null while they read it still
     * @param from where that began in the recording; null while there is none
     * @param to where it ended there; null while they read it still, or there is none
     */
    public record CardSpan(
            String card,
            CardKind kind,
            @Nullable String product,
            String question,
            String text,
            int version,
            Instant since,
            @Nullable Instant until,
            @Nullable Duration from,
            @Nullable Duration to) {

        /** Whether they read it at that instant. */
        public boolean isAt(Instant at) {
            return !at.isBefore(since) && (until == null || at.isBefore(until));
        }
    }

    /** The cards of a show in their order; the questions of its products stand after its own. */
    public record CardBoard(List<Card> notices, List<Card> faq) {}
}
