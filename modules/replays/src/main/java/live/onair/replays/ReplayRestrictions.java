package live.onair.replays;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * Replays that are kept from viewers for a while because somebody claims that they hurt their rights (임시조치). The longest is
 * 30 days, after article 44-2 of the Act on Promotion of Information and Communications Network Utilization (정보통신망법
 * 제44조의2); whether it binds a service of this kind is for a lawyer to confirm.
 */
@Singleton
@Transactional
@Guarded
public class ReplayRestrictions {

    /** Days after which a replay that nobody decided on comes back. */
    public static final int DAYS = 30;

    private final RestrictionBook book;

    @Inject
    ReplayRestrictions(RestrictionBook book) {
        this.book = book;
    }

    /** What the replay is said to hurt. */
    public enum RestrictionGround {
        /** Somebody's name (명예훼손). */
        DEFAMATION,
        /** Somebody's privacy (사생활 침해). */
        PRIVACY,
        /** A right in a work (저작권). */
        COPYRIGHT,
        /** Something else. */
        OTHER
    }

    /** What became of a restriction. */
    public enum RestrictionState {
        /** It ends by itself unless somebody decides. */
        OPEN,
        /** It was decided that the replay stays away. */
        KEPT,
        /** It was decided that the replay comes back. */
        LIFTED,
        /** Nobody decided in time: the replay came back. */
        EXPIRED
    }

    /**
     * Why a replay shall be kept from viewers.
     *
     * @param claim number of the claim at whoever takes it, up to 100 characters; not the name of who claims
     * @param reason 2 to 500 characters
     */
    public record RestrictionWish(
            @Nullable String show,
            @Nullable RestrictionGround ground,
            @Nullable String claim,
            @Nullable String reason) {}

    /**
     * A replay that is, or was, kept from viewers.
     *
     * @param shown whether viewers had it, or would have had it: then it comes back
     * @param until when an open one ends by itself
     * @param decidedBy who decided, null for nobody
     */
    public record ReplayRestriction(
            long number,
            String show,
            RestrictionGround ground,
            String claim,
            String reason,
            boolean shown,
            RestrictionState state,
            Instant since,
            Instant until,
            String by,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String decidedWhy) {

        /** Whether it keeps the replay away. */
        public boolean holds() {
            return state == RestrictionState.OPEN || state == RestrictionState.KEPT;
        }
    }

    /** The newest first, up to 200: those that hold, or all. */
    @AllowedTo
    public List<ReplayRestriction> list(boolean all) {
        return book.list(all);
    }

    /** What keeps the replay of this show away now. */
    @AllowedTo
    public Optional<ReplayRestriction> find(String show) {
        return book.holding(show);
    }

    /** Takes a replay from viewers for 30 days at most; until then it cannot be published. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(
            id = "replayRestrictions.restrict",
            ko = "다시보기 임시조치",
            en = "Restrict the replay",
            danger = Action.Danger.CAREFUL)
    public Outcome<ReplayRestriction> restrict(RestrictionWish wish) {
        return book.restrict(wish);
    }

    /** Decides that it stays away: it ends no more by itself. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "replayRestrictions.keep", ko = "계속 내려 두기", en = "Keep it away", danger = Action.Danger.CAREFUL)
    public Outcome<ReplayRestriction> keep(long number, @Nullable String reason) {
        return book.keep(number, reason);
    }

    /** Decides that it comes back, at once where viewers had it. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "replayRestrictions.lift", ko = "임시조치 풀기", en = "Lift the restriction", danger = Action.Danger.CAREFUL)
    public Outcome<ReplayRestriction> lift(long number, @Nullable String reason) {
        return book.lift(number, reason);
    }
}
