package live.onair.cdn.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import live.onair.cdn.grid.StartTimes.StartStep;
import org.junit.jupiter.api.Test;

/** A percentile of start times is a step that is not below it, by no more than one step, and sums are of counts. */
class StartTimesTest {

    private static final TreeSet<Integer> STEPS = new TreeSet<>(List.of(100, 200, 500, 1_000, 2_000, 5_000, 60_000));

    private static StartTimes of(int... millis) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (int one : millis) {
            counts.merge(STEPS.ceiling(one), 1L, Long::sum);
        }
        return StartTimes.of(counts);
    }

    @Test
    void of_nobody_nothing_is_known() {
        assertThat(StartTimes.of(Map.of())).isEqualTo(StartTimes.NONE);
        assertThat(StartTimes.of(Map.of(500, 0L))).isEqualTo(StartTimes.NONE);
        assertThat(StartTimes.NONE.p50Millis()).isNull();
        assertThat(StartTimes.NONE.p95Millis()).isNull();
        assertThat(StartTimes.NONE.plus(StartTimes.NONE)).isEqualTo(StartTimes.NONE);
    }

    @Test
    void it_is_the_nearest_rank() {
        assertThat(of(150).p50Millis()).isEqualTo(200);
        assertThat(of(150).p95Millis()).isEqualTo(200);
        assertThat(of(100, 101).p50Millis()).isEqualTo(100);
        assertThat(of(100, 101).p95Millis()).isEqualTo(200);
        StartTimes twenty = StartTimes.of(Map.of(100, 19L, 5_000, 1L));
        assertThat(twenty.p95Millis()).as("19 of 20 are 95 %").isEqualTo(100);
        StartTimes more = StartTimes.of(Map.of(100, 18L, 5_000, 2L));
        assertThat(more.p50Millis()).isEqualTo(100);
        assertThat(more.p95Millis()).isEqualTo(5_000);
    }

    @Test
    void it_is_never_below_what_was_measured_and_above_by_less_than_a_step() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            int[] millis = IntStream.range(0, 1 + random.nextInt(200))
                    .map(i -> (int) (300 * Math.exp(random.nextGaussian())))
                    .sorted()
                    .toArray();
            int p95 = millis[(millis.length * 95 + 99) / 100 - 1];
            int told = of(millis).p95Millis();
            assertThat(told).as(Arrays.toString(millis)).isEqualTo(STEPS.ceiling(p95));
        }
    }

    @Test
    void sums_are_of_counts_and_not_of_percentiles() {
        StartTimes many = StartTimes.of(Map.of(200, 90L, 500, 10L));
        StartTimes few = StartTimes.of(Map.of(200, 1L, 5_000, 3L));
        assertThat(few.p50Millis()).isEqualTo(5_000);
        StartTimes both = many.plus(few);
        assertThat(both.p50Millis()).isEqualTo(200);
        assertThat(both.p95Millis()).isEqualTo(500);
        assertThat(both.steps())
                .containsExactly(new StartStep(200, 91), new StartStep(500, 10), new StartStep(5_000, 3));
        assertThat(StartTimes.NONE.plus(few)).isEqualTo(few);
        assertThat(StartTimes.of(Map.of(250, 3L)).plus(many).p50Millis())
                .as("steps of another build")
                .isEqualTo(200);
    }
}
