package live.onair.cloudaws.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.CloudWatchOperations;
import live.onair.cloudaws.IvsOperations;
import live.onair.inventory.CallRows.CallOutcome;
import live.onair.inventory.spi.AccountTrail.TrailEvent;
import live.onair.inventory.spi.CallReports.Sent;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.ivs.model.CreateChannelRequest;
import software.amazon.awssdk.services.ivs.model.DeleteChannelRequest;
import software.amazon.awssdk.services.ivs.model.GetChannelRequest;

/** CloudTrail's history of the account, against what stands for AWS; and what is reported of our own calls beside it. */
class AwsTrailTest {

    private final List<Sent> reported = new ArrayList<>();
    private AwsStub stub;
    private AwsCalls calls;
    private AwsTrail trail;

    @BeforeEach
    void start() {
        stub = AwsStub.start(Manner.quick().withQuotasTimes(AwsAtHand.HASTE).withPagesOf(3));
        calls = AwsAtHand.reporting(AwsAtHand.settings(stub.uri()), reported::add);
        trail = new AwsTrail(calls);
    }

    @AfterEach
    void stop() {
        assertThat(stub.unserved()).isEmpty();
        assertThat(stub.calls())
                .allSatisfy(call -> assertThat(call.problems()).as(call.name()).isEmpty());
        stub.close();
    }

    private String channel(String name) {
        return calls.send(
                        IvsOperations.CREATE_CHANNEL,
                        CreateChannelRequest.builder()
                                .name(name)
                                .tags(Map.of("onair:env", "test", "onair:channel", "CH-9", "onair:show", "SH-00007"))
                                .build())
                .channel()
                .arn();
    }

    private List<TrailEvent> told() {
        List<TrailEvent> told = new ArrayList<>();
        Instant now = Instant.now();
        trail.writes(now.minusSeconds(600), now.plusSeconds(5), told::addAll);
        return told;
    }

    @Test
    void a_call_that_writes_is_told_before_and_after_with_what_it_touches() {
        String arn = channel("onair-test-CH-9");
        calls.send(
                IvsOperations.GET_CHANNEL, GetChannelRequest.builder().arn(arn).build());
        assertThat(reported).hasSize(2);
        assertThat(reported.get(0).id()).isEqualTo(reported.get(1).id());
        assertThat(reported.get(0).outcome()).isEqualTo(CallOutcome.UNKNOWN);
        Sent after = reported.get(1);
        assertThat(after.outcome()).isEqualTo(CallOutcome.DONE);
        assertThat(after.requestId()).isNotBlank();
        assertThat(after.about().channel()).isEqualTo("CH-9");
        assertThat(after.about().show()).isEqualTo("SH-00007");
        assertThat(after.about().resource()).isEqualTo("onair-test-CH-9");
        assertThat(after.about().names()).contains("onair-test-CH-9", arn);
        assertThat(after.about().inTrail()).isTrue();
    }

    /** The answer has the key of the stream in it; it is told to nobody. */
    @Test
    void no_secret_is_told() {
        channel("onair-test-CH-9");
        assertThat(reported)
                .allSatisfy(sent -> assertThat(sent.about().names()).noneMatch(name -> name.startsWith("sk_")));
    }

    @Test
    void what_is_refused_and_what_is_lost_are_told_apart() {
        DeleteChannelRequest gone = DeleteChannelRequest.builder()
                .arn("arn:aws:ivs:ap-northeast-2:111122223333:channel/AbCdEfGhIjKl")
                .build();
        assertThatThrownBy(() -> calls.send(IvsOperations.DELETE_CHANNEL, gone)).isInstanceOf(CloudException.class);
        assertThat(reported.get(1).outcome()).isEqualTo(CallOutcome.REFUSED);
        assertThat(reported.get(1).requestId()).isNotBlank();
        assertThat(reported.get(1).words()).contains("NotFound");
        String arn = channel("onair-test-CH-9");
        reported.clear();
        stub.faults().on("ivs", "DeleteChannel").atMost(1).replyLost();
        DeleteChannelRequest there = DeleteChannelRequest.builder().arn(arn).build();
        assertThatThrownBy(() -> calls.send(IvsOperations.DELETE_CHANNEL, there))
                .isInstanceOf(CloudException.class);
        assertThat(reported.get(1).outcome()).isEqualTo(CallOutcome.UNKNOWN);
        assertThat(reported.get(1).requestId()).isNull();
        assertThat(told().get(0).operation()).isEqualTo("DeleteChannel");
        assertThat(told().get(0).names()).contains(arn);
    }

