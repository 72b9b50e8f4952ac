package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import live.onair.awsstub.wire.Json;

/** MediaLive's channels and their life. */
final class MediaLiveChannels extends Script {

    private static final String[] WRITTEN = {
        "CdiInputSpecification",
        "ChannelClass",
        "Destinations",
        "EncoderSettings",
        "InputAttachments",
        "InputSpecification",
        "LogLevel",
        "Name",
        "RoleArn",
        "Tags"
    };

    final MediaLiveShelf shelf;

    MediaLiveChannels(Ground ground, Quotas quotas) {
        super(ground);
        shelf = new MediaLiveShelf(ground, quotas);
        act("CreateChannel", this::create);
        act("DescribeChannel", input -> shelf.channelView(shelf.channel(input)));
        act("ListChannels", this::list);
        act("UpdateChannel", this::update);
        act("UpdateChannelClass", this::updateClass);
        act("StartChannel", this::start);
        act("StopChannel", this::stop);
        act("DeleteChannel", this::delete);
        act("RestartChannelPipelines", this::restart);
        act("ListAlerts", this::alerts);
    }

    List<Script> all() {
        return List.of(
                this,
                new MediaLiveInputs(ground, shelf),
                new MediaLiveGroups(ground, shelf),
                new MediaLiveSchedule(ground, shelf));
    }

    @Override
    List<Resources> keeps() {
        return List.of(shelf.groups, shelf.inputs, shelf.channels);
    }

    private ObjectNode create(ObjectNode input) {
        String token = input.path("RequestId").asText();
        if (shelf.requests.containsKey(token)) {
            Resource same = shelf.channels.find(shelf.requests.get(token)).orElseThrow();
            return Json.object(Map.of("Channel", shelf.channelView(same)));
        }
        String id = ground.number();
        ObjectNode tree = tree(id, input);
        MediaLiveChannelRules.check(shelf, tree, null);
        shelf.quotas.mediaLive(Quotas.CHANNELS, shelf.channels.alive().size());
        Resource made = shelf.channels.add(new Resource(ground, id, "State", tree));
        made.tells(state -> shelf.stateChanged(made, state));
        shelf.timelines.put(id, new MediaLiveTimeline(ground, made));
        if (!token.isEmpty()) {
            shelf.requests.put(token, id);
        }
        return Json.object(Map.of("Channel", shelf.channelView(made.goes("CREATING", "IDLE"))));
    }

    private static ObjectNode tree(String id, ObjectNode input) {
        ObjectNode tree = Json.object(Map.of(
                "Arn",
                Ground.arn("medialive", "channel:" + id),
                "Id",
                id,
                "ChannelClass",
                "STANDARD",
                "LogLevel",
                "DISABLED",
                "Tags",
                Map.of(),
                "Destinations",
                List.of(),
                "InputAttachments",
                List.of()));
        copy(input, tree, WRITTEN);
        tree.set("EgressEndpoints", egress(tree));
        return tree;
    }

    private static com.fasterxml.jackson.databind.JsonNode egress(ObjectNode tree) {
        List<Map<String, String>> ends = new ArrayList<>();
        for (int i = 0; i < MediaLiveShelf.pipelines(tree); i++) {
            ends.add(Map.of("SourceIp", "203.0.113." + (i + 1)));
        }
        return Json.of(ends);
    }

    private ObjectNode list(ObjectNode input) {
        List<ObjectNode> views = new ArrayList<>();
        for (Resource channel : shelf.channels.alive()) {
            ObjectNode view = shelf.channelView(channel);
            view.remove(List.of("EncoderSettings", "PipelineDetails"));
            views.add(view);
        }
        return new Page("Channels", "MaxResults", "NextToken").of(views, input, ground);
    }

    // MediaLive user guide, "Editing a channel": the channel must be idle
    private ObjectNode update(ObjectNode input) {
        Resource channel = shelf.channel(input);
        if (!channel.is("IDLE")) {
            throw MediaLiveShelf.refused(409, "Channel can only be updated when it is idle, not " + channel.state());
        }
        ObjectNode tried = channel.tree.deepCopy();
        copy(input, tried, WRITTEN);
        MediaLiveChannelRules.check(shelf, tried, channel.id);
        copy(input, channel.tree, WRITTEN);
        return Json.object(Map.of("Channel", shelf.channelView(channel)));
    }

    // MediaLive API, UpdateChannelClass: "Changes the class of the channel", idle only; destinations as many as
    // pipelines
    private ObjectNode updateClass(ObjectNode input) {
        Resource channel = shelf.channel(input);
        if (!channel.is("IDLE")) {
            throw MediaLiveShelf.refused(
                    409, "Channel class can only be changed when it is idle, not " + channel.state());
        }
        ObjectNode tried = channel.tree.deepCopy();
        copy(input, tried, "ChannelClass", "Destinations");
        MediaLiveChannelRules.check(shelf, tried, channel.id);
        copy(tried, channel.tree, "ChannelClass", "Destinations");
        return Json.object(Map.of("Channel", shelf.channelView(channel)));
    }

    // MediaLive API, StartChannel and StopChannel: 409 ResourceConflict in any other state
    private ObjectNode start(ObjectNode input) {
        Resource channel = shelf.channel(input);
        if (!channel.is("IDLE")) {
            throw MediaLiveShelf.refused(
                    409,
                    "Channel " + channel.id + " is in state " + channel.state()
                            + "; only an idle channel can be started");
        }
        shelf.failed.remove(channel.id);
        shelf.alerts.remove(channel.id);
        shelf.timeline(channel).channelStarts();
        shelf.failover(channel).starts();
        return shelf.channelView(channel.goes("STARTING", "RUNNING"));
    }

    private ObjectNode stop(ObjectNode input) {
        Resource channel = shelf.channel(input);
        if (!channel.is("RUNNING", "STARTING", "RECOVERING")) {
            throw MediaLiveShelf.refused(
                    409,
                    "Channel " + channel.id + " is in state " + channel.state()
                            + "; only a running channel can be stopped");
        }
        return shelf.channelView(channel.goes("STOPPING", "IDLE"));
    }

    // the API's own sentence, as CloudTrail shows it to people who delete too early
    private ObjectNode delete(ObjectNode input) {
        Resource channel = shelf.channel(input);
        if (!channel.is("IDLE", "CREATE_FAILED", "UPDATE_FAILED")) {
            throw MediaLiveShelf.refused(
                    409,
                    "Cannot delete a channel that has not been stopped yet. Please stop the channel and try again.");
        }
        return shelf.channelView(channel.goes("DELETING", "DELETED"));
    }

    private ObjectNode restart(ObjectNode input) {
        Resource channel = shelf.channel(input);
        if (!channel.is("RUNNING")) {
            throw MediaLiveShelf.refused(409, "Channel " + channel.id + " is not running");
        }
        shelf.failed
                .getOrDefault(channel.id, new HashSet<>())
                .removeIf(pipeline -> Json.texts(input.path("PipelineIds")).contains("PIPELINE_" + pipeline));
        return shelf.channelView(channel);
    }

    private ObjectNode alerts(ObjectNode input) {
        String state = input.path("StateFilter").asText();
        List<ObjectNode> alerts = shelf.alerts.getOrDefault(shelf.channel(input).id, List.of()).stream()
                .filter(alert -> state.isEmpty()
                        || state.equals("ALL")
                        || alert.path("State").asText().equals(state))
                .toList();
        return new Page("Alerts", "MaxResults", "NextToken").of(alerts, input, ground);
    }
}
