package live.onair.cloudlocal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.Input;
import live.onair.scheduling.spi.Recording;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import org.jspecify.annotations.Nullable;

/** Runs channels on the local media process. */
@Singleton
@Backend("local")
class LocalChannelProvisioner implements ChannelProvisioner {

    private final MediaControl media;
    private final Clock clock;

    @Inject
    LocalChannelProvisioner(MediaControl media, Clock clock) {
        this.media = media;
        this.clock = clock;
    }

    @Override
    public ChannelObservation describe(String channel) {
        return media.get(channelPath(channel))
                .map(Observations::of)
                .orElseGet(() -> ChannelObservation.idle(channel, clock.instant()));
    }

    @Override
    public void prepare(RunSpec spec) {
        media.put(channelPath(spec.run().channel()) + "/run", body(spec));
    }

    @Override
    public void start(Run run) {
        media.post(channelPath(run.channel()) + "/start", named(run));
    }

    @Override
    public void goOnAir(RunSpec spec) {
        mustRun(spec.run());
        prepare(spec.onAir());
    }

    @Override
    public void stop(Run run) {
        try {
            media.post(channelPath(run.channel()) + "/stop", named(run));
        } catch (CloudException e) {
            if (e.fault() != CloudFault.NOT_FOUND) {
                throw e;
            }
        }
    }

    @Override
    public void slate(Run run, boolean on) {
        mustRun(run);
        media.post(channelPath(run.channel()) + "/slate", named(run).put("on", on));
    }

    @Override
    public void blur(Run run, boolean on) {
        mustRun(run);
        media.post(channelPath(run.channel()) + "/blur", named(run).put("on", on));
    }

    /** A channel that does nothing costs nothing here: there is nothing to take away. */
    @Override
    public boolean remove(String channel) {
        State now = describe(channel).state();
        if (now == State.STARTING || now == State.RUNNING || now == State.INTERRUPTED) {
            throw new CloudException(CloudFault.CONFLICT, channel + " is " + now);
        }
        return true;
    }

    @Override
    public void switchInput(Run run, Input to) {
        mustRun(run);
        media.post(channelPath(run.channel()) + "/input", named(run).put("input", to.name()));
    }

    @Override
    public Optional<Recording> recording(String show) {
        return media.get("/v1/recordings/" + show)
                // What was only rehearsed is nothing of the show's.
                .filter(found -> !found.path("private").asBoolean())
                .map(found -> recording(show, found));
    }

    @Override
    public void publishRecording(String show, boolean on, @Nullable Duration thumbnail) {
        if (recording(show).isEmpty()) {
            if (on) {
                throw new CloudException(CloudFault.NOT_FOUND, "nothing of " + show + " is recorded");
            }
            return;
        }
        media.post("/v1/recordings/" + show + "/publish", published(on, thumbnail));
    }

    static ObjectNode published(boolean on, @Nullable Duration thumbnail) {
        return MediaControl.JSON.createObjectNode().put("on", on).put("thumbnailSeconds", seconds(thumbnail));
    }

    private static @Nullable Long seconds(@Nullable Duration position) {
        return position == null ? null : position.toSeconds();
    }

    private void mustRun(Run run) {
        ChannelObservation now = describe(run.channel());
        if (!now.isOf(run) || now.state() != ChannelObservation.State.RUNNING) {
            throw new CloudException(CloudFault.CONFLICT, run.id() + " is not running");
        }
    }

    private static Recording recording(String show, JsonNode found) {
        List<Recording.Span> spans = new ArrayList<>();
        for (JsonNode span : found.path("spans")) {
            if (!span.path("kind").asText("").equals("slate")) {
                Instant start = Objects.requireNonNull(Observations.instant(span, "start"));
                Duration length =
                        Duration.ofMillis(Math.round(span.path("seconds").asDouble() * 1_000));
                spans.add(new Recording.Span(start, length));
            }
        }
        return new Recording(
                show,
                found.path("state").asText().equals("COMPLETE"),
                found.path("bytes").asLong(),
                spans,
                found.path("published").asBoolean(),
                found.hasNonNull("thumbnail")
                        ? Duration.ofSeconds(found.path("thumbnail").asLong())
                        : null);
    }

    private static String channelPath(String channel) {
        return "/v1/channels/" + channel;
    }

    static ObjectNode named(Run run) {
        return MediaControl.JSON.createObjectNode().put("run", run.id());
    }

    static ObjectNode body(RunSpec spec) {
        ObjectNode body = named(spec.run())
                .put("show", spec.run().show())
                .put("private", spec.privateKey())
                .put("record", spec.record())
                .put("reconnectSeconds", spec.reconnect().toSeconds())
                .put("warmup", spec.warmUp());
        body.putObject("source")
                .put("kind", spec.feed().kind().name().toLowerCase(Locale.ROOT))
                .put("file", spec.feed().file())
                .put("replayOf", spec.feed().replayOf())
                .put("label", spec.feed().label());
        body.putObject("slate")
                .put("soon", spec.slates().soon())
                .put("reconnect", spec.slates().reconnect())
                .put("ended", spec.slates().ended())
                .put("emergency", spec.slates().emergency());
        body.putObject("cover")
                .put("slate", spec.cover().slate())
                .put("blur", spec.cover().blur());
        Duration back = spec.failover().returnAfter();
        body.putObject("inputs")
                .put("automatic", spec.failover().automatic())
                .put("returnSeconds", back == null ? 0 : back.toSeconds());
        return body;
    }
}
