package live.onair.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import live.onair.cdn.grid.StartTimes;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** What watching is like, as viewers' players tell it, by CDN, country and network. */
@Singleton
@Transactional
@Guarded
public class Quality {

    private static final int MOST_MINUTES = 2 * 24 * 60;

    /** With fewer minutes that two CDNs were both watched in nothing is said of them. */
    public static final int FEWEST_MINUTES = Comparing.FEWEST;

    private final WatchBook book;

    @Inject
    Quality(WatchBook book) {
        this.book = book;
    }

    /**
     * What was told.
     *
     * @param startMillis until the first picture, on average; null where nobody began
     * @param startTimes its p50 and p95, of the starts that were told by steps; those of before that are in the average alone
     * @param stalledPercent of the time in which a picture should have moved it stood still; null where none was played
     * @param failed answers that did not come
     * @param elsewhere reports of players that were not where their order has them first
     * @param kbps what a viewer's line carried on average; null where nobody told
     * @param shownKbps of the renditions that were played, by how long each was; null where nobody told
     * @param bytes what was carried to them
     * @param watchedMillis in which a picture moved, or should have
     */
    public record Watched(
            long starts,
            @Nullable Integer startMillis,
            StartTimes startTimes,
            @Nullable Double stalledPercent,
            long failed,
            long elsewhere,
            @Nullable Integer kbps,
            @Nullable Integer shownKbps,
            long bytes,
            long watchedMillis) {}

    /**
     * One field of the grid.
     *
     * @param country empty where it is not known; the same for the network
     * @param viewers who watch now
     */
    public record Grid(String cdn, String country, String isp, int viewers, Watched watched) {}

    /**
     * The grid of the last minutes.
     *
     * @param show null for all
     * @param minutes 1 to 2,880
     */
    @AllowedTo
    public List<Grid> grid(@Nullable String show, int minutes) {
        return book.grid(show, Duration.ofMinutes(Math.max(1, Math.min(MOST_MINUTES, minutes))));
    }

    /** What is compared of two CDNs. */
    public enum Measure {
        /** Of the time in which a picture should have moved it stood still, in percent. */
        STALLED(100),
        /** Until the first picture, in milliseconds. */
        START(1),
        /** Answers that did not come, for each thousand seconds that were watched. */
        FAILED(1_000_000);

        private final int times;

        Measure(int times) {
            this.times = times;
        }

        int times() {
            return times;
        }
    }

    /**
     * Whether two CDNs differ in something.
     *
     * @param one what the first is like; null where there is too little to say, and so are the others
     * @param difference the first less the second
     * @param low with 95 % confidence the difference is not less than that
     * @param high and not more than that: where 0 lies between them nobody can say that they differ
     * @param minutes that both were watched in; below five nothing is said
     * @param significant whether they differ, as far as can be said
     */
    public record Comparison(
            Measure measure,
            @Nullable Double one,
            @Nullable Double other,
            @Nullable Double difference,
            @Nullable Double low,
            @Nullable Double high,
            int minutes,
            boolean significant) {}

    /**
     * Two CDNs side by side, by the same countries and networks.
     *
     * @param show null for all
     * @param minutes 1 to 2,880
     */
    @AllowedTo
    public Outcome<List<Comparison>> compare(@Nullable String show, String one, String other, int minutes) {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            return Outcome.refused(CdnRefusal.RANGE.with(
                    "field", "minutes", "min", "1", "max", String.format(Locale.ROOT, "%,d", MOST_MINUTES)));
        }
        if (one.isEmpty() || one.equals(other)) {
            return Outcome.refused(CdnRefusal.TWO.with("field", "other"));
        }
        Duration time = Duration.ofMinutes(minutes);
        return Outcome.done(Arrays.stream(Measure.values())
                .map(measure -> Comparing.of(measure, one, other, book.minutes(measure, show, time)))
                .toList());
    }

    /** Who was served by a CDN in a minute: the most of its six counts. */
    public record ShareAt(Instant at, String cdn, int viewers) {}

    /**
     * Minute by minute, oldest first; a minute that is not over is not among them.
     *
     * @param minutes 1 to 2,880
     */
    @AllowedTo
    public List<ShareAt> history(int minutes) {
        return book.history(Duration.ofMinutes(Math.max(1, Math.min(MOST_MINUTES, minutes))));
    }

    /** Who watches each show now, by CDN; a show of which no player told lately is not in it. */
    @AllowedTo
    public Map<String, Map<String, Integer>> viewers() {
        return book.viewers();
    }

    /**
     * Players of any page whom their order sends to a CDN, and what they say of where they are when they ask for it.
     *
     * @param viewers about so many ask
     * @param elsewhere about so many of them are with another CDN
     */
    public record SentTo(String show, String branch, String cdn, int viewers, int elsewhere) {}

    /** Of the last minute; nothing where orders are served by whoever does not count who asks, and of an order that is new. */
    @AllowedTo
    public List<SentTo> sent() {
        return book.sent();
    }

    /**
     * What a CDN has carried in a month (Seoul) to players that told of it, and what comes of it.
     *
     * @param month {@code 2026-11}
     * @param gb 10^9 bytes
     * @param commitmentGb what is paid for at least; null for nothing
     * @param projectedGb by the end of the month, if it goes on as since it is counted; null in the first hour
     * @param shortGb paid for and not carried by then, below 0 for more than was committed; null where either is not known
     * @param cost of the month by the volumes' prices, not less than the commitment's; null where no price is known
     * @param wonPerGb what a gigabyte comes to by the end of the month; null where that or the price is not known
     * @param days of the month that something was carried on, oldest first
     */
    public record Carried(
            String cdn,
            String month,
            BigDecimal gb,
            @Nullable Long commitmentGb,
            @Nullable BigDecimal projectedGb,
            @Nullable BigDecimal shortGb,
            @Nullable Money cost,
            @Nullable BigDecimal wonPerGb,
            List<CarriedDay> days) {}

    /** What was carried on a day (Seoul). */
    public record CarriedDay(LocalDate day, BigDecimal gb) {}

    /** What a month's traffic would cost by each CDN alone, its commitment included; one without a price is not in it. */
    @AllowedTo
    public Map<String, Money> alone(BigDecimal gb) {
        return book.alone(gb);
    }

    /** This month's, of each CDN that is not retired. */
    @AllowedTo
    public List<Carried> carried() {
        return book.carried();
    }
}
