package live.onair.cloudaws.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.cdn.Cdns.CdnSetup;
import live.onair.cdn.Cdns.OriginShield;
import live.onair.cdn.spi.CachePurger;
import live.onair.cdn.spi.CachePurger.Purged;
import live.onair.cdn.spi.CachePurgerContract;
import live.onair.cdn.spi.CdnAccount;
import live.onair.cdn.spi.CdnAccountContract;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsOperation;
import live.onair.cloudaws.AwsService;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Ids;
import live.onair.testkit.Faults;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudfront.endpoints.CloudFrontEndpointProvider;
import software.amazon.awssdk.services.cloudfront.model.CacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.Distribution;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.Origin;
import software.amazon.awssdk.services.cloudfront.model.OriginCustomHeader;
import software.amazon.awssdk.services.cloudfront.model.OriginGroup;
import software.amazon.awssdk.services.cloudfront.model.OriginGroupMember;
import software.amazon.awssdk.services.cloudfront.model.OriginProtocolPolicy;
import software.amazon.awssdk.services.cloudfront.model.ViewerProtocolPolicy;
import software.amazon.awssdk.services.shield.ShieldClient;
import software.amazon.awssdk.services.shield.endpoints.ShieldEndpointProvider;
import software.amazon.awssdk.services.shield.model.CreateProtectionRequest;
import software.amazon.awssdk.services.shield.model.CreateProtectionResponse;
import software.amazon.awssdk.services.shield.model.CreateSubscriptionRequest;
import software.amazon.awssdk.services.shield.model.CreateSubscriptionResponse;

/** A distribution of CloudFront is purged of a show and read, with what stands for AWS: distributions of our own behind the validator. */
class CloudFrontTest {

    private static final AwsOperation<ShieldClient, CreateSubscriptionRequest, CreateSubscriptionResponse> SUBSCRIBE =
            AwsOperation.write(AwsService.SHIELD, "CreateSubscription", ShieldClient::createSubscription);
    private static final AwsOperation<ShieldClient, CreateProtectionRequest, CreateProtectionResponse> PROTECT =
            AwsOperation.write(AwsService.SHIELD, "CreateProtection", ShieldClient::createProtection);

    private static final List<String> FOLDERS = List.of("/live/SH-1", "/replay/SH-1");

    private static AwsStub stub;
    private static AwsCalls calls;

    @BeforeAll
    static void start() {
        stub = AwsStub.start(Manner.quick());
        // what keeps the distributions takes a while to wake
        calls = AwsAtHand.hasty(AwsAtHand.settings(stub.uri(), false, Duration.ofSeconds(60)));
    }

    @AfterAll
    static void stop() {
        assertThat(stub.unserved()).isEmpty();
        assertThat(stub.calls())
                .allSatisfy(call -> assertThat(call.problems()).as(call.name()).isEmpty());
        stub.close();
    }

    @BeforeEach
    void nothing_is_wrong() {
        stub.faults().clear();
    }

    private static Origin.Builder origin(String id) {
        return Origin.builder()
                .id(id)
                .domainName(id + ".onair.test")
                .originPath("")
                .customHeaders(none -> none.quantity(0))
                .customOriginConfig(how -> how.httpPort(80)
                        .httpsPort(443)
                        .originProtocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                        .originSslProtocols(all -> all.quantity(1).itemsWithStrings("TLSv1.2")));
    }

    private static OriginGroupMember member(String id) {
        return OriginGroupMember.builder().originId(id).build();
    }

    private static Distribution distribution(Consumer<DistributionConfig.Builder> more, Origin... origins) {
        DistributionConfig.Builder config = DistributionConfig.builder()
                .callerReference(UUID.randomUUID().toString())
                .comment("demo")
                .enabled(true)
                .origins(all -> all.quantity(origins.length).items(origins))
                .defaultCacheBehavior(behavior -> behavior.targetOriginId(origins[0].id())
                        .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                        .trustedKeyGroups(none -> none.enabled(false).quantity(0)));
        more.accept(config);
        return OwnersHand.makes(calls, config.build());
    }

