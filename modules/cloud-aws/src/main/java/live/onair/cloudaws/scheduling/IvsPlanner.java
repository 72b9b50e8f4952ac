package live.onair.cloudaws.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsCourse;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.ChannelPlanner;
import live.onair.scheduling.spi.Input;
import live.onair.scheduling.spi.LastLook;
import live.onair.scheduling.spi.RunSpec;

/** Foretells what IVS would be asked for, by the courses that ask it. */
@Singleton
@Backend("ivs")
class IvsPlanner implements ChannelPlanner {

    private final AwsCalls calls;
    private final IvsReading reading;
    private final LastLook<IvsSeen> looks;
    private final IvsIngestKeys keys;
    private final LastLook<IvsIngestKeys.Seen> keyLooks;
    private final ShowAlarms alarms;

    @Inject
    IvsPlanner(AwsCalls calls, IvsReading reading, Clock clock) {
        this.calls = calls;
        this.reading = reading;
        this.looks = new LastLook<>(clock);
        this.keys = new IvsIngestKeys(calls, reading);
        this.keyLooks = new LastLook<>(clock);
        this.alarms = new ShowAlarms(calls, clock);
    }

    @Override
    public Plan newKey(String channel, Input input, List<String> shows) {
        return keys.plan(channel, input, shows, keyLooks);
    }

    @Override
    public Plan plan(RunSpec spec, List<Deed> deeds) {
        IvsWanted wanted = new IvsWanted(calls.settings(), spec);
        LastLook.Look<IvsSeen> look =
                looks.at(spec.run().id(), () -> reading.see(spec.run(), spec.record()), IvsSeen.nothing());
        IvsSeen.Channel known = look.seen().channel();
        return alarms.joined(
                spec.run(),
                deeds,
                some -> AwsCourse.plan(
                        some,
                        (deed, seen) -> course(deed, wanted, seen),
                        look.seen(),
                        List.of(spec.run().show()),
                        look.at()),
                AlarmCourse.ofIvs(calls.settings(), spec.run(), known == null ? "<channel>" : known.arn()));
    }

    private AwsCourse<IvsSeen> course(Deed deed, IvsWanted wanted, IvsSeen seen) {
        boolean runs = seen.runs(wanted.run());
        return switch (deed) {
            case PREPARE -> IvsCourse.prepare(wanted);
            case START -> IvsCourse.start();
            case GO_ON_AIR -> IvsCourse.goOnAir(calls.settings(), wanted.spec());
            case SLATE_ON -> runs ? IvsCourse.slate(true) : nothing();
            case SLATE_OFF -> runs ? IvsCourse.slate(false) : nothing();
            case BLUR_ON, BLUR_OFF -> throw MediaLivePlanner.cannotBlur();
            case DISARM, INPUT_A, INPUT_B -> nothing();
            case STOP ->
                Optional.ofNullable(seen.channel())
                        .filter(channel -> channel.isOf(wanted.run()))
                        .map(channel -> IvsCourse.stop(calls.settings(), wanted.run()))
                        .orElseGet(IvsPlanner::nothing);
        };
    }

    private static AwsCourse<IvsSeen> nothing() {
        return new AwsCourse<>(seen -> Optional.empty(), IvsEffects::after, IvsEffects::settled);
    }
}
