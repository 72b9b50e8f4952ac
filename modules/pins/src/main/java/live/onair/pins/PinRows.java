package live.onair.pins;

import java.time.Instant;
import live.onair.kernel.Money;
import live.onair.scheduling.StreamMarks;
import org.jspecify.annotations.Nullable;

/** What is read of pins. */
public final class PinRows {

    private PinRows() {}

    /** Why a pin is over. */
    public enum End {
        /** Somebody took it down. */
        HAND("손으로 내림", "Taken down"),
        /** The cue sheet took it down. */
        CUE("큐시트가 내림", "Taken down by cue"),
        /** Nothing was left of it. */
        SOLD_OUT("품절되어 내림", "Taken down as it sold out"),
        /** The show, or its rehearsal, ended. */
        SHOW_OVER("방송이 끝남", "The show ended");

        private final String ko;
        private final String en;

        End(String ko, String en) {
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
     * The mark of a pin in the stream.
     *
     * @param ko why it is not there, in Korean; empty while nothing is wrong
     * @param en the same in English
     * @param at where it lies in the stream; null while it is not there
     */
    public record PinMark(
            StreamMarks.State state,
            String ko,
            String en,
            @Nullable Instant at) {}

    /**
     * How far what was pressed has come.
     *
     * @param changedAt the last press that viewers are to see; null for none
     * @param asOf viewers have what was so then; null while nothing was published
     */
    public record Published(
            @Nullable Instant changedAt, @Nullable Instant asOf) {

        /** Whether viewers have the last press. */
        public boolean isUpToDate() {
            return changedAt == null || (asOf != null && !asOf.isBefore(changedAt));
        }
    }

    /**
     * A product that is or was pinned in a show.
     *
     * @param name as it was called then
     * @param price what viewers were shown as its price when it was pinned; null where nobody knew
     * @param stock what is left of it now; null where nobody knows, or the pin is over
     * @param rehearsal whether it was a rehearsal's, which viewers never see
     * @param cue the item of the cue sheet that pinned it; null for a hand
     * @param unmark the mark at its end; null while it is pinned, and where the stream ended with it
     */
    public record Pin(
            String id,
            String show,
            String product,
            String name,
            @Nullable Money price,
            @Nullable Integer stock,
            boolean rehearsal,
            @Nullable String cue,
            Instant pinnedAt,
            String pinnedBy,
            PinMark mark,
            @Nullable Instant unpinnedAt,
            @Nullable String unpinnedBy,
            @Nullable End end,
            @Nullable PinMark unmark) {

        /** Where it begins in the stream: by its mark, or by the press where it has none. */
        public Instant since() {
            return mark.at() == null ? pinnedAt : mark.at();
        }

        /** Where it ends in the stream; null while it is pinned. */
        public @Nullable Instant until() {
            return unmark == null || unmark.at() == null ? unpinnedAt : unmark.at();
        }
    }
}
