package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MediaClockTest {

    private static final Instant NOON = Instant.parse("2026-11-23T03:00:00Z");

    /** Ten seconds, five missing, twenty seconds. */
    private final MediaClock clock = new MediaClock(List.of(
            new MediaClock.Span(NOON, Duration.ofSeconds(10)),
            new MediaClock.Span(NOON.plusSeconds(15), Duration.ofSeconds(20))));

    @Test
    void media_time_runs_through_without_the_gaps() {
        assertThat(clock.length()).isEqualTo(Duration.ofSeconds(30));
        assertThat(clock.positionOf(NOON)).contains(Duration.ZERO);
        assertThat(clock.positionOf(NOON.plusSeconds(15))).contains(Duration.ofSeconds(10));
        assertThat(clock.positionOf(NOON.plusSeconds(34))).contains(Duration.ofSeconds(29));
    }

    @Test
    void nothing_is_shown_before_after_and_in_gaps() {
        assertThat(clock.positionOf(NOON.minusMillis(1))).isEmpty();
        assertThat(clock.positionOf(NOON.plusSeconds(12))).isEmpty();
        assertThat(clock.positionOf(NOON.plusSeconds(35))).isEmpty();
        assertThat(clock.instantAt(Duration.ofSeconds(30))).isEmpty();
        assertThat(clock.instantAt(Duration.ofSeconds(-1))).isEmpty();
    }

    @Test
    void a_gap_leads_to_its_end() {
        assertThat(clock.positionFrom(NOON.minusSeconds(9))).isEqualTo(Duration.ZERO);
        assertThat(clock.positionFrom(NOON.plusSeconds(12))).isEqualTo(Duration.ofSeconds(10));
        assertThat(clock.positionFrom(NOON.plusSeconds(99))).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void there_and_back_is_where_it_was() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 1000; i++) {
            Duration position = Duration.ofMillis(random.nextLong(30_000));
            Instant at = clock.instantAt(position).orElseThrow();
            assertThat(clock.positionOf(at)).contains(position);
            assertThat(clock.positionFrom(at)).isEqualTo(position);
        }
    }

    @Test
    void overlapping_spans_are_no_recording() {
        assertThatThrownBy(() -> new MediaClock(List.of(
                        new MediaClock.Span(NOON, Duration.ofSeconds(10)),
                        new MediaClock.Span(NOON.plusSeconds(9), Duration.ofSeconds(1)))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
