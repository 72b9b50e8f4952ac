package live.onair.awsstub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import live.onair.awsstub.wire.Json;
import live.onair.awsstub.wire.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What MediaLive finds wrong in a channel that its model allows: 422 with a list of places. Sources: the API reference of
 * the members named, and the user guide's "Exactly one of settings ... is required".
 */
final class MediaLiveChannelRules {

    private final MediaLiveShelf shelf;
    private final ObjectNode channel;
    private final List<Map<String, String>> wrong = new ArrayList<>();

    private MediaLiveChannelRules(MediaLiveShelf shelf, ObjectNode channel) {
        this.shelf = shelf;
        this.channel = channel;
    }

    /** Throws when something is wrong; {@code channel} is the whole channel as it would be. */
    static void check(MediaLiveShelf shelf, ObjectNode channel, @Nullable String itself) {
        MediaLiveChannelRules rules = new MediaLiveChannelRules(shelf, channel);
        rules.videos();
        rules.outputs();
        rules.destinations();
        rules.numbers();
        rules.attachments(itself);
        if (!rules.wrong.isEmpty()) {
            String sentence = rules.wrong.get(0).get("elementPath") + " "
                    + rules.wrong.get(0).get("errorMessage");
            throw new Refused("UnprocessableEntityException", 422, sentence, Map.of("validationErrors", rules.wrong));
        }
    }

