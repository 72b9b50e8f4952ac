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
import live.onair.cdn.Steering;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Two CDNs side by side, by all shows or by one that is on air: what they differ in, and how sure that is. */
final class ComparePane extends ReadPane<List<Comparison>> {

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
    protected List<Comparison> read() {
        choices();
        shows();
        String which = show.getValue();
        String a = one.getValue();
        String b = other.getValue();
        return a == null || b == null || a.equals(b)
                ? List.of()
                : quality.compare(ALL.equals(which) ? null : which, a, b, minutes.getValue())
                        .orThrow();
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
    protected void draw(List<Comparison> comparisons) {
        if (comparisons.isEmpty()) {
            rows.add(Parts.text(Texts.of("cdn.compare.two"), "c2", "t13"));
        }
        comparisons.forEach(each -> rows.add(row(each)));
    }

    private static Div row(Comparison each) {
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
        Div row = Parts.box("on-cdn-row", Parts.text(Texts.of("cdn.measure." + each.measure()), "b", "t13"), box);
        row.getElement().setAttribute("data-measure", each.measure().name());
        return row;
    }

    private static String number(@Nullable Double value) {
        return String.format(Locale.ROOT, "%,.2f", Objects.requireNonNullElse(value, 0.0));
    }

    private static String signed(@Nullable Double value) {
        return String.format(Locale.ROOT, "%+,.2f", Objects.requireNonNullElse(value, 0.0));
    }
}
