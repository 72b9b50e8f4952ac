package live.onair.cdn.mending;

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

/** What CDNs' own configurations lack: planned field by field, mended by a press, and taken back by another. */
@Singleton
@Transactional
@Guarded
public class Mends {

    private final MendPlanner planner;
    private final MendBook book;

    @Inject
    Mends(MendPlanner planner, MendBook book) {
        this.planner = planner;
        this.book = book;
    }

    /** A field of a CDN's configuration that can be set from here. */
    public enum MendField {
        /** How an origin knows that it is this CDN that asks; of an origin. */
        ORIGIN_ACCESS,
        /** Whose signatures open an address; of a behavior. */
        KEY_GROUP,
        /** The firewall's rules that requests pass first; of the whole. */
        WEB_ACL,
        /** Two origins, the second of which is asked when the first answers 500, 502, 503 or 504; of the group. */
        ORIGIN_GROUP,
        /** The origin or group that is asked; of a behavior. */
        TARGET
    }

    /**
     * One field that is set.
     *
     * @param of id of the origin or group, or path pattern of the behavior; empty for the whole configuration
     * @param before null where nothing stands
     * @param after null where nothing shall stand
     */
    public record MendStep(
            MendField field,
            String of,
            @Nullable String before,
            @Nullable String after) {

        /** What takes it back. */
        public MendStep back() {
            return new MendStep(field, of, after, before);
        }
    }

    /** Why something that is missing cannot be mended from here. */
    public enum MendBar {
        /** It is set up where its provider has its own console. */
        ELSEWHERE,
        /** It is switched off: whoever did that had a reason. */
        DISABLED,
        /** The origin lets anybody in and is no bucket: it has to be agreed with it who comes. */
        NO_BUCKET,
        /** It is not told which origin access control. */
        NO_ORIGIN_ACCESS,
        /** It is not told which key group. */
        NO_KEY_GROUP,
        /** Addresses are not signed from here: nobody could watch any more. */
        NO_SIGNER,
        /** The key group that was told does not hold the key that signs here, or cannot be read: nobody could watch any more. */
        NO_KEY,
        /** The behavior trusts as many key groups as it can. */
        MANY_KEY_GROUPS,
        /** Segments fall to the behavior as playlists do, and are asked for without a signature. */
        SEGMENTS,
        /** The behavior trusts signers of the older kind. */
        OLD_SIGNERS,
        /** It is not told which rules. */
        NO_WEB_ACL,
        /** The rules that were told are those of a region: this CDN takes none of them. */
        REGIONAL_WEB_ACL,
        /** Other rules than those that were told stand there: whoever chose them had a reason. */
        OTHER_WEB_ACL,
        /** It is not told which two origins. */
        NO_SPARE,
        /** There is no origin of the name that was told. */
        NO_SUCH_ORIGIN,
        /** No behavior asks that origin. */
        UNUSED_ORIGIN,
        /** The behavior lets more through than GET, HEAD and OPTIONS, which a group of origins does not take. */
        WRITES
    }

    /** Something that is missing, and stays so. */
    public record Unmended(MendBar why, String of) {}

    /**
     * What a press would set.
     *
     * @param seenAt when the configuration was read; it is read again before anything is written
     * @param undoes number of the press that this takes back; null for none
     * @param steps empty where nothing can be mended
     * @param hash of what was shown: approved is only what is still the same
     */
    public record MendPlan(
            String cdn,
            Instant seenAt,
            @Nullable Long undoes,
            List<MendStep> steps,
            List<Unmended> others,
            String hash) {}

    /** How far a press is. */
    public enum MendState {
        /** It is about to be written. */
        ASKED,
        /** It is written, and on its way to all edges. */
        SPREADING,
        /** It is everywhere. */
        DONE,
        /** It did not come right. */
        FAILED;

        /** Whether there is something to wait for. */
        public boolean isRunning() {
            return this == ASKED || this == SPREADING;
        }
    }

    /** Why a press did not come right. */
    public enum MendTrouble {
        /** The configuration is another than planned from: somebody else has changed it. Nothing was written. */
        CHANGED,
        /** The account has refused it. */
        NOT_TAKEN,
        /** The account was not to be reached. */
        OUT_OF_REACH,
        /** It is written, and was not at all edges within an hour. */
        NOT_EVERYWHERE
    }

    /**
     * A press.
     *
     * @param undoes number of the one that it takes back; null for none
     * @param undone whether it was taken back
     * @param writtenAt null where nothing was written, or not yet
     * @param endedAt null while it goes on
     */
    public record Mend(
            long number,
            String cdn,
            MendState state,
            List<MendStep> steps,
            @Nullable Long undoes,
            boolean undone,
            String reason,
            @Nullable MendTrouble trouble,
            @Nullable String detail,
            String by,
            Instant at,
            @Nullable Instant writtenAt,
            @Nullable Instant endedAt) {}

    /** Newest first, a hundred at most. */
    @AllowedTo
    public List<Mend> list() {
        return book.list();
    }

    /** What would be mended of a CDN, and what not and why, from what was read of it last. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    public Outcome<MendPlan> plan(String cdn) {
        return planner.plan(cdn);
    }

    /** What taking a press back would set: only while what it has written still stands. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    public Outcome<MendPlan> wayBack(long mend) {
        return planner.wayBack(mend);
    }

    /** Has it set by the plan that was shown; not if somebody has changed the configuration meanwhile. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "mends.mend", ko = "CDN 설정 고치기", en = "Mend a CDN", danger = Action.Danger.DANGEROUS)
    public Outcome<Mend> mend(String cdn, @Nullable String plan, @Nullable String reason) {
        return planner.plan(cdn)
                .then(now -> planner.approved(now, plan, reason))
                .then(book::begin);
    }

    /** Has what stood before a press set again, by the plan of the way back that was shown. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "mends.undo", ko = "CDN 설정 되돌리기", en = "Take a mend back", danger = Action.Danger.DANGEROUS)
    public Outcome<Mend> undo(long mend, @Nullable String plan, @Nullable String reason) {
        return planner.wayBack(mend)
                .then(now -> planner.approved(now, plan, reason))
                .then(book::begin);
    }
}
