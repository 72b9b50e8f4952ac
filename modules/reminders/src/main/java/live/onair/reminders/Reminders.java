package live.onair.reminders;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.reminders.ReminderRows.Board;
import live.onair.reminders.ReminderRows.Consent;
import live.onair.reminders.ReminderRows.Push;
import live.onair.reminders.ReminderRows.PushKind;
import live.onair.reminders.ReminderRows.Signup;
import org.jspecify.annotations.Nullable;

/** Who wants to be told of a show, and the messages that tell them. */
@Singleton
@Transactional
@Guarded
public class Reminders {

    private static final int REASON = 5;

    private final SignupBook book;
    private final PushPlans plans;
    private final ReminderReads reads;
    private final Event<ReminderEvent> events;

    @Inject
    Reminders(SignupBook book, PushPlans plans, ReminderReads reads, Event<ReminderEvent> events) {
        this.book = book;
        this.plans = plans;
        this.reads = reads;
        this.events = events;
    }

    /** The numbers of those who signed up for a show. */
    public record Export(String show, List<String> viewers) {}

    /** How many want to be told, and the messages before the show. */
    @AllowedTo
    public Board of(String show) {
        return reads.board(show);
    }

    /** Whether a viewer follows what is shown here: they have asked to be told of a show, and not taken it back. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public boolean follows(String viewer) {
        return reads.follows(viewer);
    }

    /** What a viewer has agreed to and taken back, oldest first. */
    @AllowedTo({Role.ADMIN, Role.AUDITOR})
    public List<Consent> consents(String viewer) {
        return reads.consents(viewer);
    }

    /** A viewer wants to be told of a show that comes; what they agree to counts for all shows. Once more is the same. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public Outcome<Signup> sign(String show, String viewer, boolean ads, boolean night) {
        return book.sign(show, viewer, ads, night);
    }

    /** A viewer does not want to be told of this show any more. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public Outcome<Signup> cancel(String show, String viewer) {
        return book.cancel(show, viewer);
    }

    /** A viewer wants no message of any show, and takes all consent back. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public Outcome<String> optOut(String viewer) {
        return book.optOut(viewer);
    }

    /** Takes a message out that has not gone out. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "reminders.skip", ko = "보내지 않기", en = "Do not send")
    public Outcome<Push> skip(String show, @Nullable PushKind kind) {
        return kind == null ? Outcome.refused(ReminderRefusal.NO_PUSH.with()) : plans.skip(show, kind);
    }

    /** Lets it go out after all. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "reminders.plan", ko = "다시 보내기로", en = "Send after all")
    public Outcome<Push> plan(String show, @Nullable PushKind kind) {
        return kind == null ? Outcome.refused(ReminderRefusal.NO_PUSH.with()) : plans.planAgain(show, kind);
    }

    /** The numbers of those who signed up, for a reason of five characters or more that stands in the event log. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "reminders.export", ko = "신청자 내보내기", en = "Export who signed up", danger = Action.Danger.CAREFUL)
    public Outcome<Export> export(String show, @Nullable String reason) {
        String why = reason == null ? "" : reason.strip();
        if (why.length() < REASON) {
            return Outcome.refused(ReminderRefusal.REASON.with("field", "reason"));
        }
        List<String> viewers = reads.viewers(show);
        events.fire(new ReminderEvent.Exported(show, viewers.size(), why));
        return Outcome.done(new Export(show, viewers));
    }
}
