package live.onair.simulcast.spi;

import java.util.List;
import live.onair.kernel.Plan;
import live.onair.simulcast.spi.SimulcastOutputs.Programme;
import org.jspecify.annotations.Nullable;

/** What {@link SimulcastOutputs} can do and would call. Pure: a facade may ask, and no connection is needed. */
public interface SimulcastPlanner {

    /** In how far a backend sends elsewhere. Always the same for one backend. */
    enum Offer {
        /** It does, and outputs may change while the show runs. */
        AT_ONCE,
        /** It does; what changes while the channel runs counts from its next start. */
        FROM_START,
        /** It does not. */
        NONE
    }

    /** What this backend can. */
    Offer offer();

    /** Whether a show is encoded twice here, so that a target needs a second server for the second stream. */
    default boolean needsBackup() {
        return false;
    }

    /**
     * The calls that make these the outputs of a show. Keys stand in angle brackets: the same wish gives the same plan.
     *
     * @param addresses by which the outputs are known, in the order of their ids; none to end them all
     */
    Plan plan(Programme programme, List<Named> addresses);

    /** A target as a plan shows it. */
    record Named(
            String id,
            int version,
            String address,
            @Nullable String backup) {}
}
