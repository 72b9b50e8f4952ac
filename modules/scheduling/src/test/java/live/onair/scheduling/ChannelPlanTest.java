package live.onair.scheduling;

import static live.onair.scheduling.ChannelPlan.Why.BACKEND_AWAY;
import static live.onair.scheduling.ChannelPlan.Why.CHANNEL_BUSY;
import static live.onair.scheduling.ChannelPlan.Why.CLOCK_HELD;
import static live.onair.scheduling.ChannelPlan.Why.GATE;
import static live.onair.scheduling.ChannelPlan.Why.RECORDING;
import static live.onair.scheduling.ChannelPlan.Why.RUNNING;
import static live.onair.scheduling.ChannelPlan.Why.TIME;
import static live.onair.scheduling.ChannelPlan.Why.UNDER_WAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import live.onair.kernel.TimeWindow;
import live.onair.scheduling.ChannelPlan.Step;
import live.onair.scheduling.Passage.AutoReason;
import live.onair.scheduling.ReconcileChannelHandler.Wanted;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelObservation.Output;
import live.onair.scheduling.spi.ChannelObservation.Signal;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.ChannelPlanner.Deed;
import live.onair.scheduling.spi.Cover;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import live.onair.scheduling.spi.Serving;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChannelPlanTest {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant END = START.plus(Duration.ofHours(1));
    private static final Duration PICTURE = Duration.ofSeconds(65);
    private static final Run OURS = new Run("CH-01", "SH-10001:1", "SH-10001");

    /** A show from START to END with a minute before and after, all in order; tests bend it. */
    private static final class Bent {
        ShowState state = ShowState.APPROVED;
        Shows.Source source = Shows.Source.INPUT;
        boolean runOpen = true;
        boolean prepared = true;
        boolean slateOn;
        boolean blurOn;
        boolean blurs = true;
        boolean gateOpen = true;
        boolean overridden;
        boolean schedules;
        boolean held;
        Wanted.Replay replay = new Wanted.Replay(true, END, false, Wanted.Taped.UNKNOWN, null, null);

        static Bent in(ShowState state) {
            Bent bent = new Bent();
            bent.state = state;
            bent.runOpen = state.isLive() || state == ShowState.REHEARSAL;
            return bent;
        }

        Wanted wanted() {
            RunSpec spec = new RunSpec(
                    OURS,
                    new RunSpec.Feed(RunSpec.FeedKind.INPUT, null, null, "가을 니트"),
                    null,
                    true,
                    Duration.ofSeconds(120),
                    new RunSpec.Slates("", "", "", ""),
                    state == ShowState.STANDBY);
            return new Wanted(
                    "SH-10001",
                    1,
                    state,
                    new TimeWindow(START, END),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    source,
                    spec,
                    runOpen,
                    prepared,
                    new Cover(slateOn, blurOn),
                    blurs,
                    gateOpen,
                    overridden,
                    schedules,
                    held,
                    START.minusSeconds(600),
                    replay);
        }
    }

    private interface Bend {
        void on(Bent bent);
    }

    private static Step plan(ShowState state, ChannelObservation seen, Instant now, Bend bend) {
        Bent bent = Bent.in(state);
        bend.on(bent);
        return ChannelPlan.next(bent.wanted(), seen, now);
    }

    private static ChannelObservation seen(State state, boolean connected) {
        return seen(OURS.id(), state, connected, false, false);
    }

    private static ChannelObservation seen(String run, State state, boolean connected, boolean warmUp, boolean slate) {
        Signal signal = new Signal(connected, null, null, null, 0, 0, 0, 0, false, null, null, null, null, true);
        return new ChannelObservation(
                "CH-01", run, "SH-10001", state, warmUp, slate, Output.NONE, signal, false, false, 0, START);
    }

    private static ChannelObservation other(State state) {
        return seen("SH-10000:1", state, true, false, false);
    }

    private static ChannelObservation running() {
        return seen(State.RUNNING, true);
    }

    private static final Bend AS_IS = bent -> {};

    private static ChannelObservation warm(Instant armed) {
        return new ChannelObservation(
                "CH-01",
                OURS.id(),
                "SH-10001",
                State.RUNNING,
                true,
                false,
                Cover.Blurring.NONE,
                Output.SLATE_SOON,
                Signal.UNTOLD,
                false,
                false,
                0,
                START,
                ChannelObservation.Inputs.ONE,
                ChannelObservation.Pipelines.ONE,
                Serving.NOBODY,
                armed);
    }

    private static Step arming(ChannelObservation seen, Instant now, Bend bend) {
        return plan(ShowState.STANDBY, seen, now, bent -> {
            bent.schedules = true;
            bend.on(bent);
        });
    }

    @Test
    void a_start_is_armed_as_soon_as_the_channel_runs_and_until_it_is_too_near() {
        Instant minute = START.minusSeconds(60);
        assertThat(arming(warm(null), minute, AS_IS)).isEqualTo(new Step.Arm(START));
        assertThat(arming(warm(START), minute, AS_IS)).isEqualTo(new Step.Wait(minute.plusSeconds(5), RUNNING));
        assertThat(plan(ShowState.STANDBY, warm(null), minute, AS_IS))
                .as("a backend without a schedule")
                .isEqualTo(new Step.Wait(minute.plusSeconds(5), RUNNING));
        assertThat(arming(warm(null), START.minusSeconds(18), AS_IS)).isEqualTo(new Step.Arm(START));
        assertThat(arming(warm(null), START.minusSeconds(17), AS_IS)).isInstanceOf(Step.Wait.class);
        assertThat(arming(warm(null), START.minus(Duration.ofDays(15)), AS_IS)).isInstanceOf(Step.Wait.class);
        assertThat(arming(seen(State.STARTING, false), minute, AS_IS)).isInstanceOf(Step.Wait.class);
        assertThat(arming(warm(null), minute, b -> b.held = true)).isInstanceOf(Step.Wait.class);
    }

    @Test
    void what_may_not_start_is_taken_back_while_there_is_time() {
        Instant minute = START.minusSeconds(60);
        for (Bend red : List.<Bend>of(b -> b.gateOpen = false, b -> b.slateOn = true)) {
            assertThat(arming(warm(null), minute, red)).isInstanceOf(Step.Wait.class);
            assertThat(arming(warm(START), minute, red)).isEqualTo(new Step.Disarm(START));
            assertThat(arming(warm(START), START.minusSeconds(15), red)).isEqualTo(new Step.Disarm(START));
            assertThat(arming(warm(START), START.minusSeconds(14), red)).isInstanceOf(Step.Wait.class);
        }
        Instant other = START.minusSeconds(30);
        assertThat(arming(warm(other), minute, AS_IS)).as("it was moved").isEqualTo(new Step.Arm(START));
        assertThat(arming(warm(other), other.minusSeconds(3), AS_IS)).isInstanceOf(Step.Wait.class);
        assertThat(arming(warm(other), other, AS_IS)).isEqualTo(new Step.Disarm(other));
        assertThat(arming(running(), other, AS_IS)).as("early").isEqualTo(new Step.Disarm(null));
    }

    @Test
    void the_start_finds_what_was_armed_and_a_red_gate_brings_the_slate_back() {
        assertThat(arming(warm(START), START, AS_IS)).isEqualTo(move(ShowState.ON_AIR, AutoReason.START_TIME));
        assertThat(arming(warm(START), START, b -> b.gateOpen = false)).isEqualTo(new Step.Disarm(START));
        assertThat(arming(running(), START.plusSeconds(3), b -> b.gateOpen = false))
                .isEqualTo(new Step.Disarm(null));
        assertThat(arming(warm(null), START.plusSeconds(3), b -> b.gateOpen = false))
                .isEqualTo(new Step.Wait(START.plusSeconds(5), GATE));
        assertThat(plan(ShowState.ON_AIR, warm(START), START.plusSeconds(1), AS_IS))
                .as("it comes by itself")
                .isEqualTo(new Step.Wait(START.plusSeconds(3), RUNNING));
        assertThat(plan(ShowState.ON_AIR, warm(START), START.plusSeconds(10), AS_IS))
                .isEqualTo(new Step.GoOnAir());
        assertThat(plan(ShowState.ON_AIR, warm(START), START.minusSeconds(30), AS_IS))
                .as("by hand")
                .isEqualTo(new Step.GoOnAir());
    }

    @Test
    void what_went_on_air_while_we_were_away_is_on_air() {
        Bend red = b -> b.gateOpen = false;
        assertThat(arming(running(), START.plusSeconds(61), red))
                .isEqualTo(move(ShowState.ON_AIR, AutoReason.START_TIME));
        assertThat(arming(running(), END.plusSeconds(1), AS_IS))
                .isEqualTo(move(ShowState.ON_AIR, AutoReason.START_TIME));
        assertThat(arming(warm(null), END.plusSeconds(1), AS_IS))
                .isEqualTo(move(ShowState.CANCELLED, AutoReason.NEVER_STARTED));
    }

    static Stream<Arguments> decisions() {
        Instant before = START.minusSeconds(3600);
        Instant standby = START.minusSeconds(60);
        Instant grace = END.plusSeconds(59);
        Instant last = END.plusSeconds(60);
        List<Arguments> all = new ArrayList<>();
        // An approved show waits for its standby, passes on at it, and is missed only after its end.
        add(all, ShowState.APPROVED, null, before, AS_IS, new Step.Wait(standby, TIME));
        add(all, ShowState.APPROVED, null, standby.minusMillis(1), AS_IS, new Step.Wait(standby, TIME));
        add(all, ShowState.APPROVED, null, standby, AS_IS, move(ShowState.STANDBY, AutoReason.STANDBY_TIME));
        add(all, ShowState.APPROVED, null, END.minusMillis(1), AS_IS, move(ShowState.STANDBY, AutoReason.STANDBY_TIME));
        add(all, ShowState.APPROVED, null, END, AS_IS, move(ShowState.CANCELLED, AutoReason.MISSED));
        add(
                all,
                ShowState.APPROVED,
                null,
                standby,
                b -> b.held = true,
                new Step.Wait(standby.plusSeconds(5), CLOCK_HELD));
        add(all, ShowState.APPROVED, running(), standby, b -> b.runOpen = true, new Step.Stop());
        // Standing by: what is missing comes first, then the time, then the gate.
        add(all, ShowState.STANDBY, null, standby, AS_IS, new Step.Wait(standby.plusSeconds(2), BACKEND_AWAY));
        add(all, ShowState.STANDBY, ChannelObservation.idle("CH-01", START), standby, AS_IS, new Step.Prepare());
        add(all, ShowState.STANDBY, other(State.FINISHED), standby, AS_IS, new Step.Prepare());
        add(all, ShowState.STANDBY, other(State.READY), standby, AS_IS, new Step.Prepare());
        for (State busy : List.of(State.RUNNING, State.STARTING, State.STOPPING, State.INTERRUPTED)) {
            add(
                    all,
                    ShowState.STANDBY,
                    other(busy),
                    standby,
                    AS_IS,
                    new Step.Wait(standby.plusSeconds(2), CHANNEL_BUSY));
        }
        add(all, ShowState.STANDBY, seen(State.READY, false), standby, AS_IS, new Step.Start());
        add(all, ShowState.STANDBY, seen(State.READY, false), standby, b -> b.prepared = false, new Step.Prepare());
        add(
                all,
                ShowState.STANDBY,
                seen(State.STARTING, false),
                standby,
                AS_IS,
                new Step.Wait(standby.plusSeconds(2), UNDER_WAY));
        add(all, ShowState.STANDBY, seen(State.INTERRUPTED, false), standby, AS_IS, new Step.Start());
        add(all, ShowState.STANDBY, seen(State.FINISHED, false), standby, AS_IS, new Step.NewRun());
        add(all, ShowState.STANDBY, seen(State.STOPPING, false), standby, AS_IS, new Step.NewRun());
        add(all, ShowState.STANDBY, running(), standby, b -> b.prepared = false, new Step.Prepare());
        add(all, ShowState.STANDBY, running(), standby, AS_IS, new Step.Wait(standby.plusSeconds(5), RUNNING));
        add(all, ShowState.STANDBY, running(), START.minusSeconds(1), AS_IS, new Step.Wait(START, RUNNING));
        add(all, ShowState.STANDBY, running(), START, AS_IS, move(ShowState.ON_AIR, AutoReason.START_TIME));
        add(
                all,
                ShowState.STANDBY,
                running(),
                START,
                b -> b.gateOpen = false,
                new Step.Wait(START.plusSeconds(2), GATE));
        add(
                all,
                ShowState.STANDBY,
                running(),
                START,
                b -> b.overridden = true,
                move(ShowState.ON_AIR, AutoReason.GATE_OVERRIDDEN));
        add(
                all,
                ShowState.STANDBY,
                running(),
                START,
                b -> b.held = true,
                new Step.Wait(START.plusSeconds(5), CLOCK_HELD));
        add(all, ShowState.STANDBY, running(), END, AS_IS, move(ShowState.CANCELLED, AutoReason.NEVER_STARTED));
        add(all, ShowState.STANDBY, null, END, AS_IS, move(ShowState.CANCELLED, AutoReason.NEVER_STARTED));
        // On air: the end by source and signal, then what is missing, then slate.
        add(all, ShowState.ON_AIR, running(), START, AS_IS, new Step.Wait(START.plusSeconds(5), RUNNING));
        add(all, ShowState.ON_AIR, running(), END.minusSeconds(1), AS_IS, new Step.Wait(END, RUNNING));
        add(all, ShowState.ON_AIR, seen(OURS.id(), State.RUNNING, true, true, false), START, AS_IS, new Step.GoOnAir());
        add(all, ShowState.ON_AIR, running(), START, b -> b.slateOn = true, new Step.Cover(Deed.SLATE_ON));
        add(
                all,
                ShowState.ON_AIR,
                seen(OURS.id(), State.RUNNING, true, false, true),
                START,
                AS_IS,
                new Step.Cover(Deed.SLATE_OFF));
        covers(all);
        add(all, ShowState.ON_AIR, seen(State.INTERRUPTED, false), START, AS_IS, new Step.Start());
        add(all, ShowState.ON_AIR, seen(State.FINISHED, false), START, AS_IS, new Step.NewRun());
        add(all, ShowState.ON_AIR, ChannelObservation.idle("CH-01", START), START, AS_IS, new Step.Prepare());
        add(all, ShowState.ON_AIR, running(), END, AS_IS, new Step.Wait(END.plusSeconds(2), RUNNING));
        add(all, ShowState.ON_AIR, running(), grace, AS_IS, new Step.Wait(last, RUNNING));
        add(all, ShowState.ON_AIR, running(), last, AS_IS, move(ShowState.ENDED, AutoReason.OVERRUN));
        add(all, ShowState.ON_AIR, seen(State.RUNNING, false), END, AS_IS, move(ShowState.ENDED, AutoReason.END_TIME));
        add(
                all,
                ShowState.ON_AIR,
                running(),
                END,
                b -> b.source = Shows.Source.TEST,
                move(ShowState.ENDED, AutoReason.END_TIME));
        add(
                all,
                ShowState.ON_AIR,
                running(),
                END,
                b -> b.source = Shows.Source.FILE,
                move(ShowState.ENDED, AutoReason.END_TIME));
        add(all, ShowState.ON_AIR, null, END, AS_IS, new Step.Wait(END.plusSeconds(2), BACKEND_AWAY));
        add(all, ShowState.ON_AIR, null, last, AS_IS, move(ShowState.ENDED, AutoReason.END_TIME));
        add(all, ShowState.ON_AIR, running(), last, b -> b.held = true, new Step.Wait(last.plusSeconds(5), CLOCK_HELD));
        add(all, ShowState.ON_AIR, seen(State.INTERRUPTED, false), last, b -> b.held = true, new Step.Start());
        // A rehearsal runs until its time, then its run is stopped before anything else.
        Instant over = START.minusSeconds(600);
        add(all, ShowState.REHEARSAL, seen(State.READY, false), over.minusSeconds(9), AS_IS, new Step.Start());
        add(all, ShowState.REHEARSAL, running(), over.minusSeconds(1), AS_IS, new Step.Wait(over, RUNNING));
        add(all, ShowState.REHEARSAL, running(), over, AS_IS, move(ShowState.APPROVED, AutoReason.REHEARSAL_OVER));
        // What is over is stopped, seen to be stopped, and its replay follows.
        for (ShowState over2 : List.of(ShowState.CANCELLED, ShowState.ENDED, ShowState.IN_REVIEW, ShowState.ARCHIVED)) {
            for (State live : List.of(State.RUNNING, State.STARTING, State.READY, State.INTERRUPTED)) {
                add(all, over2, seen(live, true), END, b -> b.runOpen = true, new Step.Stop());
            }
            add(
                    all,
                    over2,
                    seen(State.STOPPING, false),
                    END,
                    b -> b.runOpen = true,
                    new Step.Wait(END.plusSeconds(2), UNDER_WAY));
            add(all, over2, seen(State.FINISHED, false), END, b -> b.runOpen = true, new Step.CloseRun());
            add(all, over2, other(State.RUNNING), END, b -> b.runOpen = true, new Step.CloseRun());
            add(all, over2, null, END, b -> b.runOpen = true, new Step.Wait(END.plusSeconds(2), BACKEND_AWAY));
        }
        add(all, ShowState.CANCELLED, null, END, AS_IS, new Step.Nothing());
        add(all, ShowState.DRAFT, null, END, AS_IS, new Step.Nothing());
        add(all, ShowState.ENDED, null, END, AS_IS, new Step.Wait(END.plusSeconds(2), RECORDING));
        add(
                all,
                ShowState.ENDED,
                null,
                END,
                replay(true, END, false, Wanted.Taped.READY),
                move(ShowState.REPLAY, AutoReason.REPLAY_DUE));
        add(all, ShowState.ENDED, null, END, replay(true, last, false, Wanted.Taped.READY), new Step.Wait(last, TIME));
        add(all, ShowState.ENDED, null, END, replay(true, END, false, Wanted.Taped.NOTHING), new Step.Nothing());
        add(all, ShowState.ENDED, null, END, replay(false, END, false, Wanted.Taped.READY), new Step.Nothing());
        add(all, ShowState.ENDED, null, END, replay(false, END, true, Wanted.Taped.READY), new Step.Publish(false));
        add(all, ShowState.REPLAY, null, END, replay(true, END, false, Wanted.Taped.READY), new Step.Publish(true));
        add(all, ShowState.REPLAY, null, END, replay(true, END, true, Wanted.Taped.READY), new Step.Nothing());
        add(all, ShowState.REPLAY, null, END, pictured(PICTURE, null), new Step.Publish(true));
        add(all, ShowState.REPLAY, null, END, pictured(null, PICTURE), new Step.Publish(true));
        add(all, ShowState.REPLAY, null, END, pictured(PICTURE, PICTURE), new Step.Nothing());
        add(all, ShowState.ARCHIVED, null, END, replay(true, END, true, Wanted.Taped.READY), new Step.Publish(false));
        return all.stream();
    }

    private static Bend replay(boolean wanted, Instant at, boolean published, Wanted.Taped taped) {
        return bent -> bent.replay = new Wanted.Replay(wanted, at, published, taped, null, null);
    }

    /** A replay that is shown, with the picture that is wanted and the one the backend has been told. */
    private static Bend pictured(Duration wanted, Duration told) {
        return bent -> bent.replay = new Wanted.Replay(true, END, true, Wanted.Taped.READY, wanted, told);
    }

    private static Step move(ShowState to, AutoReason reason) {
        return new Step.Move(to, reason);
    }

    private static void add(
            List<Arguments> all, ShowState state, ChannelObservation seen, Instant now, Bend bend, Step expected) {
        all.add(Arguments.of(state, seen, now, bend, expected));
    }

    @ParameterizedTest(name = "{0} at {2}: {4}")
    @MethodSource("decisions")
    void decides_the_one_next_step(ShowState state, ChannelObservation seen, Instant now, Bend bend, Step expected) {
        assertThat(plan(state, seen, now, bend)).isEqualTo(expected);
    }

    /** Every state, observation, moment and flag there is. */
    @Test
    void never_does_what_must_never_be_done() {
        int looked = 0;
        for (ShowState state : ShowState.values()) {
            for (ChannelObservation seen : everythingSeen()) {
                for (int second = -3700; second <= 3900; second += 50) {
                    for (int flags = 0; flags < 128; flags++) {
                        check(state, seen, START.plusSeconds(second), flags);
                        looked++;
                    }
                }
            }
        }
        assertThat(looked).isGreaterThan(1_000_000);
    }

    /** A blur: one cover comes before the other goes, and the slate stands for it where a picture cannot be blurred. */
    private static void covers(List<Arguments> all) {
        Bend blur = b -> b.blurOn = true;
        Bend cannot = b -> {
            b.blurOn = true;
            b.blurs = false;
        };
        ChannelObservation slate = seen(OURS.id(), State.RUNNING, true, false, true);
        add(all, ShowState.ON_AIR, running(), START, blur, new Step.Cover(Deed.BLUR_ON));
        add(all, ShowState.ON_AIR, slate, START, blur, new Step.Cover(Deed.BLUR_ON));
        add(all, ShowState.ON_AIR, blurred(slate), START, blur, new Step.Cover(Deed.SLATE_OFF));
        add(all, ShowState.ON_AIR, blurred(running()), START, AS_IS, new Step.Cover(Deed.BLUR_OFF));
        add(all, ShowState.ON_AIR, blurred(running()), START, b -> b.slateOn = true, new Step.Cover(Deed.SLATE_ON));
        add(all, ShowState.ON_AIR, running(), START, cannot, new Step.Cover(Deed.SLATE_ON));
        add(all, ShowState.ON_AIR, slate, START, cannot, new Step.Wait(START.plusSeconds(5), RUNNING));
        add(all, ShowState.ON_AIR, slate, START, b -> b.blurs = false, new Step.Cover(Deed.SLATE_OFF));
        add(all, ShowState.ON_AIR, null, START, blur, new Step.Wait(START.plusSeconds(2), BACKEND_AWAY));
    }

    private static ChannelObservation blurred(ChannelObservation seen) {
        return new ChannelObservation(
                seen.channel(),
                seen.run(),
                seen.show(),
                seen.state(),
                seen.warmUp(),
                seen.slateForced(),
                Cover.Blurring.WORKS,
                seen.output(),
                seen.signal(),
                false,
                false,
                0,
                seen.at(),
                seen.inputs(),
                seen.pipelines(),
                seen.serving(),
                null);
    }

    private static List<ChannelObservation> everythingSeen() {
        List<ChannelObservation> all = new ArrayList<>();
        all.add(null);
        for (State state : State.values()) {
            all.add(seen(state, false));
            all.add(seen(state, true));
            all.add(other(state));
        }
        return all;
    }

    private static void check(ShowState state, ChannelObservation seen, Instant now, int flags) {
        Bent bent = Bent.in(state);
        bent.runOpen = (flags & 1) != 0;
        bent.prepared = (flags & 2) != 0;
        bent.gateOpen = (flags & 4) != 0;
        bent.held = (flags & 8) != 0;
        bent.source = (flags & 16) != 0 ? Shows.Source.INPUT : Shows.Source.TEST;
        bent.slateOn = (flags & 32) != 0;
        bent.blurOn = (flags & 64) != 0;
        bent.replay = new Wanted.Replay((flags & 64) != 0, END, false, Wanted.Taped.READY, null, null);
        Step step = ChannelPlan.next(bent.wanted(), seen, now);
        boolean ours = seen != null && seen.isOf(OURS);
        if (step instanceof Step.Move move) {
            assertThat(bent.held).as("held").isFalse();
            assertThat(state.mayBecome(move.to()))
                    .as("%s to %s", state, move.to())
                    .isTrue();
            if (move.to() == ShowState.ON_AIR) {
                assertThat(ours
                                && seen.state() == State.RUNNING
                                && bent.gateOpen
                                && !now.isBefore(START)
                                && now.isBefore(END))
                        .isTrue();
            }
            if (move.to() == ShowState.ENDED) {
                assertThat(now).isAfterOrEqualTo(END);
            }
        } else if (step instanceof Step.Start) {
            assertThat(ours && Set.of(State.READY, State.INTERRUPTED).contains(seen.state()))
                    .isTrue();
            assertThat(state.isLive() || state == ShowState.REHEARSAL).isTrue();
        } else if (step instanceof Step.Stop) {
            assertThat(ours && !state.isLive() && state != ShowState.REHEARSAL).isTrue();
        } else if (step instanceof Step.Prepare) {
            assertThat(ours || Set.of(State.IDLE, State.READY, State.FINISHED).contains(seen.state()))
                    .isTrue();
        } else if (step instanceof Step.Wait wait) {
            assertThat(wait.until()).isAfter(now);
        }
    }
}
