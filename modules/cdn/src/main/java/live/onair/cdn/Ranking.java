package live.onair.cdn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import live.onair.cdn.CdnRows.Branch;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.CdnPrice;
import live.onair.cdn.CdnRows.CdnState;
import live.onair.cdn.Choices.BranchChoice;
import live.onair.cdn.Choices.Candidate;
import live.onair.cdn.Choices.Paid;
import live.onair.cdn.Quality.Carried;
import live.onair.cdn.Quality.Grid;
import live.onair.cdn.Quality.Watched;
import org.jspecify.annotations.Nullable;

/**
 * Which CDN a branch's viewers would best be served by: what the next gigabyte costs, and what is wrong with watching, in won for a
 * gigabyte. Pure.
 */
final class Ranking {

    /** A percent of the time in which the picture stands still is worth so much. */
    static final int STALLED_PERCENT = 200;
    /** A second until the first picture is worth so much. */
    static final int START_SECOND = 20;
    /** One that is bad now is no choice whatever it costs. */
    static final int BAD_NOW = 10_000;

    private static final int ALL = 100;
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private Ranking() {}

    /** What is known of a CDN. */
    record Known(Cdn cdn, Carried carried, CdnState state, List<Grid> grid) {}

    /** The CDNs that the branch names, best first; those whose price is not known last. */
    static BranchChoice of(Branch branch, List<Known> known) {
        List<Known> named = known.stream()
                .filter(one -> branch.weights().containsKey(one.cdn().id()))
                .toList();
        Facts facts = new Facts(
                Worst.of(named.stream().map(one -> Seen.of(branch, one.grid())).toList()), toCome(branch, known));
        List<Candidate> candidates = named.stream()
                .map(one -> candidate(branch, one, facts))
                .sorted(Comparator.comparing((Candidate one) -> one.score() == null)
                        .thenComparing(one -> Objects.requireNonNullElse(one.score(), BigDecimal.ZERO))
                        .thenComparing(Candidate::cdn))
                .toList();
        return new BranchChoice(branch.id(), candidates);
    }

    /**
     * What goes for all candidates of a branch.
     *
     * @param toCome gigabytes that its viewers will fetch until the month is over; null where nobody knows
     */
    private record Facts(Worst worst, @Nullable BigDecimal toCome) {}

    /** What stands for what nobody told of a CDN: it is taken for no better than the others. */
    private record Worst(@Nullable Number stalled, @Nullable Number start) {

        static Worst of(List<Seen> all) {
            return new Worst(worst(all, Seen::stalledPercent), worst(all, Seen::startMillis));
        }

        private static @Nullable Number worst(List<Seen> all, Function<Seen, @Nullable Number> of) {
            return all.stream()
                    .flatMap(one -> Stream.ofNullable(of.apply(one)))
                    .max(Comparator.comparingDouble(Number::doubleValue))
                    .orElse(null);
        }
    }

    /** What a branch's viewers told of a CDN; where they told nothing, what all of its viewers told. */
    private record Seen(
            @Nullable Double stalledPercent, @Nullable Integer startMillis) {

        static Seen of(Branch branch, List<Grid> grid) {
            List<Watched> there = told(branch, grid);
            List<Watched> told =
                    there.isEmpty() ? grid.stream().map(Grid::watched).toList() : there;
            Double stalled = mean(told, Watched::stalledPercent, Watched::watchedMillis);
            Double start = mean(told, Watched::startMillis, Watched::starts);
            return new Seen(
                    stalled == null ? null : Double.valueOf(Math.round(stalled * 100) / 100.0),
                    start == null ? null : Integer.valueOf((int) Math.round(start)));
        }

        /** Each field counts by how much was watched there, and by how many began. */
        private static @Nullable Double mean(
                List<Watched> told, Function<Watched, @Nullable Number> of, ToLongFunction<Watched> weight) {
            double sum = 0;
            double all = 0;
            for (Watched one : told) {
                Number value = of.apply(one);
                sum += value == null ? 0 : value.doubleValue() * weight.applyAsLong(one);
                all += value == null ? 0 : weight.applyAsLong(one);
            }
            return all == 0 ? null : Double.valueOf(sum / all);
        }
    }

