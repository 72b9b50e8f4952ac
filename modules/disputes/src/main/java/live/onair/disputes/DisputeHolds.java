package live.onair.disputes;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import live.onair.disputes.HoldRows.DisputeHold;
import live.onair.disputes.HoldRows.HoldPage;
import live.onair.disputes.HoldRows.ReleasePlan;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Shows that are held because of a dispute (분쟁 보존): their recordings are not purged until the last hold is released. */
@Singleton
@Transactional
@Guarded
public class DisputeHolds {

    private final HoldBook book;
    private final HoldShelf shelf;

    @Inject
    DisputeHolds(HoldBook book, HoldShelf shelf) {
        this.book = book;
        this.shelf = shelf;
    }

    /**
     * Which holds.
     *
     * @param show null for all
     * @param open whether those that were released are left out
     * @param after the hold after which to read on; null for the newest
     * @param size 1 to 200
     */
    public record HoldFilter(
            @Nullable String show, boolean open, @Nullable String after, int size) {
        /** The newest that hold. */
        public static final HoldFilter OPEN = new HoldFilter(null, true, null, 50);
    }

    /** The holds, newest first. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN, Role.AUDITOR})
    public HoldPage list(HoldFilter filter) {
        return shelf.list(filter);
    }

    /** Those of a show, newest first, released ones too. */
    @AllowedTo
    public List<DisputeHold> of(String show) {
        return shelf.list(new HoldFilter(show, false, null, 200)).items();
    }

    /** What releasing one does. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN, Role.AUDITOR})
    public Outcome<ReleasePlan> plan(String id) {
        return book.plan(id);
    }

    /**
     * Ends a hold; with the last one of a show its recording may be purged.
     *
     * @param hash of the plan that was shown
     */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN})
    @Action(id = "disputeHolds.release", ko = "보존 해제", en = "Release the hold", danger = Action.Danger.DANGEROUS)
    public Outcome<DisputeHold> release(String id, @Nullable String reason, @Nullable String hash) {
        return book.release(id, reason, hash);
    }
}
