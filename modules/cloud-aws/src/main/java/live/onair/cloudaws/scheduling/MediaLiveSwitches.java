package live.onair.cloudaws.scheduling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import live.onair.cloudaws.AwsCourse;
import live.onair.cloudaws.AwsStep;
import live.onair.cloudaws.MediaLiveOperations;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Channel;
import live.onair.cloudaws.scheduling.MediaLiveWanted.Slot;
import software.amazon.awssdk.services.medialive.model.BatchUpdateScheduleRequest;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;

/** The ways of a running channel to another of its inputs: immediate actions of its schedule. Pure. */
final class MediaLiveSwitches {

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

    /** The channel sends this input. */
    static AwsCourse<MediaLiveSeen> send(Slot slot) {
        return MediaLiveCourse.course(seen -> {
            Channel channel = seen.channel();
            if (channel == null || seen.ordered() == slot) {
                return Optional.empty();
            }
            Slot before = seen.ordered();
            return Optional.of(ordered(channel, before, switches(seen, slot, "onair-%04d-" + slot.word())));
        });
    }

    /** The channel sends this one of its two inputs because somebody wants it, whatever was ordered before. */
    static AwsCourse<MediaLiveSeen> sendByHand(MediaLiveSeen from, Slot slot, Instant at) {
        List<ScheduleAction> actions = switches(from, slot, "onair-%04d-" + slot.word() + "-" + at.toEpochMilli());
        return MediaLiveCourse.course(seen -> {
            Channel channel = seen.channel();
            boolean done = seen.actions().contains(actions.get(0).actionName());
            return channel == null || done
                    ? Optional.empty()
                    : Optional.of(ordered(channel, slot == Slot.A ? Slot.B : Slot.A, actions));
        });
    }

    private static AwsStep ordered(Channel channel, Slot before, List<ScheduleAction> actions) {
        String to =
                actions.get(0).scheduleActionSettings().inputSwitchSettings().inputAttachmentNameReference();
        return new AwsStep.Send<>(
                MediaLiveOperations.UPDATE_SCHEDULE,
                BatchUpdateScheduleRequest.builder()
                        .channelId(channel.id())
                        .creates(creates -> creates.scheduleActions(actions))
                        .build(),
                "input " + before.word() + " -> " + to + " of channel " + channel.id(),
                "medialive BatchUpdateSchedule (" + before.word() + ")");
    }

    /**
     * The switch, and where MediaLive does not keep both inputs ready by itself, the other input made ready: so that the next
     * switch, which nobody can foresee, does not begin with looking for a picture.
     */
    private static List<ScheduleAction> switches(MediaLiveSeen seen, Slot slot, String name) {
        List<ScheduleAction> actions = new ArrayList<>();
        int number = seen.nextNumber();
        actions.add(switchTo(name.formatted(number), slot));
        Channel channel = seen.channel();
        if (slot.isPushed() && channel != null && channel.hasBackup() && channel.pair() == null) {
            Slot other = slot == Slot.A ? Slot.B : Slot.A;
            actions.add(ScheduleAction.builder()
                    .actionName("onair-%04d-prepare-%s".formatted(number, other.word()))
                    .scheduleActionStartSettings(start -> start.immediateModeScheduleActionStartSettings(now -> {}))
                    .scheduleActionSettings(
                            act -> act.inputPrepareSettings(of -> of.inputAttachmentNameReference(other.word())))
                    .build());
        }
        return actions;
    }

    private static ScheduleAction switchTo(String name, Slot slot) {
        return ScheduleAction.builder()
                .actionName(name)
                .scheduleActionStartSettings(start -> start.immediateModeScheduleActionStartSettings(now -> {}))
                .scheduleActionSettings(
                        act -> act.inputSwitchSettings(to -> to.inputAttachmentNameReference(slot.word())))
                .build();
    }
}
