package live.onair.scheduling;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.scheduling.Interruptions.AlarmKind;
import live.onair.scheduling.ReconcileChannelHandler.ReconcileChannel;
import live.onair.scheduling.ShowState.Health;
import live.onair.scheduling.SweepShowsHandler.SweepShows;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.Cover;
import live.onair.scheduling.spi.Input;
import live.onair.scheduling.spi.StreamHealthReports;
import live.onair.sql.Statements;
import live.onair.work.WorkQueue;
import org.jspecify.annotations.Nullable;

/**
 * The door for what backends report, and what a sample of a channel means for the show on it: gate, alarms, a closer
 * look. Acts as Onair: an adapter has nobody signed in.
 */
@Singleton
class SignalWatch implements StreamHealthReports {

    private final Statements sql;
    private final Sightings signals;
    private final GateBook gate;
    private final InterruptionBook interruptions;
    private final InputBook inputs;
    private final WorkQueue queue;
    private final Event<ShowEvent> events;
    private final Clock clock;
    /** Backends that do not answer; each tells anew after a start. One that answers does not hide another that does not. */
    private final Set<String> away = new ConcurrentSkipListSet<>();

    @Inject
    SignalWatch(
            Statements sql,
            Sightings signals,
            GateBook gate,
            InterruptionBook interruptions,
            InputBook inputs,
            WorkQueue queue,
            Event<ShowEvent> events,
            Clock clock) {
        this.sql = sql;
        this.signals = signals;
        this.gate = gate;
        this.interruptions = interruptions;
        this.inputs = inputs;
        this.queue = queue;
        this.events = events;
        this.clock = clock;
    }

    private record Carried(String show, ShowState state, Shows.Source source) {}

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void report(String backend, ChannelObservation sample) {
        Acting.call(Actor.ONAIR, () -> {
            if (livesOn(backend, sample.channel())) {
                take(sample);
            }
            return true;
        });
    }

