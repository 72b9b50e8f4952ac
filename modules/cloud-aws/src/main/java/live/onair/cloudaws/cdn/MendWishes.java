package live.onair.cloudaws.cdn;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import live.onair.cloudaws.AwsCalls;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * What distributions shall have where they have none, and playlists beside what they have: told by settings, never guessed. Each
 * is made by its owner first.
 *
 * <ul>
 *   <li>{@code onair.aws.cloudfront.origin-access}: id of the origin access control of buckets
 *   <li>{@code onair.aws.cloudfront.key-group}: id of the key group with the public key of {@code onair.aws.cloudfront.key}
 *   <li>{@code onair.aws.cloudfront.web-acl}: ARN of the web ACL, of the global scope
 *   <li>{@code onair.aws.cloudfront.origin-group}: of each CDN the origin that is asked first and the spare one, as {@code
 *       global=packager+spare}
 * </ul>
 */
@Singleton
class MendWishes {

    private static final String PREFIX = "onair.aws.cloudfront.";

    private final @Nullable String originAccess;
    private final @Nullable String keyGroup;
    private final @Nullable String webAcl;
    private final Map<String, Spare> spares;

    /** Two origins of a distribution, by their ids. */
    record Spare(String first, String second) {

        /** Id of the group that they become. */
        String group() {
            return "onair-" + first;
        }
    }

    @Inject
    MendWishes(AwsCalls calls, Config config) {
        this(
                told(calls, config, "origin-access"),
                told(calls, config, "key-group"),
                told(calls, config, "web-acl"),
                told(calls, config, "origin-group"));
    }

    MendWishes(
            @Nullable String originAccess,
            @Nullable String keyGroup,
            @Nullable String webAcl,
            @Nullable String originGroups) {
        this.originAccess = originAccess;
        this.keyGroup = keyGroup;
        this.webAcl = webAcl;
        spares = Arrays.stream((originGroups == null ? "" : originGroups).split(","))
                .map(one -> one.strip().split("\\s*[=+]\\s*", 3))
                .filter(parts -> parts.length == 3
                        && Arrays.stream(parts).noneMatch(String::isBlank)
                        && !parts[1].equals(parts[2]))
                .collect(Collectors.toUnmodifiableMap(
                        parts -> parts[0], parts -> new Spare(parts[1], parts[2]), (one, other) -> one));
    }

    private static @Nullable String told(AwsCalls calls, Config config, String setting) {
        return calls.settings().enabled()
                ? config.getOptionalValue(PREFIX + setting, String.class)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .orElse(null)
                : null;
    }

    Optional<String> originAccess() {
        return Optional.ofNullable(originAccess);
    }

    Optional<String> keyGroup() {
        return Optional.ofNullable(keyGroup);
    }

    Optional<String> webAcl() {
        return Optional.ofNullable(webAcl);
    }

    Optional<Spare> spare(String cdn) {
        return Optional.ofNullable(spares.get(cdn));
    }
}
