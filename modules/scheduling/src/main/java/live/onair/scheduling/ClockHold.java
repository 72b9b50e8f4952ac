package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import live.onair.kernel.Acting;
import live.onair.kernel.Action;
import live.onair.kernel.Actor;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.DomainEvent;
import live.onair.kernel.Guarded;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import org.jspecify.annotations.Nullable;

/** Whether automatic starts and stops are held because the system clock jumped, and who lets them go on. */
@Singleton
@Transactional
@Guarded
public class ClockHold {

    private final ClockWatch watch;

    @Inject
    ClockHold(ClockWatch watch) {
        this.watch = watch;
    }

    /**
     * The hold.
     *
     * @param step how far the clock jumped, negative for back
     * @param since when it was seen, by the clock that jumped; null if never
     * @param epoch how often somebody has confirmed the time
     * @param node which node saw it
     */
    public record Row(
            boolean held,
            Duration step,
            @Nullable Instant since,
            int epoch,
            @Nullable String node) {}

    /** What happens to the clock. */
    public sealed interface ClockEvent extends DomainEvent {

        @Override
        default String subject() {
            return "clock";
        }

        /** It jumped: nothing starts or stops by itself. */
        record Held(long stepMillis) implements ClockEvent {}

        /** The jump was undone. */
        record Undone(long leftMillis) implements ClockEvent {}

        /** Somebody said that the time is right. */
        record Confirmed(Instant time) implements ClockEvent {}
    }

    /** How it stands. */
    @AllowedTo
    public Row current() {
        return watch.row();
    }

    /** Says that the present time is right: automatic starts and stops go on by it. */
    @AllowedTo({Role.OPS, Role.ADMIN})
    @Action(id = "clock.confirm", ko = "현재 시각 확인", en = "Confirm the time", danger = Action.Danger.DANGEROUS)
    public Outcome<Row> confirm() {
        return watch.confirm(Acting.actor())
                ? Outcome.done(watch.row())
                : Outcome.refused(ShowRefusal.CLOCK_NOT_HELD.with());
    }

    /**
     * How the deployable sets shows going. No person calls it, so nobody needs to be signed in: it acts as Onair.
     */
    @Singleton
    public static class Reconciliation {

        private final SweepShowsHandler sweep;
        private final ClockWatch watch;

        @Inject
        Reconciliation(SweepShowsHandler sweep, ClockWatch watch) {
            this.sweep = sweep;
            this.watch = watch;
        }

        /** At start, after the work runner is there: work for every open show and every channel's keys; gives how many shows. */
        @Transactional
        public int putAll() {
            return Acting.call(Actor.ONAIR, sweep::putAll);
        }

        /**
         * Once a second, by a timer of monotonic time: sees a jump of the system clock even when no work is due by it.
         * Whether automatic starts and stops are held.
         */
        public boolean tick() {
            return watch.isHeld();
        }
    }
}
