package live.onair.cdn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import live.onair.cdn.Choices.Replayed;
import live.onair.cdn.Choices.ReplayedCdn;
import org.jspecify.annotations.Nullable;

/**
 * What a day would have been like by other weights: each place's viewers are spread anew, and a CDN treats them there as it treated
 * those it had there, or where it had none as all it had. Pure.
 */
final class Replaying {

    private static final BigDecimal GB = BigDecimal.valueOf(1_000_000_000);

    private Replaying() {}

    /** What a CDN did at a place: bytes, and the time pictures stood still of all the time. */
    record Field(String place, String cdn, long bytes, long stalledMillis, long wholeMillis) {}

    static Replayed of(List<Field> day, Map<String, Integer> weights, Map<String, BigDecimal> prices) {
        Map<String, Double> bytes = new TreeMap<>();
        Map<String, Double> then = new TreeMap<>();
        day.forEach(field -> bytes.merge(field.cdn(), (double) field.bytes(), Double::sum));
        double all = bytes.values().stream().mapToDouble(Double::doubleValue).sum();
        weights.forEach((cdn, percent) -> then.put(cdn, all * percent / Shares.BUCKETS));
        TreeMap<String, Double> named = new TreeMap<>(bytes);
        named.putAll(then);
        List<ReplayedCdn> cdns = named.keySet().stream()
                .map(cdn -> new ReplayedCdn(cdn, gb(bytes.getOrDefault(cdn, 0.0)), gb(then.getOrDefault(cdn, 0.0))))
                .toList();
        return new Replayed(cost(bytes, prices), cost(then, prices), stalled(day), stalled(day, weights), cdns);
    }

    private static BigDecimal gb(double bytes) {
        return BigDecimal.valueOf(bytes).divide(GB, 3, RoundingMode.HALF_UP);
    }

    /** Null where a price is not known. */
    private static @Nullable BigDecimal cost(Map<String, Double> bytes, Map<String, BigDecimal> prices) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, Double> one : bytes.entrySet()) {
            BigDecimal price = prices.get(one.getKey());
            if (price == null && one.getValue() > 0) {
                return null;
            }
            if (price != null) {
                sum = sum.add(price.multiply(BigDecimal.valueOf(one.getValue())).divide(GB));
            }
        }
        return sum.setScale(1, RoundingMode.HALF_UP);
    }

    private static @Nullable Double stalled(List<Field> day) {
        long whole = day.stream().mapToLong(Field::wholeMillis).sum();
        long stalled = day.stream().mapToLong(Field::stalledMillis).sum();
        return whole == 0 ? null : percent(stalled, whole);
    }

    private static double percent(double part, double whole) {
        return Math.round(part * 10_000 / whole) / 100.0;
    }

    /** Null where one of them served nobody that day: nobody knows what it would have been like. */
    private static @Nullable Double stalled(List<Field> day, Map<String, Integer> weights) {
        Map<String, Double> ratios = new HashMap<>();
        Map<String, Double> watched = new TreeMap<>();
        Map<String, long[]> overall = new HashMap<>();
        for (Field field : day) {
            watched.merge(field.place(), (double) field.wholeMillis(), Double::sum);
            if (field.wholeMillis() > 0) {
                ratios.put(field.place() + "\n" + field.cdn(), (double) field.stalledMillis() / field.wholeMillis());
                long[] sums = overall.computeIfAbsent(field.cdn(), cdn -> new long[2]);
                sums[0] += field.stalledMillis();
                sums[1] += field.wholeMillis();
            }
        }
        double all = watched.values().stream().mapToDouble(Double::doubleValue).sum();
        double stalled = 0;
        for (Map.Entry<String, Double> place : watched.entrySet()) {
            for (Map.Entry<String, Integer> one : weights.entrySet()) {
                long[] sums = overall.get(one.getKey());
                if (one.getValue() > 0 && sums == null) {
                    return null;
                }
                double usual = sums == null ? 0 : (double) sums[0] / sums[1];
                stalled += place.getValue()
                        * one.getValue()
                        / Shares.BUCKETS
                        * ratios.getOrDefault(place.getKey() + "\n" + one.getKey(), usual);
            }
        }
        return all == 0 ? null : percent(stalled, all);
    }
}
