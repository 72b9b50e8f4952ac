package live.onair.disputes;

import java.time.Duration;
import java.time.Instant;
import live.onair.disputes.DisputeRows.Gap;
import live.onair.scheduling.MediaClock;
import org.jspecify.annotations.Nullable;

/**
 * What is to be cut of a recording, or why nothing is. Pure.
 *
 * @param from instant of its first picture; null with a gap
 * @param to instant of its end; null with a gap
 */
record Cut(
        @Nullable Gap gap, @Nullable Instant from, @Nullable Instant to) {

    /** So much before the order, and so much after it. */
    static final Duration AROUND = Duration.ofMinutes(2);

    /** Until what was sent is written. */
    static final Duration WRITTEN = Duration.ofSeconds(10);

    private static final Duration INSIDE = Duration.ofMillis(1);

    /** A part of a recording, in media time. */
    record Stretch(Duration from, Duration to) {}

    static Cut none(Gap gap) {
        return new Cut(gap, null, null);
    }

    /** Of a recording that is still written: as the clock on the wall has it. */
    static Cut running(Instant at) {
        return new Cut(null, at.minus(AROUND), at.plus(AROUND));
    }

    /** Of a recording that is complete: two minutes of it on either side, as far as it goes. */
    static Cut of(@Nullable MediaClock media, Instant at) {
        if (media == null || media.spans().isEmpty()) {
            return none(Gap.NO_RECORDING);
        }
        Stretch part = stretch(media, at);
        if (part == null) {
            return none(Gap.OUTSIDE);
        }
        Instant from = media.instantAt(part.from()).orElseThrow();
        // its last picture, not the first one after a gap
        return new Cut(
                null,
                from,
                media.instantAt(part.to().minus(INSIDE)).orElseThrow().plus(INSIDE));
    }

    /** Null where nothing of it was recorded around that instant. */
    static @Nullable Stretch stretch(MediaClock media, Instant at) {
        if (media.spans().isEmpty()) {
            return null;
        }
        Instant first = media.spans().get(0).start();
        Instant last = media.spans().get(media.spans().size() - 1).end();
        if (!at.plus(AROUND).isAfter(first) || !at.minus(AROUND).isBefore(last)) {
            return null;
        }
        // before the beginning and after the end it is as far from there as the clock on the wall says
        Duration early = at.isBefore(first) ? Duration.between(at, first) : Duration.ZERO;
        Duration late = at.isAfter(last) ? Duration.between(last, at) : Duration.ZERO;
        Duration position = media.positionFrom(at).minus(early).plus(late);
        Duration from = position.minus(AROUND);
        Duration to = position.plus(AROUND);
        return new Stretch(
                from.isNegative() ? Duration.ZERO : from, to.compareTo(media.length()) > 0 ? media.length() : to);
    }
}
