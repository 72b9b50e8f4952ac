package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;

/** What the public may know: published as {@code live.json} by the storefront. Never drafts, never rehearsals. */
@Singleton
@Guarded
@Transactional(Transactional.TxType.SUPPORTS)
public class OnAirList {

    private final ShowReads reads;

    @Inject
    OnAirList(ShowReads reads) {
        this.reads = reads;
    }

    /**
     * What there is to see.
     *
     * @param live on air, or standing by with the "soon" slate; by start
     * @param upcoming approved, starting within seven days; by start
     * @param replays to be watched again; newest first, at most 200
     * @param ended over since at most a day, and not to be watched again yet; newest first
     */
    public record Snapshot(
            List<ShowRows.Listed> live,
            List<ShowRows.Listed> upcoming,
            List<ShowRows.Listed> replays,
            List<ShowRows.Listed> ended) {}

    /** What there is to see now. */
    @AllowedTo
    public Snapshot snapshot() {
        return reads.snapshot();
    }

    /** Whether what happens to the show may change what there is to see: not while it is a draft or in review. */
    @AllowedTo
    public boolean isPublic(String show) {
        return reads.isPublic(show);
    }
}
