package live.onair.cloudlocal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelObservation.Inputs;
import live.onair.scheduling.spi.ChannelObservation.Output;
import live.onair.scheduling.spi.ChannelObservation.Pipelines;
import live.onair.scheduling.spi.ChannelObservation.Signal;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.Cover.Blurring;
import live.onair.scheduling.spi.Input;
import live.onair.scheduling.spi.Serving;
import org.jspecify.annotations.Nullable;

/** Translates what the media process says of a channel into scheduling's words. */
final class Observations {

    private Observations() {}

    static ChannelObservation of(JsonNode seen) {
        return new ChannelObservation(
                seen.path("channel").asText(),
                MediaControl.text(seen, "run"),
                MediaControl.text(seen, "show"),
                State.valueOf(seen.path("state").asText("IDLE")),
                seen.path("warmup").asBoolean(),
                seen.path("slateForced").asBoolean(),
                blur(seen),
                output(seen.path("output").asText("none")),
                signal(seen),
                seen.path("fileEnded").asBoolean(),
                seen.path("reconnectExpired").asBoolean(),
                seen.path("seconds").asDouble(),
                Objects.requireNonNull(instant(seen, "at")),
                inputs(seen.path("inputs")),
                Pipelines.ONE,
                Serving.NOBODY,
                null);
    }

    /** A process that is older than we are says nothing of a blur that fails. */
    private static Blurring blur(JsonNode seen) {
        if (!seen.path("blurred").asBoolean()) {
            return Blurring.NONE;
        }
        return seen.path("blurFails").asBoolean() ? Blurring.FAILS : Blurring.WORKS;
    }

    private static Inputs inputs(JsonNode inputs) {
        if (inputs.isMissingNode()) {
            return Inputs.ONE;
        }
        List<Input.Health> each = Arrays.stream(Input.values())
                .map(input -> health(input, inputs.path(input.name())))
                .toList();
        JsonNode last = inputs.path("lastSwitch");
        return new Inputs(
                Input.valueOf(inputs.path("active").asText("A")), each, last.hasNonNull("at") ? switched(last) : null);
    }

    private static Input.Health health(Input input, JsonNode in) {
        return new Input.Health(
                input,
                in.path("connected").asBoolean(),
                instant(in, "since"),
                instant(in, "lostSince"),
                MediaControl.text(in, "encoder"),
                in.path("width").asInt(),
                in.path("height").asInt(),
                in.path("fps").asDouble(),
                in.path("videoKbps").asInt());
    }

    private static Input.Switched switched(JsonNode last) {
        return new Input.Switched(
                Input.valueOf(last.path("to").asText()),
                last.path("byHand").asBoolean(),
                Objects.requireNonNull(instant(last, "at")),
                last.hasNonNull("gapMillis")
                        ? Duration.ofMillis(last.path("gapMillis").asLong())
                        : null);
    }

    private static Output output(String word) {
        return switch (word) {
            case "slate-soon" -> Output.SLATE_SOON;
            case "slate-reconnect", "slate-ended" -> Output.SLATE_RECONNECT;
            case "slate-emergency" -> Output.SLATE_EMERGENCY;
            case "input" -> Output.INPUT;
            case "test" -> Output.TEST;
            case "file" -> Output.FILE;
            default -> Output.NONE;
        };
    }

    private static Signal signal(JsonNode seen) {
        JsonNode in = seen.path("input");
        return new Signal(
                in.path("connected").asBoolean(),
                instant(in, "since"),
                instant(in, "lostSince"),
                MediaControl.text(in, "encoder"),
                in.path("width").asInt(),
                in.path("height").asInt(),
                in.path("fps").asDouble(),
                in.path("videoKbps").asInt(),
                in.path("audio").asBoolean(),
                instant(seen, "blackSince"),
                instant(seen, "freezeSince"),
                instant(seen, "silenceSince"),
                instant(seen, "loudSince"),
                true);
    }

    static @Nullable Instant instant(JsonNode node, String field) {
        String text = MediaControl.text(node, field);
        return text == null ? null : Instant.parse(text);
    }
}
