package live.onair.analytics.spi;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The durable list of what viewers' pages tell. Outgoing port: called by this room's work handler only, never inside a transaction. */
public interface ViewerEvents {

    /** What a page may tell of a product. Orders are no page's word. */
    enum Kind {
        /** It was in sight. */
        IMPRESSION,
        /** Somebody went to it. */
        CLICK,
        /** It was put into the cart. */
        CART
    }

    /**
     * One thing that was told.
     *
     * @param id chosen by the page: told again it is the same
     * @param viewer the number that the page drew for its viewer
     * @param at by the clock of whoever took it
     */
    record Seen(UUID id, Kind kind, String show, String product, String viewer, Instant at) {}

    /**
     * Some of the list, in its order.
     *
     * @param list which list this is: a list that was lost and begun anew has another name, and its own offsets
     * @param next where to read on; not above {@code from} when there is nothing more yet
     */
    record Page(String list, long next, List<Seen> seen) {
        /** Keeps the events as they are. */
        public Page {
            seen = List.copyOf(seen);
        }
    }

    /** Whether viewers leave anything here at all in this installation. */
    boolean isHere();

    /**
     * Reads from an offset on, at most {@code max} entries of the list; an entry may tell of several things, or of none that
     * this room wants. What was forgotten is passed over. Reading changes nothing: the same again gives the same.
     *
     * @throws live.onair.kernel.CloudException on any trouble
     */
    Page read(long from, int max);

    /**
     * Allows the list to forget what lies below an offset. Idempotent; a lower offset than before changes nothing.
     *
     * @throws live.onair.kernel.CloudException on any trouble
     */
    void forget(long below);
}
