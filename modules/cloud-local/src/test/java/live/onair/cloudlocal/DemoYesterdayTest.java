package live.onair.cloudlocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import live.onair.cdn.spi.WatchingReports.Told;
import org.junit.jupiter.api.Test;

/** A demo knows what yesterday was like; nobody else is told anything. */
class DemoYesterdayTest {

    /** It is the first of December in Seoul. */
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-30T16:00:00Z"), ZoneOffset.UTC);

    private static List<Told> told() {
        return new DemoYesterday(true, NOW).told();
    }

    @Test
    void without_a_demo_there_is_nothing() {
        assertThat(new DemoYesterday(false, NOW).told()).isEmpty();
    }

    @Test
    void yesterday_was_watched_everywhere_by_both_cdns_and_was_always_the_same() {
        assertThat(told()).isEqualTo(told()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.slot())
                    .isBetween(Instant.parse("2026-11-29T15:00:00Z"), Instant.parse("2026-11-30T14:59:59Z"));
            assertThat(one.slot().getEpochSecond() % 10).isZero();
            assertThat(one.show()).contains("DEMO");
            assertThat(one.viewers()).isPositive();
            assertThat(one.playedMillis()).isPositive();
        });
        assertThat(told()).extracting(Told::slot).isSorted();
        assertThat(told().stream()
                        .map(one -> one.country() + "/" + one.isp() + " " + one.pathway())
                        .distinct())
                .hasSize(12)
                .contains("KR/KT domestic", "KR/SKT global", "KR/LG U+ global", "KR/ domestic", "JP/ global");
    }

    @Test
    void abroad_the_domestic_cdn_stood_still_more() {
        assertThat(stalled("US", "domestic")).isGreaterThan(5 * stalled("US", "global"));
        assertThat(stalled("KR", "domestic")).isLessThan(0.01);
    }

    private static double stalled(String country, String pathway) {
        List<Told> there = told().stream()
                .filter(one -> one.country().equals(country) && one.pathway().equals(pathway))
                .toList();
        double stalled = there.stream().mapToLong(Told::stalledMillis).sum();
        return stalled / (stalled + there.stream().mapToLong(Told::playedMillis).sum());
    }
}
