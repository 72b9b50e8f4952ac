package live.onair.offers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.offers.OfferRows.FlashSale;
import live.onair.offers.OfferRows.OfferEnd;
import org.jspecify.annotations.Nullable;

/** Flash sales of a show (깜짝 특가): a price of one product that is announced by a countdown and holds for minutes. */
@Singleton
@Transactional
@Guarded
public class FlashSales {

    private static final int MOST_COUNTDOWN = 300;

    private final FlashBook book;
    private final FlashRun run;
    private final FlashShelf shelf;

    @Inject
    FlashSales(FlashBook book, FlashRun run, FlashShelf shelf) {
        this.book = book;
        this.run = run;
        this.shelf = shelf;
    }

    /**
     * All that is said of a flash sale.
     *
     * @param product one of the show's line-up
     * @param price below that of the show
     * @param countdown seconds in which viewers see it coming, 10 to 300; null for 30
     * @param seconds how long the price holds, 60 to 1,200; null for 300
     * @param quantity pieces at this price; null for what is in stock
     * @param reason why, if the price is not below the lowest of the last 30 days
     */
    public record FlashTerms(
            @Nullable String product,
            @Nullable Money price,
            @Nullable Integer countdown,
            @Nullable Integer seconds,
            @Nullable Integer quantity,
            @Nullable String reason) {}

    /**
     * A change: what is said from now on, all of it.
     *
     * @param version the version that was read, null not to look
     */
    public record FlashChange(@Nullable Integer version, FlashTerms terms) {}

    /** The flash sales of a show, in the order in which they were written. */
    @AllowedTo
    public List<FlashSale> of(String show) {
        return shelf.of(show);
    }

    /** Those that viewers see now, counting down or running. */
    @AllowedTo
    public List<FlashSale> shown(String show) {
        return shelf.open(show);
    }

    /** The lowest price of a product in the last 30 days, in the catalogue, in shows and in flash sales; empty for none. */
    @AllowedTo
    public Optional<Money> lowest(String product) {
        return shelf.lowest(product, "");
    }

    /** The one whose price of this product holds now. */
    @AllowedTo
    public Optional<FlashSale> holding(String show, String product) {
        return shelf.holding(show, product);
    }

    /** Those that viewers saw at that instant, counting down or running, also when they were taken away since. */
    @AllowedTo
    public List<FlashSale> shownAt(String show, Instant at) {
        return shelf.shownAt(show, at, MOST_COUNTDOWN, FlashSale::countdown);
    }

    /** Writes one, before the show is on air; viewers do not see it yet. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "flashSales.add", ko = "특가 추가", en = "Add a flash sale")
    public Outcome<FlashSale> add(String show, FlashTerms terms) {
        return book.add(show, terms);
    }

    /** Changes one that has not started, before the show is on air. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "flashSales.change", ko = "특가 고치기", en = "Change the flash sale")
    public Outcome<FlashSale> change(String id, FlashChange wanted) {
        return book.change(id, wanted);
    }

    /** Takes one away that does not run; it can be put back. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "flashSales.remove", ko = "특가 지우기", en = "Remove the flash sale")
    public Outcome<FlashSale> remove(String id) {
        return shelf.remove(id);
    }

    /** Puts one back that was taken away. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "flashSales.restore", ko = "특가 되살리기", en = "Put the flash sale back")
    public Outcome<FlashSale> restore(String id) {
        return shelf.restore(id);
    }

    /** Begins its countdown in a show on air; it runs and ends by itself. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "flashSales.start", ko = "특가 시작", en = "Start the flash sale", danger = Action.Danger.CAREFUL)
    public Outcome<FlashSale> start(String show, String id) {
        return run.start(show, id, null);
    }

    /** Ends it now, counting down or running. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "flashSales.stop", ko = "특가 끝내기", en = "End the flash sale", danger = Action.Danger.CAREFUL)
    public Outcome<FlashSale> stop(String show, String id) {
        return shelf.end(show, id, OfferEnd.HAND);
    }

    /** So many more were sold at its price; refused when not so many are left at it, or it holds no longer. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public Outcome<FlashSale> sell(String id, int count) {
        return run.sell(id, count);
    }

    /** So many were not bought after all. One that is used up stays over. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public void giveBack(String id, int count) {
        run.giveBack(id, count);
    }
}
