package live.onair.cloudaws.scheduling;

import static live.onair.cloudaws.MediaLiveOperations.CREATE_TAGS;
import static live.onair.cloudaws.MediaLiveOperations.DELETE_SCHEDULE;
import static live.onair.cloudaws.MediaLiveOperations.START_CHANNEL;
import static live.onair.cloudaws.MediaLiveOperations.STOP_CHANNEL;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import live.onair.cloudaws.AwsCourse;
import live.onair.cloudaws.AwsStep;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Channel;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Input;
import live.onair.cloudaws.scheduling.MediaLiveWanted.Slot;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Run;
import software.amazon.awssdk.services.medialive.model.CreateTagsRequest;
import software.amazon.awssdk.services.medialive.model.DeleteScheduleRequest;
import software.amazon.awssdk.services.medialive.model.StartChannelRequest;
import software.amazon.awssdk.services.medialive.model.StopChannelRequest;

/**
 * The ways of a channel on MediaLive: to be ready for a run, to start, to stop. Pure. The order is
 * MediaLive's: an input before the channel it is attached to; no change of a channel that is not idle.
 */
final class MediaLiveCourse {

    private MediaLiveCourse() {}

    static AwsCourse<MediaLiveSeen> course(Function<MediaLiveSeen, Optional<AwsStep>> next) {
        return new AwsCourse<>(next, MediaLiveEffects::after, MediaLiveEffects::settled);
    }

    /** A run passes once, and one at a time. */
    static void mayTake(Channel channel, Run run) {
        boolean over = channel.runState().equals("stopped");
        if (channel.isOf(run) && over) {
            throw new CloudException(CloudFault.CONFLICT, run.id() + " has been stopped");
        }
        if (!channel.isOf(run) && !channel.is("IDLE") && !channel.is("UPDATING") && !channel.is("CREATING")) {
            throw new CloudException(CloudFault.CONFLICT, "another run of " + run.channel() + " is " + channel.state());
        }
        if (!channel.isOf(run) && channel.runState().equals("started")) {
            throw new CloudException(CloudFault.CONFLICT, "another run of " + run.channel() + " was interrupted");
        }
    }

    /** Everything that the run needs, and the channel tagged with it. */
    static AwsCourse<MediaLiveSeen> prepare(MediaLiveWanted wanted) {
        MediaLiveRequests make = new MediaLiveRequests(wanted);
        MediaPackageRequests pack = new MediaPackageRequests(
                wanted.settings(), wanted.channel(), wanted.run().id());
        return course(seen -> packaging(wanted, pack, seen.packaging())
                .or(() -> inputs(wanted, make, seen, wanted.slots()))
                .or(() -> channel(wanted, make, seen))
                .or(() -> leftover(wanted, seen)));
    }

    private static Optional<AwsStep> packaging(
            MediaLiveWanted wanted, MediaPackageRequests pack, MediaLiveSeen.Packaging seen) {
        if (seen.group() == null) {
            return Optional.of(pack.createGroup());
        }
        if (!seen.channels().contains(wanted.name())) {
            return Optional.of(pack.createChannel());
        }
        if (!seen.endpoint()) {
            return Optional.of(pack.createEndpoint());
        }
        return seen.policy() ? Optional.empty() : Optional.of(pack.openToCdn(seen));
    }

    /** Only what an encoder pushes to, before there is a run. */
    static AwsCourse<MediaLiveSeen> push(MediaLiveWanted wanted, Slot slot) {
        MediaLiveRequests make = new MediaLiveRequests(wanted);
        return course(seen -> inputs(wanted, make, seen, List.of(slot)));
    }

    private static Optional<AwsStep> inputs(
            MediaLiveWanted wanted, MediaLiveRequests make, MediaLiveSeen seen, List<Slot> slots) {
        if (seen.securityGroup() == null) {
            return Optional.of(make.securityGroup());
        }
        for (Slot slot : slots) {
            Input input = seen.inputs().get(slot);
            if (input == null) {
                return Optional.of(make.input(slot, seen));
            }
            if (input.state().equals("CREATING") || input.state().equals("DELETING")) {
                return Optional.of(new AwsStep.Await("input " + slot.word() + ": " + input.state()));
            }
            if (!input.sources().equals(wanted.sources(slot))) {
                return Optional.of(make.source(slot, input));
            }
        }
        return Optional.empty();
    }

