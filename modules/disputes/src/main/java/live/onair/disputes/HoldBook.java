package live.onair.disputes;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import live.onair.disputes.HoldRows.DisputeHold;
import live.onair.disputes.HoldRows.ReleasePlan;
import live.onair.disputes.KeepRecordingHandler.KeepRecording;
import live.onair.kernel.Acting;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.sheets.PlainText;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/** Writes down which shows are held and why; the work makes it so. Works inside the caller's transaction. */
@Singleton
class HoldBook {

    private static final int LEAST = 5;
    private static final int MOST = 200;

    private final Statements sql;
    private final Clock clock;
    private final HoldShelf shelf;
    private final WorkQueue queue;
    private final Event<DisputeEvent> events;

    @Inject
    HoldBook(Statements sql, Clock clock, HoldShelf shelf, WorkQueue queue, Event<DisputeEvent> events) {
        this.sql = sql;
        this.clock = clock;
        this.shelf = shelf;
        this.queue = queue;
        this.events = events;
    }

    /** Holds the show because of this order, unless it is. */
    void hold(String show, String order, String reason) {
        String id = String.format(
                Locale.ROOT,
                "DH-%06d",
                sql.one("select nextval('disputes.hold_number') n", row -> row.big("n"))
                        .orElseThrow());
        int written = sql.run(
                "insert into disputes.hold (id, show_id, order_id, reason, held_at, held_name) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict (show_id, order_id) where released_at is null do nothing",
                id,
                show,
                order,
                reason,
                clock.instant(),
                Acting.actor().name());
        if (written == 1) {
            events.fire(new DisputeEvent.Held(show, id, order, reason));
        }
        queue.put(new KeepRecording(show));
    }

    Outcome<ReleasePlan> plan(String id) {
        DisputeHold hold = shelf.find(id).orElse(null);
        if (hold == null) {
            return Outcome.refused(DisputeRefusal.NO_HOLD.with("id", id));
        }
        if (hold.release() != null) {
            return Outcome.refused(DisputeRefusal.AS_IT_IS.with());
        }
        List<String> others = shelf.open(hold.show()).stream()
                .filter(one -> !one.id().equals(id))
                .map(DisputeHold::order)
                .toList();
        return Outcome.done(new ReleasePlan(hold, others, Ids.digest(id + " " + others)));
    }

    Outcome<DisputeHold> release(String id, @Nullable String reason, @Nullable String hash) {
        sql.one("select pg_advisory_xact_lock(hashtext('disputes.hold'))", row -> true);
        return plan(id).then(plan -> {
            String because = PlainText.clean(reason);
            if (because.length() < LEAST || because.length() > MOST || PlainText.isMarkup(because)) {
                return Outcome.refused(DisputeRefusal.REASON.with("field", "reason"));
            }
            if (!plan.hash().equals(hash)) {
                return Outcome.refused(DisputeRefusal.PLAN.with("field", "plan"));
            }
            DisputeHold hold = plan.hold();
            sql.run(
                    "update disputes.hold set released_at = ?, released_name = ?, because = ? where id = ?",
                    clock.instant(),
                    Acting.actor().name(),
                    because,
                    id);
            events.fire(new DisputeEvent.Released(
                    hold.show(), id, hold.order(), because, plan.others().size()));
            queue.put(new KeepRecording(hold.show()));
            return Outcome.done(shelf.find(id).orElseThrow());
        });
    }
}
