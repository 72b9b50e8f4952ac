package live.onair.scheduling;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.LongSupplier;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Ids;
import live.onair.scheduling.Interruptions.AlarmKind;
import live.onair.scheduling.SweepShowsHandler.SweepShows;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sees when the system clock jumps against monotonic time, and holds automatic starts and stops until the step is undone
 * or somebody confirms the new time. The hold lies in the database: all nodes keep it.
 */
@Singleton
class ClockWatch {

    /** More than this between two looks is a step; what disciplines clocks slews by less. */
    static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** Both clocks, read together. */
    record Reading(Instant system, long nanos) {

        /** How far the system clock has moved beyond what has passed since. */
        Duration stepTo(Reading later) {
            return Duration.between(system, later.system).minusNanos(later.nanos - nanos);
        }

        boolean isStep(Duration step) {
            return step.abs().compareTo(TOLERANCE) > 0;
        }
    }

    private final Clock clock;
    private final LongSupplier monotonic;
    private final Statements sql;
    private final InterruptionBook interruptions;
    private final WorkQueue queue;
    private final Event<ClockHold.ClockEvent> events;
    private final String node;
    private @Nullable Reading base;
    private int epoch;

    @Inject
    ClockWatch(
            Clock clock,
            @Named("onair.monotonic") Instance<LongSupplier> monotonic,
            Statements sql,
            InterruptionBook interruptions,
            WorkQueue queue,
            Event<ClockHold.ClockEvent> events,
            Ids ids) {
        this.clock = clock;
        this.monotonic = monotonic.isResolvable() ? monotonic.get() : System::nanoTime;
        this.sql = sql;
        this.interruptions = interruptions;
        this.queue = queue;
        this.events = events;
        this.node = ids.next().toString();
    }

    /**
     * The time to decide by.
     *
     * @param held whether nothing may start or stop by itself now
     */
    record Look(Instant now, boolean held) {}

    /**
     * Looks at both clocks. Who decides takes this time and reads no clock again: a step in between would pass unseen.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    synchronized Look look() {
        Reading now = read();
        return new Look(now.system(), isHeldAt(now));
    }

    /** Whether nothing may start or stop by itself now. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    synchronized boolean isHeld() {
        return isHeldAt(read());
    }

    private boolean isHeldAt(Reading now) {
        ClockHold.Row row = row();
        Reading before = base;
        if (before == null || row.epoch() != epoch) {
            base = now;
            epoch = row.epoch();
            return row.held();
        }
        Duration step = before.stepTo(now);
        boolean stepped = before.isStep(step);
        if (!row.held() && !stepped) {
            base = now;
            return false;
        }
        if (!row.held()) {
            Acting.call(Actor.ONAIR, () -> hold(step));
            return true;
        }
        if (!stepped && node.equals(row.node())) {
            base = now;
            Acting.call(Actor.ONAIR, () -> release(step));
            return false;
        }
        return true;
    }

    /** Both clocks, with no pause of this process in between: that would look like a step. */
    private Reading read() {
        for (int i = 0; ; i++) {
            long before = monotonic.getAsLong();
            Instant system = clock.instant();
            long took = monotonic.getAsLong() - before;
            if (took < 100_000_000L || i == 5) {
                return new Reading(system, before + took / 2);
            }
        }
    }

    ClockHold.Row row() {
        return sql.one(
                        "select * from scheduling.clock_hold",
                        r -> new ClockHold.Row(
                                r.isTrue("held"),
                                Duration.ofMillis(r.big("step_ms")),
                                r.instantOrNull("since"),
                                r.number("epoch"),
                                r.textOrNull("node")))
                .orElseThrow();
    }

    private boolean hold(Duration step) {
        int changed = sql.run(
                "update scheduling.clock_hold set held = true, step_ms = ?, since = ?, node = ?, ended_at = null,"
                        + " confirmed_by = null where not held",
                step.toMillis(),
                clock.instant(),
                node);
        if (changed > 0) {
            interruptions.set(true, AlarmKind.CLOCK_STEP, null, Map.of("step", step.toString()));
            events.fire(new ClockHold.ClockEvent.Held(step.toMillis()));
        }
        return true;
    }

    private boolean release(Duration step) {
        int changed = sql.run(
                "update scheduling.clock_hold set held = false, ended_at = ? where held and node = ?",
                clock.instant(),
                node);
        if (changed > 0) {
            interruptions.close(AlarmKind.CLOCK_STEP.name(), null);
            events.fire(new ClockHold.ClockEvent.Undone(step.toMillis()));
            queue.put(SweepShows.ALL);
        }
        return true;
    }

    /** Takes the present time as right on every node; whether anything was held. */
    boolean confirm(Actor by) {
        int changed = sql.run(
                "update scheduling.clock_hold set held = false, epoch = epoch + 1, ended_at = ?, confirmed_by = ?"
                        + " where held",
                clock.instant(),
                by.id());
        if (changed == 0) {
            return false;
        }
        interruptions.close(AlarmKind.CLOCK_STEP.name(), null);
        events.fire(new ClockHold.ClockEvent.Confirmed(clock.instant()));
        queue.put(SweepShows.ALL);
        return true;
    }
}
