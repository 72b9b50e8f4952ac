package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import live.onair.cdn.Quality.CarriedDay;
import live.onair.cdn.Quality.Comparison;
import live.onair.cdn.Quality.Measure;
import live.onair.cdn.spi.WatchingReports.Told;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

/** What players told is compared between two CDNs, counted by show, and replayed by other weights. */
@RoomTest
class ToldTest extends CdnStage {

    @Inject
    Choices choices;

    private void told(String show, Instant slot, String cdn, int stalled) {
        reports.tells(new Told(
                slot,
                show,
                cdn,
                "KR",
                "KT",
                4,
                4,
                1_200,
                40_000 - stalled,
                stalled,
                1,
                0,
                500_000_000,
                20_000,
                0,
                List.of(),
                NOT_BY_STEPS,
                0,
                0));
    }

    @Test
    void two_cdns_are_told_apart_by_their_minutes() {
        policy(50);
        String show = onAir();
        for (int minute = 0; minute < 12; minute++) {
            Instant slot = clock.instant().truncatedTo(ChronoUnit.MINUTES);
            told(show, slot, "domestic", 2_000 + minute);
            told(show, slot, "global", 100 + minute);
            pass(Duration.ofMinutes(1));
        }
        Comparison stalled = ops(() -> quality.compare(show, "domestic", "global", 60)).stream()
                .filter(one -> one.measure() == Measure.STALLED)
                .findFirst()
                .orElseThrow();
        assertThat(stalled.significant()).isTrue();
        assertThat(stalled.difference()).isBetween(4.5, 5.0);
        assertThat(stalled.minutes()).isGreaterThanOrEqualTo(10);
        assertThat(as(OPS, () -> quality.history(60)))
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(one -> assertThat(one.viewers()).isEqualTo(4));
        assertThat(refused(() -> quality.compare(null, "domestic", "domestic", 60)))
                .containsExactly("TWO");
        assertThat(refused(() -> quality.compare(null, "domestic", "global", -5)))
                .containsExactly("RANGE");
        assertThat(ops(() -> quality.compare(null, "domestic", "nobody", 60)))
                .allSatisfy(one -> assertThat(one.difference()).isNull());
    }

    @Test
    void the_day_is_replayed_by_other_weights() {
        policy(50);
        String show = onAir();
        Instant slot = clock.instant();
        told(show, slot, "domestic", 400);
        told(show, slot, "global", 40);
        pass(Duration.ofSeconds(8));
        assertThat(as(OPS, quality::viewers)).containsEntry(show, Map.of("domestic", 4, "global", 4));
        Choices.Replayed all = ops(() -> choices.replay(0, Map.of("domestic", 100, "global", 0)));
        assertThat(all.won()).isEqualByComparingTo(new BigDecimal("40"));
        assertThat(as(OPS, quality::carried))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.days())
                        .containsExactly(new CarriedDay(
                                LocalDate.ofInstant(slot, ZoneId.of("Asia/Seoul")), new BigDecimal("0.500"))));
        assertThat(all.stalledPercentThen()).isEqualTo(1.0);
        assertThat(ops(() -> choices.replay(1, Map.of("domestic", 100))).stalledPercent())
                .isNull();
        assertThat(refused(() -> choices.replay(0, Map.of("domestic", 90)))).containsExactly("SUM");
        assertThat(refused(() -> choices.replay(0, Map.of("domestic", 120, "global", -20))))
                .containsExactly("SUM");
        assertThat(refused(() -> choices.replay(7, Map.of("domestic", 100)))).containsExactly("RANGE");
    }
}