    /** A backend may hold something by the name of a channel that lives on another one: what that does is not the show's. */
    private boolean livesOn(String backend, String channel) {
        return sql.one(
                        "select 1 from scheduling.resource where id = ? and kind = 'CHANNEL' and backend = ?",
                        row -> true,
                        channel,
                        backend)
                .isPresent();
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void reachable(String backend, boolean reachable) {
        Acting.call(Actor.ONAIR, () -> {
            if (reachable) {
                away.remove(backend);
            } else {
                away.add(backend);
            }
            interruptions.set(!away.isEmpty(), AlarmKind.MEDIA_DOWN, null, Map.of("backend", String.join(", ", away)));
            if (reachable) {
                queue.put(SweepShows.ALL);
            }
            return true;
        });
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void disk(String backend, long usedBytes, long quotaBytes) {
        Map<String, Object> facts = Map.of("backend", backend, "used", usedBytes, "quota", quotaBytes);
        boolean full = usedBytes >= quotaBytes;
        boolean near = !full && usedBytes >= quotaBytes - quotaBytes / 10;
        Acting.call(Actor.ONAIR, () -> {
            interruptions.set(full, AlarmKind.DISK_FULL, null, facts);
            interruptions.set(near, AlarmKind.DISK_NEAR_FULL, null, facts);
            return true;
        });
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void alarms(String backend, List<Alarm> all) {
        Acting.call(Actor.ONAIR, () -> {
            sql.run(
                    "delete from scheduling.channel_alarm a using scheduling.resource c"
                            + " where c.id = a.channel_id and c.backend = ?",
                    backend);
            all.forEach(alarm -> keep(backend, alarm));
            interruptions.setAlarmsOf(backend);
            return true;
        });
    }

    private void keep(String backend, Alarm alarm) {
        sql.run(
                "insert into scheduling.channel_alarm (channel_id, run, kind, part, state, since, seen_at)"
                        + " select id, ?, ?, ?, ?, ?, ? from scheduling.resource"
                        + " where id = ? and kind = 'CHANNEL' and backend = ? on conflict do nothing",
                alarm.run(),
                alarm.kind(),
                alarm.part(),
                alarm.state(),
                alarm.since(),
                clock.instant(),
                alarm.channel(),
                backend);
    }

    /** Keeps the sample and draws its conclusions, in the caller's transaction. */
    void take(ChannelObservation seen) {
        boolean playedAnew = isPlayedAnew(seen);
        if (!signals.keep(seen) || seen.show() == null) {
            return;
        }
        Optional<Carried> carried = sql.one(
                "select id, state, source from scheduling.show where id = ? and id || ':' || run_no = ?"
                        + " and state in ('STANDBY', 'ON_AIR')",
                row -> new Carried(
                        row.text("id"), ShowState.valueOf(row.text("state")), Shows.Source.valueOf(row.text("source"))),
                seen.show(),
                seen.run());
        inputs.observed(seen);
        carried.ifPresent(show -> {
            check(show, seen);
            if (playedAnew) {
                events.fire(new ShowEvent.PlaybackFound(
                        show.show(), seen.channel(), seen.serving().where()));
            }
            if (show.state() == ShowState.ON_AIR && !seen.warmUp()) {
                alarm(show, seen);
            }
            if (seen.state() != State.RUNNING && seen.state() != State.STARTING) {
                queue.put(new ReconcileChannel(show.show()));
            }
        });
    }

    private boolean isPlayedAnew(ChannelObservation seen) {
        String where = seen.serving().where();
        return !where.isEmpty()
                && sql.one(
                                "select 1 from scheduling.channel_health where channel_id = ? and show_id = ?"
                                        + " and coalesce(playback, origin_path) = ?",
                                row -> true,
                                seen.channel(),
                                seen.show(),
                                where)
                        .isEmpty();
    }

    private void check(Carried show, ChannelObservation seen) {
        Instant until = clock.instant().plus(Health.FRESH);
        Map<String, Object> facts =
                Map.of("state", seen.state(), "connected", seen.signal().connected(), "output", seen.output());
        gate.report(new Gate.Report(show.show(), GateBook.STREAM, verdict(show.source(), seen), facts, until));
    }

    /**
     * A black picture holds a start back, a still or silent one does not: encoders send a card without sound until the
     * show begins. What the backend does not tell before the show is on air is a warning: else it would never start.
     */
    static Gate.Verdict verdict(Shows.Source source, ChannelObservation seen) {
        if (seen.state() != State.RUNNING) {
            return Gate.Verdict.RED;
        }
        if (source != Shows.Source.INPUT) {
            return Gate.Verdict.GREEN;
        }
        if (!seen.signal().told()) {
            return Gate.Verdict.WARN;
        }
        if (!seen.signal().connected() || lasts(seen, seen.signal().blackSince())) {
            return Gate.Verdict.RED;
        }
        boolean odd = lasts(seen, seen.signal().freezeSince())
                || lasts(seen, seen.signal().silenceSince());
        return odd ? Gate.Verdict.WARN : Gate.Verdict.GREEN;
    }

    private static boolean lasts(ChannelObservation seen, @Nullable Instant since) {
        return since != null && Duration.between(since, seen.at()).compareTo(Health.LASTING) > 0;
    }

    private void alarm(Carried show, ChannelObservation seen) {
        boolean runs = seen.state() == State.RUNNING;
        boolean input = show.source() == Shows.Source.INPUT;
        boolean pictures = runs && (!input || seen.signal().connected());
        set(show, AlarmKind.INPUT_LOST, runs && input && !seen.signal().connected(), seen);
        boolean onB = seen.inputs().active() == Input.B;
        set(show, AlarmKind.INPUT_A_LOST, pictures && input && onB && isLost(seen, Input.A), seen);
        set(show, AlarmKind.INPUT_B_LOST, pictures && input && !onB && isLost(seen, Input.B), seen);
        set(show, AlarmKind.PIPELINE_DOWN, runs && seen.pipelines().isDegraded(), seen);
        set(show, AlarmKind.RECONNECT_EXPIRED, runs && input && seen.reconnectExpired(), seen);
        set(show, AlarmKind.BLUR_FAILS, runs && seen.blur() == Cover.Blurring.FAILS, seen);
        set(show, AlarmKind.BLACK, pictures && lasts(seen, seen.signal().blackSince()), seen);
        set(show, AlarmKind.FREEZE, pictures && lasts(seen, seen.signal().freezeSince()), seen);
        set(show, AlarmKind.SILENCE, pictures && lasts(seen, seen.signal().silenceSince()), seen);
        set(show, AlarmKind.LOUD, pictures && lasts(seen, seen.signal().loudSince()), seen);
    }

    private static boolean isLost(ChannelObservation seen, Input input) {
        return seen.inputs().each().stream().anyMatch(in -> in.input() == input && in.lostSince() != null);
    }

    private void set(Carried show, AlarmKind kind, boolean on, ChannelObservation seen) {
        interruptions.set(on, kind, show.show(), Map.of("channel", seen.channel()));
    }
}
