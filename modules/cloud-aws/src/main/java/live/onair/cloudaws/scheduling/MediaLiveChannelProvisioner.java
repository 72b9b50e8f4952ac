package live.onair.cloudaws.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsCourse;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.RtmpTargets;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Alert;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Channel;
import live.onair.cloudaws.scheduling.MediaLiveWanted.Slot;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Ids;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.Input;
import live.onair.scheduling.spi.Recording;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import live.onair.scheduling.spi.Serving;
import org.jspecify.annotations.Nullable;

/** Runs channels on MediaLive, packaged by MediaPackage version 2, recorded in S3. */
@Singleton
@Backend("medialive")
class MediaLiveChannelProvisioner implements ChannelProvisioner {

    /** How long a call of the port waits for the service to settle, in looks of half a second. */
    private static final int LOOKS = 6;

    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final AwsCalls calls;
    private final MediaLiveSight sight;
    private final MediaLiveRecordings recordings;
    private final Ids ids;
    private final Clock clock;
    private final ShowAlarms alarms;
    private final RtmpTargets targets;

    @Inject
    MediaLiveChannelProvisioner(
            AwsCalls calls, MediaLiveRecordings recordings, RtmpTargets targets, Ids ids, Clock clock) {
        this.calls = calls;
        this.sight = new MediaLiveSight(calls, clock);
        this.recordings = recordings;
        this.targets = targets;
        this.ids = ids;
        this.clock = clock;
        this.alarms = new ShowAlarms(calls, clock);
    }

    @Override
    public ChannelObservation describe(String channel) {
        Instant now = clock.instant();
        return found(channel)
                .map(seen -> observed(channel, seen, now))
                .orElseGet(() -> ChannelObservation.idle(channel, now));
    }

    /** The schedule is read only while a start may be armed. */
    private ChannelObservation observed(String channel, Channel seen, Instant now) {
        boolean soon = seen.is("RUNNING") && MediaLiveObservations.isSoon(seen);
        Instant armed = soon ? sight.withSchedule(seen).armedFor() : null;
        ChannelObservation found = MediaLiveObservations.of(channel, seen, alerts(seen), armed, now);
        return found.show() != null
                ? found.served(Serving.below(MediaPackageRequests.path(calls.settings(), channel)))
                : found;
    }

    private Optional<Channel> found(String channel) {
        return sight.channel(calls.settings().nameOf(channel));
    }

    private List<Alert> alerts(Channel seen) {
        return seen.is("RUNNING") ? sight.alerts(seen) : List.of();
    }

    @Override
    public void prepare(RunSpec spec) {
        MediaLiveWanted wanted = new MediaLiveWanted(
                calls.settings(),
                spec,
                ids.secret(16),
                ids.secret(16),
                targets.of(spec.run().show()));
        Channel before = found(spec.run().channel()).orElse(null);
        if (before != null) {
            MediaLiveCourse.mayTake(before, spec.run());
        }
        walk(MediaLiveCourse.prepare(wanted), () -> sight.all(spec.run().channel()));
        watch(spec.run());
    }

    /** With alarms, once there is a channel of the run to be watched. */
    private void watch(Run run) {
        found(run.channel())
                .filter(channel -> channel.isOf(run))
                .ifPresent(channel -> alarms.deploy(run, AlarmCourse.ofMediaLive(calls.settings(), run, channel.id())));
    }

    @Override
    public void start(Run run) {
        Channel channel = found(run.channel())
                .filter(c -> c.tags().containsKey(AwsTags.RUN))
                .orElseThrow(() -> new CloudException(CloudFault.NOT_FOUND, run.id() + " was never prepared"));
        if (!channel.isOf(run)) {
            boolean running = channel.is("RUNNING") || channel.is("STARTING");
            throw new CloudException(
                    running ? CloudFault.CONFLICT : CloudFault.NOT_FOUND, run.id() + " is not the channel's run");
        }
        if (channel.runState().equals("stopped")) {
            throw new CloudException(CloudFault.CONFLICT, run.id() + " has been stopped");
        }
        if (channel.is("CREATING") || channel.is("UPDATING")) {
            throw new CloudException(CloudFault.CONFLICT, run.channel() + " is " + channel.state());
        }
        walk(
                MediaLiveCourse.start(clock.instant().toString()),
                () -> MediaLiveSeen.nothing().with(found(run.channel()).orElse(null)));
        // what had no answer when it was made ready
        watch(run);
    }

