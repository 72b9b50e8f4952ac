package live.onair.inventory;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import live.onair.inventory.InventoryRows.Remedy;
import live.onair.kernel.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A clearing away.
 *
 * @param state WAITING, DONE or FAILED
 * @param words why it was not done, in the cloud's words; empty if it was, is not over, or the reason is ours
 * @param why code of our reason why it was not done, null if there is none
 * @param facts what the reason names
 */
public record Removal(
        UUID id,
        String resource,
        String name,
        Remedy deed,
        String hash,
        String state,
        String words,
        @Nullable String why,
        Map<String, String> facts,
        String by,
        Instant at) {

    /** Why it was not done, in the reader's language; what the cloud says stays as it is. */
    public String sentence(Locale locale) {
        return why == null
                ? words
                : new Reason(InventoryRefusal.valueOf(why), new LinkedHashMap<>(facts)).sentence(locale);
    }

    /** Why something was not done, as the event log keeps it, in the reader's language; what is no reason of ours stays as it is. */
    public static String reason(String kept, Locale locale) {
        return KeptReason.read(kept).map(reason -> reason.sentence(locale)).orElse(kept);
    }
}
