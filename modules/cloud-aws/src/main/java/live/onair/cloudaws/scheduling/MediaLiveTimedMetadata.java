package live.onair.cloudaws.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsCourse;
import live.onair.cloudaws.AwsStep;
import live.onair.cloudaws.MediaLiveOperations;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Channel;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.TimedMetadata;
import software.amazon.awssdk.services.medialive.model.BatchUpdateScheduleRequest;
import software.amazon.awssdk.services.medialive.model.ScheduleAction;

/**
 * Marks in a stream of MediaLive: an ID3 tag, put into the outputs by an action of the channel's schedule. The action is
 * named for the mark, so the schedule itself keeps a mark from being put twice.
 */
@Singleton
@Backend("medialive")
class MediaLiveTimedMetadata implements TimedMetadata {

    private final AwsCalls calls;
    private final MediaLiveSight sight;
    private final Clock clock;

    @Inject
    MediaLiveTimedMetadata(AwsCalls calls, Clock clock) {
        this.calls = calls;
        this.sight = new MediaLiveSight(calls, clock);
        this.clock = clock;
    }

    @Override
    public Instant put(Run run, Mark mark) {
        MediaLiveSeen seen = sight.channelOnly(run.channel());
        Channel channel = seen.channel();
        if (channel == null
                || !channel.isOf(run)
                || !channel.is("RUNNING")
                || channel.runState().equals("stopped")) {
            throw new CloudException(CloudFault.CONFLICT, run.id() + " is not running");
        }
        if (mark.bytes() > MOST_BYTES) {
            throw new CloudException(CloudFault.INVALID, "mark " + mark.id() + " is longer than " + MOST_BYTES);
        }
        course(channel, mark).walk(seen, calls);
        return clock.instant();
    }

    /** The way to a schedule that holds the mark. Pure. */
    static AwsCourse<MediaLiveSeen> course(Channel channel, Mark mark) {
        String name = "onair-mark-" + mark.id();
        return new AwsCourse<>(
                seen -> seen.actions().contains(name)
                        ? Optional.empty()
                        : Optional.of(step(channel, name, Id3.text("live.onair.mark", mark.text()))),
                MediaLiveEffects::after,
                MediaLiveEffects::settled);
    }

    private static AwsStep step(Channel channel, String name, String id3) {
        ScheduleAction action = ScheduleAction.builder()
                .actionName(name)
                .scheduleActionStartSettings(start -> start.immediateModeScheduleActionStartSettings(now -> {}))
                .scheduleActionSettings(act -> act.timedMetadataSettings(tag -> tag.id3(id3)))
                .build();
        return new AwsStep.Send<>(
                MediaLiveOperations.UPDATE_SCHEDULE,
                BatchUpdateScheduleRequest.builder()
                        .channelId(channel.id())
                        .creates(creates -> creates.scheduleActions(List.of(action)))
                        .build(),
                "mark in the stream of channel " + channel.id(),
                null);
    }
}
