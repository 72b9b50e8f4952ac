package live.onair.cloudaws.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsCourse;
import live.onair.cloudaws.RtmpTargets;
import live.onair.cloudaws.RtmpTargets.RtmpTarget;
import live.onair.cloudaws.scheduling.MediaLiveSeen.Channel;
import live.onair.cloudaws.scheduling.MediaLiveWanted.Slot;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Ids;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.ChannelPlanner;
import live.onair.scheduling.spi.Input;
import live.onair.scheduling.spi.LastLook;
import live.onair.scheduling.spi.RunSpec;

/** Foretells what MediaLive and MediaPackage would be asked for, by the courses that ask them. */
@Singleton
@Backend("medialive")
class MediaLivePlanner implements ChannelPlanner {

    private final AwsCalls calls;
    private final RtmpTargets targets;
    private final Clock clock;
    private final MediaLiveSight sight;
    private final LastLook<MediaLiveSeen> looks;
    /** Of what runs: the channel and its schedule alone, so that an emergency is not waited for. */
    private final LastLook<MediaLiveSeen> running;

    private final MediaLiveIngestKeys keys;
    private final LastLook<MediaLiveIngestKeys.Seen> keyLooks;
    private final ShowAlarms alarms;

    @Inject
    MediaLivePlanner(AwsCalls calls, RtmpTargets targets, Ids ids, Clock clock) {
        this.keys = new MediaLiveIngestKeys(calls, ids, clock);
        this.keyLooks = new LastLook<>(clock);
        this.targets = targets;
        this.calls = calls;
        this.clock = clock;
        this.sight = new MediaLiveSight(calls, clock);
        this.looks = new LastLook<>(clock);
        this.running = new LastLook<>(clock);
        this.alarms = new ShowAlarms(calls, clock);
    }

    @Override
    public boolean hasSchedule() {
        return true;
    }

    @Override
    public Plan newKey(String channel, Input input, List<String> shows) {
        return keys.plan(channel, input, shows, keyLooks);
    }

    @Override
    public Plan plan(RunSpec spec, List<Deed> deeds) {
        MediaLiveWanted wanted = new MediaLiveWanted(calls.settings(), spec, "<key>")
                .with(targets.of(spec.run().show()).stream()
                        .map(RtmpTarget::hidden)
                        .toList());
        String channel = spec.run().channel();
        Instant now = clock.instant();
        boolean makes = deeds.contains(Deed.PREPARE);
        LastLook.Look<MediaLiveSeen> look = makes
                ? looks.at(channel, () -> sight.all(channel), MediaLiveSeen.nothing())
                : running.at(channel, () -> sight.channelOnly(channel), MediaLiveSeen.nothing());
        Channel known = look.seen().channel();
        return alarms.joined(
                spec.run(),
                deeds,
                some -> AwsCourse.plan(
                        some,
                        (deed, seen) -> course(deed, wanted, seen, now),
                        look.seen(),
                        List.of(spec.run().show()),
                        look.at()),
                AlarmCourse.ofMediaLive(calls.settings(), spec.run(), known == null ? "<channel>" : known.id()));
    }

    private static AwsCourse<MediaLiveSeen> course(Deed deed, MediaLiveWanted wanted, MediaLiveSeen seen, Instant now) {
        boolean warm = seen.ordered() == Slot.SOON;
        boolean slate = seen.ordered() == Slot.EMERGENCY;
        return switch (deed) {
            case PREPARE -> MediaLiveCourse.prepare(wanted);
            case START -> MediaLiveCourse.start("<now>");
            case GO_ON_AIR -> warm ? MediaLiveSwitches.send(wanted.feed()) : nothing();
            case SLATE_ON -> MediaLiveSwitches.send(Slot.EMERGENCY);
            case SLATE_OFF -> slate ? MediaLiveSwitches.send(MediaLiveSwitches.feedOf(seen)) : nothing();
            case BLUR_ON, BLUR_OFF -> throw cannotBlur();
            case INPUT_A -> input(seen, Slot.A, now);
            case INPUT_B -> input(seen, Slot.B, now);
            case DISARM -> seen.channel() == null ? nothing() : MediaLiveSwitches.disarm(now);
            case STOP ->
                Optional.ofNullable(seen.channel())
                        .filter(channel -> channel.isOf(wanted.run()))
                        .map(channel -> MediaLiveCourse.stop(now))
                        .orElseGet(MediaLivePlanner::nothing);
        };
    }

    private static AwsCourse<MediaLiveSeen> input(MediaLiveSeen seen, Slot to, Instant now) {
        return Optional.ofNullable(seen.channel())
                .filter(channel -> channel.hasBackup() && !MediaLiveInputs.isWayThere(seen, channel, to, now))
                .map(channel -> MediaLiveSwitches.sendByHand(seen, to, "<now>"))
                .orElseGet(MediaLivePlanner::nothing);
    }

    /** MediaLive and IVS switch between pictures and change none: the slate stands for a blur. */
    static CloudException cannotBlur() {
        return new CloudException(CloudFault.INVALID, "a picture that is sent cannot be blurred here");
    }

    private static AwsCourse<MediaLiveSeen> nothing() {
        return new AwsCourse<>(seen -> Optional.empty(), MediaLiveEffects::after, MediaLiveEffects::settled);
    }
}
