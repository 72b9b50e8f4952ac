package live.onair.scheduling.spi;

import java.time.Instant;
import java.util.List;
import live.onair.scheduling.spi.Input.Switched;
import org.jspecify.annotations.Nullable;

/**
 * What a channel does as its backend sees it. All instants are by the backend's clock: only the distance of two of them
 * means something to the console.
 *
 * @param channel id of the channel
 * @param run id of the channel's latest run, null if it never had one
 * @param show id of the show of that run, null without a run
 * @param state what the channel does
 * @param warmUp whether viewers see the "soon" slate only
 * @param slateForced whether the emergency slate is on
 * @param blur whether the picture is blurred, or would be without the slate
 * @param output what leaves the channel
 * @param signal what comes in
 * @param fileEnded whether the file that is sent has come to its end
 * @param reconnectExpired whether a lost input has stayed away longer than it may
 * @param seconds how much of the run has been sent
 * @param at when this was seen
 * @param inputs both inputs, and which of them is sent
 * @param pipelines how many encoders of the same picture run, where the backend has more than one
 * @param serving what the backend itself serves to viewers
 * @param armedFor the start that the backend's own schedule holds, until it shows; by the console's clock, null for none
 */
public record ChannelObservation(
        String channel,
        @Nullable String run,
        @Nullable String show,
        State state,
        boolean warmUp,
        boolean slateForced,
        Cover.Blurring blur,
        Output output,
        Signal signal,
        boolean fileEnded,
        boolean reconnectExpired,
        double seconds,
        Instant at,
        Inputs inputs,
        Pipelines pipelines,
        Serving serving,
        @Nullable Instant armedFor) {

    /** Of a backend that has one input and no players' address of its own. */
    public ChannelObservation(
            String channel,
            @Nullable String run,
            @Nullable String show,
            State state,
            boolean warmUp,
            boolean slateForced,
            Output output,
            Signal signal,
            boolean fileEnded,
            boolean reconnectExpired,
            double seconds,
            Instant at) {
        this(
                channel,
                run,
                show,
                state,
                warmUp,
                slateForced,
                Cover.Blurring.NONE,
                output,
                signal,
                fileEnded,
                reconnectExpired,
                seconds,
                at,
                Inputs.ONE,
                Pipelines.ONE,
                Serving.NOBODY,
                null);
    }

    /** The same, served like this. */
    public ChannelObservation served(Serving as) {
        return new ChannelObservation(
                channel,
                run,
                show,
                state,
                warmUp,
                slateForced,
                blur,
                output,
                signal,
                fileEnded,
                reconnectExpired,
                seconds,
                at,
                inputs,
                pipelines,
                as,
                armedFor);
    }

    /** Whether a blur is on, and be it one that fails. */
    public boolean blurred() {
        return blur != Cover.Blurring.NONE;
    }

    /** What a channel does. */
    public enum State {
        /** Nothing: it has no run. */
        IDLE,
        /** Its run is prepared and not started. */
        READY,
        /** It is on its way to running. */
        STARTING,
        /** Its run is running. */
        RUNNING,
        /** Its run was running when the backend broke; {@code start} takes it up again. */
        INTERRUPTED,
        /** It is on its way to a stop. */
        STOPPING,
        /** Its run has been stopped, once and for all. */
        FINISHED
    }

    /** What leaves a channel. */
    public enum Output {
        /** Nothing. */
        NONE,
        /** The slate before the first picture. */
        SLATE_SOON,
        /** The slate while a lost input is waited for. */
        SLATE_RECONNECT,
        /** The slate somebody has put on. */
        SLATE_EMERGENCY,
        /** The encoder's picture. */
        INPUT,
        /** The test picture. */
        TEST,
        /** A recording. */
        FILE
    }

    /**
     * What comes in. Numbers are 0 where they are not known: width and height in pixels, pictures a second, kilobits of video a
     * second.
     *
     * @param since since when it is; null when it is not
     * @param lostSince since when it is gone; null when it is connected or never was
     * @param encoder what the encoder calls itself, null if unknown
     * @param blackSince since when the picture is black, null when it is not
     * @param freezeSince since when the picture stands still, null when it does not
     * @param silenceSince since when there is silence, null when there is not
     * @param loudSince since when the sound is too loud, null when it is not or nobody measures it
     * @param told whether the backend says anything of it now; one that does not hides neither encoder nor its absence
     */
    public record Signal(
            boolean connected,
            @Nullable Instant since,
            @Nullable Instant lostSince,
            @Nullable String encoder,
            int width,
            int height,
            double fps,
            int videoKbps,
            boolean audio,
            @Nullable Instant blackSince,
            @Nullable Instant freezeSince,
            @Nullable Instant silenceSince,
            @Nullable Instant loudSince,
            boolean told) {

        /** No encoder. */
        public static final Signal NONE =
                new Signal(false, null, null, null, 0, 0, 0, 0, false, null, null, null, null, true);

        /** The backend does not say, as long as something else is sent. */
        public static final Signal UNTOLD =
                new Signal(false, null, null, null, 0, 0, 0, 0, false, null, null, null, null, false);
    }

    /**
     * The inputs of a channel.
     *
     * @param active the one that is sent; {@link Signal} is its
     * @param each what comes in of each; empty where the backend has one input
     * @param last the last switch of this run, null if there was none
     */
    public record Inputs(
            Input active, List<Input.Health> each, @Nullable Switched last) {

        /** One input. */
        public static final Inputs ONE = new Inputs(Input.A, List.of(), null);

        /** Keeps them unchangeable. */
        public Inputs {
            each = List.copyOf(each);
        }
    }

    /**
     * Encoders that make the same picture side by side, so that one may fail.
     *
     * @param running how many run
     * @param of how many there should be; 0 where the backend does not tell
     */
    public record Pipelines(int running, int of) {

        /** One, or not told. */
        public static final Pipelines ONE = new Pipelines(0, 0);

        /** Whether viewers still have a picture, and one more failure would take it. */
        public boolean isDegraded() {
            return running > 0 && running < of;
        }
    }

    /** A channel that never had a run. */
    public static ChannelObservation idle(String channel, Instant at) {
        return new ChannelObservation(
                channel, null, null, State.IDLE, false, false, Output.NONE, Signal.NONE, false, false, 0, at);
    }

    /** Whether the channel's run is this one. */
    public boolean isOf(Run wanted) {
        return wanted.id().equals(run);
    }

    /** Whether viewers see the picture of this run, or would without a slate that somebody has put on. */
    public boolean isShown(Run wanted) {
        return isOf(wanted) && state == State.RUNNING && !warmUp;
    }

    /** Whether the armed start is too near to be taken back, or has happened. */
    public boolean isFixed(Instant now) {
        return armedFor != null && now.isAfter(armedFor.minus(ChannelProvisioner.ARMED_AT_LEAST));
    }

    /** Whether an armed start comes by itself now; it takes up to ten seconds to show. */
    public boolean isComing(Instant now) {
        return armedFor != null && isFixed(now) && now.isBefore(armedFor.plusSeconds(10));
    }
}
