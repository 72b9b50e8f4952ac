package live.onair.offers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import live.onair.kernel.Acting;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.products.LineUps;
import live.onair.products.LineUps.LineUpItem;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.sheets.PlainText;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What all offers need: who waits for whom, the show they are of, its products, numbers and words. */
@Singleton
class OfferDesk {

    /** So many coupons, or flash sales, has a show. */
    static final int MOST = 30;

    static final int NAME = 40;

    private final Statements sql;
    private final Clock clock;
    private final Shows shows;
    private final LineUps lineUps;

    @Inject
    OfferDesk(Statements sql, Clock clock, Shows shows, LineUps lineUps) {
        this.sql = sql;
        this.clock = clock;
        this.shows = shows;
        this.lineUps = lineUps;
    }

    Clock clock() {
        return clock;
    }

    String who() {
        return Acting.actor().name();
    }

    /** Until the transaction is over, nobody else changes the offers of this show. */
    void lock(String show) {
        sql.run("insert into offers.counter (show_id) values (?) on conflict (show_id) do nothing", show);
        sql.one("select 1 from offers.counter where show_id = ? for update", row -> true, show);
    }

    /** The show, behind its lock: one that ends meanwhile has ended before, or ends what is opened now. */
    Outcome<ShowRows.Show> locked(String id) {
        lock(id);
        ShowRows.Show show = shows.find(id).orElse(null);
        if (show == null) {
            return Outcome.refused(OfferRefusal.NO_SHOW.with("show", id));
        }
        return show.state().isOver() ? Outcome.refused(OfferRefusal.OVER.with()) : Outcome.done(show);
    }

    /** The show, if offers can be opened in it now. */
    Outcome<ShowRows.Show> onAir(String id) {
        return locked(id)
                .then(show -> show.state() == ShowState.ON_AIR
                        ? Outcome.done(show)
                        : Outcome.refused(OfferRefusal.NOT_NOW.with(
                                "stateKo",
                                show.state().ko(),
                                "stateEn",
                                show.state().en())));
    }

    String number(String prefix) {
        return String.format(
                Locale.ROOT,
                "%s-%05d",
                prefix,
                sql.one("select nextval('offers.offer_number') n", row -> row.big("n"))
                        .orElseThrow());
    }

    Optional<LineUpItem> item(String show, String product) {
        return lineUps.of(show).item(product);
    }

    /** Why nobody could use it: its product is not sold here, or nothing is left of it. Empty for one of all products. */
    Optional<Reason> unsold(Offer offer) {
        String product = offer.about();
        if (product == null) {
            return Optional.empty();
        }
        LineUpItem item = item(offer.show(), product).orElse(null);
        if (item == null) {
            return Optional.of(OfferRefusal.NOT_IN_LINE_UP.with("product", product));
        }
        boolean gone =
                item.product().archived() || Objects.equals(item.product().stock(), 0);
        return gone
                ? Optional.of(OfferRefusal.SOLD_OUT.with("name", item.product().name()))
                : Optional.empty();
    }

    /** A line of plain text; empty where it is none. */
    static String line(@Nullable String given, int max) {
        String text = PlainText.clean(given);
        return text.length() > max || PlainText.isMarkup(text) ? "" : text;
    }
}
