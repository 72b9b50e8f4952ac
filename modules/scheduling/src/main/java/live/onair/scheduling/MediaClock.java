package live.onair.scheduling;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Turns wall-clock instants of a show into positions in its recording and back. The recording has gaps; media time runs
 * through its spans without them.
 *
 * @param spans stretches with pictures, in order, not overlapping
 */
public record MediaClock(List<Span> spans) {

    /**
     * A stretch without a gap.
     *
     * @param start instant of its first picture
     * @param length how long it plays
     */
    public record Span(Instant start, Duration length) {

        /** First instant after it. */
        public Instant end() {
            return start.plus(length);
        }
    }

    /** Keeps the spans in their order and refuses overlapping ones. */
    public MediaClock {
        spans = List.copyOf(spans);
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).start().isBefore(spans.get(i - 1).end())) {
                throw new IllegalArgumentException("spans overlap");
            }
        }
    }

    /** How long the recording plays. */
    public Duration length() {
        return spans.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** Where in the recording the instant is; empty before, after and in gaps. */
    public Optional<Duration> positionOf(Instant at) {
        Duration before = Duration.ZERO;
        for (Span span : spans) {
            if (!at.isBefore(span.start()) && at.isBefore(span.end())) {
                return Optional.of(before.plus(Duration.between(span.start(), at)));
            }
            before = before.plus(span.length());
        }
        return Optional.empty();
    }

    /** The first position at or after the instant: a gap leads to its end; after the recording, its length. */
    public Duration positionFrom(Instant at) {
        Duration before = Duration.ZERO;
        for (Span span : spans) {
            if (at.isBefore(span.end())) {
                return at.isBefore(span.start()) ? before : before.plus(Duration.between(span.start(), at));
            }
            before = before.plus(span.length());
        }
        return before;
    }

    /** The instant shown at this position; empty outside the recording. */
    public Optional<Instant> instantAt(Duration position) {
        if (position.isNegative()) {
            return Optional.empty();
        }
        Duration left = position;
        for (Span span : spans) {
            if (left.compareTo(span.length()) < 0) {
                return Optional.of(span.start().plus(left));
            }
            left = left.minus(span.length());
        }
        return Optional.empty();
    }

    /** From the spans as they are kept. */
    static MediaClock read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return new MediaClock(reader.readArray().stream()
                    .map(JsonValue::asJsonObject)
                    .map(MediaClock::span)
                    .toList());
        }
    }

    private static Span span(JsonObject span) {
        return new Span(
                Instant.parse(span.getString("start")),
                Duration.ofMillis(span.getJsonNumber("ms").longValue()));
    }
}
