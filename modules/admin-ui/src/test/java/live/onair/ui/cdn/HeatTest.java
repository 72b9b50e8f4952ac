package live.onair.ui.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import live.onair.cdn.Quality.Grid;
import live.onair.cdn.Quality.Watched;
import live.onair.cdn.grid.StartTimes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Networks are grouped as operators read them, a sum weighs each field by what was watched of it, and worse is darker. */
class HeatTest {

    private static HeatSum sum(
            long starts, @Nullable Integer start, @Nullable Double stalled, long failed, long millis) {
        return HeatSum.of(new Grid(
                "a",
                "KR",
                "KT",
                5,
                new Watched(
                        starts,
                        start,
                        StartTimes.NONE,
                        stalled,
                        failed,
                        0,
                        9_000,
                        stalled == null ? null : 2_000,
                        1,
                        millis)));
    }

    @Test
    void carriers_are_known_by_the_names_that_data_give_them() {
        for (String name : new String[] {"KT", "kt corporation", "케이티", "Korea Telecom"}) {
            assertThat(HeatPlace.of("KR", name)).as(name).isEqualTo(HeatPlace.KT);
        }
        for (String name : new String[] {"SKT", "SK텔레콤", "SK브로드밴드", "SK Broadband Co Ltd", "SKB"}) {
            assertThat(HeatPlace.of("KR", name)).as(name).isEqualTo(HeatPlace.SK);
        }
        for (String name : new String[] {"LG U+", "LGU+", "LG유플러스", "LG DACOM Corporation"}) {
            assertThat(HeatPlace.of("KR", name)).as(name).isEqualTo(HeatPlace.LGU);
        }
        assertThat(HeatPlace.of("", "KT")).isEqualTo(HeatPlace.KT);
        assertThat(HeatPlace.of("KR", "")).isEqualTo(HeatPlace.OTHER);
        assertThat(HeatPlace.of("KR", "딜라이브")).isEqualTo(HeatPlace.OTHER);
        assertThat(HeatPlace.of("JP", "KT")).isEqualTo(HeatPlace.ABROAD);
        assertThat(HeatPlace.of("", "")).isEqualTo(HeatPlace.UNKNOWN);
    }

    @Test
    void a_sum_weighs_by_what_was_watched_and_by_who_began() {
        HeatSum both = sum(1, 1_000, 10.0, 3, 10_000).plus(sum(3, 200, 0.0, 0, 90_000));
        assertThat(both.viewers()).isEqualTo(10);
        assertThat(both.stalledPercent()).isEqualTo(1.0);
        assertThat(both.startMillisEach()).isEqualTo(400.0);
        assertThat(both.failedEach()).isEqualTo(30.0);
        assertThat(both.kbps()).isEqualTo(9_000.0);
        assertThat(both.shownKbps()).isEqualTo(2_000.0);
        HeatSum nothing = sum(0, null, null, 0, 0);
        assertThat(nothing.stalledPercent()).isNull();
        assertThat(nothing.startMillisEach()).isNull();
        assertThat(nothing.shownKbps()).isNull();
        assertThat(HeatMeasure.START.heat(nothing)).isZero();
    }

    @Test
    void a_slow_line_is_as_bad_as_a_long_wait() {
        assertThat(HeatMeasure.STALLED.heat(sum(1, 1, 0.99, 0, 1_000))).isZero();
        assertThat(HeatMeasure.STALLED.heat(sum(1, 1, 8.0, 0, 1_000))).isEqualTo(4);
        assertThat(HeatMeasure.SPEED.heat(sum(1, 1, 0.0, 0, 1_000))).isEqualTo(1);
        assertThat(HeatMeasure.RENDITION.heat(sum(1, 1, 0.0, 0, 1_000))).isEqualTo(1);
        assertThat(IntStream.rangeClosed(0, 4).mapToObj(HeatMeasure.SPEED::key))
                .containsExactly("10,000 이상", "6,000–10,000", "4,000–6,000", "2,000–4,000", "2,000 미만");
        assertThat(IntStream.rangeClosed(0, 4).mapToObj(HeatMeasure.STALLED::key))
                .containsExactly("1 미만", "1–2", "2–5", "5–8", "8 이상");
    }

    private static HeatSum begun(@Nullable Integer start, StartTimes times) {
        return HeatSum.of(
                new Grid("a", "KR", "KT", 5, new Watched(100, start, times, 0.0, 0, 0, 9_000, null, 1, 1_000)));
    }

    @Test
    void starts_are_told_in_the_middle_and_at_the_slow_end_and_coloured_by_that() {
        HeatSum both = begun(400, StartTimes.of(Map.of(300, 90L, 400, 10L)))
                .plus(begun(2_000, StartTimes.of(Map.of(300, 80L, 3_500, 20L))));
        assertThat(HeatMeasure.START.lines(both)).containsExactly("p50 300", "p95 3,500");
        assertThat(HeatMeasure.START.heat(both)).isEqualTo(3);
        assertThat(HeatMeasure.START.all(both)).isEqualTo("시작 시간 p50·p95(ms): p50 300 / p95 3,500 · 평균 1,200");
        HeatSum old = begun(400, StartTimes.NONE);
        assertThat(HeatMeasure.START.lines(old)).containsExactly("모름");
        assertThat(HeatMeasure.START.heat(old)).isZero();
        assertThat(HeatMeasure.START.all(old)).isEqualTo("시작 시간 p50·p95(ms): 모름 · 평균 400");
        assertThat(HeatMeasure.STALLED.lines(both)).containsExactly("0.00%");
    }
}
