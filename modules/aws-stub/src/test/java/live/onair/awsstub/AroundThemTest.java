package live.onair.awsstub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.Event;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttribute;
import software.amazon.awssdk.services.cloudtrail.model.LookupAttributeKey;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLifecycleConfiguration;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleExpiration;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.servicequotas.model.NoSuchResourceException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;

/** Every protocol there and back: CBOR, query, AWS's JSON, XML; what moto keeps and what we tell ourselves. */
class AroundThemTest {

    private AwsStub stub;

    @BeforeEach
    void start() {
        stub = AwsStub.start();
    }

    @AfterEach
    void stop() {
        assertThat(stub.unserved()).isEmpty();
        stub.close();
    }

    @Test
    void alarms_by_cbor() {
        CloudWatchClient watch = Clients.of(CloudWatchClient.builder(), stub.uri());
        watch.putMetricAlarm(r -> r.alarmName("show-1 입력 없음")
                .namespace("AWS/MediaLive")
                .metricName("InputVideoFrameRate")
                .dimensions(Dimension.builder().name("ChannelId").value("7").build())
                .statistic(Statistic.AVERAGE)
                .period(10)
                .evaluationPeriods(3)
                .threshold(24.5)
                .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD));
        watch.setAlarmState(
                r -> r.alarmName("show-1 입력 없음").stateValue(StateValue.ALARM).stateReason("test"));
        MetricAlarm alarm = watch.describeAlarms(r -> r.alarmNamePrefix("show-1"))
                .metricAlarms()
                .get(0);
        assertThat(alarm.threshold()).isEqualTo(24.5);
        assertThat(alarm.stateValue()).isEqualTo(StateValue.ALARM);
        assertThat(alarm.alarmArn()).contains(":ap-northeast-2:111122223333:");
        assertThat(alarm.stateUpdatedTimestamp()).isNotNull();
        watch.deleteAlarms(r -> r.alarmNames("show-1 입력 없음"));
        assertThat(watch.describeAlarms(r -> r.alarmNamePrefix("show-1")).metricAlarms())
                .isEmpty();
        assertThatThrownBy(() -> watch.putMetricAlarm(r -> r.alarmName("x").evaluationPeriods(0)))
                .isInstanceOf(CloudWatchException.class)
                .hasMessageContaining("EvaluationPeriods");
    }

    @Test
    void asking_for_alarms_too_often_is_throttled() {
        CloudWatchClient watch = Clients.of(CloudWatchClient.builder(), stub.uri());
        watch.describeAlarms(r -> {}); // moto is up, the model is read
        assertThatThrownBy(() -> IntStream.range(0, 60).forEach(i -> watch.describeAlarms(r -> {})))
                .isInstanceOf(CloudWatchException.class)
                .satisfies(e -> assertThat(((CloudWatchException) e).isThrottlingException())
                        .isTrue());
    }

    @Test
    void who_am_i_by_query_and_a_role_taken_for_too_short() {
        StsClient sts = Clients.of(StsClient.builder(), stub.uri());
        GetCallerIdentityResponse me = sts.getCallerIdentity();
        assertThat(me.account()).isEqualTo("111122223333");
        assertThat(stub.calls("sts").get(0).requestId())
                .isEqualTo(me.responseMetadata().requestId());
        assertThat(sts.assumeRole(r -> r.roleArn("arn:aws:iam::111122223333:role/onair")
                                .roleSessionName("console"))
                        .credentials()
                        .expiration())
                .isNotNull();
        assertThatThrownBy(() -> sts.assumeRole(r -> r.roleArn("arn:aws:iam::111122223333:role/onair")
                        .roleSessionName("console")
                        .durationSeconds(10)))
                .isInstanceOf(StsException.class)
                .hasMessageContaining("DurationSeconds");
    }

    @Test
    void whoever_has_no_credentials_yet_gets_them_for_a_token() {
        StsClient nobody = StsClient.builder()
                .endpointOverride(stub.uri())
                .region(Region.AP_NORTHEAST_2)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        assertThat(nobody.assumeRoleWithWebIdentity(r -> r.roleArn("arn:aws:iam::111122223333:role/onair")
                                .roleSessionName("console")
                                .webIdentityToken("token-of-the-cluster"))
                        .credentials()
                        .accessKeyId())
                .isNotBlank();
    }

    @Test
    void rules_of_events_by_json() {
        EventBridgeClient events = Clients.of(EventBridgeClient.builder(), stub.uri());
        events.putRule(r -> r.name("onair-medialive").eventPattern("{\"source\":[\"aws.medialive\"]}"));
        events.putTargets(r -> r.rule("onair-medialive")
                .targets(Target.builder()
                        .id("1")
                        .arn("arn:aws:sqs:ap-northeast-2:111122223333:q")
                        .build()));
        assertThat(events.listTargetsByRule(r -> r.rule("onair-medialive")).targets())
                .hasSize(1);
        assertThatThrownBy(() -> events.putRule(r -> r.name("방송 규칙")))
                .isInstanceOf(EventBridgeException.class)
                .hasMessageContaining("Name");
    }

    @Test
    void a_bucket_its_objects_and_their_lifecycle_by_xml() {
        S3Client s3 = Clients.of(S3Client.builder(), stub.uri());
        s3.createBucket(r ->
                r.bucket("onair-recordings").createBucketConfiguration(c -> c.locationConstraint("ap-northeast-2")));
        s3.putObject(r -> r.bucket("onair-recordings").key("show-1/봄 신상 +1.m3u8"), RequestBody.fromString("#EXTM3U"));
        assertThat(s3.listObjectsV2(r -> r.bucket("onair-recordings").prefix("show-1/"))
                        .contents()
                        .get(0)
                        .key())
                .isEqualTo("show-1/봄 신상 +1.m3u8");
        assertThat(s3.headObject(r -> r.bucket("onair-recordings").key("show-1/봄 신상 +1.m3u8"))
                        .contentLength())
                .isEqualTo(7);
        assertThat(s3.getObjectAsBytes(r -> r.bucket("onair-recordings").key("show-1/봄 신상 +1.m3u8"))
                        .asUtf8String())
                .isEqualTo("#EXTM3U");
        s3.putBucketLifecycleConfiguration(r -> r.bucket("onair-recordings")
                .lifecycleConfiguration(BucketLifecycleConfiguration.builder()
                        .rules(LifecycleRule.builder()
                                .id("old")
                                .status(ExpirationStatus.ENABLED)
                                .filter(f -> f.prefix("show-"))
                                .expiration(
                                        LifecycleExpiration.builder().days(90).build())
                                .build())
                        .build()));
        assertThat(s3.getBucketLifecycleConfiguration(r -> r.bucket("onair-recordings"))
                        .rules()
                        .get(0)
                        .expiration()
                        .days())
                .isEqualTo(90);
        assertThatThrownBy(() -> s3.listObjectsV2(r -> r.bucket("nobody"))).isInstanceOf(NoSuchBucketException.class);
        assertThat(stub.calls("s3", "PutObject"))
                .singleElement()
                .satisfies(c -> assertThat(c.executed()).isTrue());
    }

    @Test
    void moto_forgets_between_one_stand_in_and_the_next() {
        Clients.of(S3Client.builder(), stub.uri())
                .createBucket(r ->
                        r.bucket("onair-x").createBucketConfiguration(c -> c.locationConstraint("ap-northeast-2")));
        stub.close();
        stub = AwsStub.start();
        assertThat(Clients.of(S3Client.builder(), stub.uri()).listBuckets().buckets())
                .isEmpty();
    }

    @Test
    void the_trail_tells_our_acts_by_their_request_ids() throws Exception {
        MediaLiveClient medialive = Clients.of(MediaLiveClient.builder(), stub.uri());
        String id =
                medialive.createInputSecurityGroup(r -> {}).responseMetadata().requestId();
        assertThatThrownBy(() -> medialive.deleteChannel(r -> r.channelId("7"))).isNotNull();
        CloudTrailClient trail = Clients.of(CloudTrailClient.builder(), stub.uri());
        List<Event> events = trail.lookupEvents(r -> r.lookupAttributes(LookupAttribute.builder()
                        .attributeKey(LookupAttributeKey.EVENT_SOURCE)
                        .attributeValue("medialive.amazonaws.com")
                        .build()))
                .events();
        assertThat(events).extracting(Event::eventName).containsExactly("DeleteChannel", "CreateInputSecurityGroup");
        JsonNode told = new ObjectMapper().readTree(events.get(1).cloudTrailEvent());
        assertThat(told.path("requestID").asText()).isEqualTo(id);
        assertThat(events.get(0).cloudTrailEvent()).contains("NotFoundException");
        stub.trailLags(Duration.ofMinutes(5));
        assertThat(trail.lookupEvents(r -> {}).events()).isEmpty();
        stub.timePasses(Duration.ofMinutes(6));
        assertThat(trail.lookupEvents(r -> {}).events()).hasSize(2);
    }

    @Test
    void quotas_are_told_and_kept() {
        ServiceQuotasClient quotas = Clients.of(ServiceQuotasClient.builder(), stub.uri());
        assertThat(quotas.getServiceQuota(r -> r.serviceCode("medialive").quotaCode("L-D1AFAF75"))
                        .quota()
                        .value())
                .isEqualTo(5);
        assertThat(quotas.listServiceQuotas(r -> r.serviceCode("ivs")).quotas()).hasSize(3);
        assertThatThrownBy(() ->
                        quotas.getServiceQuota(r -> r.serviceCode("medialive").quotaCode("L-00000000")))
                .isInstanceOf(NoSuchResourceException.class);
        stub.quotaIs("medialive", "L-6A0116BB", "Input Security Groups", 1);
        MediaLiveClient medialive = Clients.of(MediaLiveClient.builder(), stub.uri());
        medialive.createInputSecurityGroup(r -> {});
        assertThatThrownBy(() -> medialive.createInputSecurityGroup(r -> {})).hasMessageContaining("Limit exceeded");
    }

    @Test
    void what_somebody_else_made_is_there_and_not_in_the_log() {
        stub.somebodyElse("medialive", "CreateInputSecurityGroup", new ObjectMapper().createObjectNode());
        MediaLiveClient medialive = Clients.of(MediaLiveClient.builder(), stub.uri());
        assertThat(medialive.listInputSecurityGroups(r -> {}).inputSecurityGroups())
                .hasSize(1);
        assertThat(stub.calls("medialive", "CreateInputSecurityGroup")).isEmpty();
        assertThat(stub.leftBehind()).hasSize(1);
    }
}
