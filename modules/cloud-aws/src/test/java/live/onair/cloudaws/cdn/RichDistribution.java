package live.onair.cloudaws.cdn;

import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.cloudfront.model.CacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.CustomErrorResponse;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.HttpVersion;
import software.amazon.awssdk.services.cloudfront.model.Method;
import software.amazon.awssdk.services.cloudfront.model.MinimumProtocolVersion;
import software.amazon.awssdk.services.cloudfront.model.Origin;
import software.amazon.awssdk.services.cloudfront.model.OriginCustomHeader;
import software.amazon.awssdk.services.cloudfront.model.OriginProtocolPolicy;
import software.amazon.awssdk.services.cloudfront.model.PriceClass;
import software.amazon.awssdk.services.cloudfront.model.SSLSupportMethod;
import software.amazon.awssdk.services.cloudfront.model.ViewerProtocolPolicy;

/** A distribution with something in each corner, which lacks all that can be mended. */
final class RichDistribution {

    /** What differs in the request that mends it, and nothing else. */
    static Map<String, String> planned(String group) {
        return Map.ofEntries(
                Map.entry("/WebACLId", " > arn:aws:wafv2:us-east-1:111122223333:global/webacl/onair/0a1b"),
                Map.entry("/Origins/Items/1/OriginAccessControlId", " > EOAC1"),
                Map.entry("/DefaultCacheBehavior/TargetOriginId", "packager > onair-packager"),
                Map.entry("/CacheBehaviors/Items/0/TargetOriginId", "packager > onair-packager"),
                Map.entry("/CacheBehaviors/Items/0/TrustedKeyGroups/Enabled", "false > true"),
                Map.entry("/CacheBehaviors/Items/0/TrustedKeyGroups/Quantity", "0 > 1"),
                Map.entry("/CacheBehaviors/Items/0/TrustedKeyGroups/Items/0", "- > " + group),
                Map.entry("/OriginGroups/Quantity", "0 > 1"),
                Map.entry("/OriginGroups/Items/0/Id", "- > onair-packager"),
                Map.entry("/OriginGroups/Items/0/FailoverCriteria/StatusCodes/Quantity", "- > 4"),
                Map.entry("/OriginGroups/Items/0/FailoverCriteria/StatusCodes/Items/0", "- > 500"),
                Map.entry("/OriginGroups/Items/0/FailoverCriteria/StatusCodes/Items/1", "- > 502"),
                Map.entry("/OriginGroups/Items/0/FailoverCriteria/StatusCodes/Items/2", "- > 503"),
                Map.entry("/OriginGroups/Items/0/FailoverCriteria/StatusCodes/Items/3", "- > 504"),
                Map.entry("/OriginGroups/Items/0/Members/Quantity", "- > 2"),
                Map.entry("/OriginGroups/Items/0/Members/Items/0/OriginId", "- > packager"),
                Map.entry("/OriginGroups/Items/0/Members/Items/1/OriginId", "- > bucket"));
    }

    private RichDistribution() {}

    static DistributionConfig config() {
        return DistributionConfig.builder()
                .callerReference(UUID.randomUUID().toString())
                .aliases(all -> all.quantity(1).items("live.onair.test"))
                .defaultRootObject("")
                .comment("라이브 <pictures & sound>")
                .enabled(true)
                .priceClass(PriceClass.PRICE_CLASS_200)
                .httpVersion(HttpVersion.HTTP2_AND3)
                .isIPV6Enabled(true)
                .staging(false)
                .webACLId("")
                .logging(log -> log.enabled(true)
                        .includeCookies(false)
                        .bucket("logs.s3.amazonaws.com")
                        .prefix("live/"))
                .viewerCertificate(with -> with.acmCertificateArn("arn:aws:acm:us-east-1:111122223333:certificate/1a")
                        .sslSupportMethod(SSLSupportMethod.SNI_ONLY)
                        .minimumProtocolVersion(MinimumProtocolVersion.TLS_V1_2_2021))
                .restrictions(where -> where.geoRestriction(
                        geo -> geo.restrictionType("whitelist").quantity(1).items("KR")))
                .customErrorResponses(all -> all.quantity(1)
                        .items(CustomErrorResponse.builder()
                                .errorCode(404)
                                .errorCachingMinTTL(1L)
                                .build()))
                .origins(all -> all.quantity(3).items(packager(), bucket(), shop()))
                .originGroups(none -> none.quantity(0))
                .defaultCacheBehavior(behavior -> behavior.targetOriginId("packager")
                        .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                        .compress(true)
                        .cachePolicyId("658327ea-f89d-4fab-a63d-7e88639e58f6")
                        .trustedKeyGroups(none -> none.enabled(false).quantity(0)))
                .cacheBehaviors(all -> all.quantity(2).items(playlists(), orders()))
                .build();
    }

    private static CacheBehavior playlists() {
        return CacheBehavior.builder()
                .pathPattern("*.m3u8")
                .targetOriginId("packager")
                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                .allowedMethods(some -> some.quantity(2).items(Method.GET, Method.HEAD))
                .responseHeadersPolicyId("60669652-455b-4ae9-85a4-c4c02393f86c")
                .functionAssociations(none -> none.quantity(0))
                .trustedKeyGroups(none -> none.enabled(false).quantity(0))
                .build();
    }

    private static CacheBehavior orders() {
        return CacheBehavior.builder()
                .pathPattern("orders/*")
                .targetOriginId("packager")
                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                .allowedMethods(all -> all.quantity(7)
                        .items(
                                Method.GET,
                                Method.HEAD,
                                Method.OPTIONS,
                                Method.PUT,
                                Method.POST,
                                Method.PATCH,
                                Method.DELETE))
                .build();
    }

    private static Origin.Builder web(String id) {
        return Origin.builder()
                .id(id)
                .domainName(id + ".onair.test")
                .originPath("")
                .connectionAttempts(2)
                .originShield(shield -> shield.enabled(true).originShieldRegion("ap-northeast-2"))
                .customOriginConfig(how -> how.httpPort(80)
                        .httpsPort(443)
                        .originReadTimeout(10)
                        .originProtocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                        .originSslProtocols(all -> all.quantity(1).itemsWithStrings("TLSv1.2")));
    }

    private static Origin packager() {
        OriginCustomHeader secret = OriginCustomHeader.builder()
                .headerName("X-Onair-Origin")
                .headerValue("demo")
                .build();
        return web("packager")
                .customHeaders(one -> one.quantity(1).items(secret))
                .build();
    }

    private static Origin bucket() {
        return Origin.builder()
                .id("bucket")
                .domainName("tapes.s3.ap-northeast-2.amazonaws.com")
                .originPath("/live")
                .customHeaders(none -> none.quantity(0))
                .originAccessControlId("")
                .s3OriginConfig(s3 -> s3.originAccessIdentity(""))
                .build();
    }

    private static Origin shop() {
        return web("shop").customHeaders(none -> none.quantity(0)).build();
    }
}
