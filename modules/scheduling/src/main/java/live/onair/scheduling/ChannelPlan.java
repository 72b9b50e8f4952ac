package live.onair.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import live.onair.scheduling.Passage.AutoReason;
import live.onair.scheduling.ReconcileChannelHandler.Wanted;
import live.onair.scheduling.ShowState.Chance;
import live.onair.scheduling.ShowState.Unarmed;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.ChannelPlanner.Deed;
import org.jspecify.annotations.Nullable;

/** What to do next about a show's channel: pure, from what should be, what is seen and what time it is. */
final class ChannelPlan {

    /** How often a running channel is looked at when nothing else is due. */
    static final Duration LOOK = Duration.ofSeconds(5);
    /** How soon something that is under way is looked at again. */
    static final Duration SOON = Duration.ofSeconds(2);
    /** What viewers have watched for so long while we were away no check takes from them any more. */
    static final Duration WATCHED = Duration.ofMinutes(1);

    private ChannelPlan() {}

    /** One step. */
    sealed interface Step {
        /** The show passes into another state. */
        record Move(ShowState to, AutoReason reason) implements Step {}

        /** The backend is given the run as it should be. */
        record Prepare() implements Step {}

        /** The run starts, or is taken up again. */
        record Start() implements Step {}

        /** Viewers see it. */
        record GoOnAir() implements Step {}

        /** The backend's own schedule holds the start. */
        record Arm(Instant start) implements Step {}

        /** No start is armed, and viewers see the "soon" slate; {@code was} is the start that was armed. */
        record Disarm(@Nullable Instant was) implements Step {}

        /** The picture is covered, or a cover is taken away. */
        record Cover(Deed deed) implements Step {}

        /** The run stops. */
        record Stop() implements Step {}

        /** The run is known to be over. */
        record CloseRun() implements Step {}

        /** The run is over and should not be: another takes its place. */
        record NewRun() implements Step {}

        /** The replay is shown as it should look, or no longer. */
        record Publish(boolean on) implements Step {}

        /** Nothing until then. */
        record Wait(Instant until, Why why) implements Step {}

        /** Nothing more at all. */
        record Nothing() implements Step {}
    }

    /** What is waited for. */
    enum Why {
        TIME,
        RUNNING,
        UNDER_WAY,
        GATE,
        BACKEND_AWAY,
        CHANNEL_BUSY,
        CLOCK_HELD,
        RECORDING
    }

    /** The next step; {@code seen} is null when the backend was not asked or does not answer. */
    static Step next(Wanted w, @Nullable ChannelObservation seen, Instant now) {
        return switch (w.state()) {
            case DRAFT, IN_REVIEW, CANCELLED -> w.runOpen() ? close(w, seen, now) : new Step.Nothing();
            case APPROVED -> w.runOpen() ? close(w, seen, now) : approved(w, now);
            case REHEARSAL -> rehearsal(w, seen, now);
            case STANDBY -> standby(w, seen, now);
            case ON_AIR -> onAir(w, seen, now);
            case ENDED -> w.runOpen() ? close(w, seen, now) : ended(w, now);
            case REPLAY -> w.replay().isShown() ? new Step.Nothing() : new Step.Publish(true);
            case ARCHIVED -> w.runOpen() ? close(w, seen, now) : withdrawn(w);
        };
    }

    private static Step close(Wanted w, @Nullable ChannelObservation seen, Instant now) {
        if (seen == null) {
            return new Step.Wait(now.plus(SOON), Why.BACKEND_AWAY);
        }
        if (!seen.isOf(w.run())) {
            return new Step.CloseRun();
        }
        return switch (seen.state()) {
            case READY, STARTING, RUNNING, INTERRUPTED -> new Step.Stop();
            case STOPPING -> new Step.Wait(now.plus(SOON), Why.UNDER_WAY);
            case IDLE, FINISHED -> new Step.CloseRun();
        };
    }

    private static Step approved(Wanted w, Instant now) {
        if (!now.isBefore(w.window().end())) {
            return move(w, now, ShowState.CANCELLED, AutoReason.MISSED);
        }
        return now.isBefore(w.standbyAt())
                ? new Step.Wait(w.standbyAt(), Why.TIME)
                : move(w, now, ShowState.STANDBY, AutoReason.STANDBY_TIME);
    }

    private static Step rehearsal(Wanted w, @Nullable ChannelObservation seen, Instant now) {
        Instant until = w.rehearsalUntil() == null ? now : w.rehearsalUntil();
        boolean over = !now.isBefore(until);
        if (over && !w.held()) {
            return new Step.Move(ShowState.APPROVED, AutoReason.REHEARSAL_OVER);
        }
        Step missing = running(w, seen, now);
        return missing != null ? missing : rest(over, until, now);
    }

