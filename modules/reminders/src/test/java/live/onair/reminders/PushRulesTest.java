package live.onair.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import live.onair.reminders.ReminderRows.PushKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Night, labels and lateness, to the second. */
class PushRulesTest {

    @ParameterizedTest
    @CsvSource({
        "20:59:59, false",
        "21:00:00, true",
        "23:59:59, true",
        "00:00:00, true",
        "07:59:59, true",
        "08:00:00, false",
        "12:00:00, false"
    })
    void it_is_night_from_nine_in_the_evening_to_eight_in_the_morning_in_seoul(String time, boolean night) {
        assertThat(PushRules.isNight(Instant.parse("2026-12-01T" + time + "+09:00")))
                .isEqualTo(night);
    }

    @Test
    void the_morning_after_is_the_next_eight_o_clock() {
        Instant eight = Instant.parse("2026-12-02T08:00:00+09:00");
        assertThat(PushRules.morning(Instant.parse("2026-12-01T22:00:00+09:00")))
                .isEqualTo(eight);
        assertThat(PushRules.morning(Instant.parse("2026-12-02T00:30:00+09:00")))
                .isEqualTo(eight);
    }

    @Test
    void advertising_says_so_first_and_how_to_opt_out() {
        Instant start = Instant.parse("2026-12-01T20:00:00+09:00");
        assertThat(PushRules.words(PushKind.HOUR, "가을 특가", start, true))
                .startsWith("(광고) 올영라이브")
                .contains("‘가을 특가’ 20:00에 시작합니다")
                .contains("무료 수신거부");
        assertThat(PushRules.words(PushKind.DAY, "토크", start, false)).isEqualTo("올영라이브: ‘토크’ 12월 1일(화) 20:00에 시작합니다.");
    }

    @Test
    void what_would_not_be_true_any_more_is_late() {
        Instant start = Instant.parse("2026-12-01T20:00:00+09:00");
        Instant due = start.minusSeconds(3_600);
        assertThat(PushRules.isLate(PushKind.HOUR, due, due.plusSeconds(1_199), start))
                .isFalse();
        assertThat(PushRules.isLate(PushKind.HOUR, due, due.plusSeconds(1_200), start))
                .isTrue();
        assertThat(PushRules.isLate(PushKind.SOON, start.minusSeconds(300), start, start))
                .isTrue();
    }
}
