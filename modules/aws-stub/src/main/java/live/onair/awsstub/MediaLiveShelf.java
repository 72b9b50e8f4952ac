package live.onair.awsstub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import live.onair.awsstub.wire.Json;
import live.onair.awsstub.wire.Refused;

/**
 * What MediaLive has: security groups, inputs, channels, and how they hold each other. Scripted wholly by us: moto's
 * channels know no schedule, no security group and no refusal.
 */
final class MediaLiveShelf {

    final Quotas quotas;
    final Resources groups = new Resources();
    final Resources inputs = new Resources();
    final Resources channels = new Resources();
    final Map<String, MediaLiveTimeline> timelines = new HashMap<>();
    /** RequestId to id: "needed to prevent retries from creating multiple resources" (MediaLive API, CreateChannel). */
    final Map<String, String> requests = new HashMap<>();

    final Map<String, Set<Integer>> failed = new HashMap<>();
    final Map<String, List<ObjectNode>> alerts = new HashMap<>();

    private final Map<String, MediaLiveFailover> failovers = new HashMap<>();
    private final Ground ground;

    MediaLiveShelf(Ground ground, Quotas quotas) {
        this.ground = ground;
        this.quotas = quotas;
    }

    static Refused refused(int status, String sentence) {
        String error = switch (status) {
            case 404 -> "NotFoundException";
            case 409 -> "ConflictException";
            case 422 -> "UnprocessableEntityException";
            default -> "BadRequestException";
        };
        return new Refused(error, status, sentence);
    }

    Resource channel(ObjectNode input) {
        String id = input.path("ChannelId").asText();
        return channels.find(id).orElseThrow(() -> refused(404, "Channel " + id + " not found"));
    }

    List<Resource> attachedTo(String inputId) {
        return channels.alive().stream()
                .filter(channel -> Json.each(channel.tree.path("InputAttachments"))
                        .anyMatch(a -> a.path("InputId").asText().equals(inputId)))
                .toList();
    }

    ObjectNode groupView(Resource group) {
        List<Resource> using = inputs.alive().stream()
                .filter(input -> Json.texts(input.tree.path("SecurityGroups")).contains(group.id))
                .toList();
        ObjectNode view = group.view();
        view.set("Inputs", Json.array(using.stream().map(input -> input.id).toList()));
        if (!using.isEmpty()) {
            view.put("State", "IN_USE");
        }
        return view;
    }

    ObjectNode inputView(Resource input) {
        List<Resource> holders = attachedTo(input.id);
        ObjectNode view = input.view();
        view.set(
                "AttachedChannels",
                Json.array(holders.stream().map(channel -> channel.id).toList()));
        if (!holders.isEmpty()) {
            view.put("State", "ATTACHED");
        }
        return view;
    }

    static int pipelines(JsonNode channel) {
        return channel.path("ChannelClass").asText().equals("SINGLE_PIPELINE") ? 1 : 2;
    }

    ObjectNode channelView(Resource channel) {
        boolean running = channel.is("RUNNING");
        ObjectNode view = channel.view();
        ArrayNode details = Json.MAKE.arrayNode();
        if (running) {
            Set<Integer> dead = failed.getOrDefault(channel.id, Set.of());
            String active = active(channel);
            for (int pipeline = 0; pipeline < pipelines(view); pipeline++) {
                if (!dead.contains(pipeline)) {
                    details.add(pipeline(channel, pipeline, active));
                }
            }
        }
        view.set("PipelineDetails", details);
        view.put("PipelinesRunningCount", details.size());
        return view;
    }

    private ObjectNode pipeline(Resource channel, int number, String active) {
        ObjectNode pipeline =
                Json.object(Map.of("PipelineId", String.valueOf(number), "ActiveInputAttachmentName", active));
        String by = timeline(channel).lastSwitchName();
        if (!by.isEmpty()) {
            pipeline.put("ActiveInputSwitchActionName", by);
        }
        return pipeline;
    }

    MediaLiveTimeline timeline(Resource channel) {
        return Objects.requireNonNull(timelines.get(channel.id));
    }

    /** The attachment on air: what the schedule switched to, or its partner after a failover. */
    String active(Resource channel) {
        return failover(channel).active(timeline(channel));
    }

    MediaLiveFailover failover(Resource channel) {
        return failovers.computeIfAbsent(channel.id, id -> new MediaLiveFailover(ground, channel));
    }

    /** User guide, "States for channels": each one is an event. */
    void stateChanged(Resource channel, String state) {
        Map<String, Object> detail = Map.of(
                "channel_arn",
                channel.arn(),
                "state",
                state,
                "message",
                "Channel is " + state,
                "pipelines_running_count",
                state.equals("RUNNING") ? pipelines(channel.tree) : 0);
        ground.bus.put("aws.medialive", "MediaLive Channel State Change", channel.arn(), detail);
    }

    void alert(String channelId, String type, int pipeline, String message) {
        List<ObjectNode> set = alerts.computeIfAbsent(channelId, id -> new ArrayList<>());
        ObjectNode alert = Json.object(Map.of(
                "AlertType",
                type,
                "Id",
                channelId + "-" + set.size(),
                "Message",
                message,
                "PipelineId",
                String.valueOf(pipeline),
                "SetTimestamp",
                ground.time.seconds(),
                "State",
                "SET"));
        set.add(alert);
        told(channelId, alert);
    }

    void clearAlerts(String channelId, String about) {
        for (ObjectNode alert : alerts.getOrDefault(channelId, List.of())) {
            boolean same = alert.path("Message").asText().endsWith(about)
                    && alert.path("State").asText().equals("SET");
            if (same) {
                told(channelId, alert.put("State", "CLEARED").put("ClearedTimestamp", ground.time.seconds()));
            }
        }
    }

    private void told(String channelId, ObjectNode alert) {
        String arn = channels.find(channelId).orElseThrow().arn();
        Map<String, Object> detail = Map.of(
                "alarm_state", alert.path("State"),
                "alarm_id", alert.path("Id"),
                "alert_type", alert.path("AlertType"),
                "pipeline", alert.path("PipelineId"),
                "channel_arn", arn,
                "message", alert.path("Message"));
        ground.bus.put("aws.medialive", "MediaLive Channel Alert", arn, detail);
    }
}
