package live.onair.cdn.grid;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long viewers waited for their first picture, counted by steps: each start by the smallest step that it did not exceed. The steps are
 * those of whoever tells them; the largest stands for itself and for all that took longer. A percentile is that step, so it is never less
 * than what was measured, and more by less than the distance to the step below. Sums are of counts, never of percentiles. Pure.
 *
 * @param p50Millis half of the starts took no longer; null where nobody told by steps
 * @param p95Millis 95 % took no longer; null where nobody told by steps
 * @param steps the smallest first; none of no start
 */
public record StartTimes(
        @Nullable Integer p50Millis, @Nullable Integer p95Millis, List<StartStep> steps) {

    /** Nobody told by steps. */
    public static final StartTimes NONE = new StartTimes(null, null, List.of());

    /**
     * Of all starts.
     *
     * @param withinMillis no longer than that
     * @param starts of them that took longer than the step below
     */
    public record StartStep(int withinMillis, long starts) {}

    /** Keeps it as it is. */
    public StartTimes {
        steps = List.copyOf(steps);
    }

    /** Starts by the milliseconds that they took no longer than. */
    public static StartTimes of(Map<Integer, Long> starts) {
        List<StartStep> steps = new TreeMap<>(starts)
                .entrySet().stream()
                        .filter(step -> step.getValue() > 0)
                        .map(step -> new StartStep(step.getKey(), step.getValue()))
                        .toList();
        return new StartTimes(within(steps, 50), within(steps, 95), steps);
    }

    /** Both together. */
    public StartTimes plus(StartTimes other) {
        TreeMap<Integer, Long> all = new TreeMap<>();
        steps.forEach(step -> all.merge(step.withinMillis(), step.starts(), Long::sum));
        other.steps.forEach(step -> all.merge(step.withinMillis(), step.starts(), Long::sum));
        return of(all);
    }

    /** The nearest rank: so many percent of them took no longer. */
    private static @Nullable Integer within(List<StartStep> steps, int percent) {
        long all = steps.stream().mapToLong(StartStep::starts).sum();
        long wanted = (all * percent + 99) / 100;
        long passed = 0;
        for (StartStep step : steps) {
            passed += step.starts();
            if (passed >= wanted) {
                return step.withinMillis();
            }
        }
        return null;
    }
}
