package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import live.onair.cdn.Quality.Grid;
import live.onair.cdn.Quality.Watched;
import live.onair.cdn.grid.StartTimes;
import live.onair.cdn.spi.WatchingReports.Told;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

/** How long viewers wait for their first picture is known by CDN, country and network, in the middle and at the slow end. */
@RoomTest
class StartTest extends CdnStage {

    private void told(String show, int secondsAgo, String isp, int each, SortedMap<Integer, Long> begun) {
        int starts = begun.isEmpty()
                ? 10
                : begun.values().stream().mapToInt(Long::intValue).sum();
        reports.tells(new Told(
                clock.instant().minusSeconds(secondsAgo),
                show,
                "domestic",
                "KR",
                isp,
                50,
                starts,
                (long) starts * each,
                500_000,
                0,
                0,
                0,
                1_000,
                1_000,
                0,
                List.of(),
                begun,
                0,
                0));
    }

    private static SortedMap<Integer, Long> begun(Map<Integer, Long> steps) {
        return new TreeMap<>(steps);
    }

    private Watched of(String show, String isp) {
        return as(OPS, () -> quality.grid(show, 5)).stream()
                .filter(one -> one.isp().equals(isp))
                .map(Grid::watched)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void half_and_nearly_all_began_within_so_many_milliseconds_and_where_nobody_counted_it_is_not_known() {
        policy(50);
        String show = onAir();
        told(show, 32, "KT", 280, begun(Map.of(300, 60L, 400, 35L, 8_000, 5L)));
        told(show, 22, "KT", 290, begun(Map.of(300, 80L, 8_000, 20L)));
        told(show, 22, "SKT", 900, NOT_BY_STEPS);
        told(show, 12, "LG U+", 900, NOT_BY_STEPS);
        told(show, 22, "LG U+", 500, begun(Map.of(500, 10L)));
        pass(Duration.ofSeconds(6));
        Watched kt = of(show, "KT");
        assertThat(kt.starts()).isEqualTo(200);
        assertThat(kt.startMillis()).isEqualTo(285);
        assertThat(kt.startTimes()).isEqualTo(StartTimes.of(Map.of(300, 140L, 400, 35L, 8_000, 25L)));
        assertThat(kt.startTimes().p50Millis()).isEqualTo(300);
        assertThat(kt.startTimes().p95Millis()).isEqualTo(8_000);
        Watched old = of(show, "SKT");
        assertThat(old.startMillis()).isEqualTo(900);
        assertThat(old.startTimes()).isEqualTo(StartTimes.NONE);
        assertThat(old.startTimes().p95Millis()).isNull();
        Watched mixed = of(show, "LG U+");
        assertThat(mixed.startMillis()).as("of all").isEqualTo(700);
        assertThat(mixed.startTimes().p95Millis())
                .as("of those that were counted")
                .isEqualTo(500);
        assertThat(as(OPS, () -> quality.grid("SH-0", 5))).isEmpty();
        assertThat(as(OPS, () -> quality.grid(null, 5))).hasSize(3);
    }
}
