package live.onair.cloudaws.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import live.onair.cdn.Cdns.CdnSetup;
import live.onair.cdn.Cdns.OriginShield;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudfront.model.CacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.Distribution;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.Origin;

/** What the stand-in for AWS does not keep of a distribution is read here from CloudFront's own types. */
class DistributionReadingTest {

    private static CdnSetup read(DistributionConfig.Builder config, Origin... origins) {
        return DistributionReading.setup(
                Distribution.builder()
                        .domainName("d111.cloudfront.net")
                        .status("InProgress")
                        .distributionConfig(config.enabled(false)
                                .origins(all -> all.quantity(origins.length).items(origins))
                                .build())
                        .build(),
                null);
    }

    private static DistributionConfig.Builder plain() {
        return DistributionConfig.builder()
                .defaultCacheBehavior(behavior -> behavior.trustedKeyGroups(keys -> keys.enabled(false)));
    }

    @Test
    void an_origin_is_closed_by_an_access_control_or_by_the_older_identity() {
        CdnSetup seen = read(
                plain(),
                Origin.builder().id("packager").originAccessControlId("E1").build(),
                Origin.builder()
                        .id("bucket")
                        .s3OriginConfig(s3 -> s3.originAccessIdentity("origin-access-identity/cloudfront/E2"))
                        .build(),
                Origin.builder()
                        .id("old-bucket")
                        .s3OriginConfig(s3 -> s3.originAccessIdentity(""))
                        .build(),
                Origin.builder().id("shop").originAccessControlId("").build());
        assertThat(seen.open()).containsExactly("old-bucket", "shop");
        assertThat(seen.deployed()).isFalse();
        assertThat(seen.enabled()).isFalse();
        assertThat(seen.shielded()).isNull();
    }

    @Test
    void an_origin_shield_is_told_of_each_origin_and_where_it_is() {
        CdnSetup seen = read(
                plain(),
                Origin.builder()
                        .id("packager")
                        .originShield(shield -> shield.enabled(true).originShieldRegion("ap-northeast-2"))
                        .build(),
                Origin.builder()
                        .id("bucket")
                        .originShield(shield -> shield.enabled(false))
                        .build(),
                Origin.builder().id("shop").build());
        assertThat(seen.originShields())
                .containsExactly(
                        new OriginShield("packager", "ap-northeast-2"),
                        new OriginShield("bucket", null),
                        new OriginShield("shop", null));
    }

    @ParameterizedTest
    @CsvSource({
        "/out/*, true",
        "out/v1/*, true",
        "out/v?/*, true",
        "*, true",
        "*.m3u8, false",
        "*.mpd, false",
        "*.ts, false",
        "live/*, false"
    })
    void the_behavior_of_live_playlists_has_the_say_for_hls_and_dash(String pattern, boolean signs) {
        CacheBehavior behavior = CacheBehavior.builder()
                .pathPattern(pattern)
                .trustedKeyGroups(keys -> keys.enabled(true))
                .build();
        assertThat(read(plain().cacheBehaviors(all -> all.items(behavior))).signs())
                .isEqualTo(signs);
    }

    @Test
    void one_behavior_for_each_kind_of_playlist_will_do() {
        List<CacheBehavior> both = Stream.of("*.m3u8", "*.mpd")
                .map(pattern -> CacheBehavior.builder()
                        .pathPattern(pattern)
                        .trustedKeyGroups(keys -> keys.enabled(true))
                        .build())
                .toList();
        assertThat(read(plain().cacheBehaviors(all -> all.items(both))).signs()).isTrue();
    }

    @Test
    void the_first_behavior_that_fits_has_it_and_the_default_one_where_none_does() {
        List<CacheBehavior> both = Arrays.asList(
                CacheBehavior.builder().pathPattern("out/*").build(),
                CacheBehavior.builder()
                        .pathPattern("*")
                        .trustedKeyGroups(keys -> keys.enabled(true))
                        .build());
        assertThat(read(plain().cacheBehaviors(all -> all.items(both))).signs()).isFalse();
        assertThat(read(DistributionConfig.builder()
                                .defaultCacheBehavior(
                                        behavior -> behavior.trustedKeyGroups(keys -> keys.enabled(true))))
                        .signs())
                .isTrue();
    }

    @Test
    void rules_of_the_older_firewall_are_named_by_their_id() {
        assertThat(read(plain().webACLId("473e64fd-f30b-4765-81a0-62ad96dd167a"))
                        .firewall())
                .isEqualTo("473e64fd-f30b-4765-81a0-62ad96dd167a");
        assertThat(read(plain().webACLId("")).firewall()).isNull();
    }
}
