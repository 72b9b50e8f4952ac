package live.onair.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Ids;
import live.onair.scheduling.ChannelPlan.Step;
import live.onair.scheduling.ChannelPlan.Why;
import live.onair.scheduling.Interruptions.AlarmKind;
import live.onair.scheduling.Passage.AutoReason;
import live.onair.scheduling.ReconcileChannelHandler.Wanted;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelPlanner.Deed;
import live.onair.scheduling.spi.Cover;
import live.onair.scheduling.spi.Recording;
import live.onair.scheduling.spi.RunSpec;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** The halves of {@link ReconcileChannelHandler} that touch tables, each in a transaction of its own. */
@Singleton
@Transactional
class ReconcileTables {

    /** After so long nothing will have been recorded any more. */
    private static final Duration GIVE_UP = Duration.ofMinutes(10);

    private static final Duration PATIENT = Duration.ofSeconds(10);

    private final Statements sql;
    private final ShowShelf shelf;
    private final Passage passage;
    private final GateBook gate;
    private final SignalWatch signals;
    private final Sightings recordings;
    private final InterruptionBook interruptions;
    private final Clock clock;

    @Inject
    ReconcileTables(
            Statements sql,
            ShowShelf shelf,
            Passage passage,
            GateBook gate,
            SignalWatch signals,
            Sightings recordings,
            InterruptionBook interruptions,
            Clock clock) {
        this.sql = sql;
        this.shelf = shelf;
        this.passage = passage;
        this.gate = gate;
        this.signals = signals;
        this.recordings = recordings;
        this.interruptions = interruptions;
        this.clock = clock;
    }

    /** Where to look, and at what. */
    record Target(String show, String channel, String backend, boolean channelMatters, boolean recordingMatters) {}

    /** What was seen of the outside. */
    record Sight(
            @Nullable ChannelObservation channel,
            @Nullable Recording recording,
            boolean schedules,
            boolean blurs,
            @Nullable CloudException trouble) {}

    Optional<Target> target(String show) {
        return sql.one(
                "select s.id, s.state, s.run_open, r.id channel, r.backend, coalesce(t.complete, false) taped"
                        + " from scheduling.show s join scheduling.resource r on r.id ="
                        + " case when s.run_no > 0 then coalesce(s.run_channel, s.channel_id) else s.channel_id end"
                        + " left join scheduling.recording t on t.show_id = s.id where s.id = ?",
                row -> new Target(
                        row.text("id"),
                        row.text("channel"),
                        row.text("backend"),
                        row.isTrue("run_open"),
                        row.text("state").equals("ENDED") && !row.isTrue("run_open") && !row.isTrue("taped")),
                show);
    }

    /** Keeps what was seen, then reads what is wanted. */
    Wanted claim(String id, Sight sight, boolean held) {
        if (sight.channel() != null) {
            signals.take(sight.channel());
        }
        Show show = shelf.lock(id).orElseThrow();
        keepRecording(show, sight);
        RunSpec spec = spec(show)
                .with(InputBook.failover(sql, show.run().channel()))
                .with(show.cover().on(sight.blurs()));
        boolean holdsBack = show.state() == ShowState.STANDBY && gate.holdsBack(id, Gate.Guards.ON_AIR);
        return new Wanted(
                id,
                show.version(),
                show.state(),
                show.terms().window(),
                show.plan().warmUp(),
                show.plan().grace(),
                show.terms().feed().source(),
                spec,
                show.isRunOpen(),
                show.isPreparedAs(markOf(spec)),
                show.cover(),
                sight.blurs(),
                !holdsBack || show.isGateOverridden(),
                holdsBack && show.isGateOverridden(),
                sight.schedules(),
                held,
                show.rehearsalUntil(),
                show.replay().wanted(show.terms().replay(), taped(id)));
    }

    private Wanted.Taped taped(String id) {
        return recordings.isReady(id)
                ? Wanted.Taped.READY
                : recordings.isComplete(id) ? Wanted.Taped.NOTHING : Wanted.Taped.UNKNOWN;
    }

    private void keepRecording(Show show, Sight sight) {
        if (show.state() != ShowState.ENDED || show.isRunOpen() || sight.trouble() != null) {
            return;
        }
        Recording recording = sight.recording();
        Instant ended = show.endedAt();
        if (recording != null) {
            recordings.keep(recording);
        } else if (!recordings.isComplete(show.id())
                && ended != null
                && clock.instant().isAfter(ended.plus(GIVE_UP))) {
            // Nothing was recorded, and nothing more will be.
            recordings.keep(new Recording(show.id(), true, 0, List.of(), false, null));
        }
    }

    static RunSpec spec(Show show) {
        String key = show.state() == ShowState.REHEARSAL ? show.privateKey() : null;
        return show.terms().spec(show.run(), show.state(), key);
    }

