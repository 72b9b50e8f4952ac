package live.onair.scheduling;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import live.onair.kernel.CloudException;
import live.onair.kernel.TimeWindow;
import live.onair.scheduling.ChannelPlan.Step;
import live.onair.scheduling.Lifecycle.Press;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelPlanner.Deed;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.Cover;
import live.onair.scheduling.spi.Recording;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import live.onair.work.Next;
import live.onair.work.Work;
import live.onair.work.WorkHandler;
import org.jspecify.annotations.Nullable;

/**
 * Brings the channel of a show to what should be, one step after another: look, read what is wanted, decide, act, record.
 * Looking comes before every act, so a run after a crash finds what the one before has done. Trouble with the backend is
 * no defect of the work: it raises an alarm and is tried again soon, for as long as the show wants it.
 */
@Singleton
class ReconcileChannelHandler implements WorkHandler<ReconcileChannelHandler.ReconcileChannel> {

    private static final int STEPS = 12;

    private final ReconcileTables tables;
    private final PressBook presses;
    private final InputPlans rules;
    private final ClockWatch watch;
    private final Instance<ChannelProvisioner> backends;

    @Inject
    ReconcileChannelHandler(
            ReconcileTables tables,
            PressBook presses,
            InputPlans rules,
            ClockWatch watch,
            @Any Instance<ChannelProvisioner> backends) {
        this.presses = presses;
        this.rules = rules;
        this.tables = tables;
        this.watch = watch;
        this.backends = backends;
    }

    @Override
    public Class<ReconcileChannel> type() {
        return ReconcileChannel.class;
    }

    @Override
    public Next handle(ReconcileChannel work) {
        for (int i = 0; i < STEPS; i++) {
            Optional<ReconcileTables.Target> target = tables.target(work.show());
            if (target.isEmpty()) {
                return Next.done();
            }
            Next next = step(target.get());
            if (next != null) {
                return next;
            }
        }
        // A backend on which nothing comes of the steps must not be run over.
        return Next.after(ChannelPlan.SOON);
    }

    /** Takes one step; null to take another at once. */
    private @Nullable Next step(ReconcileTables.Target target) {
        ReconcileTables.Sight sight = look(target);
        ClockWatch.Look time = watch.look();
        Wanted wanted = tables.claim(target.show(), sight, time.held());
        Step step = ChannelPlan.next(wanted, sight.channel(), time.now());
        if (step instanceof Step.Nothing) {
            tables.rest(wanted, null, sight);
            return Next.done();
        }
        if (step instanceof Step.Wait wait) {
            tables.rest(wanted, wait.why(), sight);
            return Next.at(wait.until());
        }
        try {
            performAsApproved(target, wanted, step);
        } catch (CloudException e) {
            return Next.after(tables.trouble(wanted, step, e));
        }
        tables.record(wanted, step);
        return null;
    }

    private ReconcileTables.Sight look(ReconcileTables.Target target) {
        try {
            ChannelProvisioner provisioner = Backend.Named.adapter(backends, target.backend());
            ChannelObservation channel = target.channelMatters() ? provisioner.describe(target.channel()) : null;
            Recording recording = target.recordingMatters()
                    ? provisioner.recording(target.show()).orElse(null)
                    : null;
            boolean schedules = presses.hasSchedule(target.backend());
            return new ReconcileTables.Sight(channel, recording, schedules, presses.blurs(target.backend()), null);
        } catch (CloudException e) {
            return new ReconcileTables.Sight(null, null, false, false, e);
        }
    }

    private void performAsApproved(ReconcileTables.Target target, Wanted wanted, Step step) {
        Press press = pressOf(wanted, step);
        if (press == null) {
            perform(target, wanted, step);
            return;
        }
        Duration picture = wanted.replay().thumbnail();
        List<Deed> deeds = step instanceof Step.Cover it ? List.of(it.deed()) : PressBook.deeds(press, false);
        PressBook.Asked asked =
                new PressBook.Asked(target.show(), press, target.backend(), wanted.spec(), deeds, picture);
        if (press != Press.REHEARSE) {
            PressBook.asApproved(presses, asked, () -> perform(target, wanted, step));
        } else if (PressBook.begins(presses, asked)) {
            perform(target, wanted, step);
        }
    }

