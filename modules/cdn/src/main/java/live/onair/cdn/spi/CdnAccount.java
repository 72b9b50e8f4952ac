package live.onair.cdn.spi;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import live.onair.cdn.Cdns.CdnSetup;
import live.onair.cdn.mending.Mends.MendStep;
import live.onair.cdn.mending.Mends.Unmended;
import org.jspecify.annotations.Nullable;

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

    /**
     * What its configuration lacks.
     *
     * @param version the account's own mark of what was read, by which a change of somebody else is noticed; null where it tells none,
     *     and there are no steps
     * @param steps what would be set from here, all at once
     * @param others what is missing, and why it is not set from here
     */
    record Lacks(@Nullable String version, List<MendStep> steps, List<Unmended> others) {
        /** Keeps it as it is. */
        public Lacks {
            if (version == null && !steps.isEmpty()) {
                throw new IllegalArgumentException("steps from a configuration without a mark");
            }
            steps = List.copyOf(steps);
            others = List.copyOf(others);
        }
    }

    /**
     * Reads what its configuration lacks. Changes nothing.
     *
     * @throws live.onair.kernel.CloudException on any trouble
     */
    Lacks lacks(String cdn);

    /**
     * Sets these fields in its configuration and no others, all at once, and only where it is still the one with this mark. When it is at
     * all edges is told by {@link CdnSetup#deployed}.
     *
     * @param again whether it was sent before without an answer: where all of them are set already, it was taken then, and nothing is
     *     written; the first time that is somebody else's work
     * @return the mark of the configuration with the fields set; empty where it is another than planned from, and nothing was written
     * @throws live.onair.kernel.CloudException on any trouble; {@code INVALID} where nothing can be set from here
     */
    Optional<String> mend(String cdn, String version, List<MendStep> steps, boolean again);
}
