package live.onair.cloudaws.scheduling;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Alert;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Channel;
import live.onair.cloudaws.scheduling.MediaLiveWanted.Slot;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelObservation.Output;
import live.onair.scheduling.spi.ChannelObservation.Pipelines;
import live.onair.scheduling.spi.ChannelObservation.Signal;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.Cover;
import live.onair.scheduling.spi.Serving;
import org.jspecify.annotations.Nullable;

/** What MediaLive says of a channel, in scheduling's words. */
final class MediaLiveObservations {

    private static final Signal PRESENT =
            new Signal(true, null, null, null, 0, 0, 0, 0, true, null, null, null, null, true);

    private MediaLiveObservations() {}

    static ChannelObservation of(
            String channel, Channel seen, List<Alert> alerts, @Nullable Instant armedFor, Instant now) {
        String run = seen.tags().get(AwsTags.RUN);
        if (run == null) {
            return ChannelObservation.idle(channel, now);
        }
        State state = state(seen);
        boolean running = state == State.RUNNING;
        boolean soon = isSoon(seen);
        MediaLiveInputs inputs = new MediaLiveInputs(seen, alerts);
        boolean connected = running && isComingIn(seen, inputs, alerts);
        return new ChannelObservation(
                channel,
                run,
                seen.tags().get(AwsTags.SHOW),
                state,
                soon,
                running && seen.active().contains(Slot.EMERGENCY.word()),
                Cover.Blurring.NONE,
                running ? output(seen) : Output.NONE,
                connected ? PRESENT : absent(soon, alerts),
                false,
                false,
                running ? seconds(seen, now) : 0,
                now,
                inputs.read(),
                running ? seen.pipelines() : Pipelines.ONE,
                Serving.NOBODY,
                armedFor);
    }

    /** Each pipeline switches for itself: viewers have left a slate when no pipeline sends it any more. */
    static boolean isSoon(Channel seen) {
        return seen.active().isEmpty() || seen.active().contains(Slot.SOON.word());
    }

    /** While the first slate is sent MediaLive says nothing of an encoder, but that one which it misses. */
    private static Signal absent(boolean soon, List<Alert> alerts) {
        return soon && alerts.stream().noneMatch(MediaLiveInputs::isLoss) ? Signal.UNTOLD : Signal.NONE;
    }

    /** Whether the input that is sent has a picture. */
    private static boolean isComingIn(Channel seen, MediaLiveInputs inputs, List<Alert> alerts) {
        if (!seen.hasBackup()) {
            return seen.active().contains(Slot.A.word()) && alerts.stream().noneMatch(MediaLiveInputs::isLoss);
        }
        return inputs.isThere(Slot.of(inputs.read().active()));
    }

    private static State state(Channel seen) {
        boolean stopped = seen.runState().equals("stopped");
        return switch (seen.state()) {
            case "CREATING", "UPDATING", "STARTING" -> State.STARTING;
            case "RUNNING", "RECOVERING" -> State.RUNNING;
            case "STOPPING" -> State.STOPPING;
            case "IDLE" ->
                stopped ? State.FINISHED : seen.runState().equals("started") ? State.INTERRUPTED : State.READY;
            default -> State.IDLE;
        };
    }

    private static Output output(Channel seen) {
        String active =
                seen.active().isEmpty() ? Slot.SOON.word() : seen.active().get(0);
        return switch (Slot.valueOf(active.toUpperCase(java.util.Locale.ROOT))) {
            case SOON -> Output.SLATE_SOON;
            case EMERGENCY -> Output.SLATE_EMERGENCY;
            case A, B -> Output.INPUT;
            case FILE, REPLAY -> Output.FILE;
        };
    }

    private static double seconds(Channel seen, Instant now) {
        try {
            Instant started = Instant.parse(seen.tags().getOrDefault(AwsTags.RUN_STARTED, ""));
            return Math.max(0, Duration.between(started, now).toMillis() / 1_000.0);
        } catch (DateTimeException e) {
            return 0;
        }
    }
}
