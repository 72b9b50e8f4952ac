package live.onair.reminders;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import live.onair.kernel.Outcome;
import live.onair.products.LineUps;
import live.onair.reminders.ReminderRows.Push;
import live.onair.reminders.ReminderRows.PushKind;
import live.onair.reminders.ReminderRows.PushState;
import live.onair.reminders.SendPushHandler.SendPush;
import live.onair.scheduling.ShowEvent;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.sql.Facts;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;

/** Which messages go out before a show, and when. Works inside the caller's transaction. */
@Singleton
class PushPlans {

    /** One that is rehearsed comes none the less. */
    private static final Set<ShowState> COMING = EnumSet.of(ShowState.APPROVED, ShowState.REHEARSAL, ShowState.STANDBY);

    private final Statements sql;
    private final Clock clock;
    private final Shows shows;
    private final LineUps lineUps;
    private final ReminderReads reads;
    private final WorkQueue queue;
    private final Event<ReminderEvent> events;

    @Inject
    PushPlans(
            Statements sql,
            Clock clock,
            Shows shows,
            LineUps lineUps,
            ReminderReads reads,
            WorkQueue queue,
            Event<ReminderEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.shows = shows;
        this.lineUps = lineUps;
        this.reads = reads;
        this.queue = queue;
        this.events = events;
    }

    /** A show that is approved, or approved and moved, is told of; what was sent stays sent. */
    void approved(@Observes ShowEvent event) {
        if (event instanceof ShowEvent.Approved) {
            // it is told before it is so
            shows.find(event.show()).ifPresent(this::plan);
        } else if (event instanceof ShowEvent.Moved) {
            shows.find(event.show()).filter(PushPlans::isComing).ifPresent(this::plan);
        }
    }

    static boolean isComing(ShowRows.Show show) {
        return COMING.contains(show.state());
    }

    private void plan(ShowRows.Show show) {
        Instant now = clock.instant();
        boolean ad = isAd(show.id());
        for (PushKind kind : PushKind.values()) {
            Instant due = show.startsAt().minus(kind.before());
            sql.run(
                    "insert into reminders.push (show_id, kind, due_at, state, ad, words, sent, left_out)"
                            + " values (?, ?, ?, 'PLANNED', ?, ?, 0, 0) on conflict (show_id, kind) do update set"
                            + " due_at = excluded.due_at, ad = excluded.ad, words = excluded.words"
                            + " where push.state = 'PLANNED'",
                    show.id(),
                    kind,
                    due,
                    ad,
                    PushRules.words(kind, show.title(), show.startsAt(), ad));
            queue.put(new SendPush(show.id(), kind), due.isBefore(now) ? now : due);
        }
    }

    /** A message about what is sold is advertising. */
    boolean isAd(String show) {
        return !lineUps.of(show).items().isEmpty();
    }

    void sent(Push push, int sent, int leftOut) {
        sql.run(
                "update reminders.push set state = 'SENT', ad = ?, words = ?, sent = ?, left_out = ?, settled_at = ?"
                        + " where show_id = ? and kind = ?",
                push.ad(),
                push.words(),
                sent,
                leftOut,
                clock.instant(),
                push.show(),
                push.kind());
    }

    void skip(Push push, String ko, String en) {
        sql.run(
                "update reminders.push set state = 'SKIPPED', why = ?, settled_at = ? where show_id = ? and kind = ?",
                Facts.write(Map.of("ko", ko, "en", en)),
                clock.instant(),
                push.show(),
                push.kind());
        events.fire(new ReminderEvent.Skipped(push.show(), push.kind().ko(), ko));
    }

    /** Who plans and who sends wait for each other. */
    Outcome<Push> locked(String show, PushKind kind) {
        sql.one("select 1 from reminders.push where show_id = ? and kind = ? for update", row -> true, show, kind);
        return reads.push(show, kind)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(ReminderRefusal.NO_PUSH.with()));
    }

    Outcome<Push> skip(String show, PushKind kind) {
        return locked(show, kind).then(push -> switch (push.state()) {
            case SENT -> Outcome.refused(ReminderRefusal.SENT.with());
            case SKIPPED -> Outcome.refused(ReminderRefusal.AS_IT_IS.with());
            case PLANNED -> {
                skip(push, "사람이 뺐습니다", "Taken out by hand");
                yield Outcome.done(reads.push(show, kind).orElseThrow());
            }
        });
    }

    Outcome<Push> planAgain(String show, PushKind kind) {
        ShowRows.Show found = shows.find(show).orElse(null);
        if (found == null) {
            return Outcome.refused(ReminderRefusal.NO_SHOW.with("show", show));
        }
        if (!isComing(found)) {
            return Outcome.refused(ReminderRefusal.NOT_COMING.with());
        }
        return locked(show, kind).then(push -> {
            if (push.state() != PushState.SKIPPED) {
                return Outcome.refused(
                        push.state() == PushState.SENT ? ReminderRefusal.SENT.with() : ReminderRefusal.AS_IT_IS.with());
            }
            if (PushRules.isLate(kind, push.dueAt(), clock.instant(), found.startsAt())) {
                return Outcome.refused(ReminderRefusal.LATE.with());
            }
            sql.run(
                    "update reminders.push set state = 'PLANNED', why = null, settled_at = null where show_id = ?"
                            + " and kind = ?",
                    show,
                    kind);
            plan(found);
            events.fire(new ReminderEvent.Planned(show, kind.ko()));
            return Outcome.done(reads.push(show, kind).orElseThrow());
        });
    }
}