    private static Distributions as(String id) {
        return new Distributions("partner=E0OTHER, global=" + id);
    }

    /** Only the firewall's rules are told. */
    private static CloudFrontAccount account(String id) {
        CloudFrontSigner none = new CloudFrontSigner(as(id), Clock.systemUTC(), "", "");
        return new CloudFrontAccount(
                calls, as(id), new MendWishes(null, null, "acl", null), none, new KeyGroups(calls, ""));
    }

    @Test
    void a_show_is_purged_by_its_folders_and_followed_until_it_is_over() {
        String id = distribution(plain -> {}, origin("packager").build()).id();
        CloudFrontPurger purger = new CloudFrontPurger(calls, as(id), new Ids(Clock.systemUTC()));
        assertThat(purger.purges("global")).isTrue();
        assertThat(purger.purges("domestic")).isFalse();
        Purged asked = purger.purge("global", "SH-1", FOLDERS);
        Purged now = asked;
        for (int looks = 0; !now.isOver() && looks < 20; looks++) {
            now = purger.look("global", String.valueOf(asked.ticket()));
        }
        assertThat(now.isOver()).isTrue();
        assertThat(stub.calls("cloudfront", "CreateInvalidation"))
                .last()
                .satisfies(call -> assertThat(call.input()
                                .path("InvalidationBatch")
                                .path("Paths")
                                .path("Items")
                                .toString())
                        .contains("/live/SH-1/*", "/replay/SH-1/*"));
        purger.purge("global", "SH-1", FOLDERS);
        assertThat(stub.calls("cloudfront", "CreateInvalidation"))
                .as("the same show again is another request")
                .extracting(call -> call.input()
                        .path("InvalidationBatch")
                        .path("CallerReference")
                        .asText())
                .doesNotHaveDuplicates()
                .allMatch(reference -> reference.startsWith("onair-test-"));
    }

    @Test
    void what_is_not_there_or_not_allowed_is_told_so() {
        CloudFrontPurger purger = new CloudFrontPurger(calls, as("E0NOWHERE"), new Ids(Clock.systemUTC()));
        assertThat(Faults.of(() -> purger.purge("global", "SH-1", FOLDERS))).isEqualTo(CloudFault.NOT_FOUND);
        assertThat(Faults.of(() -> account("E0NOWHERE").setup("global").orElseThrow()))
                .isEqualTo(CloudFault.NOT_FOUND);
        assertThat(Faults.of(() -> purger.purge("nobody", "SH-1", FOLDERS))).isEqualTo(CloudFault.INVALID);
        int sent = stub.calls("cloudfront", "CreateInvalidation").size();
        CloudFrontPurger readOnly = new CloudFrontPurger(
                AwsAtHand.calls(AwsAtHand.settings(stub.uri(), true, Duration.ofSeconds(60))),
                as("E0NOWHERE"),
                new Ids(Clock.systemUTC()));
        assertThat(Faults.of(() -> readOnly.purge("global", "SH-1", FOLDERS))).isEqualTo(CloudFault.DENIED);
        assertThat(stub.calls("cloudfront", "CreateInvalidation")).hasSize(sent);
    }

    @Test
    void a_distribution_that_lets_everybody_in_is_seen_as_it_is() {
        String id = distribution(plain -> {}, origin("packager").build()).id();
        CdnSetup seen = account(id).setup("global").orElseThrow();
        assertThat(seen.address()).endsWith(".cloudfront.net");
        assertThat(seen.enabled()).isTrue();
        assertThat(seen.open()).containsExactly("packager");
        assertThat(seen.spare()).isFalse();
        assertThat(seen.signs()).isFalse();
        assertThat(seen.firewall()).isNull();
        assertThat(seen.shielded()).isFalse();
    }

