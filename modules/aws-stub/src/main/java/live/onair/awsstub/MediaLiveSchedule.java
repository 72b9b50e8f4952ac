package live.onair.awsstub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import live.onair.awsstub.wire.Json;

/** The schedule's own calls. Sources: user guide, "How schedule actions work", and the API reference of each setting. */
final class MediaLiveSchedule extends Script {

    private static final Duration SOONEST = Duration.ofSeconds(15);
    private static final Duration LATEST = Duration.ofDays(14);

    private final MediaLiveShelf shelf;

    MediaLiveSchedule(Ground ground, MediaLiveShelf shelf) {
        super(ground);
        this.shelf = shelf;
        act("BatchUpdateSchedule", this::update);
        act("DescribeSchedule", this::describe);
        act("DeleteSchedule", this::delete);
    }

    // user guide, "Creating and deleting using a batch command": deletes are always performed before creates
    private ObjectNode update(ObjectNode input) {
        Resource channel = living(input);
        MediaLiveTimeline timeline = shelf.timeline(channel);
        List<String> deletes = Json.texts(input.path("Deletes").path("ActionNames"));
        List<JsonNode> creates =
                Json.each(input.path("Creates").path("ScheduleActions")).toList();
        deletes.forEach(name -> checkDelete(timeline, name));
        checkCreates(channel, creates, new HashSet<>(deletes));
        List<ObjectNode> gone = new ArrayList<>();
        deletes.forEach(name -> gone.add(timeline.remove(name)));
        List<ObjectNode> made = new ArrayList<>();
        for (JsonNode create : creates) {
            ObjectNode action = create.deepCopy();
            timeline.add(action);
            made.add(action);
        }
        return Json.object(
                Map.of("Creates", Map.of("ScheduleActions", made), "Deletes", Map.of("ScheduleActions", gone)));
    }

    private Resource living(ObjectNode input) {
        Resource channel = shelf.channel(input);
        if (channel.is("DELETING", "DELETED")) {
            throw MediaLiveShelf.refused(404, "Channel " + channel.id + " not found");
        }
        return channel;
    }

    // user guide, "Deleting and stopping input prepare actions": not the most recent one in the past of a running
    // channel
    private static void checkDelete(MediaLiveTimeline timeline, String name) {
        if (!timeline.has(name)) {
            throw MediaLiveShelf.refused(422, "Deletes: there is no schedule action named " + name);
        }
        timeline.mustStay(name).ifPresent(why -> {
            throw MediaLiveShelf.refused(422, "Deletes: " + name + ": " + why);
        });
    }

    private void checkCreates(Resource channel, List<JsonNode> creates, Set<String> gone) {
        MediaLiveTimeline timeline = shelf.timeline(channel);
        Set<String> names = new HashSet<>();
        for (JsonNode create : creates) {
            String name = create.path("ActionName").asText();
            if (name.isBlank() || !names.add(name) || timeline.has(name) && !gone.contains(name)) {
                throw MediaLiveShelf.refused(422, "actionName: must be unique within the schedule: " + name);
            }
            one(create, "ScheduleActionSettings", name);
            one(create, "ScheduleActionStartSettings", name);
            start(create.path("ScheduleActionStartSettings"), name, timeline, names);
            settings(channel, create.path("ScheduleActionSettings"), name);
        }
    }

    private static void one(JsonNode create, String member, String name) {
        if (create.path(member).size() != 1) {
            throw MediaLiveShelf.refused(422, name + ": exactly one of " + member + " is required");
        }
    }

