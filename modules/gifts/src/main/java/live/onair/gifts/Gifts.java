package live.onair.gifts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import live.onair.gifts.GiftRows.Award;
import live.onair.gifts.GiftRows.GiftItem;
import live.onair.gifts.GiftRows.GiftKind;
import live.onair.gifts.GiftRows.GiftRule;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.sheets.Sheet;
import org.jspecify.annotations.Nullable;

/** Gifts (사은품) and bundles of a show: rules, what orders were given by them, and what a warehouse sends. */
@Singleton
@Transactional
@Guarded
public class Gifts {

    private final GiftBook book;
    private final GiftShelf shelf;
    private final Warehouse warehouse;

    @Inject
    Gifts(GiftBook book, GiftShelf shelf, Warehouse warehouse) {
        this.book = book;
        this.shelf = shelf;
        this.warehouse = warehouse;
    }

    /**
     * All that is said of a rule; what its kind has no use for is not looked at.
     *
     * @param name what viewers read, 1 to 60 characters
     * @param product one of the line-up: what earns the gift, or what the bundle is sold as
     * @param pieces how many of it earn the gift
     * @param spend what is to be paid at least
     * @param again for each so many pieces again, null for yes; otherwise once an order
     * @param most so often in all; null for no end
     * @param once once for each viewer, null for no
     * @param items what is sent each time, 1 to 20
     * @param earlier whether orders that are there already are given it too, null for no; looked at in a new one only
     */
    public record GiftTerms(
            @Nullable GiftKind kind,
            @Nullable String name,
            @Nullable String product,
            @Nullable Integer pieces,
            @Nullable Money spend,
            @Nullable Boolean again,
            @Nullable Integer most,
            @Nullable Boolean once,
            @Nullable List<GiftItem> items,
            @Nullable Boolean earlier) {}

    /**
     * A change: what is said from now on, all of it.
     *
     * @param version the version that was read, null not to look
     */
    public record GiftChange(@Nullable Integer version, GiftTerms terms) {}

    /** The rules of a show in the order in which they were written; one that was stopped stays if orders were given it. */
    @AllowedTo
    public List<GiftRule> of(String show) {
        return shelf.of(show);
    }

    /** The gifts that an order can earn now. */
    @AllowedTo
    public List<GiftRule> shown(String show) {
        return shelf.of(show).stream()
                .filter(rule -> rule.gives() && rule.condition().kind() != GiftKind.BUNDLE)
                .toList();
    }

    /** What an order was given. */
    @AllowedTo(viewers = true)
    public List<Award> awards(String order) {
        return shelf.awardsOf(order);
    }

    /** What a warehouse sends for the orders of a show until now, a line for each thing. */
    @AllowedTo
    public Sheet warehouse(String show) {
        return warehouse.of(show);
    }

    /** Writes one, before the show or while it is on air; orders from now on are given it. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "gifts.add", ko = "사은품·구성 추가", en = "Add a gift or bundle")
    public Outcome<GiftRule> add(String show, GiftTerms terms) {
        return book.add(show, terms);
    }

    /** Writes one anew that no order was given yet. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "gifts.change", ko = "사은품·구성 고치기", en = "Change the gift or bundle")
    public Outcome<GiftRule> change(String id, GiftChange wanted) {
        return book.change(id, wanted);
    }

    /** Gives it to no more orders; those that were given it keep it. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "gifts.stop", ko = "그만 주기", en = "Stop giving it")
    public Outcome<GiftRule> stop(String id) {
        return book.stop(id);
    }

    /** Gives it again. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "gifts.resume", ko = "다시 주기", en = "Give it again")
    public Outcome<GiftRule> resume(String id) {
        return book.resume(id);
    }
}
