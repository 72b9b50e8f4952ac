package live.onair.cloudaws.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsOperation;
import live.onair.cloudaws.AwsService;
import live.onair.dns.DnsRows.DnsRecord;
import live.onair.dns.DnsRows.RecordType;
import live.onair.dns.spi.DnsZone;
import live.onair.dns.spi.DnsZone.Change;
import live.onair.dns.spi.DnsZoneContract;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.testkit.Faults;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.endpoints.AwsEndpointAttribute;
import software.amazon.awssdk.awscore.endpoints.authscheme.SigV4AuthScheme;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.endpoints.Route53EndpointProvider;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.CreateHealthCheckRequest;
import software.amazon.awssdk.services.route53.model.CreateHealthCheckResponse;
import software.amazon.awssdk.services.route53.model.CreateHostedZoneRequest;
import software.amazon.awssdk.services.route53.model.CreateHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.HealthCheckType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The port's contract, kept by Route 53 with what stands for AWS: moto behind the validator. */
class Route53ZoneTest extends DnsZoneContract {

    private static final AwsOperation<Route53Client, CreateHostedZoneRequest, CreateHostedZoneResponse> MAKE_ZONE =
            AwsOperation.write(AwsService.ROUTE53, "CreateHostedZone", Route53Client::createHostedZone);
    private static final AwsOperation<Route53Client, CreateHealthCheckRequest, CreateHealthCheckResponse> MAKE_CHECK =
            AwsOperation.write(AwsService.ROUTE53, "CreateHealthCheck", Route53Client::createHealthCheck);
    private static final String NAME = "vod.onair.test";

    private static AwsStub stub;
    private static AwsCalls calls;

    private Route53Zone zone;
    private String id;

    @BeforeAll
    static void start() {
        stub = AwsStub.start(Manner.quick());
        // what keeps the zones takes a while to wake
        calls = AwsAtHand.hasty(AwsAtHand.settings(stub.uri(), false, Duration.ofSeconds(60)));
    }

    @AfterAll
    static void stop() {
        assertThat(stub.unserved()).isEmpty();
        assertThat(stub.calls())
                .allSatisfy(call -> assertThat(call.problems()).as(call.name()).isEmpty());
        stub.close();
    }

    /** An owner does so once by hand. */
    @BeforeEach
    void an_owners_zone() {
        stub.faults().clear();
        id = calls.send(
                        MAKE_ZONE,
                        CreateHostedZoneRequest.builder()
                                .name("onair.test.")
                                .callerReference(UUID.randomUUID().toString())
                                .build())
                .hostedZone()
                .id();
        zone = new Route53Zone(calls, id);
        stub.forgetCalls();
    }

    @Override
    protected DnsZone port() {
        return zone;
    }

    @Override
    protected String healthCheck() {
        return calls.send(
                        MAKE_CHECK,
                        CreateHealthCheckRequest.builder()
                                .callerReference(UUID.randomUUID().toString())
                                .healthCheckConfig(check -> check.type(HealthCheckType.HTTPS)
                                        .fullyQualifiedDomainName("domestic.cdn.test")
                                        .port(443)
                                        .resourcePath("/health"))
                                .build())
                .healthCheck()
                .id();
    }

    private static DnsRecord weighted(String cdn, int weight) {
        return new DnsRecord(NAME, RecordType.CNAME, 60, cdn, weight, null, cdn + ".cdn.test", null);
    }

    @Test
    void what_is_sent_is_one_batch_of_upserts_and_deletes_with_our_name() {
        List<DnsRecord> first = List.of(weighted("domestic", 70), weighted("global", 30));
        zone.apply(Change.between(List.of(), first));
        zone.apply(Change.between(first, List.of(weighted("global", 100))));
        assertThat(stub.calls("route53", "ChangeResourceRecordSets"))
                .hasSize(2)
                .allSatisfy(call -> assertThat(
                                call.input().path("ChangeBatch").path("Comment").asText())
                        .isEqualTo("onair-test"));
        assertThat(stub.calls("route53", "ChangeResourceRecordSets")
                        .get(1)
                        .input()
                        .path("ChangeBatch")
                        .path("Changes")
                        .findValuesAsText("Action"))
                .containsExactly("DELETE", "UPSERT");
    }

