package live.onair.cdn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.CdnPrice;
import live.onair.cdn.Quality.Carried;
import live.onair.cdn.Quality.CarriedDay;
import live.onair.kernel.Money;
import org.jspecify.annotations.Nullable;

/** What a CDN will have carried and cost when the month is over. Pure. */
final class Bill {

    private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1_000_000_000L);
    /** After less than that nobody can say what a month will be. */
    private static final Duration SOONEST = Duration.ofHours(1);

    private Bill() {}

    /** What was carried, since when it is counted, and when the month ends. */
    record Meter(String month, long bytes, Instant since, Instant now, Instant monthEnd, List<CarriedDay> days) {}

    static Carried of(Cdn cdn, Meter meter) {
        BigDecimal gb = gigabytes(meter.bytes());
        BigDecimal projected = projected(gb, meter);
        BigDecimal billed = projected == null ? gb : projected;
        Long commitment = cdn.commitmentGb();
        BigDecimal paidFor = commitment == null ? billed : billed.max(BigDecimal.valueOf(commitment));
        BigDecimal cost = cost(cdn.prices(), paidFor);
        return new Carried(
                cdn.id(),
                meter.month(),
                gb,
                commitment,
                projected,
                commitment == null || projected == null
                        ? null
                        : BigDecimal.valueOf(commitment).subtract(projected).setScale(0, RoundingMode.HALF_UP),
                cost == null
                        ? null
                        : Money.won(cost.setScale(0, RoundingMode.HALF_UP).longValueExact()),
                cost == null || projected == null || projected.signum() == 0
                        ? null
                        : cost.divide(billed, 1, RoundingMode.HALF_UP),
                meter.days());
    }

    static BigDecimal gigabytes(long bytes) {
        return BigDecimal.valueOf(bytes).divide(GIGABYTE, 3, RoundingMode.HALF_UP);
    }

    /** What so much would come to by this CDN alone, not less than its commitment; null where no price is known. */
    static @Nullable Money alone(Cdn cdn, BigDecimal gb) {
        Long commitment = cdn.commitmentGb();
        BigDecimal cost = cost(cdn.prices(), commitment == null ? gb : gb.max(BigDecimal.valueOf(commitment)));
        return cost == null
                ? null
                : Money.won(cost.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static @Nullable BigDecimal projected(BigDecimal gb, Meter meter) {
        Duration counted = Duration.between(meter.since(), meter.now());
        if (counted.compareTo(SOONEST) < 0) {
            return null;
        }
        Duration whole = Duration.between(meter.since(), meter.monthEnd());
        return gb.multiply(BigDecimal.valueOf(whole.toSeconds()))
                .divide(BigDecimal.valueOf(counted.toSeconds()), 1, RoundingMode.HALF_UP);
    }

    /** The price of the next gigabyte, at the volume that was reached; empty where none is known. */
    static Optional<CdnPrice> reached(List<CdnPrice> prices, BigDecimal gb) {
        return prices.stream()
                .filter(price -> gb.compareTo(BigDecimal.valueOf(price.fromGb())) >= 0)
                .reduce((lower, higher) -> higher);
    }

    /** By CDN, the price of the next gigabyte; one without a price is not in it. */
    static Map<String, CdnPrice> reached(List<Cdn> cdns, List<Carried> month) {
        Map<String, CdnPrice> prices = new HashMap<>();
        for (Cdn cdn : cdns) {
            BigDecimal gb = month.stream()
                    .filter(one -> one.cdn().equals(cdn.id()))
                    .map(Carried::gb)
                    .findFirst()
                    .orElse(BigDecimal.ZERO);
            cdn.priceAt(gb).ifPresent(price -> prices.put(cdn.id(), price));
        }
        return prices;
    }

    /** By CDN, what the next gigabyte costs more: nothing where it is paid for already; of others, one without a price is not in it. */
    static Map<String, BigDecimal> more(List<Cdn> cdns, List<Carried> month) {
        Map<String, BigDecimal> more = new HashMap<>();
        reached(cdns, month).forEach((cdn, price) -> more.put(cdn, price.wonPerGb()));
        month.stream().filter(Bill::isPaidFor).forEach(one -> more.put(one.cdn(), BigDecimal.ZERO));
        return more;
    }

    /** Less will be carried than is paid for: the next gigabyte costs nothing more. */
    static boolean isPaidFor(Carried carried) {
        BigDecimal left = carried.shortGb();
        return left != null && left.signum() > 0;
    }

    /** Each gigabyte at the price of its volume; null where no price is known. */
    static @Nullable BigDecimal cost(List<CdnPrice> prices, BigDecimal gb) {
        if (prices.isEmpty()) {
            return null;
        }
        BigDecimal cost = BigDecimal.ZERO;
        for (int i = 0; i < prices.size(); i++) {
            BigDecimal from = BigDecimal.valueOf(prices.get(i).fromGb());
            BigDecimal to = i + 1 == prices.size()
                    ? gb
                    : gb.min(BigDecimal.valueOf(prices.get(i + 1).fromGb()));
            cost = cost.add(to.subtract(from)
                    .max(BigDecimal.ZERO)
                    .multiply(prices.get(i).wonPerGb()));
        }
        return cost;
    }
}
