package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.Cdns;
import live.onair.cdn.Cdns.CdnStanding;
import live.onair.cdn.Quality;
import live.onair.cdn.Quality.Carried;
import live.onair.kernel.Money;
import live.onair.ui.Chart;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** Commitments as they burn down, what a gigabyte comes to, and which volume's price is reached. */
final class CarriedPane extends ReadPane<CarriedPane.Month> {

    private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1_000_000_000L);

    private final transient Quality quality;
    private final transient Cdns cdns;
    private final transient Pulse pulse;

    /** What players told, and what CDNs count themselves. */
    record Month(List<Carried> told, List<CdnStanding> counted, List<Cdn> known, LocalDate today) {

        /** The CDN's own count of that month, in words; empty where it tells none. */
        private Optional<String> counted(Carried one) {
            return counted.stream()
                    .filter(standing ->
                            standing.cdn().equals(one.cdn()) && one.month().equals(standing.month()))
                    .flatMap(standing -> Stream.ofNullable(standing.carriedBytes()))
                    .map(bytes -> Texts.of(
                            "cdn.carried.counted", gb(BigDecimal.valueOf(bytes).divide(GIGABYTE))))
                    .findFirst();
        }
    }

    CarriedPane(Quality quality, Cdns cdns, Pulse pulse) {
        super("cdn", "carried");
        this.quality = quality;
        this.cdns = cdns;
        this.pulse = pulse;
    }

    @Override
    protected Month read() {
        return new Month(
                quality.carried(), cdns.standings(), cdns.list(), LocalDate.ofInstant(pulse.now(), Times.SEOUL));
    }

    @Override
    protected void draw(Month month) {
        if (month.told().isEmpty()) {
            rows.add(Parts.empty(Texts.of("cdn.none"), Texts.of("cdn.none.why")));
        }
        month.told().forEach(one -> rows.add(row(one, month)));
    }

    private static Div row(Carried one, Month month) {
        Long commitment = one.commitmentGb();
        Div box = Parts.box("col on-share-box");
        if (commitment != null) {
            box.add(chart(one, commitment, month.today()));
        }
        box.add(Parts.text(
                Texts.of(
                        "cdn.carried.is",
                        gb(one.gb()),
                        commitment == null ? Texts.of("cdn.carried.free") : gb(BigDecimal.valueOf(commitment)),
                        one.projectedGb() == null ? Texts.of("cdn.unknown") : gb(one.projectedGb())),
                "t13"));
        box.add(Parts.text(rest(one), "c2", "t12"));
        if (month.known().stream()
                .anyMatch(cdn -> cdn.id().equals(one.cdn()) && !cdn.prices().isEmpty())) {
            Benefits.Told scale = Benefits.scale(List.of(one), month.known());
            box.add(Parts.text(scale.figure() + " · " + scale.words(), "c2", "t12"));
        }
        month.counted(one).ifPresent(words -> box.add(Parts.text(words, "c2", "t12")));
        return Parts.box("on-cdn-row", Parts.text(one.cdn() + " · " + one.month(), "b", "t13"), box);
    }

    private static Chart chart(Carried one, long commitment, LocalDate today) {
        BurnDown burns = BurnDown.of(one, commitment, today);
        Map<String, List<Double>> lines = new LinkedHashMap<>();
        lines.put(Texts.of("cdn.carried.left"), burns.left());
        lines.put(Texts.of("cdn.carried.ahead"), burns.ahead());
        lines.put(Texts.of("cdn.carried.even"), burns.even());
        Chart chart = new Chart();
        chart.show(
                IntStream.rangeClosed(1, burns.left().size())
                        .mapToObj(String::valueOf)
                        .toList(),
                "GB",
                lines,
                Texts.of(
                        "cdn.carried.words",
                        one.cdn(),
                        today.getDayOfMonth(),
                        gb(BigDecimal.valueOf(commitment).subtract(one.gb())),
                        gb(one.shortGb())));
        return chart;
    }

    private static String rest(Carried one) {
        BigDecimal rest = one.shortGb();
        Money cost = one.cost();
        BigDecimal each = one.wonPerGb();
        String sum = cost == null ? Texts.of("cdn.unknown") : cost.toString();
        String words = one.projectedGb() != null
                ? Texts.of("cdn.carried.cost", sum, each == null ? Texts.of("cdn.unknown") : CdnWords.won(each) + "/GB")
                : Texts.of(one.commitmentGb() == null ? "cdn.carried.soFar" : "cdn.carried.least", sum);
        return rest == null
                ? words
                : Texts.of(rest.signum() < 0 ? "cdn.carried.over" : "cdn.carried.short", gb(rest.abs())) + " · "
                        + words;
    }

    static String gb(@Nullable BigDecimal amount) {
        if (amount == null) {
            return Texts.of("cdn.unknown");
        }
        boolean small = amount.compareTo(BigDecimal.valueOf(100)) < 0;
        return String.format(Locale.ROOT, small ? "%,.1fGB" : "%,.0fGB", amount);
    }
}
