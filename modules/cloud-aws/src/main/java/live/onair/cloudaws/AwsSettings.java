package live.onair.cloudaws;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Where and as whom Onair works in AWS. There is no secret here: credentials come from the profile, the role or the
 * web identity of the machine, each time anew.
 *
 * @param enabled whether this installation uses AWS at all
 * @param region such as {@code ap-northeast-2}
 * @param profile of the shared configuration files; empty for the default chain
 * @param role ARN of the role to take on; empty for none
 * @param env name of this installation, in the tags and names of all it creates: letters, digits and dashes
 * @param readOnly whether every call that writes is refused before it leaves
 * @param bucket where recordings and slates lie; empty if there is none
 * @param access ARN of the role that MediaLive takes on to read and write the bucket; empty if there is none
 * @param encoders address ranges (CIDR) from which encoders may push
 * @param standard whether channels run on two pipelines, in two zones, or on one
 * @param ladder of the renditions: {@code sd}, {@code hd}, {@code full-hd}
 * @param timeout of one call, from connecting to the last byte
 * @param endpoints addresses instead of the public ones
 */
public record AwsSettings(
        boolean enabled,
        String region,
        String profile,
        String role,
        String env,
        boolean readOnly,
        String bucket,
        String access,
        List<String> encoders,
        boolean standard,
        String ladder,
        Duration timeout,
        Map<AwsService, URI> endpoints) {

    /** Refuses an environment that could not be part of a name. */
    public AwsSettings {
        if (!env.matches("[a-z0-9][a-z0-9-]{0,19}")) {
            throw new IllegalArgumentException("onair.aws.env: letters, digits and dashes, at most 20: " + env);
        }
        encoders = List.copyOf(encoders);
        endpoints = Map.copyOf(endpoints);
    }

    /** The same with another bucket. */
    public AwsSettings withBucket(String other) {
        return new AwsSettings(
                enabled, region, profile, role, env, readOnly, other, access, encoders, standard, ladder, timeout,
                endpoints);
    }

    /** Name of what serves the whole installation. */
    public String name() {
        return "onair-" + env;
    }

    /** Name of what belongs to a channel, or how it begins. */
    public String nameOf(String channel) {
        return name() + "-" + channel;
    }

    static AwsSettings from(Config config) {
        Map<AwsService, URI> endpoints = new EnumMap<>(AwsService.class);
        Optional<URI> all = text(config, "endpoint").map(URI::create);
        for (AwsService service : AwsService.values()) {
            text(config, "endpoint." + service.word())
                    .map(URI::create)
                    .or(() -> all)
                    .ifPresent(uri -> endpoints.put(service, uri));
        }
        return new AwsSettings(
                flag(config, "enabled"),
                text(config, "region").orElse("ap-northeast-2"),
                text(config, "profile").orElse(""),
                text(config, "role").orElse(""),
                text(config, "env").orElse("production"),
                flag(config, "read-only"),
                text(config, "bucket").orElse(""),
                text(config, "access").orElse(""),
                List.of(text(config, "encoders").orElse("0.0.0.0/0").split(" *, *")),
                !text(config, "pipelines").orElse("2").equals("1"),
                text(config, "ladder").orElse("hd"),
                Duration.ofSeconds(10),
                endpoints);
    }

    private static boolean flag(Config config, String key) {
        return config.getOptionalValue("onair.aws." + key, Boolean.class).orElse(false);
    }

    private static Optional<String> text(Config config, String key) {
        return config.getOptionalValue("onair.aws." + key, String.class).filter(value -> !value.isBlank());
    }
}
