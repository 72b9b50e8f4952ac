package live.onair.cdn.spi;

import java.util.List;
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
     * @param folders in which the CDN has the show, each from a slash on and without one at its end
     * @throws live.onair.kernel.CloudException on any trouble
     */
    Purged purge(String cdn, String show, List<String> folders);

    /**
     * Asks how far it is.
     *
     * @throws live.onair.kernel.CloudException on any trouble
     */
    Purged look(String cdn, String ticket);
}
