package live.onair.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A forecast is made of what was taken lately, and says nothing where nobody can know. */
class SellOutsTest {

    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

    @Test
    void one_piece_a_second_ago_is_no_rush() {
        assertThat(SellOuts.perMinute(1, NOW.minusSeconds(1), NOW)).isEqualTo(1);
        assertThat(SellOuts.perMinute(30, NOW.minusSeconds(120), NOW)).isEqualTo(15);
        assertThat(SellOuts.perMinute(0, null, NOW)).isZero();
    }

    @Test
    void minutes_are_rounded_up_and_end_at_three_hours() {
        assertThat(SellOuts.minutes(31, 15)).isEqualTo(3);
        assertThat(SellOuts.minutes(0, 0)).as("gone").isZero();
        assertThat(SellOuts.minutes(5, 0)).isNull();
        assertThat(SellOuts.minutes(null, 15)).isNull();
        assertThat(SellOuts.minutes(181, 1)).isNull();
    }
}