    private static List<Watched> told(Branch branch, List<Grid> grid) {
        return grid.stream()
                .filter(one -> BranchText.holds(branch, one.country(), one.isp()))
                .map(Grid::watched)
                .toList();
    }

    private static Candidate candidate(Branch branch, Known known, Facts facts) {
        Integer paid = paidPercent(known.carried(), facts.toCome());
        BigDecimal price = more(known, paid);
        Seen seen = Seen.of(branch, known.grid());
        Number stalled = seen.stalledPercent() == null ? facts.worst().stalled() : seen.stalledPercent();
        Number start = seen.startMillis() == null ? facts.worst().start() : seen.startMillis();
        BigDecimal score = price == null
                ? null
                : price.add(part(stalled, STALLED_PERCENT))
                        .add(part(start, START_SECOND).divide(THOUSAND, 1, RoundingMode.HALF_UP))
                        .add(BigDecimal.valueOf(known.state().isBad() ? BAD_NOW : 0))
                        .setScale(1, RoundingMode.HALF_UP);
        return new Candidate(
                known.cdn().id(),
                branch.weights().getOrDefault(known.cdn().id(), 0),
                price,
                new Paid(leftGb(known.carried()), paid),
                seen.stalledPercent(),
                seen.startMillis(),
                known.state(),
                score);
    }

    private static @Nullable BigDecimal more(Known known, @Nullable Integer percent) {
        int paid = percent == null ? 0 : percent;
        BigDecimal next = next(known.cdn().prices(), known.carried().gb());
        if (paid == ALL) {
            return BigDecimal.ZERO;
        }
        return next == null
                ? null
                : next.multiply(BigDecimal.valueOf(ALL - paid)).divide(BigDecimal.valueOf(ALL));
    }

    private static BigDecimal part(@Nullable Number seen, int worth) {
        return seen == null ? BigDecimal.ZERO : BigDecimal.valueOf(seen.doubleValue() * worth);
    }

    private static @Nullable BigDecimal leftGb(Carried carried) {
        Long commitment = carried.commitmentGb();
        return commitment == null
                ? null
                : BigDecimal.valueOf(commitment).subtract(carried.gb()).max(BigDecimal.ZERO);
    }

    /** How much of what is to come the commitment has paid for that would be left over: all of it where nobody knows what comes. */
    private static @Nullable Integer paidPercent(Carried carried, @Nullable BigDecimal toCome) {
        BigDecimal over = carried.shortGb();
        if (over == null || over.signum() <= 0) {
            return over == null ? null : 0;
        }
        return toCome == null || toCome.compareTo(over) <= 0
                ? ALL
                : Math.max(
                        1,
                        over.multiply(BigDecimal.valueOf(ALL))
                                .divide(toCome, 0, RoundingMode.DOWN)
                                .intValue());
    }

    /** The branch's part of what all of them will carry until the month is over; null where that is not known. */
    private static @Nullable BigDecimal toCome(Branch branch, List<Known> known) {
        BigDecimal all = known.stream()
                .flatMap(one -> Stream.ofNullable(one.carried().projectedGb())
                        .map(month -> month.subtract(one.carried().gb())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        long bytes = bytes(known.stream()
                .flatMap(one -> one.grid().stream().map(Grid::watched))
                .toList());
        long own = bytes(
                known.stream().flatMap(one -> told(branch, one.grid()).stream()).toList());
        if (all.signum() <= 0) {
            return null;
        }
        return bytes == 0
                ? all
                : all.multiply(BigDecimal.valueOf(own)).divide(BigDecimal.valueOf(bytes), 3, RoundingMode.HALF_UP);
    }

    private static long bytes(List<Watched> told) {
        return told.stream().mapToLong(Watched::bytes).sum();
    }

    /** The price at the volume that was reached; null where none is known. */
    static @Nullable BigDecimal next(List<CdnPrice> prices, BigDecimal gb) {
        return Bill.reached(prices, gb).map(CdnPrice::wonPerGb).orElse(null);
    }
}
