package live.onair.cloudlocal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.Backend;
import live.onair.simulcast.spi.SimulcastOutputs;
import live.onair.simulcast.spi.SimulcastPlanner;
import org.jspecify.annotations.Nullable;

/** The local media process sends a channel's run to other RTMP servers as well. */
@Singleton
@Backend("local")
class LocalSimulcast implements SimulcastOutputs, SimulcastPlanner {

    private final MediaControl media;

    @Inject
    LocalSimulcast(MediaControl media) {
        this.media = media;
    }

    private static String path(Programme programme) {
        return "/v1/channels/" + programme.channel() + "/targets";
    }

    @Override
    public List<Output> describe(Programme programme) {
        Optional<JsonNode> seen = media.get(path(programme));
        List<Output> outputs = new ArrayList<>();
        seen.filter(told -> programme.show().equals(MediaControl.text(told, "show")))
                .ifPresent(told -> told.path("targets").forEach(target -> outputs.add(output(target))));
        return outputs;
    }

    private static Output output(JsonNode seen) {
        return new Output(
                seen.path("id").asText(),
                seen.path("version").asInt(),
                State.valueOf(seen.path("state").asText()),
                Observations.instant(seen, "since"),
                MediaControl.text(seen, "code"),
                MediaControl.text(seen, "words"),
                Observations.instant(seen, "retryAt"),
                rate(seen));
    }

    private static @Nullable Rate rate(JsonNode seen) {
        return seen.hasNonNull("kbps")
                ? new Rate(seen.path("kbps").asInt(), (int)
                        Math.round(seen.path("fps").asDouble()))
                : null;
    }

    /** Nothing is wanted of a channel that it has never seen: nothing is told. */
    @Override
    public void put(Programme programme, List<Target> targets) {
        if (targets.isEmpty() && describe(programme).isEmpty()) {
            return;
        }
        ObjectNode body = MediaControl.JSON.createObjectNode().put("show", programme.show());
        ArrayNode list = body.putArray("targets");
        targets.forEach(one -> list.add(described(new Named(one.id(), one.version(), one.address(), null))
                .put("key", one.key())
                .put("own", one.own())));
        media.put(path(programme), body);
    }

    private static ObjectNode described(Named one) {
        return MediaControl.JSON
                .createObjectNode()
                .put("id", one.id())
                .put("version", one.version())
                .put("url", one.address());
    }

    @Override
    public Offer offer() {
        return Offer.AT_ONCE;
    }

    @Override
    public Plan plan(Programme programme, List<Named> addresses) {
        ObjectNode body = MediaControl.JSON.createObjectNode().put("show", programme.show());
        ArrayNode list = body.putArray("targets");
        addresses.forEach(one -> list.add(described(one).put("key", "<key>")));
        Plan.Call call = new Plan.Call(
                "media", "PUT targets", "channel " + programme.channel(), body.toString(), List.of(), "PUT targets");
        return new Plan(List.of(call), List.of(programme.show()), null);
    }
}
