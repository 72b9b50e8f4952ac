package live.onair.ui.pins;

import com.vaadin.flow.component.html.Div;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import live.onair.games.Games;
import live.onair.games.Winners;
import live.onair.gifts.Gifts;
import live.onair.orders.Orders;
import live.onair.pins.Cards;
import live.onair.pins.Pins;
import live.onair.pins.PriceChanges;
import live.onair.products.Allotments;
import live.onair.products.LineUps;
import live.onair.products.Products;
import live.onair.reminders.Reminders;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.adreview.ClaimHints;
import live.onair.ui.games.GamesPane;
import live.onair.ui.gifts.GiftsPane;
import live.onair.ui.offers.OfferPanes;
import live.onair.ui.orders.SalesPane;
import live.onair.ui.products.LineUpPane;
import live.onair.ui.reminders.RemindersPane;

/** What stands on a show's page for its products: line-up, and what of it viewers are shown by a press. */
@Dependent
public class ShowStall {

    private final Shows shows;
    private final LineUps lineUps;
    private final Products products;
    private final Allotments allotments;
    private final Pins pins;
    private final Cards cards;
    private final PriceChanges changes;
    private final ClaimHints hints;
    private final OfferPanes offers;
    private final Games games;
    private final Winners winners;
    private final Gifts gifts;
    private final Orders orders;
    private final Reminders reminders;
    private final Pulse pulse;

    /** Works through the rooms' facades. */
    @Inject
    public ShowStall(
            Shows shows,
            LineUps lineUps,
            Products products,
            Allotments allotments,
            Pins pins,
            Cards cards,
            PriceChanges changes,
            ClaimHints hints,
            OfferPanes offers,
            Games games,
            Winners winners,
            Gifts gifts,
            Orders orders,
            Reminders reminders,
            Pulse pulse) {
        this.shows = shows;
        this.lineUps = lineUps;
        this.products = products;
        this.allotments = allotments;
        this.pins = pins;
        this.cards = cards;
        this.changes = changes;
        this.hints = hints;
        this.offers = offers;
        this.games = games;
        this.winners = winners;
        this.gifts = gifts;
        this.orders = orders;
        this.reminders = reminders;
        this.pulse = pulse;
    }

    /** Its panes, each of which draws itself anew when something has changed. */
    public Div of(String show) {
        LineUpPane lineUp = new LineUpPane(lineUps, products, allotments, show, pulse);
        PriceChangesPane prices = new PriceChangesPane(changes, show, pulse);
        PinsPane pinned = new PinsPane(pins, lineUps, changes, show, pulse);
        CardsPane notices = CardsPane.notices(cards, hints, show, pulse);
        CardsPane faq = CardsPane.faq(cards, hints, lineUps, show, pulse);
        Div beside = Parts.box("on-stall-cards", notices, faq);
        OfferPanes.Pair offered = offers.of(show, pulse);
        GamesPane played = new GamesPane(games, winners, show, pulse);
        SalesPane sales = new SalesPane(orders, show, pulse);
        Div stall = Parts.box("on-stall", prices, Parts.box("on-stall-live", pinned, beside), offered, sales, lineUp);
        stall.addComponentAtIndex(3, played);
        stall.addComponentAtIndex(4, new GiftsPane(gifts, lineUps, show, pulse));
        stall.add(new RemindersPane(reminders, show, pulse));
        return standing(
                stall,
                show,
                List.of(
                        lineUp::stands,
                        pinned::stands,
                        sales::stands,
                        offered::stands,
                        played::stands,
                        state -> stall.setClassName("on-stall-runs", pinned.isVisible())));
    }

    /** What is needed of it while it is on air, for below its picture. */
    public Div live(String show) {
        PinsPane pinned = new PinsPane(pins, lineUps, changes, show, pulse);
        SalesPane sales = new SalesPane(orders, show, pulse);
        OfferPanes.Pair offered = offers.of(show, pulse);
        Div stall = Parts.box(
                "on-stall on-stall-runs",
                Parts.box("on-stall-live", pinned, sales),
                offered,
                CardsPane.notices(cards, hints, show, pulse));
        return standing(stall, show, List.of(pinned::stands, sales::stands, offered::stands));
    }

    /** Tells the panes where the show stands, now and whenever that may have changed. */
    private Div standing(Div stall, String show, List<Consumer<ShowState>> panes) {
        Runnable look = () -> shows.find(show).ifPresent(now -> panes.forEach(pane -> pane.accept(now.state())));
        look.run();
        pulse.every(stall, look);
        return stall;
    }
}
