package live.onair.awsstub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import live.onair.awsstub.wire.Json;

/**
 * Which of two inputs a running channel takes by itself. Sources: user guide, "Implementing automatic input failover" (both
 * inputs of the pair are ingested, the one that is sent is given up when it is lost), "Starting the channel" (failover and
 * failback), "Manually forcing a failover"; API reference, AutomaticInputFailoverSettings and InputLossFailoverSettings.
 */
final class MediaLiveFailover {

    // API reference, InputLossFailoverSettings has no default; the user guide speaks of 3 seconds
    private static final long LOSS_MS = 3_000;
    // user guide: "healthy again for more than 30 seconds"
    private static final long CLEAR_MS = 30_000;

    private final Ground ground;
    private final Resource channel;
    /** Since when nothing comes of an attachment, by steady time. */
    private final Map<String, Long> silent = new HashMap<>();

    private final Map<String, Long> well = new HashMap<>();
    private String by = "";
    private String now = "";

    MediaLiveFailover(Ground ground, Resource channel) {
        this.ground = ground;
        this.channel = channel;
    }

    void lost(String attachment) {
        silent.putIfAbsent(attachment, ground.time.steady());
        well.remove(attachment);
    }

    void back(String attachment) {
        if (silent.remove(attachment) != null) {
            well.put(attachment, ground.time.steady());
        }
    }

    /** A channel that starts takes what its schedule says. */
    void starts() {
        by = "";
        now = "";
    }

    /** The attachment on air. */
    String active(MediaLiveTimeline timeline) {
        String wanted = timeline.active();
        String action = timeline.lastSwitchName();
        if (now.isEmpty() || !action.equals(by)) {
            by = action;
            now = wanted;
        }
        JsonNode primary = primary(wanted).orElse(null);
        if (primary == null) {
            now = wanted;
            return now;
        }
        JsonNode settings = primary.path("AutomaticInputFailoverSettings");
        String first = primary.path("InputAttachmentName").asText();
        String second = secondary(settings);
        String other = now.equals(first) ? second : first;
        boolean back = now.equals(second)
                && settings.path("InputPreference").asText().equals("PRIMARY_INPUT_PREFERRED")
                && isWell(first, settings);
        if (back || isGone(now, settings) && !silent.containsKey(other)) {
            now = other;
        }
        return now;
    }

    /** Whether both are of one pair that returns to its primary: nobody may switch between them then. */
    boolean isHeld(String from, String to) {
        return primary(from)
                .filter(primary -> primary.path("AutomaticInputFailoverSettings")
                        .path("InputPreference")
                        .asText()
                        .equals("PRIMARY_INPUT_PREFERRED"))
                .filter(primary -> !from.equals(to) && primary(to).equals(Optional.of(primary)))
                .isPresent();
    }

    /** The attachment that keeps the settings of the pair to which this one belongs. */
    private Optional<JsonNode> primary(String attachment) {
        return Json.each(channel.tree.path("InputAttachments"))
                .filter(one -> one.has("AutomaticInputFailoverSettings"))
                .filter(one -> one.path("InputAttachmentName").asText().equals(attachment)
                        || secondary(one.path("AutomaticInputFailoverSettings")).equals(attachment))
                .findFirst();
    }

    private String secondary(JsonNode settings) {
        return Json.each(channel.tree.path("InputAttachments"))
                .filter(other -> other.path("InputId").equals(settings.path("SecondaryInputId")))
                .map(other -> other.path("InputAttachmentName").asText())
                .findFirst()
                .orElse("");
    }

    private boolean isGone(String attachment, JsonNode settings) {
        Long since = silent.get(attachment);
        long threshold = Json.each(settings.path("FailoverConditions"))
                .map(one -> one.path("FailoverConditionSettings").path("InputLossSettings"))
                .map(loss -> loss.path("InputLossThresholdMsec").asLong(LOSS_MS))
                .findFirst()
                .orElse(LOSS_MS);
        return since != null && passed(since) >= threshold;
    }

    private boolean isWell(String attachment, JsonNode settings) {
        Long since = well.get(attachment);
        boolean enough = since == null
                || passed(since) >= settings.path("ErrorClearTimeMsec").asLong(CLEAR_MS);
        return !silent.containsKey(attachment) && enough;
    }

    private long passed(long since) {
        return (ground.time.steady() - since) / 1_000_000;
    }
}
