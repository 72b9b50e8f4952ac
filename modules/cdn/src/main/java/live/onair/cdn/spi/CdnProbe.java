package live.onair.cdn.spi;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a show through a CDN as a player would. Outgoing port: called by this room's work handler only, never inside a transaction.
 */
public interface CdnProbe {

    /**
     * What was seen.
     *
     * @param status 200 when playlist and newest segment came; else the status of what did not; 0 for no answer
     * @param playlistMillis until the playlist was there; null if it never was
     * @param segmentMillis until the beginning of the newest segment was there; null if it never was
     * @param age of the newest segment, by the time written in the playlist and the time where it came from; null where none is written
     * @param rendition the variant whose trouble it is, or which is the furthest behind; null where there is one only
     */
    record Look(
            int status,
            @Nullable Integer playlistMillis,
            @Nullable Integer segmentMillis,
            @Nullable Duration age,
            @Nullable String rendition) {

        /** Variants are cut alike: one whose picture is older than another's by more than that is behind, however fast it came. */
        private static final Duration APART = Duration.ofSeconds(10);

        /** A look at the only variant, or at one that nobody tells from others. */
        public Look(
                int status, @Nullable Integer playlistMillis, @Nullable Integer segmentMillis, @Nullable Duration age) {
            this(status, playlistMillis, segmentMillis, age, null);
        }

        /** The same, said of this variant; of none in particular for null. */
        public Look of(@Nullable String variant) {
            return new Look(status, playlistMillis, segmentMillis, age, variant);
        }

        /** The longer of both times, in ms; without end where something did not come. */
        public double waitedMillis() {
            return status != 200 ? Double.POSITIVE_INFINITY : Math.max(orNone(playlistMillis), orNone(segmentMillis));
        }

        private static int orNone(@Nullable Integer millis) {
            return millis == null ? 0 : millis;
        }

        /** The worst of both: another's trouble, and the longer of each time; the variant is that of the one further behind. */
        public Look orWorse(Look other) {
            return other.status != 200
                    ? other
                    : new Look(
                            status,
                            longer(playlistMillis, other.playlistMillis),
                            longer(segmentMillis, other.segmentMillis),
                            longer(age, other.age),
                            isAheadOf(other) ? other.rendition : rendition);
        }

        /** Whether it shows what is clearly older. */
        public boolean isBehind(Look other) {
            return age != null && other.age != null && age.minus(other.age).compareTo(APART) > 0;
        }

        private boolean isAheadOf(Look other) {
            return status == 200 && (other.isBehind(this) || !isBehind(other) && waitedMillis() < other.waitedMillis());
        }

        private static <T extends Comparable<T>> @Nullable T longer(@Nullable T one, @Nullable T other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.compareTo(other) < 0 ? other : one;
        }
    }

    /**
     * Reads the playlist and the beginning of its newest segment. Trouble is part of what was seen: nothing is thrown for it.
     *
     * @param playlist address of a media playlist
     * @param patience for each answer; what takes longer counts as no answer
     */
    Look look(String playlist, Duration patience);

    /**
     * What an address answered.
     *
     * @param status of HTTP; 0 for no answer
     * @param millis until the answer was there; null where none was
     */
    record Answered(int status, @Nullable Integer millis) {}

    /**
     * Asks an address that a CDN has for that whether it is well. Trouble is part of what was seen: nothing is thrown for it.
     *
     * @param patience for the answer; what takes longer counts as none
     */
    Answered health(String address, Duration patience);

    /**
     * Reads what an origin offers, through a CDN; empty where no multivariant playlist is there, or not now.
     *
     * @param playlist address of a multivariant playlist
     * @param patience for the answer; what takes longer counts as none
     */
    Optional<Ladder> ladder(String playlist, Duration patience);

    /**
     * What lies at an address.
     *
     * @param status of HTTP; 0 for no answer
     * @param text what came with 200; else empty
     */
    record Text(int status, String text) {}

    /**
     * Reads a text as viewers' players do. Trouble is part of what was seen: nothing is thrown for it.
     *
     * @param patience for the answer; what takes longer counts as none
     */
    Text read(String address, Duration patience);
}
