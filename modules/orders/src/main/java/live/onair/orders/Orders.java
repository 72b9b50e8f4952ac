package live.onair.orders;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.orders.OrderRows.Hold;
import live.onair.orders.OrderRows.OrderPage;
import live.onair.orders.OrderRows.Sales;
import live.onair.products.Stock;
import org.jspecify.annotations.Nullable;

/** What viewers hold and buy. Nobody on the console orders anything: the viewers' door does, by itself. */
@Singleton
@Transactional
@Guarded
public class Orders {

    private final HoldBook book;
    private final HoldReads reads;
    private final SellOuts sellOuts;

    @Inject
    Orders(HoldBook book, HoldReads reads, SellOuts sellOuts) {
        this.book = book;
        this.reads = reads;
        this.sellOuts = sellOuts;
    }

    /**
     * So many of a product.
     *
     * @param sku the option; null for a product without options
     */
    public record Wish(String product, @Nullable String sku, int pieces) {}

    /**
     * What a viewer wants.
     *
     * @param id chosen by the viewer's page: the same again is the same hold
     * @param viewer the page's own number of its viewer
     * @param claim what the viewer has taken of a coupon; null for none
     */
    public record HoldWish(
            UUID id,
            String show,
            String viewer,
            List<Wish> lines,
            @Nullable UUID claim) {
        /** Keeps the lines as they are. */
        public HoldWish {
            lines = List.copyOf(lines);
        }
    }

    /** Takes the pieces out of the stock for some minutes, at the prices that stand now: all of them, or nothing. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public Outcome<Hold> hold(HoldWish wanted) {
        return book.hold(wanted);
    }

    /** Buys what is held. Once more is the same order. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public Outcome<Hold> buy(UUID hold, String viewer) {
        return book.buy(hold, viewer);
    }

    /** Gives back what is held. Once more is the same. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public Outcome<Hold> release(UUID hold, String viewer) {
        return book.release(hold, viewer);
    }

    /** An order by its number. */
    @AllowedTo
    public Optional<Hold> find(String order) {
        return reads.byOrder(order);
    }

    /** The orders of a show, newest first, {@code size} at a time from {@code cursor}, null for the newest. */
    @AllowedTo
    public OrderPage of(String show, @Nullable String cursor, int size) {
        return reads.page(show, cursor, size);
    }

    /** What viewers hold of these products right now and have not bought. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    public List<Stock.Pieces> held(Collection<String> products) {
        return reads.held(products);
    }

    /**
     * Pieces of a show's product that a shop has sold itself.
     *
     * @param id what is told again under it is counted once
     * @param sku the option, or the product's own
     */
    public record Elsewhere(UUID id, String show, String product, String sku, int pieces, Instant at) {}

    /** Counts what a shop has sold itself: it makes the show's products go faster. What is left the shop tells apart from it. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public void soldElsewhere(Collection<Elsewhere> sold) {
        sellOuts.count(sold);
    }

    /** How the show sells: in all, and each product with when it will be sold out. */
    @AllowedTo
    public Sales sales(String show) {
        return sellOuts.of(show);
    }
}