    /** Tells one specification from another; whether it is on air, and what is before it then, does not make it another. */
    private static String markOf(RunSpec spec) {
        return Ids.digest(spec.onAir().with(Cover.NONE).toString());
    }

    /** Records the step, unless somebody has changed the show since it was claimed: then all is looked at anew. */
    void record(Wanted wanted, Step step) {
        Show show = shelf.lock(wanted.show()).orElseThrow();
        if (show.version() != wanted.version()) {
            return;
        }
        if (step instanceof Step.Move move) {
            pass(show, move);
        } else if (step instanceof Step.Prepare) {
            show.prepared(markOf(wanted.spec()));
        } else if (step instanceof Step.CloseRun) {
            show.closeRun();
        } else if (step instanceof Step.NewRun) {
            String lost = show.run().id();
            show.replaceRun();
            passage.tell(new ShowEvent.RunLost(show.id(), lost, show.run().id()));
        } else if (step instanceof Step.Arm arm) {
            passage.tell(new ShowEvent.StartArmed(show.id(), show.run().channel(), arm.start()));
        } else if (step instanceof Step.Disarm disarm && disarm.was() != null) {
            passage.tell(new ShowEvent.StartDisarmed(show.id(), show.run().channel(), disarm.was()));
        } else if (step instanceof Step.Publish publish) {
            show.replay().told(publish.on());
            passage.tell(new ShowEvent.ReplayShown(show.id(), publish.on()));
        }
    }

    private void pass(Show show, Step.Move move) {
        if (move.to() == ShowState.APPROVED) {
            passage.endRehearsal(show, move.reason().code());
        } else {
            passage.to(show, move.to(), move.reason().code());
        }
        AlarmKind missed = move.reason() == AutoReason.MISSED
                ? AlarmKind.MISSED
                : move.reason() == AutoReason.NEVER_STARTED ? AlarmKind.NEVER_STARTED : null;
        if (missed != null) {
            interruptions.set(
                    true, missed, show.id(), Map.of("title", show.terms().title()));
        }
    }

    /** Raises and ends the alarms that go with what is waited for. */
    void rest(Wanted wanted, @Nullable Why why, Sight sight) {
        String id = wanted.show();
        CloudException trouble = sight.trouble();
        boolean away = why == Why.BACKEND_AWAY && trouble != null;
        interruptions.set(away, AlarmKind.MEDIA_DOWN, id, trouble == null ? Map.of() : words(trouble));
        interruptions.close(AlarmKind.CHANNEL_TROUBLE.name(), id);
        if (why != Why.BACKEND_AWAY) {
            interruptions.close(AlarmKind.BLUR_FULL.name(), id);
        }
        boolean late = !clock.instant().isBefore(wanted.window().start());
        boolean stuck = late
                && (why == Why.CHANNEL_BUSY || why == Why.UNDER_WAY)
                && wanted.state().isLive();
        String channel = wanted.run().channel();
        interruptions.set(stuck, AlarmKind.CHANNEL_NOT_RUNNING, id, Map.of("channel", channel));
        if (why == Why.GATE) {
            List<Gate.Row> red = gate.holding(id, Gate.Guards.ON_AIR);
            String checks = red.stream().map(Gate.Row::code).collect(Collectors.joining(", "));
            interruptions.open(AlarmKind.GATE, id, OptionalInt.empty(), Map.of("checks", checks));
        } else if (why != Why.BACKEND_AWAY) {
            interruptions.close(AlarmKind.GATE.name(), id);
        }
    }

    /** The backend would not do what it should; after so long it may be asked again. */
    Duration trouble(Wanted wanted, Step step, CloudException trouble) {
        boolean full = step.equals(new Step.Cover(Deed.BLUR_ON)) && trouble.fault() == CloudFault.EXHAUSTED;
        AlarmKind kind = full ? AlarmKind.BLUR_FULL : AlarmKind.CHANNEL_TROUBLE;
        interruptions.open(kind, wanted.show(), OptionalInt.empty(), words(trouble));
        if (full) {
            // All the rest is as it should be, the slate in the place of the blur.
            Stream.of(AlarmKind.MEDIA_DOWN, AlarmKind.CHANNEL_TROUBLE, AlarmKind.CHANNEL_NOT_RUNNING, AlarmKind.GATE)
                    .forEach(over -> interruptions.close(over.name(), wanted.show()));
        }
        return switch (trouble.fault()) {
            case UNAVAILABLE, UNKNOWN_OUTCOME, CONFLICT -> ChannelPlan.SOON;
            default -> PATIENT;
        };
    }

    private static Map<String, Object> words(CloudException trouble) {
        return Map.of("fault", trouble.fault(), "message", String.valueOf(trouble.getMessage()));
    }
}
