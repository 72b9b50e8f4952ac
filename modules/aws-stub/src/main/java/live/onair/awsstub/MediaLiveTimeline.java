package live.onair.awsstub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One channel's schedule: what is in it, what of it has begun, and which input it has brought on air. */
final class MediaLiveTimeline {

    // API reference, ScheduleAction: "automatically cleaned up to remove actions with a start time of more than 1 hour
    // ago"
    private static final Duration KEPT = Duration.ofHours(1);

    private final class Entry {

        private final ObjectNode action;
        private final Instant added = ground.time.now();
        private @Nullable Instant ended;
        private final long effective = ground.time.steady() + ground.transition.toNanos();

        private Entry(ObjectNode action) {
            this.action = action;
        }

        private String name() {
            return action.path("ActionName").asText();
        }

        /** Empty for one that waits for the end of another, which nobody here knows. */
        private Optional<Instant> start() {
            JsonNode start = action.path("ScheduleActionStartSettings");
            if (start.has("FixedModeScheduleActionStartSettings")) {
                return Optional.of(Instant.parse(start.path("FixedModeScheduleActionStartSettings")
                        .path("Time")
                        .asText()));
            }
            JsonNode follow = start.path("FollowModeScheduleActionStartSettings");
            if (follow.isMissingNode()) {
                return Optional.of(added);
            }
            return follow.path("FollowPoint").asText().equals("START")
                    ? find(follow.path("ReferenceActionName").asText()).flatMap(Entry::start)
                    : Optional.ofNullable(ended);
        }

        /** The one on air before it was a file, and that has just ended. */
        private void begins() {
            ended = ground.time.now();
        }

        private boolean begun() {
            return start().map(at -> !at.isAfter(ground.time.now())).orElse(false);
        }

        /** AWS takes ten seconds for an immediate switch; here it takes as long as a state does. */
        private boolean effective() {
            boolean immediate =
                    action.path("ScheduleActionStartSettings").has("ImmediateModeScheduleActionStartSettings");
            return begun() && (!immediate || ground.time.steady() - effective >= 0);
        }

        private boolean follows(String name) {
            JsonNode follow = action.path("ScheduleActionStartSettings").path("FollowModeScheduleActionStartSettings");
            return !name.isEmpty()
                    && follow.path("FollowPoint").asText().equals("END")
                    && follow.path("ReferenceActionName").asText().equals(name);
        }

        private String switchesTo() {
            return action.path("ScheduleActionSettings")
                    .path("InputSwitchSettings")
                    .path("InputAttachmentNameReference")
                    .asText();
        }

        private boolean about(String settings) {
            return action.path("ScheduleActionSettings").has(settings);
        }
    }

    private final Ground ground;
    private final Resource channel;
    private final List<Entry> entries = new ArrayList<>();

    MediaLiveTimeline(Ground ground, Resource channel) {
        this.ground = ground;
        this.channel = channel;
    }

    /** A channel that starts begins with its first input. No page of AWS says so: this is what we take for granted. */
    void channelStarts() {
        entries.removeIf(entry -> entry.begun() && entry.about("InputSwitchSettings"));
    }

    private Optional<Entry> find(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    boolean has(String name) {
        tidy();
        return find(name).isPresent();
    }

    void add(ObjectNode action) {
        entries.add(new Entry(action));
    }

    ObjectNode remove(String name) {
        Entry entry = find(name).orElseThrow();
        entries.remove(entry);
        return entry.action;
    }

    void clear() {
        entries.clear();
    }

    List<ObjectNode> actions() {
        tidy();
        return entries.stream().map(entry -> entry.action).toList();
    }

    List<JsonNode> played() {
        return entries.stream()
                .filter(Entry::effective)
                .map(entry -> (JsonNode) entry.action.deepCopy())
                .toList();
    }

    /** What began more than an hour ago is gone, but for what still holds. */
    private void tidy() {
        Instant before = ground.time.now().minus(KEPT);
        entries.removeIf(entry -> entry.start().map(at -> at.isBefore(before)).orElse(false)
                && !isLastBegun(entry, "InputSwitchSettings")
                && !isLastBegun(entry, "InputPrepareSettings"));
    }

    /** Why the action may not go; empty when it may. */
    Optional<String> mustStay(String name) {
        Entry entry = find(name).orElseThrow();
        boolean holds = isLastBegun(entry, "InputSwitchSettings") || isLastBegun(entry, "InputPrepareSettings");
        if (channel.is("RUNNING", "RECOVERING") && holds) {
            return Optional.of(
                    "the most recent action of its kind in the past cannot be deleted while the channel runs");
        }
        boolean followed = entries.stream()
                .anyMatch(other -> other.action
                        .path("ScheduleActionStartSettings")
                        .path("FollowModeScheduleActionStartSettings")
                        .path("ReferenceActionName")
                        .asText()
                        .equals(name));
        return followed && entry.begun() ? Optional.of("it has begun and another action follows it") : Optional.empty();
    }

    private boolean isLastBegun(Entry entry, String settings) {
        return entry.about(settings) && entry == lastBegun(settings);
    }

    private @Nullable Entry lastBegun(String settings) {
        Entry last = null;
        for (Entry entry : entries) {
            boolean later = last == null
                    || !entry.start().orElse(Instant.MIN).isBefore(last.start().orElse(Instant.MIN));
            if (entry.about(settings) && entry.effective() && later) {
                last = entry;
            }
        }
        return last;
    }

    /** The file on air has ended: what waits for that begins. */
    void fileEnds() {
        String onAir = lastSwitchName();
        entries.stream().filter(entry -> entry.follows(onAir)).forEach(Entry::begins);
    }

    String lastSwitchName() {
        Entry last = lastBegun("InputSwitchSettings");
        return last == null ? "" : last.name();
    }

    /** The attachment that ought to be on air. */
    String active() {
        Entry last = lastBegun("InputSwitchSettings");
        JsonNode first = channel.tree.path("InputAttachments").path(0);
        return last == null ? first.path("InputAttachmentName").asText() : last.switchesTo();
    }
}
