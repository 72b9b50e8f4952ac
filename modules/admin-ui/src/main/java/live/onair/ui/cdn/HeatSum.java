package live.onair.ui.cdn;

import live.onair.cdn.Quality.Grid;
import live.onair.cdn.Quality.Watched;
import live.onair.cdn.grid.StartTimes;
import org.jspecify.annotations.Nullable;

/**
 * What was told of several fields, as of one: each weighs as much as was watched, or begun, of it. Pure.
 *
 * @param startMillis all starts together
 * @param startTimes those of them that were counted by steps
 * @param bits thousands of them, by how long a line was known that carried so many a second
 * @param knownMillis of what was watched, so long that was told
 * @param shownBits thousands of them, of the pictures that were played
 * @param shownMillis of those whose bitrate was told
 */
record HeatSum(
        int viewers,
        long starts,
        double startMillis,
        StartTimes startTimes,
        long watchedMillis,
        double stalledMillis,
        long failed,
        double bits,
        long knownMillis,
        double shownBits,
        double shownMillis) {

    static HeatSum of(Grid field) {
        Watched told = field.watched();
        long watched = told.watchedMillis();
        Integer start = told.startMillis();
        Double stalled = told.stalledPercent();
        Integer kbps = told.kbps();
        Integer shown = told.shownKbps();
        double played = stalled == null ? 0 : watched - stalled * watched / 100;
        return new HeatSum(
                field.viewers(),
                told.starts(),
                start == null ? 0 : (double) start * told.starts(),
                told.startTimes(),
                watched,
                stalled == null ? 0 : stalled * watched / 100,
                told.failed(),
                kbps == null ? 0 : (double) kbps * watched,
                kbps == null ? 0 : watched,
                shown == null ? 0 : shown * played,
                shown == null ? 0 : played);
    }

    HeatSum plus(HeatSum other) {
        return new HeatSum(
                viewers + other.viewers,
                starts + other.starts,
                startMillis + other.startMillis,
                startTimes.plus(other.startTimes),
                watchedMillis + other.watchedMillis,
                stalledMillis + other.stalledMillis,
                failed + other.failed,
                bits + other.bits,
                knownMillis + other.knownMillis,
                shownBits + other.shownBits,
                shownMillis + other.shownMillis);
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

    /** Half of the starts took no longer. */
    @Nullable
    Double startP50Millis() {
        return number(startTimes.p50Millis());
    }

    /** 95 % of the starts took no longer. */
    @Nullable
    Double startP95Millis() {
        return number(startTimes.p95Millis());
    }

    private static @Nullable Double number(@Nullable Integer whole) {
        return whole == null ? null : Double.valueOf(whole);
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

    @Nullable
    Double shownKbps() {
        return part(shownBits, Math.round(shownMillis), 1);
    }

    private static @Nullable Double part(double part, long whole, double scale) {
        return whole == 0 ? null : Double.valueOf(Math.round(part / whole) / scale);
    }
}
