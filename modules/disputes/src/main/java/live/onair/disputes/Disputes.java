package live.onair.disputes;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import live.onair.disputes.DisputeRows.Pack;
import live.onair.disputes.DisputeRows.PackFile;
import live.onair.disputes.DisputeRows.PackPage;
import live.onair.disputes.DisputeRows.PackPlan;
import live.onair.disputes.SealRows.SealKey;
import live.onair.disputes.SealRows.SealVerdict;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Dispute packs (분쟁 자료): what was sent, shown and paid around an order, sealed in one ZIP. */
@Singleton
@Transactional
@Guarded
public class Disputes {

    private final PackBook book;
    private final PackPlanner planner;
    private final PackShelf shelf;
    private final Checking checking;
    private final Seals seals;

    @Inject
    Disputes(PackBook book, PackPlanner planner, PackShelf shelf, Checking checking, Seals seals) {
        this.book = book;
        this.planner = planner;
        this.shelf = shelf;
        this.checking = checking;
        this.seals = seals;
    }

    /**
     * Which packs.
     *
     * @param text part of the number of pack, order or show; null for all
     * @param after the pack after which to read on; null for the newest
     * @param size 1 to 200
     */
    public record PackFilter(
            @Nullable String text, @Nullable String after, int size) {
        /** The newest. */
        public static final PackFilter ALL = new PackFilter(null, null, 50);
    }

    /** What a pack of this order will be, and what is missing, as far as is known; the recording is looked at meanwhile. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN, Role.AUDITOR})
    public Outcome<PackPlan> plan(@Nullable String order) {
        return planner.plan(order);
    }

    /** The packs, newest first. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN, Role.AUDITOR})
    public PackPage list(PackFilter filter) {
        return shelf.list(filter);
    }

    /** One pack. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN, Role.AUDITOR})
    public Optional<Pack> find(String id) {
        return shelf.find(id);
    }

    /** The public halves of the keys that seal packs, newest first: with them anybody checks one without Onair. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN, Role.AUDITOR})
    public List<SealKey> keys() {
        return seals.list();
    }

    /**
     * Makes a pack of an order and holds the show.
     *
     * @param again whether a new one is wanted beside those that are there
     */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN})
    @Action(id = "disputes.make", ko = "분쟁 자료 만들기", en = "Make a dispute pack")
    public Outcome<Pack> make(@Nullable String order, boolean again) {
        return book.make(order, again);
    }

    /** The ZIP; that it was taken is on record. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN, Role.AUDITOR})
    @Action(id = "disputes.download", ko = "내려받기", en = "Download")
    public Outcome<PackFile> download(String id) {
        return book.download(id);
    }

    /** Holds a pack that is kept here against its seal. */
    @AllowedTo({Role.MERCHANDISER, Role.OPS, Role.ADMIN, Role.AUDITOR})
    @Action(id = "disputes.check", ko = "봉인 확인", en = "Check the seal")
    public Outcome<SealVerdict> check(String id) {
        return checking.kept(id);
    }

    /** Holds a ZIP that somebody brings against its seal; the caller takes the file away. */
    @AllowedTo
    @Action(id = "disputes.verify", ko = "파일 확인", en = "Check a file")
    public Outcome<SealVerdict> verify(@Nullable Path zip) {
        return checking.brought(zip);
    }
}
