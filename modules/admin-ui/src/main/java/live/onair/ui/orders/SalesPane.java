package live.onair.ui.orders;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import live.onair.orders.OrderRows.Hold;
import live.onair.orders.OrderRows.OrderPage;
import live.onair.orders.OrderRows.Sales;
import live.onair.orders.OrderRows.Selling;
import live.onair.orders.Orders;
import live.onair.products.Stock;
import live.onair.scheduling.ShowState;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** How a show sells: in all, each product with when it will be sold out, and the orders, newest first. */
public final class SalesPane extends Div {

    private static final int PAGE = 20;

    private final transient Orders orders;
    private final String show;
    private final H2 title = new H2();
    private final Span total = Parts.text("", "t12", "c2");
    private final Div products = Parts.box("on-sales");
    private final Div latest = Parts.box("on-sales");
    private int shown = PAGE;
    private transient @Nullable Sales seen;

    /** Draws itself anew when something was sold. */
    public SalesPane(Orders orders, String show, Pulse pulse) {
        this.orders = orders;
        this.show = show;
        addClassNames("pane", "on-cards-pane");
        setId("sales");
        total.setId("sales-total");
        add(Parts.box("ph2 on-wrap", title, total), products, latest);
        pulse.every(this, () -> {
            if (isVisible()) {
                refresh();
            }
        });
    }

    /** Before a show is on air it sells nothing. */
    public void stands(ShowState state) {
        setVisible(state == ShowState.ON_AIR || state.isOver());
        if (isVisible()) {
            refresh();
        }
    }

    private void refresh() {
        Sales now = orders.sales(show);
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        title.setText(Texts.of("sales.title", now.orders()));
        total.setText(
                now.off().minor() == 0
                        ? Texts.of("sales.total", now.sum())
                        : Texts.of("sales.totalOff", now.sum(), now.off()));
        products.removeAll();
        now.products().stream().filter(SalesPane::sells).forEach(one -> products.add(line(one)));
        if (products.getChildren().findAny().isEmpty()) {
            products.add(Parts.empty(Texts.of("sales.none"), Texts.of("sales.none.why")));
        }
        latest();
    }

    private static boolean sells(Selling one) {
        return one.pieces() + one.held() + one.elsewhere() > 0;
    }

    private static Div line(Selling one) {
        List<String> words = new ArrayList<>(List.of(Texts.of("sales.pieces", one.pieces(), one.sum())));
        if (one.held() > 0) {
            words.add(Texts.of("sales.held", one.held()));
        }
        if (one.elsewhere() > 0) {
            words.add(Texts.of("sales.elsewhere", one.elsewhere()));
        }
        if (one.perMinute() > 0) {
            words.add(Texts.of("sales.perMinute", one.perMinute()));
        }
        Div facts = Parts.box(
                "on-card-words",
                Parts.text(one.name(), "b", "t13"),
                Parts.text(String.join(" · ", words), "t12", "c2"));
        one.options().stream()
                .filter(option -> option.left() != null && (option.minutesLeft() != null || option.left() <= Stock.FEW))
                .forEach(option -> facts.add(Parts.box(
                        "row-s", Parts.text(option.name(), "t12"), left(option.left(), option.minutesLeft()))));
        Div line =
                Parts.box("on-note-card", facts, Parts.box("row-s on-card-hand", left(one.left(), one.minutesLeft())));
        line.getElement().setAttribute("data-selling", one.product());
        return line;
    }

    private static Span left(@Nullable Integer left, @Nullable Integer minutes) {
        if (left == null) {
            return Parts.state("stale q", "stale", Texts.of("product.stock.unknown"));
        }
        if (left == 0) {
            return Parts.state("fault q", "fault", Texts.of("product.stock.none"));
        }
        String words = minutes == null ? Texts.of("pins.stock", left) : Texts.of("sales.soldOutIn", left, minutes);
        return left <= Stock.FEW ? Parts.state("warn q", "warn", words) : Parts.text(words, "t12", "c2");
    }

    private void latest() {
        latest.removeAll();
        OrderPage page = orders.of(show, null, shown);
        page.orders().forEach(order -> latest.add(order(order)));
        if (page.next() != null) {
            Button more = new Button(
                    Texts.of("sales.more", page.total() - page.orders().size()), e -> {
                        shown += PAGE;
                        latest();
                    });
            more.setId("sales-more");
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            latest.add(more);
        }
    }

    private static Div order(Hold order) {
        String what = order.lines().stream()
                .map(line -> line.name() + " × " + line.pieces())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        Div words = Parts.box(
                "on-card-words",
                Parts.text(String.valueOf(order.order()), "t13", "num"),
                Parts.text(what, "t12", "c2"));
        String at = order.orderedAt() == null ? "" : Times.seconds(order.orderedAt());
        Div line = Parts.box(
                "on-note-card",
                words,
                Parts.box("row-s on-card-hand", Parts.text(order.due() + " · " + at, "t12", "num")));
        line.getElement().setAttribute("data-order", String.valueOf(order.order()));
        return line;
    }
}
