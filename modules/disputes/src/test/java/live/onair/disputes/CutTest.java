package live.onair.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.disputes.DisputeRows.Gap;
import live.onair.scheduling.MediaClock;
import live.onair.scheduling.MediaClock.Span;
import org.junit.jupiter.api.Test;

/** Two minutes of the recording on either side of an order, as far as it goes. */
class CutTest {

    private static final Instant BEGIN = Instant.parse("2026-11-27T11:00:00Z");
    private static final MediaClock WHOLE = new MediaClock(List.of(new Span(BEGIN, Duration.ofMinutes(60))));
    private static final MediaClock WITH_GAP = new MediaClock(List.of(
            new Span(BEGIN, Duration.ofMinutes(10)),
            new Span(BEGIN.plus(Duration.ofMinutes(20)), Duration.ofMinutes(10))));

    private static Instant minute(int minute) {
        return BEGIN.plus(Duration.ofMinutes(minute));
    }

    @Test
    void in_the_middle_it_is_two_minutes_on_either_side() {
        Cut cut = Cut.of(WHOLE, minute(30));
        assertThat(cut.from()).isEqualTo(minute(28));
        assertThat(cut.to()).isEqualTo(minute(32));
    }

    @Test
    void at_the_ends_it_is_what_there_is() {
        assertThat(Cut.of(WHOLE, minute(1))).isEqualTo(new Cut(null, BEGIN, minute(3)));
        assertThat(Cut.of(WHOLE, minute(59)).to()).isEqualTo(minute(60));
        assertThat(Cut.of(WHOLE, minute(61)))
                .as("bought a minute after the end")
                .satisfies(cut -> {
                    assertThat(cut.from()).isEqualTo(minute(59));
                    assertThat(cut.to()).isEqualTo(minute(60));
                });
        assertThat(Cut.of(WHOLE, minute(-1)).to()).isEqualTo(minute(1));
    }

    @Test
    void a_gap_does_not_count() {
        Cut cut = Cut.of(WITH_GAP, minute(21));
        assertThat(cut.from()).as("one minute before the gap").isEqualTo(minute(9));
        assertThat(cut.to()).isEqualTo(minute(23));
        assertThat(Cut.of(WITH_GAP, minute(15)).from()).as("in the gap").isEqualTo(minute(8));
    }

    @Test
    void what_was_not_recorded_says_so() {
        assertThat(Cut.of(WHOLE, minute(63)).gap()).isEqualTo(Gap.OUTSIDE);
        assertThat(Cut.of(WHOLE, minute(-3)).gap()).isEqualTo(Gap.OUTSIDE);
        assertThat(Cut.of(new MediaClock(List.of()), minute(1)).gap()).isEqualTo(Gap.NO_RECORDING);
        assertThat(Cut.of(null, minute(1)).gap()).isEqualTo(Gap.NO_RECORDING);
    }
}
