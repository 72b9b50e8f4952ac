package live.onair.cloudaws.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsCourse;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.AwsTime;
import live.onair.cloudaws.scheduling.IvsSeen.Channel;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.Recording;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ivs.model.GetChannelResponse;
import software.amazon.awssdk.services.ivs.model.Stream;
import software.amazon.awssdk.services.ivs.model.StreamSession;

/**
 * Runs channels on IVS.
 *
 * <p>IVS has no start: it sends whenever an encoder with the channel's key does, and to everyone who knows the address.
 * Starting a run therefore tells the account that it counts, and nothing else. IVS makes no picture of its own either: the
 * "soon" slate and the emergency slate cover the picture on the viewers' page, which hears of them by its own feed and by
 * a word in the stream; the channel goes on sending. A stop cuts the encoder off; one that connects again by itself makes
 * the channel live again, which is then seen as a picture that leaves a finished run. Whether it records, and whether it
 * plays to all, cannot be changed while it sends: a running run keeps what it began with.
 *
 * <p>The state of the run is in the channel's tags.
 */
@Singleton
@Backend("ivs")
class IvsChannelProvisioner implements ChannelProvisioner {

    private final AwsCalls calls;
    private final IvsReading reading;
    private final IvsRecordings recordings;
    private final Clock clock;
    private final ShowAlarms alarms;

    @Inject
    IvsChannelProvisioner(AwsCalls calls, IvsReading reading, IvsRecordings recordings, Clock clock) {
        this.calls = calls;
        this.reading = reading;
        this.recordings = recordings;
        this.clock = clock;
        this.alarms = new ShowAlarms(calls, clock);
    }

    @Override
    public ChannelObservation describe(String channel) {
        Optional<GetChannelResponse> answer = reading.channel(channel);
        if (answer.isEmpty()) {
            return ChannelObservation.idle(channel, clock.instant());
        }
        Channel found = IvsReading.channel(answer.get().channel());
        Stream stream = reading.stream(found.arn()).orElse(null);
        StreamSession detail = stream == null ? null : reading.session(found.arn(), stream.streamId());
        Instant at = AwsTime.of(answer.get(), clock);
        String address = found.closed() ? null : answer.get().channel().playbackUrl();
        IvsObservations seen = new IvsObservations(channel, found, stream, reading.sessions(found.arn()), detail, at);
        return seen.observation().served(seen.serving(address));
    }

    @Override
    public void prepare(RunSpec spec) {
        IvsWanted wanted = new IvsWanted(calls.settings(), spec);
        IvsSeen seen = reading.see(spec.run(), spec.record());
        mayBePrepared(seen, spec.run());
        walk(IvsCourse.prepare(wanted), seen);
        reading.channel(spec.run().channel())
                .map(answer -> IvsReading.channel(answer.channel()))
                .filter(channel -> channel.isOf(spec.run()))
                .ifPresent(channel -> watch(spec.run(), channel));
    }

    private void watch(Run run, Channel channel) {
        alarms.deploy(run, AlarmCourse.ofIvs(calls.settings(), run, channel.arn()));
    }

    private static void mayBePrepared(IvsSeen seen, Run run) {
        Channel channel = seen.channel();
        if (channel == null) {
            return;
        }
        if (channel.isOf(run) ? channel.is("stopped") : channel.is("started")) {
            throw conflict(
                    run,
                    "the channel's run " + channel.tags().get(AwsTags.RUN) + " is "
                            + channel.tags().get(AwsTags.RUN_STATE));
        }
    }

    @Override
    public void start(Run run) {
        IvsSeen seen = reading.see(run, false);
        Channel channel = seen.channel();
        if (channel == null || !channel.isOf(run)) {
            boolean busy = channel != null && channel.is("started");
            throw busy
                    ? conflict(run, "another run is running")
                    : new CloudException(CloudFault.NOT_FOUND, run.id() + " was never prepared");
        }
        if (channel.is("stopped")) {
            throw conflict(run, "it was stopped; a run passes once");
        }
        walk(IvsCourse.start(), seen);
        // what had no answer when it was made ready
        watch(run, channel);
    }

    @Override
    public void goOnAir(RunSpec spec) {
        walk(IvsCourse.goOnAir(calls.settings(), spec), running(spec.run()));
    }

    @Override
    public void slate(Run run, boolean on) {
        walk(IvsCourse.slate(on), running(run));
    }

    private IvsSeen running(Run run) {
        IvsSeen seen = reading.see(run, false);
        if (!seen.runs(run)) {
            throw conflict(run, "it is not running");
        }
        return seen;
    }

    @Override
    public void stop(Run run) {
        IvsSeen seen = reading.see(run, false);
        if (seen.channel() != null && seen.channel().isOf(run)) {
            walk(IvsCourse.stop(calls.settings(), run), seen);
            alarms.remove(run);
        }
    }

    @Override
    public boolean remove(String channel) {
        IvsSeen seen = reading.seeForRemoval(channel);
        if (seen.channel() != null && seen.channel().is("started")) {
            throw new CloudException(CloudFault.CONFLICT, channel + " is running");
        }
        alarms.removeForGood(channel);
        walk(IvsCourse.remove(), seen);
        return true;
    }

    @Override
    public Optional<Recording> recording(String show) {
        return recordings.of(show);
    }

    @Override
    public void publishRecording(String show, boolean on, @Nullable Duration thumbnail) {
        recordings.publish(show, on, thumbnail);
    }

    /** What is still under way is seen by describing: {@code prepare} is asked again then. */
    private void walk(AwsCourse<IvsSeen> course, IvsSeen seen) {
        course.walk(seen, calls);
    }

    private static CloudException conflict(Run run, String why) {
        return new CloudException(CloudFault.CONFLICT, run.id() + ": " + why);
    }
}