    private static Step standby(Wanted w, @Nullable ChannelObservation seen, Instant now) {
        boolean begun = w.schedules() && seen != null && seen.isShown(w.run());
        if (!now.isBefore(w.window().end()) && !w.held() && !begun) {
            return new Step.Move(ShowState.CANCELLED, AutoReason.NEVER_STARTED);
        }
        Step missing = running(w, seen, now);
        if (missing != null || seen == null) {
            return Objects.requireNonNull(missing);
        }
        Instant start = w.window().start();
        if (now.isBefore(start)) {
            Step other = w.schedules() && !w.held() ? arming(w, seen, now) : null;
            return other == null ? rest(false, start, now) : other;
        }
        if (!w.gateOpen() && !(begun && now.isAfter(start.plus(WATCHED)))) {
            boolean early = begun || seen.armedFor() != null;
            return early ? new Step.Disarm(seen.armedFor()) : new Step.Wait(now.plus(SOON), Why.GATE);
        }
        return move(w, now, ShowState.ON_AIR, w.overridden() ? AutoReason.GATE_OVERRIDDEN : AutoReason.START_TIME);
    }

    /** What is to be done before the start about the backend's own schedule; null when it is as it should be. */
    private static @Nullable Step arming(Wanted w, ChannelObservation seen, Instant now) {
        Instant start = w.window().start();
        Instant armed = seen.armedFor();
        if (seen.isShown(w.run())) {
            return new Step.Disarm(armed);
        }
        if (armed != null && seen.isFixed(now)) {
            // Too near to be taken back; one that has happened and is not ours is undone.
            return now.isBefore(armed) || armed.equals(start) ? null : new Step.Disarm(armed);
        }
        if (start.equals(armed)) {
            return w.cover().slate() || !w.gateOpen() ? new Step.Disarm(armed) : null;
        }
        Chance chance = new Chance(true, true, w.cover().slate(), w.gateOpen(), Duration.between(now, start));
        return Unarmed.of(chance) == null ? new Step.Arm(start) : armed == null ? null : new Step.Disarm(armed);
    }

    private static Step onAir(Wanted w, @Nullable ChannelObservation seen, Instant now) {
        Instant end = w.window().end();
        Instant last = end.plus(w.grace());
        boolean sending = isSending(w, seen);
        // Nobody knows whether an encoder sends while the backend does not answer: then it has its grace.
        boolean over = !now.isBefore(last) || (!now.isBefore(end) && seen != null && !sending);
        if (over && !w.held()) {
            return new Step.Move(ShowState.ENDED, sending ? AutoReason.OVERRUN : AutoReason.END_TIME);
        }
        Step missing = running(w, seen, now);
        if (missing != null) {
            return missing;
        }
        if (seen != null && seen.warmUp()) {
            return seen.isComing(now) ? new Step.Wait(now.plus(SOON), Why.RUNNING) : new Step.GoOnAir();
        }
        Deed cover = seen == null ? null : w.cover().on(w.blurs()).missing(seen);
        if (cover != null) {
            return new Step.Cover(cover);
        }
        return now.isBefore(end) ? rest(over, end, now) : rest(over, earlier(last, now.plus(SOON)), now);
    }

    /** All is as it should be: until the next moment that matters, looking in from time to time. */
    private static Step rest(boolean due, Instant next, Instant now) {
        return due
                ? new Step.Wait(now.plus(LOOK), Why.CLOCK_HELD)
                : new Step.Wait(earlier(next, now.plus(LOOK)), Why.RUNNING);
    }

    /** Whether an encoder still sends: only then there is somebody whom the end would cut short. */
    private static boolean isSending(Wanted w, @Nullable ChannelObservation seen) {
        return w.source() == Shows.Source.INPUT
                && seen != null
                && seen.isOf(w.run())
                && seen.signal().connected();
    }

    private static Step ended(Wanted w, Instant now) {
        Wanted.Replay replay = w.replay();
        if (!replay.wanted() || replay.taped() == Wanted.Taped.NOTHING) {
            return withdrawn(w);
        }
        if (replay.taped() == Wanted.Taped.UNKNOWN) {
            return new Step.Wait(now.plus(SOON), Why.RECORDING);
        }
        Instant due = replay.at() == null ? now : replay.at();
        return now.isBefore(due) ? new Step.Wait(due, Why.TIME) : move(w, now, ShowState.REPLAY, AutoReason.REPLAY_DUE);
    }

    private static Step withdrawn(Wanted w) {
        return w.replay().published() ? new Step.Publish(false) : new Step.Nothing();
    }

    /** What is missing until the run runs; null when it does. */
    private static @Nullable Step running(Wanted w, @Nullable ChannelObservation seen, Instant now) {
        if (seen == null) {
            return new Step.Wait(now.plus(SOON), Why.BACKEND_AWAY);
        }
        State state = seen.state();
        if (!seen.isOf(w.run())) {
            boolean busy = state != State.IDLE && state != State.READY && state != State.FINISHED;
            return busy ? new Step.Wait(now.plus(SOON), Why.CHANNEL_BUSY) : new Step.Prepare();
        }
        return switch (state) {
            case IDLE -> new Step.Prepare();
            case READY -> w.prepared() ? new Step.Start() : new Step.Prepare();
            case INTERRUPTED -> new Step.Start();
            case STARTING -> new Step.Wait(now.plus(SOON), Why.UNDER_WAY);
            case STOPPING, FINISHED -> new Step.NewRun();
            case RUNNING -> w.prepared() ? null : new Step.Prepare();
        };
    }

    /** What the clock decides; not while the clock cannot be trusted. */
    private static Step move(Wanted w, Instant now, ShowState to, AutoReason reason) {
        return w.held() ? new Step.Wait(now.plus(LOOK), Why.CLOCK_HELD) : new Step.Move(to, reason);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
