package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import live.onair.cdn.Choices.Replayed;
import live.onair.cdn.Replaying.Field;
import org.junit.jupiter.api.Test;

/** A day by other weights: cost and stalls, each place as each CDN treated it. */
class ReplayingTest {

    private static final Map<String, BigDecimal> PRICES =
            Map.of("cheap", BigDecimal.valueOf(30), "dear", BigDecimal.valueOf(80));
    private static final long GB = 1_000_000_000L;

    private static final List<Field> DAY = List.of(
            new Field("KR/KT", "cheap", 60 * GB, 600, 60_000),
            new Field("KR/KT", "dear", 20 * GB, 20, 20_000),
            new Field("US/", "dear", 20 * GB, 200, 20_000));

    @Test
    void the_same_weights_as_were_served_cost_the_same() {
        Replayed same = Replaying.of(DAY, Map.of("cheap", 60, "dear", 40), PRICES);
        assertThat(same.won()).isEqualByComparingTo("5000");
        assertThat(same.wonThen()).isEqualByComparingTo("5000");
        assertThat(same.stalledPercent()).isEqualTo(0.82);
    }

    @Test
    void all_at_the_dear_one_stalls_less_and_costs_more() {
        Replayed dear = Replaying.of(DAY, Map.of("cheap", 0, "dear", 100), PRICES);
        assertThat(dear.wonThen()).isEqualByComparingTo("8000");
        assertThat(dear.stalledPercentThen()).as("0.1 % at KT, 1 % abroad").isEqualTo(0.28);
        assertThat(dear.cdns()).extracting(Choices.ReplayedCdn::cdn).containsExactly("cheap", "dear");
    }

    @Test
    void where_a_cdn_had_nobody_it_is_taken_for_what_it_is_elsewhere() {
        Replayed cheap = Replaying.of(DAY, Map.of("cheap", 100), PRICES);
        assertThat(cheap.wonThen()).isEqualByComparingTo("3000");
        assertThat(cheap.stalledPercentThen()).isEqualTo(1.0);
    }

    @Test
    void what_is_not_known_is_not_made_up() {
        Replayed unknown = Replaying.of(DAY, Map.of("other", 100), PRICES);
        assertThat(unknown.wonThen()).isNull();
        assertThat(unknown.stalledPercentThen()).isNull();
        assertThat(Replaying.of(List.of(), Map.of("cheap", 100), PRICES).stalledPercent())
                .isNull();
    }
}
