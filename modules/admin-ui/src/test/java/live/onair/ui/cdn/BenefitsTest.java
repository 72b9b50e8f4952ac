package live.onair.ui.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import live.onair.cdn.CdnRows.Audience;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.CdnPrice;
import live.onair.cdn.CdnRows.TokenScheme;
import live.onair.cdn.Cdns.Door;
import live.onair.cdn.Quality.Carried;
import live.onair.cdn.Quality.Grid;
import live.onair.cdn.Quality.Watched;
import live.onair.cdn.grid.StartTimes;
import live.onair.kernel.Money;
import live.onair.ui.cdn.Benefits.Told;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What several CDNs are for is a number each, and words where the number is not known. */
class BenefitsTest {

    private static final Instant AT = Instant.parse("2026-11-30T11:00:00Z");

    private static Carried carried(String cdn, String gb, @Nullable String projected, @Nullable Money cost) {
        return new Carried(
                cdn,
                "2026-11",
                new BigDecimal(gb),
                null,
                projected == null ? null : new BigDecimal(projected),
                null,
                cost,
                null,
                List.of());
    }

    private static CdnPrice price(long from, String won) {
        return new CdnPrice(from, new BigDecimal(won), "데모 단가", LocalDate.parse("2026-11-01"));
    }

    private static Cdn cdn(String id, CdnPrice... prices) {
        return new Cdn(
                id,
                id,
                Audience.GLOBAL,
                List.of(),
                "https://" + id + ".test",
                null,
                null,
                List.of(),
                TokenScheme.NONE,
                null,
                List.of(prices),
                false,
                1,
                "park",
                AT);
    }

    @Test
    void the_largest_part_is_that_of_viewers_and_by_the_policy_while_nobody_told() {
        Map<String, Integer> policy = Map.of("a", 70, "b", 30);
        assertThat(Benefits.spread(Map.of("a", 1, "b", 3), policy))
                .isEqualTo(new Told("75%", "시청자가 가장 많은 b의 몫 · CDN 2개"));
        assertThat(Benefits.spread(Map.of("a", 1), policy).words()).contains("CDN 2개");
        assertThat(Benefits.spread(Map.of(), policy).figure()).isEqualTo("70%");
        assertThat(Benefits.spread(Map.of(), policy).words()).contains("정책에서");
        assertThat(Benefits.spread(Map.of(), Map.of()).figure()).isEqualTo("모름");
    }

    @Test
    void a_gigabyte_costs_what_all_cost_and_one_alone_is_set_beside_it() {
        List<Carried> month =
                List.of(carried("a", "100", "300", Money.won(12_000)), carried("b", "10", "100", Money.won(8_000)));
        Told cost = Benefits.cost(month, gb -> Map.of("a", Money.won(16_000), "b", Money.won(30_000)));
        assertThat(cost).isEqualTo(new Told("₩50.0/GB", "이번 달 실효 단가 · a만 썼다면 ₩40.0/GB"));
        assertThat(Benefits.cost(month, gb -> Map.of()).words()).isEqualTo("이번 달 실효 단가");
        assertThat(Benefits.cost(List.of(carried("a", "1", null, Money.won(9))), gb -> Map.of())
                        .figure())
                .as("in the first hour nobody knows")
                .isEqualTo("모름");
    }

    @Test
    void the_next_tier_is_that_of_the_cdn_with_the_most_traffic() {
        List<Carried> month = List.of(carried("b", "10", null, null), carried("a", "1200", null, null));
        List<Cdn> cdns =
                List.of(cdn("b", price(0, "60")), cdn("a", price(0, "40"), price(1_000, "30"), price(5_000, "20.5")));
        assertThat(Benefits.scale(month, cdns)).isEqualTo(new Told("₩30/GB", "a 이번 달 1,200GB · 5,000GB부터 ₩20.5/GB"));
        assertThat(Benefits.scale(List.of(carried("b", "10", null, null)), cdns).words())
                .contains("더 싼 구간 없음");
        assertThat(Benefits.scale(month, List.of(cdn("a"))).figure()).isEqualTo("모름");
    }

    @Test
    void who_was_not_looked_at_is_not_counted_as_refusing() {
        List<Door> doors = List.of(
                new Door("a", true, 403, null), new Door("b", true, null, null), new Door("c", false, null, null));
        assertThat(Benefits.security(doors)).isEqualTo(new Told("1/3", "서명 없는 주소를 거절하는 CDN · 1개는 아직 확인 전"));
        assertThat(Benefits.security(List.of()).figure()).isEqualTo("모름");
    }

    private static Grid began(StartTimes times) {
        return new Grid("a", "KR", "KT", 5, new Watched(10, 400, times, 0.0, 0, 0, 9_000, null, 1, 1_000));
    }

    @Test
    void stability_is_how_long_pictures_stood_and_beside_it_who_answered_well() {
        Grid stood =
                new Grid("a", "KR", "KT", 5, new Watched(1, 400, StartTimes.NONE, 2.5, 0, 0, 9_000, null, 1, 1_000));
        assertThat(Benefits.stability(List.of(stood), List.of())).isEqualTo(new Told("2.50%", "최근 5분 멈춘 시간"));
        assertThat(Benefits.stability(List.of(stood), List.of(true, false, true))
                        .words())
                .endsWith("상태 확인 정상 2/3");
        assertThat(Benefits.stability(List.of(), List.of(true)))
                .isEqualTo(new Told("모름", "최근 5분에 알려 온 재생기가 없습니다 · 상태 확인 정상 1/1"));
    }

    @Test
    void a_start_is_what_half_of_them_do_not_exceed_and_the_average_where_that_is_not_known() {
        Grid fast = began(StartTimes.of(Map.of(300, 10L)));
        Grid slow = began(StartTimes.of(Map.of(300, 5L, 2_500, 5L)));
        assertThat(Benefits.speed(List.of(fast, slow)))
                .isEqualTo(new Told("300ms", "첫 화면까지 p50 · p95 2,500ms · 평균 400ms · 최근 5분 시작 20번"));
        assertThat(Benefits.speed(List.of(began(StartTimes.NONE))))
                .isEqualTo(new Told("400ms", "첫 화면까지 평균 · p50·p95 모름 · 최근 5분 시작 10번"));
        assertThat(Benefits.speed(List.of()).figure()).isEqualTo("모름");
    }
}
