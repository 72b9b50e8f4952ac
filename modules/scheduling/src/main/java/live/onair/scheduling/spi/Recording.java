package live.onair.scheduling.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has been recorded of a show.
 *
 * @param show id of the show
 * @param complete whether nothing more will come: its run has been stopped and everything is written
 * @param bytes how much room it takes
 * @param spans the stretches with pictures, in order; media time runs through them without the gaps
 * @param published whether viewers can play it as a replay
 * @param thumbnail position whose picture stands for the replay, null for the last picture
 */
public record Recording(
        String show,
        boolean complete,
        long bytes,
        List<Span> spans,
        boolean published,
        @Nullable Duration thumbnail) {

    /** Keeps the spans unchangeable. */
    public Recording {
        spans = List.copyOf(spans);
    }

    /**
     * A stretch without a gap.
     *
     * @param start wall-clock instant of its first picture, by the backend's clock
     * @param length how long it plays
     */
    public record Span(Instant start, Duration length) {}

    /** How long it plays. */
    public Duration length() {
        return spans.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }
}
