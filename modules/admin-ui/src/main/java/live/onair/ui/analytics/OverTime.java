package live.onair.ui.analytics;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import live.onair.analytics.AnalyticsRows.Counts;
import live.onair.analytics.AnalyticsRows.Span;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** One number over time as bars; which one, the reader chooses. Whoever does not see them is told where the most was. */
final class OverTime extends Div {

    private final Select<Measure> measure = new Select<>();
    private final Div bars = Parts.box("on-numbers-bars");
    private final Div ends = Parts.box("on-numbers-ends");
    private transient List<Span> spans = List.of();
    private int minutes = 1;

    /** What the bars can tell. */
    private enum Measure {
        IMPRESSIONS(Counts::impressions, of -> Long.toString(of.impressions())),
        CLICKS(Counts::clicks, of -> Long.toString(of.clicks())),
        CARTS(Counts::carts, of -> Long.toString(of.carts())),
        ORDERS(Counts::orders, of -> Long.toString(of.orders())),
        REVENUE(of -> of.revenue().minor(), of -> of.revenue().toString());

        private final ToLongFunction<Counts> height;
        private final Function<Counts, String> words;

        Measure(ToLongFunction<Counts> height, Function<Counts, String> words) {
            this.height = height;
            this.words = words;
        }

        String label() {
            return Texts.of("numbers." + name().toLowerCase(Locale.ROOT));
        }
    }

    OverTime() {
        addClassName("on-numbers-time");
        measure.setId("numbers-measure");
        measure.setItems(Measure.values());
        measure.setItemLabelGenerator(Measure::label);
        measure.setValue(Measure.CLICKS);
        measure.setAriaLabel(Texts.of("numbers.measure"));
        measure.addValueChangeListener(e -> draw(spans, minutes));
        bars.setId("numbers-bars");
        bars.getElement().setAttribute("role", "img");
        add(measure, bars, ends);
    }

    void draw(List<Span> over, int width) {
        spans = over;
        minutes = width;
        bars.removeAll();
        ends.removeAll();
        if (over.isEmpty()) {
            return;
        }
        Measure of = measure.getValue();
        Span most = over.stream()
                .max(Comparator.comparingLong(span -> of.height.applyAsLong(span.counts())))
                .orElse(over.get(0));
        long highest = of.height.applyAsLong(most.counts());
        over.forEach(span -> bars.add(bar(span, of, highest)));
        bars.getElement()
                .setAttribute(
                        "aria-label",
                        Texts.of(
                                "numbers.most", of.label(), minutes, when(most.from()), of.words.apply(most.counts())));
        Instant end = over.get(over.size() - 1).from().plus(Duration.ofMinutes(width));
        ends.add(
                Parts.text(when(over.get(0).from()), "t12", "c3", "num"),
                Parts.text(Texts.of("numbers.each", width), "t12", "c3"),
                Parts.text(when(end), "t12", "c3", "num"));
    }

    private Div bar(Span span, Measure of, long highest) {
        long height = of.height.applyAsLong(span.counts());
        Div bar = Parts.box(height == 0 ? "on-numbers-bar none" : "on-numbers-bar");
        bar.getStyle().set("height", height == 0 ? "2px" : Math.max(4, 100 * height / highest) + "%");
        bar.getElement()
                .setAttribute("title", when(span.from()) + " · " + of.label() + " " + of.words.apply(span.counts()));
        return bar;
    }

    /** With the day where the time alone would not tell. */
    private String when(Instant at) {
        return minutes >= 30 ? Times.brief(at) : Times.clock(at);
    }
}
