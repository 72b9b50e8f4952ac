package live.onair.ui.cdn;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.ShowShares;
import live.onair.cdn.Cdns;
import live.onair.cdn.Quality;
import live.onair.cdn.Quality.Comparison;
import live.onair.cdn.Quality.Grid;
import live.onair.cdn.Quality.Measure;
import live.onair.cdn.Steering;
import live.onair.cdn.grid.StartTimes;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Two CDNs side by side, by all shows or by one that is on air: what they differ in, and how sure that is. */
final class ComparePane extends ReadPane<ComparePane.Seen> {

    /** Players tell every ten seconds. */
    private static final Duration NEXT = Duration.ofSeconds(10);

    /** In the list of shows. */
    private static final String ALL = "";

    private static final List<Integer> MINUTES = List.of(30, 120, 1_440);

    private final transient Quality quality;
    private final transient Cdns cdns;
    private final transient Steering steering;
    private final Select<String> show = new Select<>();
    private final Select<String> one = new Select<>();
    private final Select<String> other = new Select<>();
    private final Select<Integer> minutes = new Select<>();
    private List<String> known = List.of();
    private Map<String, String> titles = Map.of();

    /** What they differ in, and how long starts took at each wherever viewers are: nothing is inferred from that. */
    record Seen(List<Comparison> comparisons, StartTimes one, StartTimes other) {}

    ComparePane(Quality quality, Cdns cdns, Steering steering, Pulse pulse) {
        super("cdn", "compare");
        this.quality = quality;
        this.cdns = cdns;
        this.steering = steering;
        slowly(NEXT, pulse);
        named(show, "compare-show", "cdn.move.show");
        show.setItemLabelGenerator(
                each -> each.equals(ALL) ? Texts.of("cdn.allShows") : titles.getOrDefault(each, each));
        show.setItems(ALL);
        show.setValue(ALL);
        named(one, "compare-one", "cdn.compare.one");
        named(other, "compare-other", "cdn.compare.other");
        named(minutes, "compare-minutes", "cdn.compare.time");
        minutes.setItems(MINUTES);
        minutes.setItemLabelGenerator(each -> Texts.of("cdn.compare.minutes", each));
        minutes.setValue(MINUTES.get(0));
        head.add(Parts.text(Texts.of("cdn.compare.how"), "c2", "t12"));
        addComponentAtIndex(1, Parts.box("row on-wrap on-cdn-earlier", show, one, other, minutes));
        List.of(show, one, other).forEach(select -> select.addValueChangeListener(e -> anew()));
        minutes.addValueChangeListener(e -> anew());
    }

    private static void named(Select<?> select, String id, String key) {
        select.setId(id);
        select.setLabel(Texts.of(key));
    }

    @Override
    protected Seen read() {
        choices();
        shows();
        String which = ALL.equals(show.getValue()) ? null : show.getValue();
        String a = one.getValue();
        String b = other.getValue();
        if (a == null || b == null || a.equals(b)) {
            return new Seen(List.of(), StartTimes.NONE, StartTimes.NONE);
        }
        List<Grid> grid = quality.grid(which, minutes.getValue());
        return new Seen(
                quality.compare(which, a, b, minutes.getValue()).orThrow(), startTimes(grid, a), startTimes(grid, b));
    }

    private static StartTimes startTimes(List<Grid> grid, String cdn) {
        return grid.stream()
                .filter(field -> field.cdn().equals(cdn))
                .map(field -> field.watched().startTimes())
                .reduce(StartTimes.NONE, StartTimes::plus);
    }

    private void shows() {
        Map<String, String> now = steering.shows().stream()
                .collect(Collectors.toMap(ShowShares::show, ShowShares::title, (each, same) -> each, TreeMap::new));
        if (now.equals(titles)) {
            return;
        }
        titles = now;
        List<String> offered = new ArrayList<>(List.of(ALL));
        offered.addAll(now.keySet());
        Parts.offer(show, offered, 0);
    }

    private void choices() {
        List<String> now =
                cdns.list().stream().filter(cdn -> !cdn.retired()).map(Cdn::id).toList();
        if (now.equals(known)) {
            return;
        }
        known = now;
        Parts.offer(one, now, 0);
        Parts.offer(other, now, 1);
    }

    @Override
    protected void draw(Seen now) {
        if (now.comparisons().isEmpty()) {
            rows.add(Parts.text(Texts.of("cdn.compare.two"), "c2", "t13"));
        }
        now.comparisons().forEach(each -> {
            Div box = box(each);
            if (each.measure() == Measure.START) {
                box.add(Parts.text(Texts.of("cdn.compare.starts", words(now.one()), words(now.other())), "c2", "t12"));
            }
            rows.add(row(each, box));
        });
    }

    private static String words(StartTimes times) {
        Integer middle = times.p50Millis();
        Integer slow = times.p95Millis();
        return middle == null || slow == null
                ? Texts.of("cdn.unknown")
                : String.format(Locale.ROOT, "%,d / %,d", middle, slow) + Texts.of("cdn.measure.START.unit");
    }

    private static Div row(Comparison each, Div box) {
        Div row = Parts.box("on-cdn-row", Parts.text(Texts.of("cdn.measure." + each.measure()), "b", "t13"), box);
        row.getElement().setAttribute("data-measure", each.measure().name());
        return row;
    }

    private static Div box(Comparison each) {
        Div box = Parts.box("col on-share-box");
        Double difference = each.difference();
        if (difference == null) {
            box.add(Parts.text(Texts.of("cdn.compare.little", each.minutes(), Quality.FEWEST_MINUTES), "c2", "t13"));
        } else {
            String unit = Texts.of("cdn.measure." + each.measure() + ".unit");
            box.add(
                    Parts.text(
                            Texts.of(
                                    "cdn.compare.is",
                                    number(each.one()) + unit,
                                    number(each.other()) + unit,
                                    signed(difference) + unit,
                                    signed(each.low()),
                                    signed(each.high())),
                            "t13"),
                    each.significant()
                            ? Parts.state("warn q", "check", Texts.of("cdn.compare.differ"))
                            : Parts.state("stale q", "stale", Texts.of("cdn.compare.same")));
        }
        return box;
    }

    private static String number(@Nullable Double value) {
        return String.format(Locale.ROOT, "%,.2f", Objects.requireNonNullElse(value, 0.0));
    }

    private static String signed(@Nullable Double value) {
        return String.format(Locale.ROOT, "%+,.2f", Objects.requireNonNullElse(value, 0.0));
    }
}
