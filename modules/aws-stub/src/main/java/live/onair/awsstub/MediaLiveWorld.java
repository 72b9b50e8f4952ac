package live.onair.awsstub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;

/** What happens to MediaLive from outside: encoders come and go, pipelines fail, somebody else turns knobs. */
public final class MediaLiveWorld {

    private final Ground ground;
    private final MediaLiveShelf shelf;

    MediaLiveWorld(Ground ground, MediaLiveChannels channels) {
        this.ground = ground;
        shelf = channels.shelf;
    }

    /** One pipeline of a running channel dies and raises an alert; the channel goes on with the other. */
    public void pipelineFails(String channelId, int pipeline) {
        synchronized (ground) {
            shelf.failed.computeIfAbsent(channelId, id -> new HashSet<>()).add(pipeline);
            shelf.alert(channelId, "Pipeline failed", pipeline, "No output of pipeline " + pipeline);
        }
    }

    /** It comes back, its alerts are cleared. */
    public void pipelineRecovers(String channelId, int pipeline) {
        synchronized (ground) {
            shelf.failed.getOrDefault(channelId, new HashSet<>()).remove(pipeline);
            shelf.clearAlerts(channelId, " pipeline " + pipeline);
        }
    }

    /** No picture comes in by this attachment: the channel takes its failover partner if it has one, and raises an alert. */
    public void encoderDisconnects(String channelId, String attachmentName) {
        synchronized (ground) {
            Resource channel = shelf.channels.find(channelId).orElseThrow();
            shelf.failover(channel).lost(attachmentName);
            shelf.active(channel);
            shelf.alert(channelId, "Input loss", 0, "No input data on " + attachmentName);
        }
    }

    /** The picture is there again. */
    public void encoderConnects(String channelId, String attachmentName) {
        synchronized (ground) {
            Resource channel = shelf.channels.find(channelId).orElseThrow();
            shelf.active(channel);
            shelf.failover(channel).back(attachmentName);
            shelf.clearAlerts(channelId, " on " + attachmentName);
        }
    }

    /**
     * Where an output goes does not take it: an alert with the words of the user guide's example ("JSON for an alert
     * event", docs.aws.amazon.com/medialive/latest/ug/monitoring-cloudwatch-json-alert.html), which names the address.
     */
    public void outputFails(String channelId, String url) {
        synchronized (ground) {
            String words = "unable to open output or stream [" + url + "].";
            shelf.alert(channelId, "Failed to Create Output File or Socket", 0, words);
        }
    }

    /** It takes it again. */
    public void outputRecovers(String channelId, String url) {
        synchronized (ground) {
            shelf.clearAlerts(channelId, "[" + url + "].");
        }
    }

    /** The file that the schedule brought on air is over: actions that follow its end begin. */
    public void fileEnds(String channelId) {
        synchronized (ground) {
            shelf.timeline(shelf.channels.find(channelId).orElseThrow()).fileEnds();
        }
    }

    /** What the channel has played of its schedule: the actions that have begun, in the order in which they were made. */
    public List<JsonNode> played(String channelId) {
        synchronized (ground) {
            return shelf.timeline(shelf.channels.find(channelId).orElseThrow()).played();
        }
    }

    /** The channel's state, without a call. */
    public String stateOf(String channelId) {
        synchronized (ground) {
            return shelf.channels.find(channelId).map(Resource::state).orElse("");
        }
    }
}
