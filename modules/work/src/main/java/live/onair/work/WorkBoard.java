package live.onair.work;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.work.WorkRows.Counts;
import live.onair.work.WorkRows.Item;
import live.onair.work.WorkRows.Page;
import live.onair.work.WorkRows.State;

/** What is on the list, and the two things ops can do about it. */
@Singleton
@Transactional
@Guarded
public class WorkBoard {

    private final BoardStore board;
    private final Handlers handlers;
    private final Nudge nudge;
    private final Event<WorkEvent> events;

    @Inject
    WorkBoard(BoardStore board, Handlers handlers, Nudge nudge, Event<WorkEvent> events) {
        this.board = board;
        this.handlers = handlers;
        this.nudge = nudge;
        this.events = events;
    }

    /**
     * What to look for.
     *
     * @param text part of type, key or message
     * @param after the cursor of the page before
     * @param size at most 200
     */
    public record Look(
            Optional<State> state, Optional<String> type, Optional<String> text, Optional<String> after, int size) {
        /** Everything, from the start. */
        public static Look everything() {
            return new Look(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 100);
        }

        /** Only what stands there, from the start. */
        public static Look at(State state) {
            return new Look(Optional.of(state), Optional.empty(), Optional.empty(), Optional.empty(), 100);
        }
    }

    /** The work that fits, soonest first. */
    @AllowedTo
    public Page list(Look look) {
        return board.list(look);
    }

    /** How much work stands where. */
    @AllowedTo
    public Counts counts() {
        return board.counts();
    }

    /** Tries the work at once instead of at its time. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "work.retry", ko = "지금 다시 시도", en = "Try again now")
    public Outcome<Item> retry(String id) {
        Item item = board.lock(id).orElse(null);
        if (item == null) {
            return Outcome.refused(WorkRefusal.NO_LONGER_THERE.with());
        }
        if (!handlers.types().contains(item.type())) {
            return Outcome.refused(WorkRefusal.NO_HANDLER.with("type", item.type()));
        }
        if (item.runningOn().isPresent()) {
            return Outcome.refused(WorkRefusal.RUNNING_NOW.with("key", item.key()));
        }
        board.makeDue(item);
        nudge.afterCommit();
        events.fire(new WorkEvent.Retried(item.type(), item.key()));
        return Outcome.done(item);
    }

    /** Gives the work up for good. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "work.drop", ko = "작업 포기", en = "Give work up", danger = Action.Danger.CAREFUL)
    public Outcome<Item> drop(String id, String reason) {
        if (reason.isBlank()) {
            return Outcome.refused(WorkRefusal.REASON_MISSING.with());
        }
        Item item = board.lock(id).orElse(null);
        if (item == null) {
            return Outcome.refused(WorkRefusal.NO_LONGER_THERE.with());
        }
        if (item.runningOn().isPresent()) {
            return Outcome.refused(WorkRefusal.RUNNING_NOW.with("key", item.key()));
        }
        board.remove(item);
        events.fire(new WorkEvent.Dropped(item.type(), item.key(), reason.strip()));
        return Outcome.done(item);
    }
}
