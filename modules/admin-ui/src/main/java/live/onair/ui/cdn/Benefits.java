package live.onair.ui.cdn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.CdnPrice;
import live.onair.cdn.Cdns.Door;
import live.onair.cdn.Quality.Carried;
import live.onair.cdn.Quality.Grid;
import live.onair.kernel.Money;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What several CDNs are for, in numbers; what is not known is said so. Pure. */
final class Benefits {

    private Benefits() {}

    /** A number and what it is of. */
    record Told(String figure, String words) {}

    private static Told unknown(String benefit, Object... facts) {
        return new Told(Texts.of("cdn.unknown"), Texts.of("cdn.benefit." + benefit + ".unknown", facts));
    }

    private static Told told(String figure, String benefit, String which, Object... facts) {
        return new Told(figure, Texts.of("cdn.benefit." + benefit + "." + which, facts));
    }

    /** The largest part that one CDN has. */
    static Told spread(Map<String, Integer> viewers, Map<String, Integer> policy) {
        Map<String, Integer> by = Watchers.of(viewers) > 0 ? viewers : policy;
        Optional<Map.Entry<String, Integer>> most = by.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
        int all = Watchers.of(by);
        long cdns = Stream.concat(viewers.keySet().stream(), policy.keySet().stream())
                .distinct()
                .count();
        return most.filter(one -> all > 0)
                .map(one -> told(
                        Math.round(100.0 * one.getValue() / all) + "%",
                        "SPREAD",
                        by == viewers ? "is" : "policy",
                        one.getKey(),
                        cdns))
                .orElseGet(() -> unknown("SPREAD"));
    }

    private static Optional<HeatSum> sum(List<Grid> grid) {
        return grid.stream().map(HeatSum::of).reduce(HeatSum::plus);
    }

    /** Until the first picture: what half of the starts did not exceed; on average where nobody counted them by steps. */
    static Told speed(List<Grid> grid) {
        return sum(grid).filter(sum -> sum.starts() > 0).map(Benefits::speed).orElseGet(() -> unknown("SPEED"));
    }

    private static Told speed(HeatSum sum) {
        Double middle = sum.startP50Millis();
        return middle == null
                ? told(millis(sum.startMillisEach()), "SPEED", "mean", sum.starts())
                : told(
                        millis(middle),
                        "SPEED",
                        "is",
                        millis(sum.startP95Millis()),
                        millis(sum.startMillisEach()),
                        sum.starts());
    }

    private static String millis(@Nullable Double millis) {
        return millis == null
                ? Texts.of("cdn.unknown")
                : Texts.of("cdn.benefit.SPEED.figure", String.format(Locale.ROOT, "%,.0f", millis));
    }

    /** How long pictures stood still. */
    static Told stability(List<Grid> grid, List<Boolean> well) {
        long good = well.stream().filter(one -> one).count();
        Told told = sum(grid)
                .filter(sum -> sum.watchedMillis() > 0)
                .map(sum -> told(HeatMeasure.STALLED.figure(sum), "STABILITY", "is"))
                .orElseGet(() -> unknown("STABILITY"));
        return well.isEmpty()
                ? told
                : new Told(
                        told.figure(),
                        told.words() + " · " + Texts.of("cdn.benefit.STABILITY.checks", good, well.size()));
    }

    /** What a gigabyte comes to this month, and by the cheapest CDN alone. */
    static Told cost(List<Carried> month, Function<BigDecimal, Map<String, Money>> alone) {
        BigDecimal gb = BigDecimal.ZERO;
        long won = 0;
        for (Carried one : month) {
            BigDecimal all = one.gb().signum() == 0 ? one.gb() : one.projectedGb();
            Money cost = one.cost();
            if (all == null || (cost == null && all.signum() > 0)) {
                return unknown("COST");
            }
            gb = gb.add(all);
            won += cost == null ? 0 : cost.minor();
        }
        if (gb.signum() == 0) {
            return unknown("COST");
        }
        BigDecimal whole = gb;
        String figure = each(won, whole);
        return alone.apply(whole).entrySet().stream()
                .min(Comparator.comparing(
                                (Map.Entry<String, Money> one) -> one.getValue().minor())
                        .thenComparing(Map.Entry::getKey))
                .map(one -> told(
                        figure,
                        "COST",
                        "alone",
                        one.getKey(),
                        each(one.getValue().minor(), whole)))
                .orElseGet(() -> told(figure, "COST", "is"));
    }

    private static String each(long won, BigDecimal gb) {
        return perGb(BigDecimal.valueOf(won).divide(gb, 1, RoundingMode.HALF_UP));
    }

    private static String perGb(BigDecimal won) {
        return CdnWords.won(won) + "/GB";
    }

    /** How many CDNs were seen to refuse what is not signed. */
    static Told security(List<Door> doors) {
        if (doors.isEmpty()) {
            return unknown("SECURITY");
        }
        long refuse = doors.stream()
                .filter(Door::signs)
                .filter(door -> Integer.valueOf(401).equals(door.bareStatus())
                        || Integer.valueOf(403).equals(door.bareStatus()))
                .count();
        long unseen = doors.stream()
                .filter(Door::signs)
                .filter(door -> Objects.requireNonNullElse(door.bareStatus(), 0) == 0)
                .count();
        String figure = refuse + "/" + doors.size();
        return unseen == 0 ? told(figure, "SECURITY", "is") : told(figure, "SECURITY", "unseen", unseen);
    }

    /** The price that the CDN with the most traffic has come to, and where the next one begins. */
    static Told scale(List<Carried> month, List<Cdn> cdns) {
        return month.stream()
                .sorted(Comparator.comparing(Carried::gb).reversed())
                .flatMap(one -> cdns.stream()
                        .filter(cdn ->
                                cdn.id().equals(one.cdn()) && !cdn.prices().isEmpty())
                        .map(cdn -> tier(one, cdn)))
                .findFirst()
                .orElseGet(() -> unknown("SCALE"));
    }

    private static Told tier(Carried one, Cdn cdn) {
        CdnPrice reached = cdn.priceAt(one.gb()).orElseGet(() -> cdn.prices().get(0));
        CdnPrice next = cdn.prices().stream()
                .filter(price -> one.gb().compareTo(BigDecimal.valueOf(price.fromGb())) < 0)
                .findFirst()
                .orElse(null);
        String figure = perGb(reached.wonPerGb());
        return next == null
                ? told(figure, "SCALE", "last", one.cdn(), gb(one.gb()))
                : told(figure, "SCALE", "is", one.cdn(), gb(one.gb()), perGb(next.wonPerGb()), gb(next));
    }

    private static String gb(@Nullable CdnPrice from) {
        return from == null ? Texts.of("cdn.unknown") : gb(BigDecimal.valueOf(from.fromGb()));
    }

    private static String gb(BigDecimal amount) {
        boolean small = amount.compareTo(BigDecimal.TEN) < 0;
        return String.format(Locale.ROOT, small ? "%,.1fGB" : "%,.0fGB", amount);
    }
}
