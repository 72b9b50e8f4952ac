package live.onair.ui.shops;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import live.onair.products.Catalogues.Verdict;
import live.onair.sheets.Sheet;
import live.onair.shops.ShopRows.LinePage;
import live.onair.shops.ShopRows.Pull;
import live.onair.shops.ShopRows.PullCounts;
import live.onair.shops.ShopRows.PullLine;
import live.onair.shops.Shops;
import live.onair.shops.Shops.LineFilter;
import live.onair.ui.Choice;
import live.onair.ui.Downloads;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** What became of a pull's products, or would: the refused ones first, since somebody has to do something about them. */
class ShopLines extends Div {

    private static final int PAGE = 100;

    private final transient Shops shops;
    private final Locale reader = Texts.locale();
    private final H2 title = new H2();
    private final Span sum = Parts.text("", "c2", "t13");
    private final Div filter = Parts.box("seg on-seg");
    private final Grid<PullLine> grid = new Grid<>();
    private final Div nothing = Parts.empty(Texts.of("shop.lines.none"), Texts.of("shop.lines.none.why"));
    private final Button more = new Button(Texts.of("shop.more"), e -> more());
    private final Component refused;
    private transient List<PullLine> rows = List.of();
    private transient @Nullable Pull pull;
    private @Nullable Verdict only;

    ShopLines(Shops shops) {
        this.shops = shops;
        setId("shop-result");
        filter.getElement().setAttribute("role", "group");
        filter.getElement().setAttribute("aria-label", Texts.of("import.filter"));
        more.setId("shop-lines-more");
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button file = new Button(Texts.of("shop.refused.download"), Parts.icon("download"));
        file.setId("shop-refused");
        refused = Downloads.of(file, () -> "onair-shop-refused", this::refused);
        columns();
        add(
                Parts.box("ph2 on-wrap", title, sum, Parts.box("push"), refused),
                Parts.box("row sec", filter),
                nothing,
                grid,
                more);
    }

    private void columns() {
        grid.setId("shop-lines");
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addComponentColumn(line -> verdict(line.verdict()))
                .setHeader(Texts.of("import.verdict"))
                .setWidth("116px")
                .setFlexGrow(0);
        grid.addColumn(PullLine::sku).setHeader(Texts.of("product.sku")).setFlexGrow(1);
        grid.addComponentColumn(ShopLines::name)
                .setHeader(Texts.of("product.name"))
                .setFlexGrow(2);
        grid.addComponentColumn(ShopLines::what)
                .setHeader(Texts.of("import.what"))
                .setFlexGrow(3);
    }

    private static Component verdict(Verdict verdict) {
        return switch (verdict) {
            case ADDED -> Parts.state("ok", "plus", word(verdict));
            case CHANGED -> Parts.state("scheduled", "switch", word(verdict));
            case SAME -> Parts.state("ended", "check", word(verdict));
            case WRONG -> Parts.state("fault", "fault", word(verdict));
        };
    }

    private static String word(Verdict verdict) {
        return verdict == Verdict.WRONG ? Texts.of("shop.refused") : Texts.of("import.verdict." + verdict);
    }

    private static Component name(PullLine line) {
        return line.product() == null
                ? Parts.text(line.name(), "t13")
                : new Anchor("products/" + line.product(), line.name());
    }

    private static Component what(PullLine line) {
        Div what = Parts.box("col on-import-what");
        String why = Texts.pick(line.ko(), line.en());
        if (!why.isEmpty()) {
            what.add(Parts.text(why, "t13"));
        }
        line.differences()
                .forEach((field, change) -> what.add(Parts.text(
                        Texts.of("field." + field) + " " + change.replace(" -> ", " → "), "t13", "on-break")));
        return what;
    }

    private Sheet refused() {
        Pull now = pull;
        return now == null ? new Sheet(List.of(), List.of()) : shops.refused(now.id(), reader);
    }

    /** A pull whose products are known; draws it only once. */
    void show(@Nullable Pull next) {
        PullCounts counts = next == null ? null : next.counts();
        setVisible(next != null && counts != null);
        if (next == null || counts == null || (pull != null && pull.id().equals(next.id()))) {
            return;
        }
        pull = next;
        only = counts.refused() > 0 ? Verdict.WRONG : null;
        title.setText(
                Texts.of("shop.result", Texts.pick(next.kind().ko(), next.kind().en()), next.id()));
        sum.setText(ShopParts.counts(counts));
        refused.setVisible(counts.refused() > 0);
        draw();
    }

    private void draw() {
        Pull now = pull;
        PullCounts counts = now == null ? null : now.counts();
        if (counts == null) {
            return;
        }
        filter.removeAll();
        filter.add(
                choice(Verdict.WRONG, word(Verdict.WRONG), counts.refused()),
                choice(Verdict.ADDED, word(Verdict.ADDED), counts.added()),
                choice(Verdict.CHANGED, word(Verdict.CHANGED), counts.changed()),
                choice(null, Texts.of("import.all"), counts.refused() + counts.added() + counts.changed()));
        rows = List.of();
        more();
    }

    private void more() {
        Pull now = pull;
        if (now == null) {
            return;
        }
        Integer after = rows.isEmpty() ? null : rows.get(rows.size() - 1).number();
        LinePage page = shops.lines(now.id(), new LineFilter(only, after, PAGE));
        List<PullLine> all = new ArrayList<>(rows);
        all.addAll(page.items());
        rows = all;
        grid.setItems(rows);
        grid.setVisible(!rows.isEmpty());
        nothing.setVisible(rows.isEmpty());
        more.setVisible(page.next() != null);
    }

    private NativeButton choice(@Nullable Verdict verdict, String word, int count) {
        return Choice.button(
                filter, "shop-only-", verdict, word + " " + count, new Choice.Press(verdict == only, () -> {
                    only = verdict;
                    draw();
                }));
    }
}
