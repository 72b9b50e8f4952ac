package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/**
 * What must be green before a show is approved or starts. Rooms above register checks and report down; transitions read
 * only what lies here.
 */
@Singleton
@Transactional
@Guarded
public class Gate {

    private final GateBook book;

    @Inject
    Gate(GateBook book) {
        this.book = book;
    }

    /** What a check found. */
    public enum Verdict {
        /** Ready. */
        GREEN,
        /** Not as it should be, and not in the way. */
        WARN,
        /** In the way. */
        RED,
        /** This show has nothing to check. */
        NOT_APPLICABLE
    }

    /** The transition a check stands before. */
    public enum Guards {
        /** Approval. */
        APPROVED,
        /** The start. */
        ON_AIR,
        /** Approval, and the start: it may have turned red in between. */
        BOTH;

        boolean covers(Guards transition) {
            return this == BOTH || this == transition;
        }
    }

    /**
     * A check of a room.
     *
     * @param code stable word, {@code products}
     * @param required whether red, missing or expired holds shows back, until an administrator decides otherwise
     * @param fixRoute where it is put right; {@code {show}} stands for the show's id
     */
    public record Check(String code, String ko, String en, Guards guards, boolean required, String fixRoute) {}

    /**
     * What a room reports about one show.
     *
     * @param validUntil from when on it no longer counts, null for ever
     */
    public record Report(
            String show,
            String code,
            Verdict verdict,
            Map<String, ?> facts,
            @Nullable Instant validUntil) {}

    /**
     * A check of a show.
     *
     * @param verdict as it counts now: missing or expired is red if required, else a warning
     * @param reportedAt null if nothing was ever reported
     * @param expired whether the last report no longer counts
     * @param holdsBack whether the transition it guards is refused because of it
     */
    public record Row(
            String code,
            String ko,
            String en,
            Guards guards,
            boolean required,
            Verdict verdict,
            Map<String, String> facts,
            @Nullable Instant reportedAt,
            @Nullable Instant validUntil,
            boolean expired,
            boolean holdsBack,
            String fixRoute) {

        /** Whether the approval may be given all the same, by somebody who says why. */
        public boolean asksWhy() {
            return guards.covers(Guards.APPROVED) && verdict == Verdict.RED && !holdsBack;
        }
    }

    /**
     * How far a show is.
     *
     * @param ready checks that do not hold it back
     * @param blockedKo the first check that was reported and holds it back, null if none
     */
    public record Standing(
            String show,
            int ready,
            int checks,
            @Nullable String blockedKo,
            @Nullable String blockedEn) {}

    /** Makes a check known, at each start of the room that owns it. Keeps what an administrator has set. */
    @AllowedTo
    public void register(Check check) {
        book.register(check);
    }

    /** Ids of the shows that still need a report of a new check: all that are not over. */
    @AllowedTo
    public List<String> openShows() {
        return book.openShows();
    }

    /** Keeps the report in place of the last one, if its check is known; if it clears the last red before a start, the show starts soon. */
    @AllowedTo
    public void report(Report report) {
        book.report(report);
    }

    /** Sets whether a check is required for shows of a tier. */
    @AllowedTo(Role.ADMIN)
    @Action(id = "gate.require", ko = "점검 필수 여부 바꾸기", en = "Change whether a check is required")
    public Outcome<String> require(String code, int tier, boolean required) {
        return book.require(code, tier, required);
    }

    /** The checks of a show, as they count now. */
    @AllowedTo
    public List<Row> of(String show) {
        return book.of(show);
    }

    /** How far the shows are that touch the time from here to there and are not over. */
    @AllowedTo
    public List<Standing> standings(Instant from, Instant to) {
        return book.standings(from, to);
    }

    /** All checks there are. */
    @AllowedTo
    public List<Check> checks() {
        return book.checks();
    }
}