    // user guide, "Input switch with fixed start": at least 15 seconds, not more than 14 days in the future
    private void start(JsonNode start, String name, MediaLiveTimeline timeline, Set<String> names) {
        JsonNode fixed = start.path("FixedModeScheduleActionStartSettings");
        if (!fixed.isMissingNode()) {
            Duration ahead =
                    Duration.between(ground.time.now(), time(fixed.path("Time").asText(), name));
            if (ahead.compareTo(SOONEST) < 0 || ahead.compareTo(LATEST) > 0) {
                throw MediaLiveShelf.refused(
                        422,
                        name + ": the start time must be at least 15 seconds and not more than 14 days in the future");
            }
        }
        JsonNode follow = start.path("FollowModeScheduleActionStartSettings");
        String reference = follow.path("ReferenceActionName").asText();
        if (!follow.isMissingNode()
                && (reference.equals(name) || !timeline.has(reference) && !names.contains(reference))) {
            throw MediaLiveShelf.refused(422, name + ": no action to follow: " + reference);
        }
    }

    // API reference, FixedModeScheduleActionStartSettings: "UTC format: yyyy-mm-ddThh:mm:ss.nnnZ"
    private static Instant time(String text, String name) {
        try {
            if (text.length() == "yyyy-mm-ddThh:mm:ss.nnnZ".length()) {
                return Instant.parse(text);
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw MediaLiveShelf.refused(422, name + ": time must be of the form yyyy-mm-ddThh:mm:ss.nnnZ, not " + text);
    }

    // API reference, TimedMetadataScheduleActionSettings: "a base64 string that contains one or more fully formed ID3
    // tags"
    private static void tagged(JsonNode settings, String name) {
        for (String kind : List.of("TimedMetadataSettings", "HlsTimedMetadataSettings")) {
            JsonNode id3 = settings.path(kind).path("Id3");
            if (!id3.isMissingNode() && !isId3(id3.asText())) {
                throw MediaLiveShelf.refused(422, name + ": id3 must be base64 of fully formed ID3 tags");
            }
        }
    }

    private static boolean isId3(String base64) {
        try {
            byte[] tag = Base64.getDecoder().decode(base64);
            return tag.length > 10 && new String(tag, 0, 3, StandardCharsets.US_ASCII).equals("ID3");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    // user guide, "Switching within the input failover pair": only if the input preference is EQUAL_INPUT_PREFERENCE
    private void held(Resource channel, JsonNode settings, String name) {
        String to = settings.path("InputSwitchSettings")
                .path("InputAttachmentNameReference")
                .asText();
        if (channel.is("RUNNING") && shelf.failover(channel).isHeld(shelf.active(channel), to)) {
            throw MediaLiveShelf.refused(
                    422, name + ": inputs of a failover pair can be switched with EQUAL_INPUT_PREFERENCE only");
        }
    }

    private void settings(Resource channel, JsonNode settings, String name) {
        held(channel, settings, name);
        for (String kind : List.of("InputSwitchSettings", "InputPrepareSettings")) {
            JsonNode reference = settings.path(kind).path("InputAttachmentNameReference");
            if (!reference.isMissingNode()
                    && MediaLiveChannelRules.attachment(channel.tree, reference.asText())
                            .isMissingNode()) {
                throw MediaLiveShelf.refused(422, name + ": no input attachment named " + reference.asText());
            }
        }
        tagged(settings, name);
        // API reference, FeatureActivations: prepare actions and overlays of single outputs must be switched on first
        JsonNode features = channel.tree.path("EncoderSettings").path("FeatureActivations");
        feature(features, settings.has("InputPrepareSettings"), "InputPrepareScheduleActions", name);
        feature(
                features,
                settings.has("StaticImageOutputActivateSettings"),
                "OutputStaticImageOverlayScheduleActions",
                name);
    }

    private static void feature(JsonNode features, boolean used, String feature, String name) {
        if (used && !features.path(feature).asText().equals("ENABLED")) {
            throw MediaLiveShelf.refused(422, name + ": " + feature + " is not enabled in the channel");
        }
    }

    private ObjectNode describe(ObjectNode input) {
        List<ObjectNode> actions = shelf.timeline(living(input)).actions();
        return new Page("ScheduleActions", "MaxResults", "NextToken").of(actions, input, ground);
    }

    private ObjectNode delete(ObjectNode input) {
        shelf.timeline(living(input)).clear();
        return Json.object();
    }
}
