package live.onair.cdn.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** More than three points off what is published is told, and whether so few viewers say anything by it. */
class BranchViewersTest {

    private static BranchViewers of(int domestic, int global, int published) {
        return BranchViewers.of(
                Map.of("domestic", domestic, "global", global),
                Map.of("domestic", published, "global", 100 - published));
    }

    @Test
    void three_points_are_well_and_a_little_more_is_off() {
        assertThat(of(7_300, 2_700, 70).offBy()).isEmpty();
        assertThat(of(7_301, 2_699, 70).offBy()).isEqualTo(Map.of("domestic", 3, "global", -3));
        assertThat(of(6_600, 3_400, 70))
                .isEqualTo(new BranchViewers(
                        10_000, Map.of("domestic", 66, "global", 34), Map.of("domestic", -4, "global", 4), false));
    }

    @Test
    void few_viewers_are_off_by_chance() {
        assertThat(of(12, 8, 70).byChance()).isTrue();
        assertThat(of(1_200, 800, 70).byChance()).isFalse();
        assertThat(of(14, 6, 70))
                .isEqualTo(new BranchViewers(20, Map.of("domestic", 70, "global", 30), Map.of(), false));
    }

    @Test
    void whoever_is_where_nobody_should_be_is_there_by_no_chance() {
        assertThat(of(1, 9, 0).byChance()).isFalse();
        BranchViewers other = BranchViewers.of(Map.of("third", 1, "domestic", 9), Map.of("domestic", 100));
        assertThat(other.offBy()).isEqualTo(Map.of("domestic", -10, "third", 10));
        assertThat(other.byChance()).isFalse();
    }
}
