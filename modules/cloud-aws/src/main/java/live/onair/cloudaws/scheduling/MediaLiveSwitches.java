package live.onair.cloudaws.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import live.onair.cloudaws.AwsCourse;
import live.onair.cloudaws.AwsStep;
import live.onair.cloudaws.MediaLiveOperations;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Channel;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Switch;
import live.onair.cloudaws.scheduling.MediaLiveWanted.Slot;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.Run;
import software.amazon.awssdk.services.medialive.model.BatchUpdateScheduleRequest;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;
import software.amazon.awssdk.services.medialive.model.ScheduleActionStartSettings;

/** The ways of a running channel to another of its inputs: immediate actions of its schedule, and
 * the one that is armed for a start. Pure. */
final class MediaLiveSwitches {

    private static final Consumer<ScheduleActionStartSettings.Builder> AT_ONCE =
            when -> when.immediateModeScheduleActionStartSettings(now -> {});

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

    private MediaLiveSwitches() {}

    /** What the channel sends without a slate: the file it was given, else the encoder that was sent before. */
    static Slot feedOf(MediaLiveSeen seen) {
        List<String> attached =
                seen.channel() == null ? List.of() : seen.channel().attachments();
        return Stream.of(Slot.FILE, Slot.REPLAY)
                .filter(slot -> attached.contains(slot.word()))
                .findFirst()
                .or(() -> seen.lastSwitch(Slot::isPushed).map(MediaLiveSeen.Switch::to))
                .orElse(Slot.A);
    }

    /** Whether what is armed can no longer be taken back, and has not happened yet. */
    static boolean isFixed(MediaLiveSeen seen, Instant now) {
        return seen.armedSwitch()
                .map(Switch::startAt)
                .map(start -> now.isAfter(start.minus(ChannelProvisioner.ARMED_AT_LEAST)))
                .orElse(false);
    }

    /**
     * Refuses to arm what MediaLive would not carry out.
     *
     * @throws CloudException {@code CONFLICT} when the run is on air or its start is about to happen; {@code INVALID} for a
     *     start that is too near or too far
     */
    static void mayArm(MediaLiveSeen seen, Run run, Instant start, Instant now) {
        mayOrder(seen, run, now);
        if (seen.ordered() != Slot.SOON) {
            throw new CloudException(CloudFault.CONFLICT, run.id() + " is on air");
        }
        Duration ahead = Duration.between(now, start);
        if (ahead.compareTo(ChannelProvisioner.ARMED_AT_LEAST) < 0
                || ahead.compareTo(ChannelProvisioner.ARMED_AT_MOST) > 0) {
            throw new CloudException(CloudFault.INVALID, start + " is not 15 seconds to 14 days ahead");
        }
    }

    /** A start that is about to happen would end whatever is ordered before it. */
    static void mayOrder(MediaLiveSeen seen, Run run, Instant now) {
        if (isFixed(seen, now)) {
            throw new CloudException(CloudFault.CONFLICT, "the start of " + run.id() + " is about to happen");
        }
    }

    /** What has begun of a schedule, and what is still to come. */
    static MediaLiveSeen scheduled(MediaLiveSeen seen, List<ScheduleAction> actions, Instant now) {
        List<String> begun = new ArrayList<>();
        List<String> toCome = new ArrayList<>();
        for (ScheduleAction action : actions) {
            var start = action.scheduleActionStartSettings();
            var fixed = start == null ? null : start.fixedModeScheduleActionStartSettings();
            boolean later = fixed != null && Instant.parse(fixed.time()).isAfter(now);
            (later ? toCome : begun).add(action.actionName());
        }
        return seen.withActions(begun, toCome);
    }

    /** What is armed does not happen; empty when nothing is, or when it is too near. */
    static Optional<AwsStep> takeBack(MediaLiveSeen seen, Instant now) {
        Channel channel = seen.channel();
        if (channel == null || seen.armed().isEmpty() || isFixed(seen, now)) {
            return Optional.empty();
        }
        return Optional.of(new AwsStep.Send<>(
                MediaLiveOperations.UPDATE_SCHEDULE,
                BatchUpdateScheduleRequest.builder()
                        .channelId(channel.id())
                        .deletes(deletes -> deletes.actionNames(seen.armed()))
                        .build(),
                "armed start of channel " + channel.id(),
                null));
    }

