package live.onair.inventory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where recordings lie, and what the cloud does with them there by itself.
 *
 * @param bucket null when none is set
 * @param rules those that count; empty means that nothing is moved, deleted or copied
 * @param at when they were last read, null if they never were
 * @param words why they could not be read at the last try, in the cloud's words; null if they could
 */
public record Archive(
        @Nullable String bucket,
        List<Rule> rules,
        @Nullable Instant at,
        @Nullable String words) {

    /** Nothing was ever read. */
    public static final Archive UNKNOWN = new Archive(null, List.of(), null, null);

    /** Keeps it unchangeable. */
    public Archive {
        rules = List.copyOf(rules);
    }

    /**
     * One rule.
     *
     * @param prefix of the objects that it is for; empty for all
     * @param movesTo the storage class that they are moved to, null when they are not
     * @param movesAfterDays days until then, null when it is not told in days
     * @param goneAfterDays days until they are deleted, null when they are not
     * @param copiedTo the bucket that new ones are copied to, null when they are not
     */
    public record Rule(
            String prefix,
            @Nullable String movesTo,
            @Nullable Integer movesAfterDays,
            @Nullable Integer goneAfterDays,
            @Nullable String copiedTo) {}
}
