package live.onair.cloudaws.scheduling;

import static live.onair.cloudaws.MediaLiveOperations.CREATE_TAGS;
import static live.onair.cloudaws.MediaLiveOperations.DELETE_SCHEDULE;
import static live.onair.cloudaws.MediaLiveOperations.START_CHANNEL;
import static live.onair.cloudaws.MediaLiveOperations.STOP_CHANNEL;
import static live.onair.cloudaws.MediaLiveOperations.UPDATE_SCHEDULE;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import live.onair.cloudaws.AwsCourse;
import live.onair.cloudaws.AwsStep;
import live.onair.cloudaws.AwsTags;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Channel;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Input;
import live.onair.cloudaws.scheduling.MediaLiveWanted.Slot;
import software.amazon.awssdk.services.medialive.model.BatchUpdateScheduleRequest;
import software.amazon.awssdk.services.medialive.model.CreateTagsRequest;
import software.amazon.awssdk.services.medialive.model.DeleteScheduleRequest;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;
import software.amazon.awssdk.services.medialive.model.StartChannelRequest;
import software.amazon.awssdk.services.medialive.model.StopChannelRequest;

/**
 * The ways of a channel on MediaLive: to be ready for a run, to start, to switch its input, to stop. Pure. The order is
 * MediaLive's: an input before the channel it is attached to; no change of a channel that is not idle.
 */
final class MediaLiveCourse {

    private MediaLiveCourse() {}

    private static AwsCourse<MediaLiveSeen> course(Function<MediaLiveSeen, Optional<AwsStep>> next) {
        return new AwsCourse<>(next, MediaLiveEffects::after, MediaLiveEffects::settled);
    }

    /** Everything that the run needs, and the channel tagged with it. */
    static AwsCourse<MediaLiveSeen> prepare(MediaLiveWanted wanted) {
        MediaLiveRequests make = new MediaLiveRequests(wanted);
        MediaPackageRequests pack = new MediaPackageRequests(
                wanted.settings(), wanted.channel(), wanted.run().id());
        return course(seen -> packaging(wanted, pack, seen.packaging())
                .or(() -> inputs(wanted, make, seen))
                .or(() -> channel(wanted, make, seen)));
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

    private static Optional<AwsStep> inputs(MediaLiveWanted wanted, MediaLiveRequests make, MediaLiveSeen seen) {
        if (seen.securityGroup() == null) {
            return Optional.of(make.securityGroup());
        }
        for (Slot slot : wanted.slots()) {
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
        if (channel.isOf(wanted.run())) {
            return Optional.empty();
        }
        if (!channel.isAtRest()) {
            return Optional.of(new AwsStep.Await("channel: " + channel.state()));
        }
        if (!channel.attachments().equals(make.attachmentWords())
                || !channel.destinations().equals(wanted.recordings())) {
            return Optional.of(make.reconfigured(seen, channel));
        }
        if (!seen.actions().isEmpty()) {
            return Optional.of(new AwsStep.Send<>(
                    DELETE_SCHEDULE,
                    DeleteScheduleRequest.builder().channelId(channel.id()).build(),
                    "schedule of " + wanted.name(),
                    null));
        }
        return Optional.of(tag(channel, wanted.tags(), wanted.name()));
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

    /** The channel sends this input. */
    static AwsCourse<MediaLiveSeen> send(Slot slot) {
        return course(seen -> {
            Channel channel = seen.channel();
            if (channel == null || seen.ordered() == slot) {
                return Optional.empty();
            }
            Slot before = seen.ordered();
            String name = "onair-%04d-%s".formatted(seen.actions().size() + 1, slot.word());
            return Optional.of(new AwsStep.Send<>(
                    UPDATE_SCHEDULE,
                    BatchUpdateScheduleRequest.builder()
                            .channelId(channel.id())
                            .creates(creates -> creates.scheduleActions(switchTo(name, slot)))
                            .build(),
                    "input " + before.word() + " -> " + slot.word() + " of channel " + channel.id(),
                    "medialive BatchUpdateSchedule (" + before.word() + ")"));
        });
    }

    private static ScheduleAction switchTo(String name, Slot slot) {
        return ScheduleAction.builder()
                .actionName(name)
                .scheduleActionStartSettings(start -> start.immediateModeScheduleActionStartSettings(now -> {}))
                .scheduleActionSettings(
                        act -> act.inputSwitchSettings(to -> to.inputAttachmentNameReference(slot.word())))
                .build();
    }

    /** The run is over for good. */
    static AwsCourse<MediaLiveSeen> stop() {
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
                    Optional.of(new AwsStep.Send<>(
                            STOP_CHANNEL,
                            StopChannelRequest.builder().channelId(channel.id()).build(),
                            "channel " + channel.id(),
                            null));
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
