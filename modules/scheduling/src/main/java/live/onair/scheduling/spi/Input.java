package live.onair.scheduling.spi;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The two inputs of a channel: each has stream keys of its own, and both may be connected at once. */
public enum Input {
    /** The primary one. */
    A,
    /** The backup. */
    B;

    /**
     * How one input does.
     *
     * @param connected whether an encoder is connected
     * @param since since when it is, null when it is not
     * @param lostSince since when its picture is gone; null when it is there or never was
     */
    public record Health(
            Input input,
            boolean connected,
            @Nullable Instant since,
            @Nullable Instant lostSince,
            @Nullable String encoder,
            int width,
            int height,
            double fps,
            int videoKbps) {}

    /**
     * A switch from one input to the other.
     *
     * @param byHand whether somebody wanted it
     * @param gap from the last picture of the one to the first of the other; zero where they overlap, null where the one
     *     had none
     */
    public record Switched(
            Input to, boolean byHand, Instant at, @Nullable Duration gap) {}
}