    /** The attachment of this name; missing without one. */
    static JsonNode attachment(JsonNode channel, String name) {
        return Json.each(channel.path("InputAttachments"))
                .filter(a -> a.path("InputAttachmentName").asText().equals(name))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private void wrong(String path, String message) {
        wrong.add(Map.of("elementPath", path, "errorMessage", message));
    }

    private Set<String> names(String list, String member) {
        return new HashSet<>(Json.each(channel.path("EncoderSettings").path(list))
                .map(d -> d.path(member).asText())
                .toList());
    }

    // API reference, H264Settings: what is "specified" is determined by numerator and denominator; GopSize by its units
    private void videos() {
        int at = 0;
        for (JsonNode video : channel.path("EncoderSettings").path("VideoDescriptions")) {
            String path = "/encoderSettings/videoDescriptions/" + at++ + "/codecSettings/h264Settings";
            JsonNode h264 = video.path("CodecSettings").path("H264Settings");
            specified(h264, "Framerate", path);
            specified(h264, "Par", path);
            boolean seconds = h264.path("GopSizeUnits").asText().equals("SECONDS");
            double gop = h264.path("GopSize").asDouble(90);
            if (seconds ? gop <= 0 : gop < 1 || gop != Math.rint(gop)) {
                wrong(path + "/gopSize", "must be a whole number of frames, or more than 0 seconds");
            }
        }
    }

    private void specified(JsonNode h264, String what, String path) {
        boolean said = h264.has(what + "Numerator") && h264.has(what + "Denominator");
        if (h264.path(what + "Control").asText().equals("SPECIFIED") && !said) {
            wrong(
                    path + "/" + what.toLowerCase(java.util.Locale.ROOT) + "Control",
                    "SPECIFIED needs numerator and denominator");
        }
    }

    private void outputs() {
        Set<String> videos = names("VideoDescriptions", "Name");
        Set<String> audios = names("AudioDescriptions", "Name");
        int at = 0;
        for (JsonNode group : channel.path("EncoderSettings").path("OutputGroups")) {
            String path = "/encoderSettings/outputGroups/" + at++;
            if (group.path("OutputGroupSettings").size() != 1) {
                wrong(path + "/outputGroupSettings", "exactly one kind of output group settings is required");
            }
            if (group.path("Outputs").isEmpty()) {
                wrong(path + "/outputs", "at least one output is required");
            }
            int number = 0;
            for (JsonNode output : group.path("Outputs")) {
                output(output, path + "/outputs/" + number++, videos, audios);
            }
            reference(group.path("OutputGroupSettings"), path);
        }
    }

    private void output(JsonNode output, String path, Set<String> videos, Set<String> audios) {
        if (output.path("OutputSettings").size() != 1) {
            wrong(path + "/outputSettings", "exactly one kind of output settings is required");
        }
        if (output.has("VideoDescriptionName")
                && !videos.contains(output.get("VideoDescriptionName").asText())) {
            wrong(path + "/videoDescriptionName", "no such video description");
        }
        for (String audio : Json.texts(output.path("AudioDescriptionNames"))) {
            if (!audios.contains(audio)) {
                wrong(path + "/audioDescriptionNames", "no such audio description: " + audio);
            }
        }
    }

    private void reference(JsonNode settings, String path) {
        Set<String> known = new HashSet<>(Json.each(channel.path("Destinations"))
                .map(d -> d.path("Id").asText())
                .toList());
        for (JsonNode kind : settings) {
            JsonNode reference = kind.path("Destination").path("DestinationRefId");
            if (!reference.isMissingNode() && !known.contains(reference.asText())) {
                wrong(path + "/outputGroupSettings/destination", "no such destination: " + reference.asText());
            }
        }
    }

    // "Exactly one of settings, MediaPackage settings, or Multiplex settings is required for destination" is AWS's
    // sentence
    private void destinations() {
        int pipelines = MediaLiveShelf.pipelines(channel);
        int at = 0;
        for (JsonNode destination : channel.path("Destinations")) {
            String path = "/destinations/" + at++;
            long kinds = List.of(
                            "Settings",
                            "MediaPackageSettings",
                            "MultiplexSettings",
                            "SrtSettings",
                            "MediaConnectRouterSettings")
                    .stream()
                    .filter(kind -> !destination.path(kind).isEmpty())
                    .count();
            if (kinds != 1) {
                wrong(
                        path,
                        "Exactly one of settings, MediaPackage settings, or Multiplex settings is required for destination");
            }
            int places = destination.path("Settings").size();
            if (places > 0 && places != pipelines) {
                wrong(path + "/settings", "a channel with " + pipelines + " pipelines needs as many, not " + places);
            }
        }
    }

    // user guide, "MediaLive feature rules and limits": up to 2 push inputs, up to 20 in all, and only push inputs pair
    // up
    private void numbers() {
        long pushed =
                Json.each(channel.path("InputAttachments")).filter(this::pushed).count();
        if (pushed > 2) {
            wrong("/inputAttachments", "a channel can have up to 2 push inputs, not " + pushed);
        }
        if (channel.path("InputAttachments").size() > 20) {
            wrong("/inputAttachments", "a channel can have up to 20 inputs");
        }
        for (JsonNode attachment : channel.path("InputAttachments")) {
            if (attachment.has("AutomaticInputFailoverSettings") && !pushed(attachment)) {
                wrong("/inputAttachments/automaticInputFailoverSettings", "only push inputs can be a failover pair");
            }
        }
    }

    private boolean pushed(JsonNode attachment) {
        return shelf.inputs
                .alive(attachment.path("InputId").asText())
                .filter(input -> input.tree.path("Type").asText().endsWith("_PUSH"))
                .isPresent();
    }

    private void attachments(@Nullable String itself) {
        Set<String> seen = new HashSet<>();
        Set<String> ids = new HashSet<>();
        channel.path("InputAttachments").forEach(a -> ids.add(a.path("InputId").asText()));
        int at = 0;
        for (JsonNode attachment : channel.path("InputAttachments")) {
            String path = "/inputAttachments/" + at++;
            if (!seen.add(attachment.path("InputAttachmentName").asText())) {
                wrong(path + "/inputAttachmentName", "must be unique in the channel");
            }
            JsonNode secondary =
                    attachment.path("AutomaticInputFailoverSettings").path("SecondaryInputId");
            String pair = path + "/automaticInputFailoverSettings/secondaryInputId";
            if (!secondary.isMissingNode() && !ids.contains(secondary.asText())) {
                wrong(pair, "must be attached to this channel");
            }
            // user guide, "Setting up automatic input failover with RTMP and RTP inputs": both of the same type
            if (!secondary.isMissingNode()
                    && !type(secondary.asText())
                            .equals(type(attachment.path("InputId").asText()))) {
                wrong(pair, "both inputs of a failover pair must be of the same type");
            }
            attached(attachment.path("InputId").asText(), path, itself);
        }
    }

    private String type(String inputId) {
        return shelf.inputs
                .alive(inputId)
                .map(input -> input.tree.path("Type").asText())
                .orElse("");
    }

    private void attached(String inputId, String path, @Nullable String itself) {
        Resource input = shelf.inputs.alive(inputId).orElse(null);
        if (input == null) {
            wrong(path + "/inputId", "no such input: " + inputId);
            return;
        }
        // user guide, "Class of channels and inputs": a standard channel takes standard inputs only
        if (MediaLiveShelf.pipelines(channel) == 2
                && input.tree.path("InputClass").asText().equals("SINGLE_PIPELINE")) {
            wrong(path + "/inputId", "a standard channel cannot have the single-pipeline input " + inputId);
        }
        // API reference, Input.AttachedChannels: "currently an input can only be attached to one channel"
        if (shelf.attachedTo(inputId).stream().anyMatch(other -> !other.id.equals(itself))) {
            throw MediaLiveShelf.refused(
                    409,
                    "Input " + inputId + " is already attached to channel "
                            + shelf.attachedTo(inputId).get(0).id);
        }
    }
}
