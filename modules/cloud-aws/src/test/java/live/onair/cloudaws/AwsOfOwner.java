package live.onair.cloudaws;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The core on the account that the environment names, with the owner's own credentials: for the smoke suite. */
public final class AwsOfOwner {

    private AwsOfOwner() {}

    /** Settings as of the console's variables; the installation is always called smoke. */
    public static AwsSettings settings(Map<String, String> environment) {
        Map<AwsService, URI> endpoints = new EnumMap<>(AwsService.class);
        String endpoint = environment.getOrDefault("ONAIR_AWS_ENDPOINT", "");
        if (!endpoint.isEmpty()) {
            for (AwsService service : AwsService.values()) {
                endpoints.put(service, URI.create(endpoint));
            }
        }
        return new AwsSettings(
                true,
                environment.getOrDefault("ONAIR_AWS_REGION", "ap-northeast-2"),
                environment.getOrDefault("ONAIR_AWS_PROFILE", ""),
                environment.getOrDefault("ONAIR_AWS_ROLE", ""),
                "smoke",
                false,
                environment.getOrDefault("ONAIR_AWS_BUCKET", ""),
                environment.getOrDefault("ONAIR_AWS_ACCESS", ""),
                List.of(environment.getOrDefault("ONAIR_AWS_ENCODERS", "127.0.0.1/32")),
                !"1".equals(environment.get("ONAIR_AWS_PIPELINES")),
                "sd",
                Duration.ofSeconds(20),
                endpoints);
    }

    /** Calls at the console's own rates. */
    public static AwsCalls calls(AwsSettings settings) {
        return AwsAtHand.calls(settings);
    }
}
