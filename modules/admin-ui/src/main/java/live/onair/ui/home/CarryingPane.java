package live.onair.ui.home;

import com.vaadin.flow.component.html.Div;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.CdnPrice;
import live.onair.cdn.Cdns;
import live.onair.cdn.Quality;
import live.onair.cdn.Quality.Carried;
import live.onair.cdn.Quality.Grid;
import live.onair.kernel.Money;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;
import live.onair.ui.cdn.HeatMap;
import live.onair.ui.cdn.Watchers;
import org.jspecify.annotations.Nullable;

/** What watching is like, CDN by network, and what carrying it costs. */
@Dependent
class CarryingPane extends ReadPane<CarryingPane.Now> {

    private static final int MINUTES = 1;
    /** Players tell every ten seconds. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private static final BigDecimal GB = BigDecimal.valueOf(1_000_000_000);

    private final transient Quality quality;
    private final transient Cdns cdns;

    @Inject
    CarryingPane(Quality quality, Cdns cdns, Pulse pulse) {
        super("home", "carrying");
        this.quality = quality;
        this.cdns = cdns;
        slowly(EVERY, pulse);
        head.add(Parts.text(Texts.of("home.carrying.sub"), "sub"));
        head.add(legend());
    }

    private static Div legend() {
        Div legend = Parts.box("push row-s t11 on-heat-key");
        for (int i = 0; i < 5; i++) {
            legend.add(Parts.text(Texts.of("home.heat." + i), "h" + i));
        }
        return legend;
    }

    /** What is carried. */
    record Now(List<Grid> grid, List<Carried> month, List<Cdn> cdns, int viewers) {}

    @Override
    protected Now read() {
        int viewers = Watchers.of(quality.viewers().values());
        return new Now(quality.grid(null, MINUTES), quality.carried(), cdns.list(), viewers);
    }

    @Override
    protected void draw(Now now) {
        if (now.grid().isEmpty()) {
            rows.add(Parts.empty(Texts.of("cdn.quality.none"), Texts.of("cdn.quality.none.why")));
        } else {
            Div heat = Parts.box("on-heat-box", HeatMap.of(now.grid()));
            rows.add(Parts.region(heat, Texts.of("home.carrying")));
        }
        Div figures = Parts.box("on-home-figures");
        figures.add(figure("home.figure.viewers", Texts.of("home.people", now.viewers()), ""));
        BigDecimal minute = minute(now);
        String unknown = Texts.of("cdn.unknown");
        figures.add(figure("home.figure.minute", minute == null ? unknown : "₩" + "%,.1f".formatted(minute), ""));
        figures.add(figure("home.figure.month", month(now), ""));
        now.month().forEach(one -> {
            Long commitment = one.commitmentGb();
            if (commitment != null) {
                BigDecimal end = one.projectedGb();
                figures.add(figure(
                        Texts.of("home.figure.commitment", one.cdn()),
                        part(one.gb(), commitment),
                        Texts.of("home.figure.end", end == null ? unknown : part(end, commitment))));
            }
        });
        rows.add(figures);
    }

    private static String part(BigDecimal gb, long commitment) {
        return gb.multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(commitment), 0, RoundingMode.HALF_UP)
                + "%";
    }

    /** At the price of each CDN's next gigabyte; null where one is not known. */
    private static @Nullable BigDecimal minute(Now now) {
        Map<String, CdnPrice> prices = new HashMap<>();
        now.cdns()
                .forEach(cdn ->
                        cdn.priceAt(carried(now.month(), cdn.id())).ifPresent(price -> prices.put(cdn.id(), price)));
        BigDecimal sum = BigDecimal.ZERO;
        for (Grid one : now.grid()) {
            CdnPrice price = prices.get(one.cdn());
            if (price == null) {
                return null;
            }
            sum = sum.add(price.wonPerGb()
                    .multiply(BigDecimal.valueOf(one.watched().bytes()))
                    .divide(GB));
        }
        return sum.setScale(1, RoundingMode.HALF_UP);
    }

    private static BigDecimal carried(List<Carried> month, String cdn) {
        return month.stream()
                .filter(one -> one.cdn().equals(cdn))
                .map(Carried::gb)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static String month(Now now) {
        long won = 0;
        for (Carried one : now.month()) {
            Money cost = one.cost();
            if (cost == null) {
                return Texts.of("cdn.unknown");
            }
            won += cost.minor();
        }
        return Money.won(won).toString();
    }

    private static Div figure(String key, String value, String beside) {
        String name = Texts.find(key).orElse(key);
        return Parts.box(
                "on-home-figure",
                Parts.text(name, "t12", "c3"),
                Parts.box("row-s", Parts.text(value, "b", "ink"), Parts.text(beside, "t12", "c2")));
    }
}
