package live.onair.cloudaws;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The core with AWS at an address of the test's, as an installation called test in Seoul. */
public final class AwsAtHand {

    static {
        // The stand-in takes any credentials; the SDK wants some.
        System.setProperty("aws.accessKeyId", "AKIAONAIRTEST");
        System.setProperty("aws.secretAccessKey", "secret-of-the-test");
    }

    private AwsAtHand() {}

    /** Calls that go there. */
    public static AwsCalls calls(AwsSettings settings) {
        return new AwsCalls(new AwsClients(settings));
    }

    /** Settings with every service there. */
    public static AwsSettings settings(URI there) {
        return settings(there, false, Duration.ofSeconds(5));
    }

    /** Settings with every service there. */
    public static AwsSettings settings(URI there, boolean readOnly, Duration timeout) {
        Map<AwsService, URI> endpoints = new EnumMap<>(AwsService.class);
        for (AwsService service : AwsService.values()) {
            endpoints.put(service, there);
        }
        return new AwsSettings(
                true,
                "ap-northeast-2",
                "",
                "",
                "test",
                readOnly,
                "onair-test",
                "arn:aws:iam::111122223333:role/onair-media",
                List.of("0.0.0.0/0"),
                true,
                "hd",
                timeout,
                endpoints);
    }
}
