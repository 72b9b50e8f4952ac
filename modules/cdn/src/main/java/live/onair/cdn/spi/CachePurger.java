package live.onair.cdn.spi;

import org.jspecify.annotations.Nullable;

/**
 * Takes away what a show has left in the caches of a CDN. Outgoing port: called by this room's work handler only, never inside a
 * transaction, but for {@link #purges}, which waits for nothing.
 */
public interface CachePurger {

    /**
     * How far a purge is.
     *
     * @param ticket by which it is asked for again; null when it is over
     * @param objects that were taken away; null where the CDN does not tell
     */
    record Purged(@Nullable String ticket, @Nullable Integer objects) {

        /** Whether there is no more to wait for. */
        public boolean isOver() {
            return ticket == null;
        }
    }

    /** Whether this CDN can be asked from here. */
    boolean purges(String cdn);

    /**
     * Asks for it. Twice is not wrong: what is gone is gone.
     *
     * @throws live.onair.kernel.CloudException on any trouble
     */
    Purged purge(String cdn, String show);

    /**
     * Asks how far it is.
     *
     * @throws live.onair.kernel.CloudException on any trouble
     */
    Purged look(String cdn, String ticket);
}