    /** Each attempt has a request id of its own, and what is throttled is asked again. */
    @Test
    void each_attempt_is_told() {
        stub.faults().on("ivs", "CreateChannel").atMost(1).throttled();
        channel("onair-test-CH-9");
        assertThat(reported)
                .extracting(Sent::outcome)
                .containsExactly(CallOutcome.UNKNOWN, CallOutcome.REFUSED, CallOutcome.UNKNOWN, CallOutcome.DONE);
    }

    @Test
    void nothing_leaves_and_nothing_is_told_in_read_only_mode() {
        AwsCalls readOnly =
                AwsAtHand.reporting(AwsAtHand.settings(stub.uri(), true, Duration.ofSeconds(2)), reported::add);
        assertThatThrownBy(() -> readOnly.send(
                        IvsOperations.CREATE_CHANNEL,
                        CreateChannelRequest.builder().name("x").build()))
                .isInstanceOf(CloudException.class);
        assertThat(reported).isEmpty();
    }

    @Test
    void the_trail_tells_it_by_the_same_request_id_page_by_page_without_what_only_reads() {
        for (int i = 0; i < 4; i++) {
            String arn = channel("onair-test-CH-" + i);
            calls.send(
                    IvsOperations.GET_CHANNEL,
                    GetChannelRequest.builder().arn(arn).build());
        }
        List<TrailEvent> told = told();
        assertThat(told)
                .extracting(TrailEvent::operation)
                .containsOnly("CreateChannel")
                .hasSize(4);
        assertThat(told)
                .extracting(TrailEvent::requestId)
                .containsExactlyInAnyOrderElementsOf(reported.stream()
                        .filter(sent -> sent.outcome() == CallOutcome.DONE)
                        .map(Sent::requestId)
                        .toList());
        assertThat(stub.calls("cloudtrail", "LookupEvents")).hasSize(2);
        assertThat(told).allSatisfy(event -> {
            assertThat(event.service()).isEqualTo("ivs");
            assertThat(event.mark()).startsWith("onair-test-CH-");
            assertThat(event.who().principal()).isEqualTo("arn:aws:iam::111122223333:user/akiaonairtest");
            assertThat(event.who().source()).isEqualTo("127.0.0.1");
            assertThat(event.error()).isNull();
        });
    }

    @Test
    void cloudwatch_is_called_by_our_word_for_it() {
        // what stands for CloudWatch takes a while to wake
        calls = AwsAtHand.reporting(AwsAtHand.settings(stub.uri(), false, Duration.ofSeconds(60)), reported::add);
        calls.send(
                CloudWatchOperations.PUT_ALARM,
                PutMetricAlarmRequest.builder()
                        .alarmName("onair-test/CH-9/SH-00007/1/FRAMES/0")
                        .namespace("AWS/IVS")
                        .metricName("IngestFramerate")
                        .statistic(Statistic.MINIMUM)
                        .period(10)
                        .evaluationPeriods(3)
                        .threshold(1.0)
                        .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                        .build());
        assertThat(told()).extracting(TrailEvent::service).containsExactly("cloudwatch");
        assertThat(told().get(0).requestId()).isEqualTo(reported.get(1).requestId());
        assertThat(reported.get(1).about().channel()).isEqualTo("CH-9");
        assertThat(reported.get(1).about().show()).isEqualTo("SH-00007");
    }

    @Test
    void what_somebody_does_in_the_console_is_told_as_theirs() throws IOException {
        stub.somebodyElse(
                "ivs",
                "CreateChannel",
                new ObjectMapper().readTree("{\"name\": \"by-hand\", \"tags\": {\"onair:env\": \"test\"}}"));
        stub.somebodyElse("ivs", "CreateChannel", new ObjectMapper().readTree("{\"name\": \"games\"}"));
        assertThat(told()).extracting(TrailEvent::mark).containsExactlyInAnyOrder("by-hand", null);
        assertThat(told().get(0).who().principal()).endsWith("user/somebody");
        assertThat(told().get(0).who().source()).isEqualTo("203.0.113.9");
    }

    @Test
    void a_trail_that_may_not_be_read_says_so() {
        stub.faults().on("cloudtrail", "LookupEvents").expired();
        assertThatThrownBy(this::told)
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.DENIED));
    }
}
