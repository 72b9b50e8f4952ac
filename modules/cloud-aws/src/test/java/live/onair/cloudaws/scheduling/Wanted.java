package live.onair.cloudaws.scheduling;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import live.onair.cloudaws.AwsService;
import live.onair.cloudaws.AwsSettings;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;

/** Settings and runs for the tests of the adapters. */
final class Wanted {

    private Wanted() {}

    /** An installation called test, with all services at one address. */
    static AwsSettings settings(URI endpoint) {
        Map<AwsService, URI> endpoints = new EnumMap<>(AwsService.class);
        for (AwsService service : AwsService.values()) {
            endpoints.put(service, endpoint);
        }
        return new AwsSettings(
                true,
                "ap-northeast-2",
                "",
                "",
                "test",
                false,
                "onair-test",
                "arn:aws:iam::111122223333:role/onair-media",
                List.of("0.0.0.0/0"),
                true,
                "hd",
                Duration.ofSeconds(5),
                endpoints);
    }

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
