package live.onair.cdn.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import live.onair.cdn.spi.CdnProbe.Look;
import org.junit.jupiter.api.Test;

/** Of two looks at variants of a show the worse one counts, and it is told which variant that was. */
class CdnProbeTest {

    private static final Look HIGH = FakeProbe.WELL.of("high");

    private static Look low(int millis, int ageSeconds) {
        return new Look(200, millis, millis, Duration.ofSeconds(ageSeconds)).of("low");
    }

    @Test
    void the_variant_with_the_longer_time_is_told_whichever_comes_first() {
        Look slow = low(3_000, 5);
        assertThat(HIGH.orWorse(slow).rendition()).isEqualTo("low");
        assertThat(slow.orWorse(HIGH).rendition()).isEqualTo("low");
        assertThat(HIGH.orWorse(low(1, 3)).rendition()).isEqualTo("high");
        assertThat(HIGH.orWorse(slow))
                .as("the times are the longest of both")
                .isEqualTo(new Look(200, 3_000, 3_000, Duration.ofSeconds(5), "low"));
    }

    @Test
    void a_variant_in_trouble_is_told_before_a_slow_one() {
        Look lost = FakeProbe.LOST.of("low");
        assertThat(FakeProbe.LATE.of("high").orWorse(lost)).isEqualTo(lost);
        assertThat(lost.orWorse(FakeProbe.LATE.of("high")).rendition()).isEqualTo("low");
    }

    @Test
    void a_variant_that_shows_what_was_is_told_however_fast_it_answers() {
        assertThat(HIGH.orWorse(low(1, 40)).rendition()).isEqualTo("low");
        assertThat(low(1, 40).orWorse(FakeProbe.LATE.of("high")).rendition()).isEqualTo("low");
    }

    @Test
    void of_an_only_variant_none_is_told() {
        assertThat(FakeProbe.LATE.rendition()).isNull();
        assertThat(HIGH.of(null)).isEqualTo(FakeProbe.WELL);
    }
}
