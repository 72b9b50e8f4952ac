package live.onair.ui.offers;

import com.vaadin.flow.component.button.Button;
import java.util.ArrayList;
import java.util.List;
import live.onair.kernel.Outcome;
import live.onair.offers.FlashSales;
import live.onair.offers.FlashSales.FlashChange;
import live.onair.offers.FlashSales.FlashTerms;
import live.onair.offers.OfferRows.FlashSale;
import live.onair.products.LineUps;
import live.onair.scheduling.ShowState;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.offers.OfferLine.Told;
import org.jspecify.annotations.Nullable;

/** The flash sales of a show, with their buttons. */
final class FlashSalesOf implements OfferList.Of<FlashSale> {

    private final FlashSales sales;
    private final LineUps lineUps;
    private final String show;
    private final OfferList<FlashSale> list;

    private FlashSalesOf(FlashSales sales, LineUps lineUps, String show, Pulse pulse) {
        this.sales = sales;
        this.lineUps = lineUps;
        this.show = show;
        this.list = new OfferList<>(
                "flashSales", Actions.button(FlashSales.class, "flashSales.add", this::adding), this, pulse);
    }

    static OfferList<FlashSale> pane(FlashSales sales, LineUps lineUps, String show, Pulse pulse) {
        return new FlashSalesOf(sales, lineUps, show, pulse).list;
    }

    private void adding() {
        FlashDialog.open(
                Texts.of("flashSales.add"),
                sales,
                lineUps.of(show).items(),
                null,
                terms -> list.kept(
                        sales.add(show, terms),
                        added -> Texts.of("offer.added", added.name()),
                        added -> sales.remove(added.id())));
    }

    @Override
    public List<FlashSale> read() {
        return sales.of(show);
    }

    @Override
    public Told told(FlashSale sale) {
        String count = sale.quantity() == null
                ? Texts.of("flashSales.sold", sale.sold())
                : Texts.of("flashSales.soldOf", sale.sold(), sale.quantity());
        List<String> terms = new ArrayList<>(List.of(
                sale.price().toString(),
                Texts.of("flashSales.countdown.words", sale.countdown()),
                Texts.of("offer.minutes", Math.max(1, sale.seconds() / 60))));
        if (!sale.reason().isEmpty()) {
            terms.add(Texts.of("flashSales.reason.words", sale.reason()));
        }
        return new Told(
                sale.id(),
                sale.name(),
                String.join(" · ", terms),
                count,
                sale.state(),
                sale.run(),
                Actions.isAllowed(FlashSales.class, "flashSales.change"));
    }

    @Override
    public @Nullable String shut(ShowState state) {
        return state.isLive() ? Texts.of("flashSales.shut") : null;
    }

    @Override
    public Button press(FlashSale sale) {
        boolean runs = sale.run().opensAt() != null && sale.run().closedAt() == null;
        return runs
                ? Actions.button(FlashSales.class, "flashSales.stop", () -> {
                    if (Parts.showed(sales.stop(show, sale.id()))) {
                        Parts.done(Texts.of("flashSales.stopped", sale.name()));
                    }
                    list.refresh();
                })
                : Actions.button(
                        FlashSales.class,
                        "flashSales.start",
                        () -> list.act(
                                sales.start(show, sale.id()),
                                Texts.of("flashSales.started", sale.name()),
                                () -> sales.stop(show, sale.id())));
    }

    @Override
    public Button change(FlashSale sale) {
        return Actions.button(
                FlashSales.class,
                "flashSales.change",
                () -> FlashDialog.open(
                        Texts.of("flashSales.change"),
                        sales,
                        lineUps.of(show).items(),
                        sale,
                        terms -> changed(sale, terms)));
    }

    private Outcome<FlashSale> changed(FlashSale before, FlashTerms terms) {
        FlashTerms was = new FlashTerms(
                before.product(),
                before.price(),
                before.countdown(),
                before.seconds(),
                before.quantity(),
                before.reason());
        return list.kept(
                sales.change(before.id(), new FlashChange(before.version(), terms)),
                after -> Texts.of("offer.changed", after.name()),
                after -> sales.change(before.id(), new FlashChange(after.version(), was)));
    }

    @Override
    public Button remove(FlashSale sale) {
        return Actions.button(
                FlashSales.class,
                "flashSales.remove",
                () -> list.act(
                        sales.remove(sale.id()),
                        Texts.of("offer.removed", sale.name()),
                        () -> sales.restore(sale.id())));
    }
}
