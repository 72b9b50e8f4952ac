package live.onair.ui.analytics;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.ValueProvider;
import java.time.Instant;
import java.util.List;
import live.onair.analytics.Analytics;
import live.onair.analytics.AnalyticsRows.Numbers;
import live.onair.analytics.AnalyticsRows.ProductNumbers;
import live.onair.analytics.AnalyticsRows.ShowNumbers;
import live.onair.ui.Downloads;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** How a show's products did: in all, over time, and each of them. Draws itself anew when something was counted. */
public final class NumbersPane extends Div {

    private final transient Analytics analytics;
    private final String show;
    private final Div tiles = Parts.box("on-numbers-tiles");
    private final OverTime overTime = new OverTime();
    private final Grid<ProductNumbers> grid = new Grid<>();
    private final Span asOf = Parts.text("", "t12", "c3");
    private final Div empty = Parts.empty(Texts.of("numbers.none"), Texts.of("numbers.none.why"));
    private final Div counted = Parts.box("on-numbers-counted", tiles, overTime, grid);
    private transient @Nullable ShowNumbers seen;

    /** Reads through the facade. */
    public NumbersPane(Analytics analytics, String show, Pulse pulse) {
        this.analytics = analytics;
        this.show = show;
        addClassNames("pane", "on-numbers");
        setId("numbers");
        asOf.setId("numbers-as-of");
        empty.setId("numbers-empty");
        Button out = new Button(Parts.icon("download"));
        out.setId("numbers-export");
        out.addThemeVariants(ButtonVariant.LUMO_ICON);
        out.setAriaLabel(Texts.of("numbers.export"));
        out.setTooltipText(Texts.of("numbers.export"));
        columns();
        add(
                Parts.box(
                        "ph2 on-wrap",
                        new H2(Texts.of("numbers.title")),
                        asOf,
                        Parts.box("push"),
                        Downloads.of(out, () -> "onair-" + show + "-numbers", () -> analytics.export(show))),
                empty,
                counted);
        refresh();
        pulse.every(this, this::refresh);
    }

    private void columns() {
        grid.setId("numbers-products");
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addComponentColumn(NumbersPane::name)
                .setHeader(Texts.of("numbers.product"))
                .setFlexGrow(3);
        number("numbers.impressions", of -> count(of.impressions()));
        number("numbers.viewers", of -> count(of.viewers()));
        number("numbers.clicks", of -> count(of.clicks()));
        number("numbers.clickRate", of -> percent(of.clickRate()));
        number("numbers.carts", of -> count(of.carts()));
        number("numbers.orders", of -> count(of.orders()));
        number("numbers.conversion", of -> percent(of.conversion()));
        number("numbers.revenue", of -> of.revenue().toString());
    }

    private static Span name(ProductNumbers one) {
        Span name = Parts.text(one.name());
        name.getElement().setAttribute("data-numbers", one.product());
        return name;
    }

    private void number(String key, ValueProvider<Numbers, String> value) {
        grid.addColumn(one -> value.apply(one.numbers()))
                .setHeader(Texts.of(key))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private static String count(long number) {
        return String.format(Texts.locale(), "%,d", number);
    }

    private static String percent(@Nullable Double rate) {
        return rate == null ? "–" : String.format(Texts.locale(), "%.1f%%", rate);
    }

    private void refresh() {
        ShowNumbers now = analytics.of(show);
        Instant read = now.asOf();
        asOf.setText(read == null ? Texts.of("numbers.never") : Texts.of("numbers.asOf", Times.seconds(read)));
        ShowNumbers before = seen;
        if (before != null && same(now, before)) {
            return;
        }
        seen = now;
        empty.setVisible(!now.all().any());
        counted.setVisible(now.all().any());
        tiles(now.all());
        overTime.draw(now.overTime(), now.spanMinutes());
        grid.setItems(now.products());
        grid.recalculateColumnWidths();
    }

    /** Read again a moment later is no other number. */
    private static boolean same(ShowNumbers now, ShowNumbers before) {
        return now.all().equals(before.all())
                && now.products().equals(before.products())
                && now.overTime().equals(before.overTime());
    }

    private void tiles(Numbers all) {
        tiles.removeAll();
        List.of(
                        tile("impressions", count(all.impressions()), Texts.of("numbers.of.viewers", all.viewers())),
                        tile("clicks", count(all.clicks()), Texts.of("numbers.of.clicks", percent(all.clickRate()))),
                        tile("carts", count(all.carts()), Texts.of("numbers.of.carts")),
                        tile("orders", count(all.orders()), Texts.of("numbers.of.orders", percent(all.conversion()))),
                        tile("revenue", all.revenue().toString(), Texts.of("numbers.of.revenue")))
                .forEach(tiles::add);
    }

    private static Div tile(String of, String number, String words) {
        Div tile = Parts.box(
                "on-numbers-tile",
                Parts.text(Texts.of("numbers." + of), "t12", "c2"),
                Parts.text(number, "on-numbers-figure", "num"),
                Parts.text(words, "t12", "c3"));
        tile.setId("numbers-" + of);
        return tile;
    }
}