    @Override
    public void goOnAir(RunSpec spec) {
        MediaLiveSeen seen = sight.withSchedule(mustRun(spec.run()));
        // What is armed and too near to be taken back is the same switch, and on its way.
        if (seen.ordered() == Slot.SOON && !MediaLiveSwitches.isFixed(seen, clock.instant())) {
            MediaLiveSwitches.send(feed(spec)).walk(seen, calls);
        }
    }

    private Slot feed(RunSpec spec) {
        return new MediaLiveWanted(calls.settings(), spec, "").feed();
    }

    @Override
    public void arm(RunSpec spec, Instant start) {
        MediaLiveSeen seen = sight.withSchedule(mustRun(spec.run()));
        if (!start.equals(seen.armedFor())) {
            MediaLiveSwitches.mayArm(seen, spec.run(), start, clock.instant());
            MediaLiveSwitches.arm(spec.run(), feed(spec), start).walk(seen, calls);
        }
    }

    @Override
    public void disarm(Run run) {
        MediaLiveSeen seen = sight.withSchedule(mustRun(run));
        MediaLiveSwitches.mayOrder(seen, run, clock.instant());
        MediaLiveSwitches.disarm(clock.instant()).walk(seen, calls);
    }

    @Override
    public void slate(Run run, boolean on) {
        Channel channel = mustRun(run);
        MediaLiveSeen seen = sight.withSchedule(channel);
        Slot now = seen.ordered();
        if (on == (now == Slot.EMERGENCY)) {
            return;
        }
        MediaLiveSwitches.mayOrder(seen, run, clock.instant());
        MediaLiveSwitches.send(on ? Slot.EMERGENCY : MediaLiveSwitches.feedOf(seen))
                .walk(seen, calls);
    }

    @Override
    public void switchInput(Run run, Input to) {
        Channel channel = mustRun(run);
        if (!channel.hasBackup()) {
            throw new CloudException(CloudFault.INVALID, run.channel() + " has one input");
        }
        MediaLiveSeen seen = sight.withSchedule(channel);
        Slot slot = Slot.of(to);
        Instant now = clock.instant();
        if (!MediaLiveInputs.isWayThere(seen, channel, slot, now)) {
            new MediaLiveInputs(channel, alerts(channel)).maySwitch(slot);
            MediaLiveSwitches.sendByHand(seen, slot, now.toEpochMilli()).walk(seen, calls);
        }
    }

    private Channel mustRun(Run run) {
        return found(run.channel())
                .filter(c -> c.isOf(run)
                        && (c.is("RUNNING") || c.is("RECOVERING"))
                        && !c.runState().equals("stopped"))
                .orElseThrow(() -> new CloudException(CloudFault.CONFLICT, run.id() + " is not running"));
    }

    @Override
    public void stop(Run run) {
        Optional<Channel> channel = found(run.channel()).filter(c -> c.isOf(run));
        if (channel.isPresent()) {
            walk(
                    MediaLiveCourse.stop(clock.instant()),
                    () -> found(run.channel()).map(this::withArmed).orElseGet(MediaLiveSeen::nothing));
            alarms.remove(run);
        }
    }

    /** What is armed matters only while the channel runs. */
    private MediaLiveSeen withArmed(Channel channel) {
        return channel.is("RUNNING")
                ? sight.withSchedule(channel)
                : MediaLiveSeen.nothing().with(channel);
    }

    @Override
    public boolean remove(String channel) {
        Channel found = found(channel).orElse(null);
        if (found != null && !found.is("IDLE") && !found.is("DELETING") && !found.is("STOPPING")) {
            throw new CloudException(CloudFault.CONFLICT, channel + " is " + found.state());
        }
        alarms.removeForGood(channel);
        MediaPackageRequests pack = new MediaPackageRequests(calls.settings(), channel, "");
        String name = calls.settings().nameOf(channel);
        return walk(MediaLiveCourse.remove(pack, name), () -> sight.all(channel));
    }

    /** Walks as far as a few seconds carry; whether it is at its end. */
    private boolean walk(AwsCourse<MediaLiveSeen> course, Supplier<MediaLiveSeen> look) {
        for (int i = 0; i < LOOKS; i++) {
            if (course.walk(look.get(), calls).isEmpty()) {
                return true;
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        return false;
    }

    @Override
    public Optional<Recording> recording(String show) {
        return recordings.of(show);
    }

    @Override
    public void publishRecording(String show, boolean on, @Nullable Duration thumbnail) {
        recordings.publish(show, on, thumbnail);
    }
}
