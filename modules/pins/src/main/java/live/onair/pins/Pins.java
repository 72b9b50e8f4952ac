package live.onair.pins;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;

/** The products that are held up to viewers beside the picture, at most three at once. */
@Singleton
@Transactional
@Guarded
public class Pins {

    /** So many at once. */
    public static final int MOST = 3;

    private final PinBook book;
    private final PinReads reads;
    private final Boards boards;

    @Inject
    Pins(PinBook book, PinReads reads, Boards boards) {
        this.book = book;
        this.reads = reads;
        this.boards = boards;
    }

    /** Pins a product of the show's line-up; one that is pinned already is told as it is. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "pins.pin", ko = "고정", en = "Pin")
    public Outcome<PinRows.Pin> pin(String show, String product) {
        return book.pin(show, product, null);
    }

    /** Takes a pinned product down. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "pins.unpin", ko = "내리기", en = "Unpin")
    public Outcome<PinRows.Pin> unpin(String show, String product) {
        return book.unpin(show, product, PinRows.End.HAND);
    }

    /** What is pinned in the show now, newest first. */
    @AllowedTo
    public List<PinRows.Pin> of(String show) {
        return reads.open(show);
    }

    /** The same as far as viewers may see it: nothing of a rehearsal. */
    @AllowedTo
    public List<PinRows.Pin> shown(String show) {
        return reads.open(show).stream().filter(pin -> !pin.rehearsal()).toList();
    }

    /** All that was ever pinned in the show, oldest first. */
    @AllowedTo
    public List<PinRows.Pin> timeline(String show) {
        return reads.timeline(show);
    }

    /** Whether viewers have what was pressed last, pins and cards alike. */
    @AllowedTo
    public PinRows.Published published(String show) {
        return boards.published(show);
    }

    /** What was so at this instant lies where viewers read it; told by whoever has put it there. */
    @AllowedTo(Role.ADMIN)
    public void published(String show, Instant asOf) {
        boards.published(show, asOf);
    }
}
