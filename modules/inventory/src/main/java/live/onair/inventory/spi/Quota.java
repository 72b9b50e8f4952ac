package live.onair.inventory.spi;

import java.util.List;
import live.onair.inventory.QuotaRows.Demand;
import org.jspecify.annotations.Nullable;

/**
 * How much of something the account may hold at most, and holds.
 *
 * @param word stable, {@code ivs.stream}
 * @param backend word of the backend whose channels and shows take of it
 * @param demand what of ours takes of it
 * @param each how much one of those takes; of push inputs a channel takes as much again for its second one
 * @param limit how much there may be, and by which code the cloud knows it
 * @param used how much there is in the whole account, whoever made it
 * @param holders whose those are of the used ones that are ours: ids of our channels, one for each, and {@link #SHARED}
 */
public record Quota(
        String word, String backend, Demand demand, int each, Limit limit, long used, List<String> holders) {

    /** In place of a channel, for what serves all of them. */
    public static final String SHARED = "*";

    /** Keeps it unchangeable. */
    public Quota {
        holders = List.copyOf(holders);
    }

    /**
     * How much there may be.
     *
     * @param code null if the cloud names none
     * @param most null if the cloud does not tell it
     * @param own whether it is this account's own, not the cloud's usual one
     */
    public record Limit(@Nullable String code, @Nullable Long most, boolean own) {
        /** The cloud does not tell it. */
        public static final Limit UNTOLD = new Limit(null, null, false);
    }
}
