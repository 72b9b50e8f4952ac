package live.onair.cloudaws.scheduling;

import static live.onair.cloudaws.IvsOperations.DELETE_CHANNEL;
import static live.onair.cloudaws.IvsOperations.STOP_STREAM;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import live.onair.cloudaws.AwsCourse;
import live.onair.cloudaws.AwsSettings;
import live.onair.cloudaws.AwsStep;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.scheduling.IvsSeen.Channel;
import live.onair.cloudaws.scheduling.IvsSeen.Configuration;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import software.amazon.awssdk.services.ivs.model.DeleteChannelRequest;
import software.amazon.awssdk.services.ivs.model.StopStreamRequest;

/**
 * The ways of a channel on IVS: to be ready for a run, to start, to go on air, to its slate and back, to stop, to be gone.
 * Pure. The tag that says that something is so is written last: as long as it is not there, the whole is tried again.
 */
final class IvsCourse {

    static final String ON_AIR = "on-air";
    static final String STOPPED = "stopped";

    private IvsCourse() {}

    private static AwsCourse<IvsSeen> course(Function<IvsSeen, Optional<AwsStep>> next) {
        return new AwsCourse<>(next, IvsEffects::after, IvsEffects::settled);
    }

    /** Everything that the run needs, and the channel tagged with it. */
    static AwsCourse<IvsSeen> prepare(IvsWanted wanted) {
        return course(seen -> configuration(wanted, seen)
                .or(() -> channel(wanted, seen))
                .or(() -> wanted.spec().warmUp() ? Optional.empty() : mark(wanted, seen))
                .or(() -> tags(wanted, seen)));
    }

    private static Optional<AwsStep> configuration(IvsWanted wanted, IvsSeen seen) {
        if (!wanted.spec().record()) {
            return Optional.empty();
        }
        Configuration configuration = seen.configuration();
        if (configuration == null) {
            return Optional.of(IvsRequests.createConfiguration(wanted.settings()));
        }
        return switch (configuration.state()) {
            case "ACTIVE" -> Optional.empty();
            case "CREATE_FAILED" ->
                throw new CloudException(
                        CloudFault.INVALID,
                        "IVS may not record into the bucket "
                                + wanted.settings().bucket() + ": its owner and region must"
                                + " be the channel's, and its object ownership the bucket owner's. Delete the recording"
                                + " configuration " + configuration.arn() + " when that is so");
            default -> Optional.of(new AwsStep.Await("recording configuration: " + configuration.state()));
        };
    }

    private static Optional<AwsStep> channel(IvsWanted wanted, IvsSeen seen) {
        Channel channel = seen.channel();
        Configuration configuration = seen.configuration();
        String recording = wanted.spec().record() && configuration != null ? configuration.arn() : "";
        if (channel == null) {
            return Optional.of(IvsRequests.createChannel(wanted, recording, seen.session()));
        }
        if (!isAsWanted(channel, wanted, recording) && !(seen.live() && seen.runs(wanted.run()))) {
            // IVS changes no channel that is live. Before a run nobody is meant to watch, and an encoder comes back by
            // itself; while it runs the show matters more.
            return Optional.of(
                    seen.live() ? stopStream(channel) : IvsRequests.updateChannel(channel, wanted.closed(), recording));
        }
        return seen.key()
                ? Optional.empty()
                : Optional.of(
                        IvsRequests.createKey(wanted.settings(), wanted.run().channel(), channel.arn(), Map.of()));
    }

    private static boolean isAsWanted(Channel channel, IvsWanted wanted, String recording) {
        return channel.closed() == wanted.closed() && channel.recording().equals(recording);
    }

    /** From this mark's moment on the recording is the show's. */
    private static Optional<AwsStep> mark(IvsWanted wanted, IvsSeen seen) {
        Channel channel = seen.channel();
        return channel == null || !wanted.isTaped() || seen.marks().contains(ON_AIR)
                ? Optional.empty()
                : Optional.of(IvsRequests.mark(wanted.settings(), wanted.run(), channel, ON_AIR));
    }