    private static @Nullable Press pressOf(Wanted wanted, Step step) {
        if (step instanceof Step.Prepare && wanted.state() == ShowState.REHEARSAL) {
            return Press.REHEARSE;
        }
        if (step instanceof Step.Cover it && (it.deed() == Deed.SLATE_ON || it.deed() == Deed.BLUR_ON)) {
            return it.deed() == Deed.SLATE_ON && wanted.cover().slate() ? Press.SLATE_ON : Press.BLUR_ON;
        }
        if (step instanceof Step.Publish publish) {
            return publish.on() ? Press.PUBLISH : Press.WITHDRAW;
        }
        return step instanceof Step.Stop ? Press.STOP : null;
    }

    private void perform(ReconcileTables.Target target, Wanted wanted, Step step) {
        ChannelProvisioner provisioner = Backend.Named.adapter(backends, target.backend());
        if (step instanceof Step.Prepare && InputPlans.begins(rules, target.backend(), wanted.spec())) {
            provisioner.prepare(wanted.spec());
        } else if (step instanceof Step.Start) {
            Cover.begin(provisioner, wanted.spec(), wanted.blurs());
        } else if (step instanceof Step.GoOnAir) {
            provisioner.goOnAir(wanted.spec());
        } else if (step instanceof Step.Arm arm) {
            provisioner.arm(wanted.spec(), arm.start());
        } else if (step instanceof Step.Disarm) {
            provisioner.disarm(wanted.run());
        } else if (step instanceof Step.Cover cover) {
            Cover.carryOut(cover.deed(), provisioner, wanted.run());
        } else if (step instanceof Step.Stop) {
            provisioner.stop(wanted.run());
        } else if (step instanceof Step.Publish publish) {
            provisioner.publishRecording(
                    wanted.show(), publish.on(), wanted.replay().thumbnail());
        }
    }

    /** Bring the channel of this show one step nearer to what should be. Put by every change of the show. */
    record ReconcileChannel(String show) implements Work {
        @Override
        public String key() {
            return show;
        }
    }

    /**
     * What should be of a show's channel, as the tables say.
     *
     * @param version of the show when this was read
     * @param runOpen whether the run may still exist on the backend
     * @param prepared whether the backend has been given this specification
     * @param cover what is to keep viewers from the picture
     * @param blurs whether the backend can blur it
     * @param gateOpen whether nothing holds the start back, or somebody has overridden it
     * @param overridden whether somebody has
     * @param schedules whether the backend has a schedule of its own, which can hold the start
     * @param held whether the clock is not to be trusted now
     */
    record Wanted(
            String show,
            int version,
            ShowState state,
            TimeWindow window,
            Duration warmUp,
            Duration grace,
            Shows.Source source,
            RunSpec spec,
            boolean runOpen,
            boolean prepared,
            Cover cover,
            boolean blurs,
            boolean gateOpen,
            boolean overridden,
            boolean schedules,
            boolean held,
            @Nullable Instant rehearsalUntil,
            Replay replay) {

        /** What is known of the recording. */
        enum Taped {
            UNKNOWN,
            NOTHING,
            READY
        }

        /**
         * What should be of its replay.
         *
         * @param at when it is due, null while the show is not over
         * @param published whether the backend has been told to show it
         * @param thumbnail position whose picture should stand for it, null for the last picture
         * @param shown position the backend has been told
         */
        record Replay(
                boolean wanted,
                @Nullable Instant at,
                boolean published,
                Taped taped,
                @Nullable Duration thumbnail,
                @Nullable Duration shown) {

            /** Whether the backend shows it as it should look. */
            boolean isShown() {
                return published && Objects.equals(thumbnail, shown);
            }
        }

        Run run() {
            return spec.run();
        }

        Instant standbyAt() {
            return window.start().minus(warmUp);
        }
    }
}
