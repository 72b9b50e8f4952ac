package live.onair.cloudaws.cdn;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.AllowedMethods;
import software.amazon.awssdk.services.cloudfront.model.CacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.DefaultCacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.TrustedKeyGroups;
import software.amazon.awssdk.services.cloudfront.model.TrustedSigners;

/**
 * A behavior of a distribution, the default one among them. Pure.
 *
 * @param pattern of the paths that fall to it; of the default one the name under which CloudFront's console shows it
 * @param target id of the origin or of the group of origins that is asked
 */
record Behavior(
        String pattern,
        String target,
        @Nullable TrustedKeyGroups groups,
        @Nullable TrustedSigners signers,
        @Nullable AllowedMethods methods) {

    /** No path pattern has brackets. */
    static final String DEFAULT = "Default (*)";

    /** What a group of origins takes: CloudFront refuses behaviors with more. */
    private static final List<String> READS = List.of("GET", "HEAD", "OPTIONS");

    /** In the order in which they are asked, the default one last. */
    static List<Behavior> all(DistributionConfig config) {
        return Stream.concat(
                        own(config).stream()
                                .map(one -> new Behavior(
                                        one.pathPattern(),
                                        one.targetOriginId(),
                                        one.trustedKeyGroups(),
                                        one.trustedSigners(),
                                        one.allowedMethods())),
                        Stream.of(usual(config.defaultCacheBehavior())))
                .toList();
    }

    /** All but the default one. */
    static List<CacheBehavior> own(DistributionConfig config) {
        return config.cacheBehaviors() == null
                ? List.of()
                : config.cacheBehaviors().items();
    }

    /** Whether it is the default one: all falls to it that nobody has thought of. */
    boolean isUsual() {
        return pattern.equals(DEFAULT);
    }

    private static Behavior usual(DefaultCacheBehavior one) {
        return new Behavior(
                DEFAULT, one.targetOriginId(), one.trustedKeyGroups(), one.trustedSigners(), one.allowedMethods());
    }

    /** The first whose pattern fits has the say; else the default one. */
    static Behavior of(DistributionConfig config, String path) {
        return all(config).stream().filter(one -> one.fits(path)).findFirst().orElseThrow();
    }

    /** A star is any characters and a question mark one, as CloudFront's guide has it; the slash before may be left out. */
    private boolean fits(String path) {
        if (pattern.equals(DEFAULT)) {
            return true;
        }
        StringBuilder regex = new StringBuilder(pattern.startsWith("/") || pattern.startsWith("*") ? "" : "/");
        pattern.chars()
                .forEach(c -> regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf((char) c))));
        return path.matches(regex.toString());
    }

    /** Whether it refuses who has no signature of a key group's. */
    boolean signs() {
        return groups != null && Boolean.TRUE.equals(groups.enabled());
    }

    /** Ids of the key groups whose signatures it takes. */
    List<String> groupIds() {
        return groups == null ? List.of() : groups.items();
    }

    /** Whether it trusts signers of the older kind, beside which there can be no key group. */
    boolean trustsSigners() {
        return signers != null && Boolean.TRUE.equals(signers.enabled());
    }

    /** Whether it only lets through what a group of origins takes; what it does not tell is GET and HEAD. */
    boolean onlyReads() {
        return methods == null || READS.containsAll(methods.itemsAsStrings());
    }
}
