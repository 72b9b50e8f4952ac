package live.onair.ui.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import live.onair.cdn.Quality.Carried;
import live.onair.cdn.Quality.CarriedDay;
import org.junit.jupiter.api.Test;

/** A commitment burns down day by day, and where it would end is drawn on from today. */
class BurnDownTest {

    private static Carried carried(String gb, String projected, CarriedDay... days) {
        return new Carried(
                "a",
                "2026-11",
                new BigDecimal(gb),
                300L,
                new BigDecimal(projected),
                new BigDecimal(300).subtract(new BigDecimal(projected)),
                null,
                null,
                List.of(days));
    }

    private static CarriedDay day(int day, String gb) {
        return new CarriedDay(LocalDate.of(2026, 11, day), new BigDecimal(gb));
    }

    @Test
    void what_was_carried_is_taken_off_on_its_day_and_what_is_to_come_from_today_on() {
        BurnDown burns =
                BurnDown.of(carried("100", "300", day(8, "30"), day(10, "50")), 300, LocalDate.of(2026, 11, 10));
        assertThat(burns.left()).hasSize(30);
        assertThat(burns.left().subList(6, 10))
                .as("20 from before days were counted")
                .containsExactly(280.0, 250.0, 250.0, 200.0);
        assertThat(burns.left().get(10)).isNaN();
        assertThat(burns.ahead().get(8)).isNaN();
        assertThat(burns.ahead().get(9)).isEqualTo(200.0);
        assertThat(burns.ahead().get(19)).isEqualTo(100.0);
        assertThat(burns.ahead().get(29)).isEqualTo(0.0);
        assertThat(burns.even().get(14)).isEqualTo(150.0);
    }

    @Test
    void more_than_was_committed_goes_below_nothing_also_on_the_last_day() {
        BurnDown burns = BurnDown.of(carried("330", "330", day(30, "330")), 300, LocalDate.of(2026, 11, 30));
        assertThat(burns.left().get(28)).isEqualTo(300.0);
        assertThat(burns.left().get(29)).isEqualTo(-30.0);
        assertThat(burns.ahead().get(29)).isEqualTo(-30.0);
    }
}
