package live.onair.work;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import live.onair.sql.Statements;
import live.onair.work.WorkStore.Claim;

/** What comes after an attempt: gone, again, or trouble that is written down. One transaction per attempt. */
@Singleton
@Transactional
class Troubles {

    private record Before(int attempts, boolean stuck) {}

    private final WorkStore store;
    private final Statements sql;
    private final Clock clock;
    private final Event<WorkEvent> events;
    private final Random dice = new Random();

    @Inject
    Troubles(WorkStore store, Statements sql, Clock clock, Event<WorkEvent> events) {
        this.store = store;
        this.sql = sql;
        this.clock = clock;
        this.events = events;
    }

    /** Whether the row was still ours to finish. */
    boolean cameRight(Claim claim, Next next) {
        boolean ours = next instanceof Next.Again again
                ? store.again(claim, again.at())
                : next instanceof Next.After after
                        ? store.again(claim, clock.instant().plus(after.pause()))
                        : store.remove(claim);
        if (ours) {
            clear(claim);
        }
        store.release(claim);
        return ours;
    }

    private void clear(Claim claim) {
        sql.one(
                        "delete from work.trouble where type = ? and key = ? returning stuck",
                        r -> r.isTrue("stuck"),
                        claim.type(),
                        claim.key())
                .filter(stuck -> stuck)
                .ifPresent(stuck -> events.fire(new WorkEvent.Recovered(claim.type(), claim.key())));
    }

    /** The pace to go on at; nothing is written when the row is no longer ours. */
    Pace wentWrong(Claim claim, Throwable failure) {
        Before before = sql.one(
                        "select attempts, stuck from work.trouble where type = ? and key = ? for update",
                        r -> new Before(r.number("attempts"), r.isTrue("stuck")),
                        claim.type(),
                        claim.key())
                .orElse(new Before(0, false));
        int attempts = before.attempts() + 1;
        Pace pace = Pace.of(failure, attempts, dice::nextDouble);
        Instant now = clock.instant();
        if (store.again(claim, pace.pause().map(now::plus).orElse(WorkStore.PARKED))) {
            write(claim, pace, attempts, messageOf(failure));
            if (pace.stuck() && !before.stuck()) {
                events.fire(new WorkEvent.GotStuck(claim.type(), claim.key(), attempts, pace.fault()));
            }
        }
        store.release(claim);
        return pace;
    }

    private void write(Claim claim, Pace pace, int attempts, String message) {
        Instant now = clock.instant();
        sql.run("""
                insert into work.trouble (type, key, attempts, fault, message, stuck, since, last_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (type, key) do update set attempts = excluded.attempts, fault = excluded.fault,
                    message = excluded.message, stuck = excluded.stuck, last_at = excluded.last_at
                """, claim.type(), claim.key(), attempts, pace.fault(), message, pace.stuck(), now, now);
    }

    private static String messageOf(Throwable failure) {
        String text = failure instanceof live.onair.kernel.CloudException
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return text.length() <= 500 ? text : text.substring(0, 499) + "…";
    }
}
