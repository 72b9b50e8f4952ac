package live.onair.cdn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import live.onair.cdn.Quality.Grid;
import live.onair.cdn.Steering.BranchMove;
import live.onair.cdn.Steering.MoveTerms;
import live.onair.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * How much a move moves of those who watch now.
 *
 * @param viewers null where nobody told lately
 * @param bytesPerHour what is carried to them, going by the last minute
 */
record MoveWeight(@Nullable Integer viewers, BigDecimal bytesPerHour) {

    private static final BigDecimal TERABYTE = BigDecimal.valueOf(1_000_000_000_000L);
    private static final int MINUTES = 60;

    /** By the viewers of the CDN they are moved away from; which branch they are in is not told, so the move's part of all counts. */
    static MoveWeight of(List<Grid> lastMinute, MoveTerms terms, List<BranchMove> changes) {
        int viewers = 0;
        long bytes = 0;
        for (Grid one : lastMinute) {
            if (one.cdn().equals(terms.from())) {
                viewers += one.viewers();
                bytes += one.watched().bytes();
            }
        }
        int before = 0;
        int away = 0;
        for (BranchMove change : changes) {
            int was = change.before().getOrDefault(terms.from(), 0);
            before += was;
            away += was - change.after().getOrDefault(terms.from(), 0);
        }
        if (lastMinute.stream().allMatch(one -> one.viewers() == 0) || before == 0) {
            return new MoveWeight(null, BigDecimal.ZERO);
        }
        BigDecimal part = BigDecimal.valueOf(away).divide(BigDecimal.valueOf(before), 4, RoundingMode.HALF_UP);
        return new MoveWeight(
                part.multiply(BigDecimal.valueOf(viewers))
                        .setScale(0, RoundingMode.HALF_UP)
                        .intValue(),
                part.multiply(BigDecimal.valueOf(bytes * MINUTES)));
    }

    /** What they cost more an hour; null where it is not known. */
    @Nullable
    Money wonPerHour(@Nullable BigDecimal wonPerTerabyte) {
        return viewers == null || wonPerTerabyte == null
                ? null
                : Money.won(wonPerTerabyte
                        .multiply(bytesPerHour)
                        .divide(TERABYTE, 0, RoundingMode.HALF_UP)
                        .longValue());
    }
}