    private static Optional<AwsStep> tags(IvsWanted wanted, IvsSeen seen) {
        Channel channel = seen.channel();
        return channel == null ? Optional.empty() : tagged(channel, wanted.tags(channel, seen.session()));
    }

    private static Optional<AwsStep> tagged(Channel channel, Map<String, String> tags) {
        return channel.tags().entrySet().containsAll(tags.entrySet())
                ? Optional.empty()
                : Optional.of(IvsRequests.tag(channel, tags));
    }

    /** The run that is ready counts as running; IVS sends as soon as its encoder does. */
    static AwsCourse<IvsSeen> start() {
        return course(seen -> seen.channel() == null
                ? Optional.empty()
                : tagged(seen.channel(), Map.of(AwsTags.RUN_STATE, "started")));
    }

    /** Viewers are shown the running run. */
    static AwsCourse<IvsSeen> goOnAir(AwsSettings settings, RunSpec spec) {
        IvsWanted wanted = new IvsWanted(settings, spec.onAir());
        return course(seen -> mark(wanted, seen)
                .or(() -> told(seen, IvsNames.ON_AIR, "yes", IvsRequests.onAirWord()))
                .or(() -> said(seen, IvsNames.ON_AIR, "yes")));
    }

    /** Players cover the picture, or uncover it. */
    static AwsCourse<IvsSeen> slate(boolean on) {
        String word = on ? "on" : "off";
        return course(seen ->
                told(seen, IvsNames.SLATE, word, IvsRequests.slateWord(on)).or(() -> said(seen, IvsNames.SLATE, word)));
    }

    /** Players are told while the tag does not say so yet; without a stream there is nothing to tell them by. */
    private static Optional<AwsStep> told(IvsSeen seen, String tag, String value, String word) {
        Channel channel = seen.channel();
        return channel == null || !seen.live() || seen.told() || channel.says(tag, value)
                ? Optional.empty()
                : Optional.of(IvsRequests.tell(channel, word));
    }

    private static Optional<AwsStep> said(IvsSeen seen, String tag, String value) {
        Channel channel = seen.channel();
        return channel == null ? Optional.empty() : tagged(channel, Map.of(tag, value));
    }

    /** The run is over for good. */
    static AwsCourse<IvsSeen> stop(AwsSettings settings, Run run) {
        return course(seen -> {
            Channel channel = seen.channel();
            if (channel == null || channel.is(STOPPED)) {
                return Optional.empty();
            }
            if (seen.live()) {
                return Optional.of(stopStream(channel));
            }
            if (seen.marks().contains(ON_AIR) && !seen.marks().contains(STOPPED)) {
                return Optional.of(IvsRequests.mark(settings, run, channel, STOPPED));
            }
            return tagged(channel, Map.of(AwsTags.RUN_STATE, STOPPED));
        });
    }

    /** The channel and its key are gone, and what was shared if no other channel uses it; recordings stay. */
    static AwsCourse<IvsSeen> remove() {
        return course(seen -> {
            Channel channel = seen.channel();
            if (channel == null) {
                return seen.shared()
                        ? Optional.empty()
                        : Optional.ofNullable(seen.configuration()).map(IvsRequests::deleteConfiguration);
            }
            if (seen.live()) {
                return Optional.of(stopStream(channel));
            }
            return Optional.of(new AwsStep.Send<>(
                    DELETE_CHANNEL,
                    DeleteChannelRequest.builder().arn(channel.arn()).build(),
                    "channel " + channel.arn(),
                    null));
        });
    }

    private static AwsStep stopStream(Channel channel) {
        String arn = channel.arn();
        return new AwsStep.Send<>(
                STOP_STREAM, StopStreamRequest.builder().channelArn(arn).build(), "stream of channel " + arn, null);
    }
}