    private static Optional<AwsStep> channel(MediaLiveWanted wanted, MediaLiveRequests make, MediaLiveSeen seen) {
        Channel channel = seen.channel();
        if (channel == null || channel.is("DELETED")) {
            return Optional.of(make.channel(seen));
        }
        boolean own = channel.isOf(wanted.run());
        if (own && !(channel.is("IDLE") && channel.runState().equals("ready"))) {
            return Optional.empty();
        }
        if (!channel.isAtRest()) {
            return Optional.of(new AwsStep.Await("channel: " + channel.state()));
        }
        if (!channel.attachments().equals(make.attachmentWords())
                || !Objects.equals(channel.pair(), wanted.pair())
                || !channel.destinations().equals(wanted.places())) {
            return Optional.of(make.reconfigured(seen, channel));
        }
        if (own) {
            return Optional.empty();
        }
        if (!seen.actions().isEmpty() || !seen.armed().isEmpty()) {
            return Optional.of(new AwsStep.Send<>(
                    DELETE_SCHEDULE,
                    DeleteScheduleRequest.builder().channelId(channel.id()).build(),
                    "schedule of " + wanted.name(),
                    null));
        }
        return Optional.of(tag(channel, wanted.tags(), wanted.name()));
    }

    /** A second input that is not wanted any more goes: it counts against the account's quota. */
    private static Optional<AwsStep> leftover(MediaLiveWanted wanted, MediaLiveSeen seen) {
        Input backup = seen.inputs().get(Slot.B);
        Channel channel = seen.channel();
        if (backup == null || channel == null || wanted.slots().contains(Slot.B) || channel.hasBackup()) {
            return Optional.empty();
        }
        return Optional.of(
                backup.state().equals("DETACHED")
                        ? MediaLiveRemoval.delete(backup)
                        : new AwsStep.Await("input b: " + backup.state()));
    }

    /** The run that is ready runs. */
    static AwsCourse<MediaLiveSeen> start(String startedAt) {
        return course(seen -> {
            Channel channel = seen.channel();
            if (channel == null || !channel.is("IDLE")) {
                return Optional.empty();
            }
            if (!channel.runState().equals("started")) {
                return Optional.of(tag(
                        channel,
                        Map.of(AwsTags.RUN_STATE, "started", AwsTags.RUN_STARTED, startedAt),
                        "channel " + channel.id()));
            }
            return Optional.of(new AwsStep.Send<>(
                    START_CHANNEL,
                    StartChannelRequest.builder().channelId(channel.id()).build(),
                    "channel " + channel.id(),
                    "medialive StopChannel"));
        });
    }

    /** The run is over for good; a start that is armed goes first, if it may. */
    static AwsCourse<MediaLiveSeen> stop(Instant now) {
        return course(seen -> {
            Channel channel = seen.channel();
            if (channel == null) {
                return Optional.empty();
            }
            if (!channel.runState().equals("stopped")) {
                return Optional.of(tag(channel, Map.of(AwsTags.RUN_STATE, "stopped"), "channel " + channel.id()));
            }
            return switch (channel.state()) {
                case "RUNNING", "RECOVERING" ->
                    MediaLiveSwitches.takeBack(seen, now)
                            .or(() -> Optional.of(new AwsStep.Send<>(
                                    STOP_CHANNEL,
                                    StopChannelRequest.builder()
                                            .channelId(channel.id())
                                            .build(),
                                    "channel " + channel.id(),
                                    null)));
                case "STARTING" -> Optional.of(new AwsStep.Await("channel: STARTING"));
                default -> Optional.empty();
            };
        });
    }

    private static AwsStep tag(Channel channel, Map<String, String> tags, String resource) {
        return new AwsStep.Send<>(
                CREATE_TAGS,
                CreateTagsRequest.builder()
                        .resourceArn(channel.arn())
                        .tags(tags)
                        .build(),
                "tags of " + resource,
                null);
    }

    /** What there is of a channel is taken away, and what was shared if no other channel uses it. */
    static AwsCourse<MediaLiveSeen> remove(MediaPackageRequests pack, String name) {
        return course(seen -> MediaLiveRemoval.next(seen, pack, name));
    }
}