    @Test
    void what_is_there_already_is_not_sent_at_all() {
        List<Change> changes = Change.between(List.of(), List.of(weighted("domestic", 100)));
        zone.apply(changes);
        zone.apply(changes);
        assertThat(stub.calls("route53", "ChangeResourceRecordSets")).hasSize(1);
    }

    @Test
    void a_lost_answer_says_that_nobody_knows_and_is_found_by_reading() {
        stub.faults().on("route53", "ChangeResourceRecordSets").atMost(1).replyLost();
        assertThat(Faults.of(() -> zone.apply(Change.between(List.of(), List.of(weighted("domestic", 100))))))
                .isEqualTo(CloudFault.UNKNOWN_OUTCOME);
        assertThat(zone.read(NAME)).containsExactly(weighted("domestic", 100));
    }

    @Test
    void whoever_may_not_write_is_told_so_and_nothing_leaves() {
        Route53Zone readOnly =
                new Route53Zone(AwsAtHand.calls(AwsAtHand.settings(stub.uri(), true, Duration.ofSeconds(60))), id);
        assertThat(readOnly.read(NAME)).isEmpty();
        assertThat(Faults.of(() -> readOnly.apply(Change.between(List.of(), List.of(weighted("domestic", 100))))))
                .isEqualTo(CloudFault.DENIED);
        assertThat(stub.calls("route53", "ChangeResourceRecordSets")).isEmpty();
    }

    @Test
    void what_could_not_be_written_back_is_not_read_as_if_it_could() {
        somebody(ResourceRecordSet.builder()
                .name(NAME + ".")
                .type("A")
                .aliasTarget(alias -> alias.dnsName("d111.cloudfront.net.")
                        .hostedZoneId("Z2FDTNDATAQYW2")
                        .evaluateTargetHealth(false))
                .build());
        assertThatThrownBy(() -> zone.read(NAME))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.INVALID))
                .hasMessageContaining("an alias");
    }

    private void somebody(ResourceRecordSet set) {
        software.amazon.awssdk.services.route53.model.Change change =
                software.amazon.awssdk.services.route53.model.Change.builder()
                        .action(ChangeAction.UPSERT)
                        .resourceRecordSet(set)
                        .build();
        calls.send(
                live.onair.cloudaws.Route53Operations.CHANGE_RECORDS,
                ChangeResourceRecordSetsRequest.builder()
                        .hostedZoneId(id)
                        .changeBatch(batch -> batch.changes(List.of(change)))
                        .build());
    }

    @Test
    void the_service_has_one_address_whatever_our_region() {
        Endpoint there = Route53EndpointProvider.defaultProvider()
                .resolveEndpoint(where -> where.region(Region.AP_NORTHEAST_2))
                .join();
        assertThat(there.url()).hasToString("https://route53.amazonaws.com");
        assertThat(there.attribute(AwsEndpointAttribute.AUTH_SCHEMES))
                .first()
                .isInstanceOfSatisfying(
                        SigV4AuthScheme.class,
                        scheme -> assertThat(scheme.signingRegion()).isEqualTo("us-east-1"));
    }

    @Test
    void a_zone_that_is_not_there_is_not_found_and_without_a_name_of_one_it_is_not_here() {
        assertThat(Faults.of(() -> new Route53Zone(calls, "Z0NOWHERE").zone())).isEqualTo(CloudFault.NOT_FOUND);
        assertThat(new Route53Zone(calls, " ").isHere()).isFalse();
        assertThat(zone.zone().words()).isEqualTo("Route 53 " + id.replace("/hostedzone/", "") + " (onair.test)");
    }
}
