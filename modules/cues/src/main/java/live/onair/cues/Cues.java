package live.onair.cues;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Refusal;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** The cue sheets of shows: written before, gone through in rehearsal and on air. */
@Singleton
@Transactional
@Guarded
public class Cues {

    private final SheetBook book;
    private final CueRun run;

    @Inject
    Cues(SheetBook book, CueRun run) {
        this.book = book;
        this.run = run;
    }

    /**
     * An item as it is wanted. Null stands for empty; of {@code chapter} for yes.
     *
     * @param id of an item that is there; null for a new one
     */
    public record ItemWish(
            @Nullable UUID id,
            @Nullable String title,
            @Nullable String host,
            @Nullable Integer seconds,
            @Nullable String lines,
            @Nullable String caption,
            @Nullable String note,
            @Nullable Boolean chapter,
            @Nullable List<CueRows.Act> acts) {

        /** An item as it is. */
        public static ItemWish same(CueRows.Item item) {
            return of(item.id(), item);
        }

        /** A new item that says and does the same. */
        public static ItemWish anew(CueRows.Item item) {
            return of(null, item);
        }

        private static ItemWish of(@Nullable UUID id, CueRows.Item item) {
            return new ItemWish(
                    id,
                    item.title(),
                    item.host(),
                    item.seconds(),
                    item.lines(),
                    item.caption(),
                    item.note(),
                    item.chapter(),
                    item.acts());
        }
    }

    /**
     * A sheet as it is wanted: all of it, in its order.
     *
     * @param version the version that was read, null not to look
     * @param items an empty list takes all of them out
     */
    public record SheetWish(
            @Nullable Integer version, @Nullable List<ItemWish> items) {}

    /** The cue sheet of a show; an empty one where there never was one. */
    @AllowedTo
    public CueRows.Sheet of(String show) {
        return book.of(show);
    }

    /**
     * Sets what is on the sheet. What is said or done is approved with the show: when that changes, an approved show goes back
     * to review; lengths, order, hosts and notes may change. On air, what has not begun may change.
     */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "cues.arrange", ko = "큐시트 고치기", en = "Edit the cue sheet")
    public Outcome<CueRows.Sheet> arrange(String show, SheetWish wanted) {
        return book.arrange(show, wanted);
    }

    /** Begins an empty sheet with the items of another show's. Acts on what that show alone has come along and are reported then. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "cues.copy", ko = "다른 방송에서 가져오기", en = "Copy from another show")
    public Outcome<CueRows.Sheet> copy(String show, String from) {
        return book.copy(show, from);
    }

    /**
     * Ends the item that goes on and begins the next one.
     *
     * @param from the item that goes on for whoever presses, null for none: two who press at once go on once
     */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "cues.advance", ko = "다음으로", en = "Next", shortcut = "n")
    public Outcome<CueRows.Sheet> advance(String show, @Nullable UUID from) {
        return run.advance(show, from);
    }

    /** Goes back to the item before; what the other one did is not undone. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "cues.back", ko = "이전으로", en = "Back")
    public Outcome<CueRows.Sheet> back(String show, @Nullable UUID from) {
        return run.back(show, from);
    }

    /** Leaves an item out that has not begun, or takes it in again. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "cues.skip", ko = "건너뛰기", en = "Skip")
    public Outcome<CueRows.Sheet> skip(String show, UUID item, boolean skipped) {
        return run.skip(show, item, skipped);
    }

    /** What became of an act that was a command: done, already so when that alone was refused, or the reasons. */
    @AllowedTo
    public void report(CueEvent.Due due, Outcome<?> outcome, Refusal already) {
        if (!outcome.isDone() && outcome.why().stream().allMatch(why -> why.refusal() == already)) {
            run.report(due, true, "이미 그렇습니다", "It is so already");
        } else {
            report(due, outcome);
        }
    }

    /** What became of an act that was due: said by the room that did it, in words for people. Said again, it replaces what was said. */
    @AllowedTo
    public void report(CueEvent.Due due, boolean done, String ko, String en) {
        run.report(due, done, ko, en);
    }

    /** What became of an act that was a command: done, or the reasons. */
    @AllowedTo
    public void report(CueEvent.Due due, Outcome<?> outcome) {
        if (outcome.isDone()) {
            run.report(due, true, "했습니다", "Done");
        } else {
            run.report(due, false, outcome.sentence(Locale.KOREAN), outcome.sentence(Locale.ENGLISH));
        }
    }

    /** An act that viewers would see, and that a rehearsal therefore leaves out. */
    @AllowedTo
    public void rehearsed(CueEvent.Due due) {
        run.report(due, true, "리허설: 시청자 화면은 그대로 둡니다", "Rehearsal: viewers' pages are left alone");
    }
}
