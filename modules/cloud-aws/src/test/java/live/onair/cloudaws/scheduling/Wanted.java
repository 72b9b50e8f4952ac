package live.onair.cloudaws.scheduling;

import java.time.Duration;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;

/** Runs for the tests of the adapters. */
final class Wanted {

    private Wanted() {}

    /** A run of a channel with an encoder. */
    static RunSpec run(String channel, int number) {
        return new RunSpec(
                new Run(channel, "SH-10001:" + number, "SH-10001"),
                new RunSpec.Feed(RunSpec.FeedKind.INPUT, null, null, "데모 방송"),
                null,
                true,
                Duration.ofSeconds(60),
                new RunSpec.Slates("", "", "", ""),
                true);
    }
}
