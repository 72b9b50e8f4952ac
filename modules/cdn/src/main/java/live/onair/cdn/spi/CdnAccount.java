package live.onair.cdn.spi;

import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;
import live.onair.cdn.Cdns.CdnSetup;

/**
 * What a CDN's own account says of it. Outgoing port: called by this room's work handler only, never inside a transaction, but for
 * {@link #knows}, which waits for nothing.
 */
public interface CdnAccount {

    /** Whether this CDN's account can be asked from here. */
    boolean knows(String cdn);

    /**
     * Asks how it is set up; empty where the account does not tell.
     *
     * @throws live.onair.kernel.CloudException on any trouble
     */
    Optional<CdnSetup> setup(String cdn);

    /**
     * Asks how many bytes it has carried in a month by its own count; empty where the account does not tell.
     *
     * @throws live.onair.kernel.CloudException on any trouble
     */
    OptionalLong carried(String cdn, YearMonth month);
}
