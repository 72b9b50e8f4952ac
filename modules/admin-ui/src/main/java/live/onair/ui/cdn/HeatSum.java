package live.onair.ui.cdn;

import live.onair.cdn.Quality.Grid;
import live.onair.cdn.Quality.Watched;
import org.jspecify.annotations.Nullable;

/**
 * What was told of several fields, as of one: each weighs as much as was watched, or begun, of it. Pure.
 *
 * @param startMillis all starts together
 * @param bits thousands of them, by how long a line was known that carried so many a second
 * @param knownMillis of what was watched, so long that was told
 */
record HeatSum(
        int viewers,
        long starts,
        double startMillis,
        long watchedMillis,
        double stalledMillis,
        long failed,
        double bits,
        long knownMillis) {

    static HeatSum of(Grid field) {
        Watched told = field.watched();
        long watched = told.watchedMillis();
        Integer start = told.startMillis();
        Double stalled = told.stalledPercent();
        Integer kbps = told.kbps();
        return new HeatSum(
                field.viewers(),
                told.starts(),
                start == null ? 0 : (double) start * told.starts(),
                watched,
                stalled == null ? 0 : stalled * watched / 100,
                told.failed(),
                kbps == null ? 0 : (double) kbps * watched,
                kbps == null ? 0 : watched);
    }

    HeatSum plus(HeatSum other) {
        return new HeatSum(
                viewers + other.viewers,
                starts + other.starts,
                startMillis + other.startMillis,
                watchedMillis + other.watchedMillis,
                stalledMillis + other.stalledMillis,
                failed + other.failed,
                bits + other.bits,
                knownMillis + other.knownMillis);
    }

    /** In percent, to the hundredth. */
    @Nullable
    Double stalledPercent() {
        return part(10_000 * stalledMillis, watchedMillis, 100);
    }

    @Nullable
    Double startMillisEach() {
        return part(startMillis, starts, 1);
    }

    /** For each thousand seconds that were watched, to the tenth. */
    @Nullable
    Double failedEach() {
        return part(10_000_000.0 * failed, watchedMillis, 10);
    }

    @Nullable
    Double kbps() {
        return part(bits, knownMillis, 1);
    }

    private static @Nullable Double part(double part, long whole, double scale) {
        return whole == 0 ? null : Double.valueOf(Math.round(part / whole) / scale);
    }
}
