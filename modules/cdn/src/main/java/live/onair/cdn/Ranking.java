package live.onair.cdn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import live.onair.cdn.CdnRows.Branch;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.CdnPrice;
import live.onair.cdn.CdnRows.CdnState;
import live.onair.cdn.Choices.BranchChoice;
import live.onair.cdn.Choices.Candidate;
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

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    private Ranking() {}

    /** What is known of a CDN. */
    record Known(Cdn cdn, Carried carried, CdnState state, List<Grid> grid) {}

    /** The CDNs that the branch names, best first; those whose price is not known last. */
    static BranchChoice of(Branch branch, List<Known> known) {
        List<Known> named = known.stream()
                .filter(one -> branch.weights().containsKey(one.cdn().id()))
                .toList();
        Worst worst =
                new Worst(worst(branch, named, Watched::stalledPercent), worst(branch, named, Watched::startMillis));
        List<Candidate> candidates = named.stream()
                .map(one -> candidate(branch, one, worst))
                .sorted(Comparator.comparing((Candidate one) -> one.score() == null)
                        .thenComparing(one -> Objects.requireNonNullElse(one.score(), BigDecimal.ZERO))
                        .thenComparing(Candidate::cdn))
                .toList();
        return new BranchChoice(branch.id(), candidates);
    }

    /** What stands for what nobody told of a CDN: it is taken for no better than the others. */
    private record Worst(@Nullable Number stalled, @Nullable Number start) {}

    private static @Nullable Number worst(Branch branch, List<Known> known, Function<Watched, @Nullable Number> of) {
        return known.stream()
                .flatMap(one -> seen(branch, one.grid()).stream())
                .flatMap(one -> Stream.ofNullable(of.apply(one.watched())))
                .max(Comparator.comparingDouble(Number::doubleValue))
                .orElse(null);
    }

    private static Candidate candidate(Branch branch, Known known, Worst worst) {
        boolean paid = Bill.isPaidFor(known.carried());
        BigDecimal price = paid
                ? BigDecimal.ZERO
                : next(known.cdn().prices(), known.carried().gb());
        Grid seen = seen(branch, known.grid()).orElse(null);
        Double stalled = seen == null ? null : seen.watched().stalledPercent();
        Integer start = seen == null ? null : seen.watched().startMillis();
        BigDecimal score = price == null
                ? null
                : price.add(part(stalled == null ? worst.stalled() : stalled, STALLED_PERCENT))
                        .add(part(start == null ? worst.start() : start, START_SECOND)
                                .divide(THOUSAND, 1, RoundingMode.HALF_UP))
                        .add(BigDecimal.valueOf(known.state().isBad() ? BAD_NOW : 0))
                        .setScale(1, RoundingMode.HALF_UP);
        return new Candidate(
                known.cdn().id(),
                branch.weights().getOrDefault(known.cdn().id(), 0),
                price,
                paid,
                stalled,
                start,
                known.state(),
                score);
    }

    private static BigDecimal part(@Nullable Number seen, int worth) {
        return seen == null ? BigDecimal.ZERO : BigDecimal.valueOf(seen.doubleValue() * worth);
    }

    /** The price at the volume that was reached; null where none is known. */
    static @Nullable BigDecimal next(List<CdnPrice> prices, BigDecimal gb) {
        return Bill.reached(prices, gb).map(CdnPrice::wonPerGb).orElse(null);
    }

    /** What the viewers of the branch told; where they told nothing, what the CDN's most viewers told. */
    private static Optional<Grid> seen(Branch branch, List<Grid> grid) {
        Comparator<Grid> most = Comparator.comparingLong(one -> one.watched().bytes());
        return grid.stream()
                .filter(one -> BranchText.holds(branch, one.country(), one.isp()))
                .max(most)
                .or(() -> grid.stream().max(most));
    }
}
