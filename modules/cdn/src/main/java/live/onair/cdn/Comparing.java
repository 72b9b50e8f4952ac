package live.onair.cdn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import live.onair.cdn.Quality.Comparison;
import live.onair.cdn.Quality.Measure;

/**
 * Whether watching differs between two CDNs, and how sure that is. Which of the two serves a viewer of a branch is drawn by lot (his
 * bucket), so within a country and a network the two groups are alike; each is compared there, and the differences are added up by
 * how much was watched. Minutes stand for themselves: the variance of each ratio is that of its minutes (ratio estimator of a
 * cluster sample, Cochran, Sampling Techniques, 6.4), the interval is Student's. Pure.
 */
final class Comparing {

    /** With fewer minutes that both were watched in nothing is said. */
    static final int FEWEST = 5;

    private static final double Z = 1.959964;

    private Comparing() {}

    /**
     * What was told within a minute.
     *
     * @param place country and network
     * @param sum what is measured, added up
     * @param whole of what it is a part
     */
    record Minute(String place, String cdn, long minute, double sum, double whole) {}

    /** A ratio, and the variance of its estimate. */
    private record Ratio(double value, double variance, double whole, int minutes) {}

    static Comparison of(Measure measure, String one, String other, List<Minute> told) {
        Map<String, Map<String, List<Minute>>> places = new TreeMap<>();
        told.stream()
                .filter(minute -> minute.whole() > 0)
                .forEach(minute -> places.computeIfAbsent(minute.place(), place -> new HashMap<>())
                        .computeIfAbsent(minute.cdn(), cdn -> new ArrayList<>())
                        .add(minute));
        List<Ratio> ones = new ArrayList<>();
        List<Ratio> others = new ArrayList<>();
        places.values().forEach(cdns -> {
            List<Minute> a = cdns.getOrDefault(one, List.of());
            List<Minute> b = cdns.getOrDefault(other, List.of());
            if (a.size() >= FEWEST && b.size() >= FEWEST) {
                ones.add(ratio(a));
                others.add(ratio(b));
            }
        });
        return ones.isEmpty()
                ? new Comparison(measure, null, null, null, null, null, minutes(places, one, other), false)
                : added(measure, ones, others);
    }

    /** The most minutes that both have anywhere, where they are too few. */
    private static int minutes(Map<String, Map<String, List<Minute>>> places, String one, String other) {
        return places.values().stream()
                .mapToInt(cdns -> Math.min(
                        cdns.getOrDefault(one, List.of()).size(),
                        cdns.getOrDefault(other, List.of()).size()))
                .max()
                .orElse(0);
    }

    private static Comparison added(Measure measure, List<Ratio> ones, List<Ratio> others) {
        double whole = 0;
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < ones.size(); i++) {
            whole += ones.get(i).whole() + others.get(i).whole();
            fewest = Math.min(
                    fewest, Math.min(ones.get(i).minutes(), others.get(i).minutes()));
        }
        double a = 0;
        double b = 0;
        double variance = 0;
        for (int i = 0; i < ones.size(); i++) {
            double part = (ones.get(i).whole() + others.get(i).whole()) / whole;
            a += part * ones.get(i).value();
            b += part * others.get(i).value();
            variance += part * part * (ones.get(i).variance() + others.get(i).variance());
        }
        double half = student(fewest - 1) * Math.sqrt(variance);
        double times = measure.times();
        double low = a - b - half;
        double high = a - b + half;
        return new Comparison(
                measure, a * times, b * times, (a - b) * times, low * times, high * times, fewest, low > 0 || high < 0);
    }

    private static Ratio ratio(List<Minute> minutes) {
        double sum = minutes.stream().mapToDouble(Minute::sum).sum();
        double whole = minutes.stream().mapToDouble(Minute::whole).sum();
        double ratio = sum / whole;
        double squares = minutes.stream()
                .mapToDouble(minute -> Math.pow(minute.sum() - ratio * minute.whole(), 2))
                .sum();
        int n = minutes.size();
        return new Ratio(ratio, squares * n / (n - 1) / (whole * whole), whole, n);
    }

    /** Two-sided 95 % quantile of Student's distribution, by Fisher's expansion: within 2 % from four degrees of freedom on. */
    static double student(int degrees) {
        double cube = Z * Z * Z;
        double first = (cube + Z) / (4 * degrees);
        double second = (5 * cube * Z * Z + 16 * cube + 3 * Z) / (96.0 * degrees * degrees);
        return Z + first + second;
    }
}
