package live.onair.cloudaws.cdn;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import live.onair.cdn.Cdns.CdnSetup;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.CacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.Distribution;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.Origin;
import software.amazon.awssdk.services.cloudfront.model.TrustedKeyGroups;

/**
 * What a distribution of CloudFront comes to. An origin counts as closed with an origin access control or identity, or with a header that
 * CloudFront adds and the origin can ask for; live playlists count as signed when the behavior they fall to trusts a key group. Pure.
 */
final class DistributionReading {

    private static final String DEPLOYED = "Deployed";
    /** Addresses of live playlists, by which behaviors are found: of MediaPackage's origin, for HLS and for DASH. */
    private static final List<String> PLAYLISTS =
            List.of("/out/v1/onair/onair-ch/live/hls.m3u8", "/out/v1/onair/onair-ch/live/dash.mpd");

    private DistributionReading() {}

    static CdnSetup setup(Distribution found, @Nullable Boolean shielded) {
        DistributionConfig config = found.distributionConfig();
        List<String> open = config.origins().items().stream()
                .filter(origin -> !isClosed(origin))
                .map(Origin::id)
                .toList();
        boolean spare = config.originGroups() != null && config.originGroups().quantity() > 0;
        return new CdnSetup(
                found.domainName(),
                DEPLOYED.equals(found.status()),
                config.enabled(),
                open,
                spare,
                signs(config),
                firewall(config.webACLId()),
                shielded);
    }

    private static boolean isClosed(Origin origin) {
        boolean identity = origin.s3OriginConfig() != null
                && isTold(origin.s3OriginConfig().originAccessIdentity());
        boolean header =
                origin.customHeaders() != null && origin.customHeaders().quantity() > 0;
        return isTold(origin.originAccessControlId()) || identity || header;
    }

    private static boolean isTold(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** Whether each kind of playlist is signed: one that is not gives the whole show. */
    private static boolean signs(DistributionConfig config) {
        return PLAYLISTS.stream().allMatch(playlist -> signs(config, playlist));
    }

    /** The first behavior whose pattern fits has the say; else the default one. */
    private static boolean signs(DistributionConfig config, String playlist) {
        Stream<CacheBehavior> behaviors =
                config.cacheBehaviors() == null ? Stream.of() : config.cacheBehaviors().items().stream();
        TrustedKeyGroups trusted = behaviors
                .filter(behavior -> fits(behavior.pathPattern(), playlist))
                .findFirst()
                .map(CacheBehavior::trustedKeyGroups)
                .orElseGet(() -> config.defaultCacheBehavior().trustedKeyGroups());
        return trusted != null && Boolean.TRUE.equals(trusted.enabled());
    }

    /** A star is any characters and a question mark one, as CloudFront's guide has it; the slash before may be left out. */
    private static boolean fits(String pattern, String playlist) {
        StringBuilder regex = new StringBuilder(pattern.startsWith("/") || pattern.startsWith("*") ? "" : "/");
        pattern.chars()
                .forEach(c -> regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf((char) c))));
        return playlist.matches(regex.toString());
    }

    /** By its name where it is told by an ARN ({@code .../webacl/name/id}); the older kind has an id only. */
    private static @Nullable String firewall(@Nullable String acl) {
        if (acl == null || acl.isBlank()) {
            return null;
        }
        String[] parts = acl.split("/");
        return parts.length > 2 ? parts[parts.length - 2] : acl;
    }
}