    @Test
    void one_that_is_closed_signed_and_guarded_is_seen_as_that() {
        OriginGroup either = OriginGroup.builder()
                .id("either")
                .failoverCriteria(
                        when -> when.statusCodes(codes -> codes.quantity(2).items(500, 503)))
                .members(both -> both.quantity(2).items(member("packager"), member("spare")))
                .build();
        CacheBehavior playlists = CacheBehavior.builder()
                .pathPattern("out/v1/*")
                .targetOriginId("packager")
                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                .trustedKeyGroups(keys -> keys.enabled(true).quantity(1).items("kg-1"))
                .build();
        OriginCustomHeader header = OriginCustomHeader.builder()
                .headerName("X-Onair-Origin")
                .headerValue("demo")
                .build();
        Distribution made = distribution(
                config -> config.webACLId("arn:aws:wafv2:us-east-1:111122223333:global/webacl/onair-live/0a1b")
                        .originGroups(groups -> groups.quantity(1).items(either))
                        .cacheBehaviors(all -> all.quantity(1).items(playlists)),
                origin("packager")
                        .customHeaders(one -> one.quantity(1).items(header))
                        .originShield(shield -> shield.enabled(true).originShieldRegion("ap-northeast-2"))
                        .build(),
                origin("spare")
                        .customHeaders(one -> one.quantity(1).items(header))
                        .build());
        calls.send(SUBSCRIBE, CreateSubscriptionRequest.builder().build());
        calls.send(
                PROTECT,
                CreateProtectionRequest.builder()
                        .name("onair-live")
                        .resourceArn(made.arn())
                        .build());
        CdnSetup seen = account(made.id()).setup("global").orElseThrow();
        assertThat(seen.open()).isEmpty();
        assertThat(seen.spare()).isTrue();
        assertThat(seen.signs()).isTrue();
        assertThat(seen.firewall()).isEqualTo("onair-live");
        assertThat(seen.shielded()).isTrue();
        assertThat(seen.originShields())
                .containsExactly(new OriginShield("packager", "ap-northeast-2"), new OriginShield("spare", null));
    }

    @Test
    void who_may_not_ask_shield_still_learns_the_rest() {
        String id = distribution(plain -> {}, origin("packager").build()).id();
        stub.faults().on("shield", "DescribeProtection").broken();
        assertThat(account(id).setup("global").orElseThrow().shielded()).isNull();
    }

    @Test
    void both_services_have_one_address_whatever_our_region() {
        assertThat(CloudFrontEndpointProvider.defaultProvider()
                        .resolveEndpoint(where -> where.region(Region.AP_NORTHEAST_2))
                        .join()
                        .url())
                .hasToString("https://cloudfront.amazonaws.com");
        assertThat(ShieldEndpointProvider.defaultProvider()
                        .resolveEndpoint(where -> where.region(Region.AP_NORTHEAST_2))
                        .join()
                        .url())
                .hasToString("https://shield.us-east-1.amazonaws.com");
    }

    private static String made() {
        return distribution(plain -> {}, origin("packager").build()).id();
    }

    @Nested
    class Purging extends CachePurgerContract {

        private final CloudFrontPurger purger = new CloudFrontPurger(calls, as(made()), new Ids(Clock.systemUTC()));

        @Override
        protected CachePurger port() {
            return purger;
        }

        @Override
        protected String cdn() {
            return "global";
        }
    }

    @Nested
    class Account extends CdnAccountContract {

        private final CloudFrontAccount account = account(made());

        @Override
        protected CdnAccount port() {
            return account;
        }

        @Override
        protected String cdn() {
            return "global";
        }
    }

    @Test
    void without_a_setting_no_cdn_is_a_distribution() {
        assertThat(new Distributions("").of("global")).isEmpty();
        assertThat(new Distributions("global=,=E1, global").of("global")).isEmpty();
        assertThat(as("E1").of("global")).contains("E1");
    }
}
