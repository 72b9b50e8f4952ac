package live.onair.monitors;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.monitors.MonitorRows.Answer;
import live.onair.monitors.MonitorRows.Asked;
import live.onair.monitors.MonitorRows.MonitorDeed;
import live.onair.monitors.MonitorRows.MonitorRow;
import live.onair.monitors.MonitorRows.Planned;
import live.onair.monitors.MonitorRows.Session;
import org.jspecify.annotations.Nullable;

/** Streams for contribution and monitoring: made, kept, looked at by a few with a session each, taken away by a plan. */
@Singleton
@Transactional
@Guarded
public class Monitors {

    /** The one backend that has such streams. */
    public static final String KINESIS = "kinesis";
    /** So long pictures are kept unless somebody says otherwise. */
    public static final int USUAL_HOURS = 24;

    private final MonitorBook book;
    private final SessionBook sessions;

    @Inject
    Monitors(MonitorBook book, SessionBook sessions) {
        this.book = book;
        this.sessions = sessions;
    }

    /**
     * A new monitor.
     *
     * @param channel the channel it stands beside, null or empty for a source of its own
     * @param backend null for the one there is; never changes
     * @param hours how long its pictures are kept, 1 to 87600, null for 24
     * @param monitor its id, as its plan has it
     * @param hash of that plan
     */
    public record NewMonitor(
            @Nullable String name,
            @Nullable String channel,
            @Nullable String backend,
            @Nullable Integer hours,
            @Nullable String monitor,
            @Nullable String hash) {}

    /** The approval of a plan: its hash, and why. */
    public record Approval(@Nullable String hash, @Nullable String reason) {}

    /** Opens an answer. */
    public record Take(
            String monitor,
            @Nullable String order,
            @Nullable String ticket) {}

    /** All of them, as they were last seen, by name. */
    @AllowedTo
    public List<MonitorRow> list() {
        return book.list();
    }

    /** One of them. */
    @AllowedTo
    public Optional<MonitorRow> find(String id) {
        return book.find(id);
    }

    /** Shows what making one would call, with the id that it will have; null for 24 hours. Calls nothing. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "monitors.planNew", ko = "새 모니터의 계획 보기", en = "Show the plan of a new monitor")
    public Outcome<Planned> planNew(@Nullable Integer hours) {
        return book.planNew(hours);
    }

    /** Has its backend make one, as the plan that was shown says. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "monitors.create", ko = "모니터 추가", en = "Add a monitor", shortcut = "n")
    public Outcome<MonitorRow> create(NewMonitor wanted) {
        return book.create(wanted);
    }

    /**
     * Shows what keeping the pictures for another time would do, or, with null hours, taking the monitor away. Calls
     * nothing, and works without a connection.
     */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "monitors.plan", ko = "계획 보기", en = "Show the plan")
    public Outcome<Planned> plan(String id, @Nullable Integer hours) {
        return book.plan(id, hours);
    }

    /** Keeps its pictures for another time, as the plan with this hash says; what is too old then is thrown away. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "monitors.retain", ko = "보관 시간 바꾸기", en = "Change the retention", danger = Action.Danger.DANGEROUS)
    public Outcome<MonitorRow> retain(String id, @Nullable Integer hours, Approval approval) {
        return hours == null
                ? Outcome.refused(MonitorRefusal.HOURS.with("field", "hours"))
                : book.approve(id, MonitorDeed.RETAIN, hours, approval);
    }

    /** Takes it away with all that it keeps, as the plan with this hash says. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "monitors.remove", ko = "모니터 없애기", en = "Remove the monitor", danger = Action.Danger.DANGEROUS)
    public Outcome<MonitorRow> remove(String id, Approval approval) {
        return book.approve(id, MonitorDeed.REMOVE, null, approval);
    }

    /** Asks for a session: the way of one viewer for ten minutes. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "monitors.open", ko = "보기", en = "Watch")
    public Outcome<Asked> open(String id) {
        return sessions.open(id);
    }

    /** Takes the session that was opened; once, and only whoever asked holds the ticket. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    @Action(id = "monitors.take", ko = "세션 받기", en = "Take the session")
    public Outcome<Session> take(Take wanted) {
        return sessions.take(wanted);
    }

    /** How far a question for a session is. */
    @AllowedTo({Role.MERCHANDISER, Role.MODERATOR, Role.OPS, Role.ADMIN})
    public Optional<Answer> answer(String id, String order) {
        return sessions.answer(id, order);
    }
}
