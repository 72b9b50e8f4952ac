package live.onair.cloudaws.cdn;

import java.util.List;
import live.onair.cdn.Cdns.CdnSetup;
import live.onair.cdn.Cdns.OriginShield;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.Distribution;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.Origin;

/**
 * What a distribution of CloudFront comes to. An origin counts as closed with an origin access control or identity, or with a header that
 * CloudFront adds and the origin can ask for; live playlists count as signed when the behavior they fall to trusts a key group. Pure.
 */
final class DistributionReading {

    private static final String DEPLOYED = "Deployed";
    private static final String LIVE = "/out/v1/onair/onair-ch/live/";
    /** Addresses of live playlists, by which behaviors are found: of our endpoint at MediaPackage, for both kinds of HLS and for DASH. */
    private static final List<String> PLAYLISTS = List.of(
            LIVE + "hls.m3u8", LIVE + "hls_1.m3u8", LIVE + "llhls.m3u8", LIVE + "llhls_1.m3u8", LIVE + "dash.mpd");

    /** And of its segments, which are asked for without a signature. */
    private static final List<String> SEGMENTS =
            List.of(LIVE + "part_1_1.ts", LIVE + "part_1_1.mp4", LIVE + "part_1_1.m4s", LIVE + "part_1_init.mp4");

    private DistributionReading() {}

    static CdnSetup setup(Distribution found, @Nullable Boolean shielded) {
        DistributionConfig config = found.distributionConfig();
        return new CdnSetup(
                found.domainName(),
                DEPLOYED.equals(found.status()),
                config.enabled(),
                open(config).stream().map(Origin::id).toList(),
                hasSpare(config),
                signs(config),
                firewall(config.webACLId()),
                shielded,
                config.origins().items().stream()
                        .map(origin -> new OriginShield(origin.id(), shield(origin)))
                        .toList());
    }

    private static @Nullable String shield(Origin origin) {
        return origin.originShield() != null
                        && Boolean.TRUE.equals(origin.originShield().enabled())
                ? origin.originShield().originShieldRegion()
                : null;
    }

    /** Origins that answer others than this distribution. */
    static List<Origin> open(DistributionConfig config) {
        return config.origins().items().stream()
                .filter(origin -> !isClosed(origin))
                .toList();
    }

    /** Whether there is a group of origins. */
    static boolean hasSpare(DistributionConfig config) {
        return config.originGroups() != null && config.originGroups().quantity() > 0;
    }

    private static boolean isClosed(Origin origin) {
        boolean identity = origin.s3OriginConfig() != null
                && isTold(origin.s3OriginConfig().originAccessIdentity());
        boolean header =
                origin.customHeaders() != null && origin.customHeaders().quantity() > 0;
        return isTold(origin.originAccessControlId()) || identity || header;
    }

    static boolean isTold(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** Whether each kind of playlist is signed: one that is not gives the whole show. */
    private static boolean signs(DistributionConfig config) {
        return playlists(config).stream().allMatch(Behavior::signs);
    }

    /** The behaviors to which live playlists fall. */
    static List<Behavior> playlists(DistributionConfig config) {
        return PLAYLISTS.stream()
                .map(playlist -> Behavior.of(config, playlist))
                .distinct()
                .toList();
    }

    /** Whether segments fall to this behavior, too. */
    static boolean isOfSegments(DistributionConfig config, Behavior behavior) {
        return SEGMENTS.stream()
                .anyMatch(segment -> Behavior.of(config, segment).pattern().equals(behavior.pattern()));
    }

    /** By its name where it is told by an ARN ({@code .../webacl/name/id}); the older kind has an id only. */
    static @Nullable String firewall(@Nullable String acl) {
        if (acl == null || acl.isBlank()) {
            return null;
        }
        String[] parts = acl.split("/");
        return parts.length > 2 ? parts[parts.length - 2] : acl;
    }
}
