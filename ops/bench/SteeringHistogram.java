/** How long answers took, in microseconds up to a second. */
final class SteeringHistogram {

    private final int[] micros = new int[1_000_001];
    private long count;

    void add(long nanos) {
        micros[(int) Math.min(micros.length - 1, nanos / 1000)]++;
        count++;
    }

    long count() {
        return count;
    }

    /** In milliseconds. */
    double quantile(double share) {
        long left = (long) Math.ceil(share * count);
        int i = 0;
        for (; i < micros.length - 1 && (left -= micros[i]) > 0; i++) {}
        return i / 1000.0;
    }
}
