package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where else a channel's run is sent. Kept in memory only, since the stream keys are other people's: after a restart the
 * console says it again, as it does with the run. On the engine's thread.
 */
final class Targets implements AutoCloseable {
    private static final int MOST = 20;
    private final Channels.Kit kit;
    private Map<String, PushTarget> running = Map.of();
    private @Nullable String show;
    private boolean hidden;
    /** What viewers of this timeline had been given up to here when it was hidden is not sent any more. */
    private @Nullable Timeline hiddenIn;

    private long hiddenThrough;

    Targets(Channels.Kit kit) {
        this.kit = kit;
    }

    /** Replaces all targets by these, for the runs of one show; one that is the same goes on undisturbed. */
    void put(JsonNode body) {
        Map<String, PushTarget.Wanted> wanted = new LinkedHashMap<>();
        body.path("targets").forEach(one -> {
            String id = RunSpec.id(Json.text(one, "id", ""), "target");
            wanted.put(id, new PushTarget.Wanted(id, one.path("version").asInt(), door(one)));
        });
        String of = Json.text(body, "show");
        if (wanted.isEmpty() && !Objects.equals(of, show)) {
            // the channel belongs to another show by now
            return;
        }
        if (wanted.size() > MOST) {
            throw new Reply.Refused(400, "bad-targets", "A run has " + MOST + " targets at most");
        }
        Map<String, PushTarget> before = running;
        Map<String, PushTarget> next = new LinkedHashMap<>();
        wanted.forEach((id, one) -> {
            PushTarget known = before.get(id);
            next.put(id, known != null && known.wanted.equals(one) ? known : new PushTarget(one, kit));
        });
        before.forEach((id, known) -> {
            if (next.get(id) != known) {
                known.close();
            }
        });
        running = next;
        show = of;
    }

    private static RtmpDoor door(JsonNode wanted) {
        try {
            URI url = new URI(Json.text(wanted, "url", ""));
            String key = Json.text(wanted, "key", "");
            boolean rtmp = "rtmp".equalsIgnoreCase(url.getScheme()) || "rtmps".equalsIgnoreCase(url.getScheme());
            if (rtmp && url.getHost() != null && !key.isEmpty()) {
                return new RtmpDoor(url, key, wanted.path("own").asBoolean());
            }
        } catch (URISyntaxException e) {
            // its text would be in the message, and with it perhaps a secret
            Log.info("target-address-unreadable");
        }
        throw new Reply.Refused(400, "bad-target", "A target has an address with rtmp or rtmps, a host and a key");
    }

    /** Sends what the run shows while viewers may see it: not in a rehearsal and not before the show. */
    void tick(ChannelRun channel) {
        PushTarget.Program aired = aired(channel);
        if (channel.hidden() && !hidden && aired != null) {
            hiddenIn = aired.line();
            Timeline.Segment last = hiddenIn.state().last();
            hiddenThrough = last == null ? -1 : last.seq();
        }
        hidden = channel.hidden() && aired != null;
        long dropped = aired == null || aired.line() != hiddenIn ? -1 : hiddenThrough;
        RunSpec spec = channel.spec();
        PushTarget.Program program = spec != null && spec.show().equals(show) ? aired : null;
        for (PushTarget target : running.values()) {
            target.program(program, dropped);
            target.tick();
        }
    }

    private static PushTarget.@Nullable Program aired(ChannelRun channel) {
        RunSpec spec = channel.spec();
        if (spec == null || !channel.running()) {
            return null;
        }
        boolean shown = spec.privateKey() == null && !spec.warmup();
        return shown
                ? new PushTarget.Program(spec.run(), channel.writer(spec.run()).line())
                : null;
    }

    ObjectNode describe() {
        ArrayNode list = Json.array();
        running.values().forEach(target -> list.add(target.describe()));
        ObjectNode seen = Json.object().put("show", show);
        seen.set("targets", list);
        return seen;
    }

    @Override
    public void close() {
        running.values().forEach(PushTarget::close);
        running = Map.of();
    }
}
