package live.onair.ui.cdn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import live.onair.cdn.Quality.Carried;

/**
 * What is left of a month's commitment at the end of each day, in gigabytes; what cannot be told is not a number. Pure.
 *
 * @param left until today; below 0 for more than was committed
 * @param even if it were used evenly
 * @param ahead from today on, if it goes on as since it is counted
 */
record BurnDown(List<Double> left, List<Double> even, List<Double> ahead) {

    static BurnDown of(Carried carried, long commitment, LocalDate today) {
        int days = YearMonth.parse(carried.month()).lengthOfMonth();
        int now = today.getDayOfMonth();
        double last = commitment - carried.gb().doubleValue();
        BigDecimal projected = carried.projectedGb();
        double end = projected == null ? Double.NaN : commitment - projected.doubleValue();
        return new BurnDown(
                points(days, day -> day > now ? Double.NaN : last + carriedAfter(carried, day)),
                points(days, day -> (double) commitment * (days - day) / days),
                points(days, day -> {
                    double part = days == now ? 1 : (double) (day - now) / (days - now);
                    return day < now ? Double.NaN : last + (end - last) * part;
                }));
    }

    /** Counted from today back: what was carried before days were counted lies before the first of them. */
    private static double carriedAfter(Carried carried, int day) {
        return carried.days().stream()
                .filter(one -> one.day().getDayOfMonth() > day)
                .mapToDouble(one -> one.gb().doubleValue())
                .sum();
    }

    private static List<Double> points(int days, IntToDoubleFunction of) {
        return IntStream.rangeClosed(1, days)
                .mapToObj(day -> one(of.applyAsDouble(day)))
                .toList();
    }

    private static Double one(double gb) {
        return Double.isNaN(gb)
                ? Double.NaN
                : BigDecimal.valueOf(gb).setScale(1, RoundingMode.HALF_UP).doubleValue();
    }
}
