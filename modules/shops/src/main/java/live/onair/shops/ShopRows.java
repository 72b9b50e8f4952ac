package live.onair.shops;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import live.onair.kernel.Reason;
import live.onair.products.Catalogues;
import org.jspecify.annotations.Nullable;

/** What is read of the shop and of what was taken from it. */
public final class ShopRows {

    private ShopRows() {}

    /** What a pull is for. */
    public enum PullKind {
        /** To see what would be taken. */
        LOOK("미리 보기", "Preview"),
        /** To take it. */
        TAKE("가져오기", "Import");

        private final String ko;
        private final String en;

        PullKind(String ko, String en) {
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

    /** How far a pull is. */
    public enum PullState {
        /** Pages are being read. */
        READING("읽는 중", "Reading"),
        /** All was read and is being compared, or written. */
        APPLYING("비교하고 넣는 중", "Comparing and writing"),
        /** It came right. */
        DONE("끝남", "Done"),
        /** Nothing was taken. */
        FAILED("실패", "Failed"),
        /** A person has stopped it. */
        STOPPED("멈춤", "Stopped");

        private final String ko;
        private final String en;

        PullState(String ko, String en) {
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

        /** Whether nothing more comes of it. */
        public boolean isOver() {
            return this != READING && this != APPLYING;
        }
    }

    /**
     * The shop that is connected.
     *
     * @param every how often its catalogue is taken by itself; zero for never
     * @param last the newest pull; null while there was none
     */
    public record Connection(
            String name,
            String address,
            Duration every,
            @Nullable Pull last) {}

    /** How many products became what; held are those that stayed behind because a show sells them. */
    public record PullCounts(int added, int changed, int same, int refused, int held) {}

    /** That what was taken was taken back. */
    public record Undone(Instant at, String by) {}

    /**
     * How far the reading has come.
     *
     * @param read how many products
     * @param total of so many; null where the shop does not say
     * @param tries how often in a row it did not come right
     * @param waitsUntil when it is tried again; null while nothing is waited for
     */
    public record Reached(
            int pages,
            int read,
            @Nullable Integer total,
            int tries,
            @Nullable Instant waitsUntil) {}

    /**
     * What was once asked of the shop.
     *
     * @param scheduled whether nobody has asked for it
     * @param since only what the shop has changed since; null for all
     * @param trouble the last trouble; null where there is none
     * @param counts null until it is done
     * @param imported number of the import that it made; null where nothing was to be done
     */
    public record Pull(
            String id,
            PullKind kind,
            PullState state,
            boolean scheduled,
            @Nullable Instant since,
            Reached reached,
            @Nullable Reason trouble,
            @Nullable PullCounts counts,
            @Nullable String imported,
            @Nullable Undone undone,
            String by,
            Instant begunAt,
            @Nullable Instant endedAt) {}

    /** Some of the pulls, newest first; next is where the page after begins, null after the last. */
    public record PullPage(List<Pull> items, @Nullable String next) {}

    /**
     * What became of a product, or would.
     *
     * @param number its place in the shop's list, from 1
     * @param product number of the product here; null for a new one
     * @param differences {@code from -> to} by field
     * @param ko why it was refused, or what of it stays, in Korean; empty where there is nothing to say
     * @param en the same in English
     */
    public record PullLine(
            int number,
            Catalogues.Verdict verdict,
            @Nullable String product,
            String sku,
            String name,
            Map<String, String> differences,
            String ko,
            String en) {}

    /** Some of the lines; next is the number after which the next page begins, null after the last. */
    public record LinePage(List<PullLine> items, @Nullable Integer next) {}
}
