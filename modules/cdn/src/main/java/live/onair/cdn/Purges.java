package live.onair.cdn;

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
import org.jspecify.annotations.Nullable;

/** What a show has left in the caches of CDNs, taken away: after a picture that nobody should have seen, or a playlist that stands still. */
@Singleton
@Transactional
@Guarded
public class Purges {

    private final PurgeBook book;

    @Inject
    Purges(PurgeBook book) {
        this.book = book;
    }

    /** How far a purge is. */
    public enum PurgeState {
        /** It is about to be asked for. */
        ASKED,
        /** The CDN is at it. */
        RUNNING,
        /** All is gone. */
        DONE,
        /** It was not done. */
        FAILED
    }

    /**
     * A purge of one show from one CDN.
     *
     * @param objects that were taken away; null where the CDN does not tell, or not yet
     * @param trouble why it was not done; null while nothing is wrong
     * @param doneAt null while it goes on
     */
    public record CachePurge(
            long number,
            String cdn,
            String show,
            PurgeState state,
            @Nullable Integer objects,
            @Nullable String trouble,
            String by,
            Instant at,
            @Nullable Instant doneAt) {}

    /** Newest first, a hundred at most. */
    @AllowedTo
    public List<CachePurge> list() {
        return book.list();
    }

    /** Takes away all that the show has in the CDN's caches. Players fetch it anew from the origin, which has more to do for a moment. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "purges.ask", ko = "캐시 비우기", en = "Purge caches", danger = Action.Danger.CAREFUL)
    public Outcome<CachePurge> ask(String cdn, String show) {
        return book.ask(cdn, show);
    }
}