    /** The start is in the channel's own schedule. The action is named for it: told twice, it is there once. */
    static AwsCourse<MediaLiveSeen> arm(Run run, Slot slot, Instant start) {
        return MediaLiveCourse.course(seen -> {
            Channel channel = seen.channel();
            if (channel == null || start.equals(seen.armedFor())) {
                return Optional.empty();
            }
            String name = "onair-%04d-" + slot.word() + "-start-" + start.toEpochMilli() + "-" + run.id();
            return Optional.of(ordered(seen, channel, Slot.SOON, switches(seen, slot, name, at(start))));
        });
    }

    /** Nothing is armed, and the channel sends the first slate. */
    static AwsCourse<MediaLiveSeen> disarm(Instant now) {
        return MediaLiveCourse.course(
                seen -> takeBack(seen, now).or(() -> send(Slot.SOON).next().apply(seen)));
    }

    /** The channel sends this input; a start that is armed would end that, so it goes. */
    static AwsCourse<MediaLiveSeen> send(Slot slot) {
        return MediaLiveCourse.course(seen -> {
            Channel channel = seen.channel();
            if (channel == null || seen.ordered() == slot) {
                return Optional.empty();
            }
            Slot before = seen.ordered();
            return Optional.of(
                    ordered(seen, channel, before, switches(seen, slot, "onair-%04d-" + slot.word(), AT_ONCE)));
        });
    }

    /**
     * The channel sends this one of its two inputs because somebody wants it, whatever was ordered before.
     *
     * @param at when, in milliseconds since 1970, as the action is named; in a plan what stands for it
     */
    static AwsCourse<MediaLiveSeen> sendByHand(MediaLiveSeen from, Slot slot, Object at) {
        List<ScheduleAction> actions = switches(from, slot, "onair-%04d-" + slot.word() + "-" + at, AT_ONCE);
        return MediaLiveCourse.course(seen -> {
            Channel channel = seen.channel();
            boolean done = seen.actions().contains(actions.get(0).actionName());
            return channel == null || done
                    ? Optional.empty()
                    : Optional.of(ordered(seen, channel, slot == Slot.A ? Slot.B : Slot.A, actions));
        });
    }

    private static AwsStep ordered(MediaLiveSeen seen, Channel channel, Slot before, List<ScheduleAction> actions) {
        String to =
                actions.get(0).scheduleActionSettings().inputSwitchSettings().inputAttachmentNameReference();
        BatchUpdateScheduleRequest.Builder change = BatchUpdateScheduleRequest.builder()
                .channelId(channel.id())
                .creates(creates -> creates.scheduleActions(actions));
        if (!seen.armed().isEmpty()) {
            change.deletes(deletes -> deletes.actionNames(seen.armed()));
        }
        return new AwsStep.Send<>(
                MediaLiveOperations.UPDATE_SCHEDULE,
                change.build(),
                "input " + before.word() + " -> " + to + " of channel " + channel.id(),
                "medialive BatchUpdateSchedule (" + before.word() + ")");
    }

    /**
     * The switch, and where MediaLive does not keep both inputs ready by itself, the other input made ready: so that the next
     * switch, which nobody can foresee, does not begin with looking for a picture.
     */
    private static List<ScheduleAction> switches(
            MediaLiveSeen seen, Slot slot, String name, Consumer<ScheduleActionStartSettings.Builder> when) {
        List<ScheduleAction> actions = new ArrayList<>();
        int number = seen.nextNumber();
        actions.add(ScheduleAction.builder()
                .actionName(name.formatted(number))
                .scheduleActionStartSettings(when)
                .scheduleActionSettings(
                        act -> act.inputSwitchSettings(to -> to.inputAttachmentNameReference(slot.word())))
                .build());
        Channel channel = seen.channel();
        if (slot.isPushed() && channel != null && channel.hasBackup() && channel.pair() == null) {
            Slot other = slot == Slot.A ? Slot.B : Slot.A;
            actions.add(ScheduleAction.builder()
                    .actionName("onair-%04d-prepare-%s".formatted(number, other.word()))
                    .scheduleActionStartSettings(when)
                    .scheduleActionSettings(
                            act -> act.inputPrepareSettings(of -> of.inputAttachmentNameReference(other.word())))
                    .build());
        }
        return actions;
    }

    /** MediaLive takes milliseconds, always three digits. */
    private static Consumer<ScheduleActionStartSettings.Builder> at(Instant start) {
        String time = UTC.format(start.atOffset(ZoneOffset.UTC));
        return when -> when.fixedModeScheduleActionStartSettings(fixed -> fixed.time(time));
    }
}
