package live.onair.cloudaws.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.awsstub.StubCall;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.CloudWatchOperations;
import live.onair.inventory.InventoryRows.Billing;
import live.onair.inventory.InventoryRows.Remedy;
import live.onair.inventory.spi.CloudAccount;
import live.onair.inventory.spi.Resource;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Plan;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** The account as the inventory sees it, and what is cleared away from it, against what stands for AWS. */
class AwsAccountTest {

    private static final String OURS = "\"onair:env\": \"test\", \"onair:channel\": \"CH-OLD\"";

    private static final String CHANNEL = """
            {"Name": "onair-test-CH-OLD", "ChannelClass": "STANDARD",
             "RoleArn": "arn:aws:iam::111122223333:role/MediaLiveAccessRole",
             "InputAttachments": [{"InputAttachmentName": "a", "InputId": "INPUT"}],
             "Destinations": [{"Id": "pkg",
               "MediaPackageSettings": [{"ChannelGroup": "onair-test", "ChannelName": "onair-test-CH-OLD"}]}],
             "EncoderSettings": {"TimecodeConfig": {"Source": "SYSTEMCLOCK"},
               "AudioDescriptions": [{"Name": "a1", "AudioSelectorName": "default"}],
               "VideoDescriptions": [{"Name": "v", "CodecSettings": {"H264Settings": {"Bitrate": 3000000}}}],
               "OutputGroups": [{
                 "OutputGroupSettings": {"MediaPackageGroupSettings": {"Destination": {"DestinationRefId": "pkg"}}},
                 "Outputs": [{"OutputName": "o", "VideoDescriptionName": "v", "AudioDescriptionNames": ["a1"],
                   "OutputSettings": {"MediaPackageOutputSettings": {}}}]}]},
             "Tags": {"onair:env": "test", "onair:channel": "CH-OLD", "onair:run": "SH-1:1",
               "onair:run-state": "started"}}
            """;

    private AwsStub stub;
    private AwsAccount account;

    @BeforeEach
    void start() {
        stub = AwsStub.start(Manner.quick().withQuotasTimes(AwsAtHand.HASTE));
        account = account(false);
    }

    @AfterEach
    void stop() {
        assertThat(stub.unserved()).isEmpty();
        assertThat(stub.calls())
                .allSatisfy(call -> assertThat(call.problems()).as(call.name()).isEmpty());
        stub.close();
    }

    private AwsAccount account(boolean readOnly) {
        return new AwsAccount(AwsAtHand.hasty(AwsAtHand.settings(stub.uri(), readOnly, Duration.ofSeconds(5))));
    }

    private JsonNode make(String service, String operation, String json) {
        try {
            return stub.somebodyElse(service, operation, new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mediaPackage() {
        make(
                "mediapackagev2",
                "CreateChannelGroup",
                "{\"ChannelGroupName\": \"onair-test\", \"Tags\": {\"onair:env\": \"test\"}}");
        make(
                "mediapackagev2",
                "CreateChannel",
                "{\"ChannelGroupName\": \"onair-test\", \"ChannelName\": \"onair-test-CH-OLD\"}");
        make(
                "mediapackagev2",
                "CreateOriginEndpoint",
                "{\"ChannelGroupName\": \"onair-test\", \"ChannelName\": \"onair-test-CH-OLD\","
                        + " \"OriginEndpointName\": \"all\", \"ContainerType\": \"CMAF\"}");
    }

    private String ivs(String name, String tags) {
        return make("ivs", "CreateChannel", "{\"name\": \"" + name + "\", \"tags\": {" + tags + "}}")
                .path("channel")
                .path("arn")
                .asText();
    }

    /** A channel on MediaLive that encodes the input; it has a run that nobody ended. */
    private void encoder() {
        String input = make("medialive", "ListInputs", "{}")
                .path("Inputs")
                .path(0)
                .path("Id")
                .asText();
        String channel = make("medialive", "CreateChannel", CHANNEL.replace("INPUT", input))
                .path("Channel")
                .path("Id")
                .asText();
        await().atMost(Leave.of(Duration.ofSeconds(20)))
                .until(() -> the("medialive", "channel").state().equals("IDLE"));
        make("medialive", "StartChannel", "{\"ChannelId\": \"" + channel + "\"}");
        await().atMost(Leave.of(Duration.ofSeconds(20)))
                .until(() -> the("medialive", "channel").state().equals("RUNNING"));
    }

    /** An idle push input, and the security group it needs. */
    private void input() {
        String group = make(
                        "medialive",
                        "CreateInputSecurityGroup",
                        "{\"WhitelistRules\": [{\"Cidr\": \"0.0.0.0/0\"}], \"Tags\": {\"onair:env\": \"test\"}}")
                .path("SecurityGroup")
                .path("Id")
                .asText();
        make(
                "medialive",
                "CreateInput",
                "{\"Name\": \"onair-test-CH-OLD-a\", \"Type\": \"RTMP_PUSH\", \"InputSecurityGroups\": [\"" + group
                        + "\"], \"Destinations\": [{\"StreamName\": \"x/a\"}, {\"StreamName\": \"x/b\"}],"
                        + " \"Tags\": {" + OURS + "}}");
    }

    private Resource the(String service, String kind) {
        return account.resources().stream()
                .filter(thing -> thing.is(service, kind))
                .findFirst()
                .orElseThrow();
    }

    private Plan plan(Resource thing, Remedy deed) {
        return account.plan(thing, account.resources(), deed, List.of(), Instant.EPOCH)
                .orElseThrow();
    }

    private void carryOut(Resource thing, Remedy deed) {
        await().atMost(Leave.of(Duration.ofSeconds(20)))
                .until(() -> account.carryOut(thing, account.resources(), deed));
    }

    /** What was written, without what was only asked. */
    private List<String> written() {
        return stub.calls().stream()
                .map(StubCall::operation)
                .filter(name -> !name.matches("(List|Get|Describe).*"))
                .toList();
    }

    @Test
    void says_whose_account_it_is() {
        CloudAccount.State state = account.state();
        assertThat(state.isConnected()).isTrue();
        assertThat(state.account()).matches("\\d{12}");
        assertThat(state.region()).isEqualTo("ap-northeast-2");
        assertThat(state.fault()).isNull();
        assertThat(account(true).state().readOnly()).isTrue();
    }

    @Test
    void without_an_answer_says_why_and_makes_nothing_up() {
        AwsAccount nowhere = new AwsAccount(
                AwsAtHand.hasty(AwsAtHand.settings(URI.create("http://127.0.0.1:1"), false, Duration.ofSeconds(1))));
        CloudAccount.State state = nowhere.state();
        assertThat(state.isConnected()).isFalse();
        assertThat(state.account()).isNull();
        assertThat(state.fault()).isEqualTo(CloudFault.UNAVAILABLE);
        assertThat(state.words()).contains("sts GetCallerIdentity");
    }

    @Test
    void lists_what_carries_our_tag_or_our_name_and_nothing_else() {
        ivs("onair-test-CH-OLD", OURS);
        ivs("onair-test-CH-BARE", "");
        ivs("somebody-elses", "\"team\": \"games\"");
        ivs("onair-testing-CH-X", "");
        mediaPackage();
        input();
        make(
                "kinesisvideo",
                "CreateStream",
                "{\"StreamName\": \"onair-test-CH-OLD\", \"DataRetentionInHours\": 2, \"Tags\": {" + OURS + "}}");
        List<Resource> all = account.resources();
        assertThat(all)
                .extracting(thing -> thing.service() + " " + thing.kind() + " " + thing.channel() + " " + thing.ours())
                .containsExactlyInAnyOrder(
                        "ivs channel CH-OLD true",
                        "ivs channel CH-BARE false",
                        "mediapackagev2 group null true",
                        "mediapackagev2 channel CH-OLD true",
                        "mediapackagev2 endpoint CH-OLD true",
                        "medialive input CH-OLD true",
                        "medialive security-group null true",
                        "kinesisvideo stream CH-OLD true");
        assertThat(the("medialive", "input").billing()).isEqualTo(Billing.ALWAYS);
    }

    /** CloudWatch's names of ours say whose they are; others are not ours. */
    @Test
    void alarms_are_listed_with_their_show_and_go_by_their_plan() {
        // what stands for CloudWatch takes a while to wake
        AwsCalls calls = AwsAtHand.hasty(AwsAtHand.settings(stub.uri(), false, Duration.ofSeconds(60)));
        account = new AwsAccount(calls);
        for (String name :
                List.of("onair-test/CH-9/SH-00007/1/ALERTS/0", "onair-testing/CH-9/SH-1/1/ALERTS/0", "games")) {
            calls.send(
                    CloudWatchOperations.PUT_ALARM,
                    PutMetricAlarmRequest.builder()
                            .alarmName(name)
                            .namespace("AWS/MediaLive")
                            .metricName("ActiveAlerts")
                            .statistic(Statistic.MAXIMUM)
                            .period(10)
                            .evaluationPeriods(3)
                            .threshold(0.0)
                            .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                            .build());
        }
        Resource alarm = the("cloudwatch", "alarm");
        assertThat(account.resources())
                .filteredOn(r -> r.is("cloudwatch", "alarm"))
                .hasSize(1);
        assertThat(alarm.channel()).isEqualTo("CH-9");
        assertThat(alarm.use()).isEqualTo("SH-00007");
        Plan plan = plan(alarm, Remedy.REMOVE);
        assertThat(plan.calls()).extracting(Plan.Call::operation).containsExactly("DeleteAlarms");
        assertThat(plan.permissions()).containsExactly("cloudwatch:DeleteAlarms");
        carryOut(alarm, Remedy.REMOVE);
        assertThat(account.resources()).noneMatch(r -> r.is("cloudwatch", "alarm"));
    }

    @Test
    void packaging_goes_from_the_inside_out_as_the_plan_has_said() {
        mediaPackage();
        Resource group = the("mediapackagev2", "group");
        Plan plan = plan(group, Remedy.REMOVE);
        assertThat(plan.calls())
                .extracting(Plan.Call::operation)
                .containsExactly("DeleteOriginEndpoint", "DeleteChannel", "DeleteChannelGroup");
        assertThat(plan.permissions())
                .containsExactly(
                        "mediapackagev2:DeleteChannel",
                        "mediapackagev2:DeleteChannelGroup",
                        "mediapackagev2:DeleteOriginEndpoint");
        stub.forgetCalls();
        carryOut(group, Remedy.REMOVE);
        assertThat(written()).containsExactly("DeleteOriginEndpoint", "DeleteChannel", "DeleteChannelGroup");
        assertThat(stub.leftBehind()).isEmpty();
    }

    @Test
    void what_something_else_uses_has_no_plan_until_that_is_gone() {
        input();
        Resource group = the("medialive", "security-group");
        assertThat(account.plan(group, account.resources(), Remedy.REMOVE, List.of(), Instant.EPOCH))
                .isEmpty();
        carryOut(the("medialive", "input"), Remedy.REMOVE);
        carryOut(the("medialive", "security-group"), Remedy.REMOVE);
        assertThat(stub.leftBehind()).isEmpty();
    }

    @Test
    void a_sending_channel_is_stopped_before_it_goes_and_done_twice_nothing_more_happens() {
        String arn = ivs("onair-test-CH-OLD", OURS);
        assertThat(stub.ivs().encoderConnects(stub.ivs().keyOf(arn))).isTrue();
        Resource channel = the("ivs", "channel");
        assertThat(channel.running()).isTrue();
        assertThat(plan(channel, Remedy.STOP).calls())
                .extracting(Plan.Call::operation)
                .containsExactly("StopStream");
        assertThat(plan(channel, Remedy.REMOVE).calls())
                .extracting(Plan.Call::operation)
                .containsExactly("StopStream", "DeleteChannel");
        stub.forgetCalls();
        carryOut(channel, Remedy.REMOVE);
        carryOut(channel, Remedy.REMOVE);
        assertThat(written()).containsExactly("StopStream", "DeleteChannel");
        assertThat(stub.leftBehind()).isEmpty();
    }

    @Test
    void a_running_encoder_goes_with_its_inputs_in_the_order_and_with_the_waits_that_medialive_asks_for() {
        input();
        encoder();
        Resource channel = the("medialive", "channel");
        assertThat(channel.running()).isTrue();
        List<String> order =
                List.of("CreateTags", "StopChannel", "DeleteChannel", "DeleteInput", "DeleteInputSecurityGroup");
        assertThat(plan(channel, Remedy.REMOVE).calls())
                .extracting(Plan.Call::operation)
                .isEqualTo(order.subList(0, 4));
        stub.forgetCalls();
        carryOut(channel, Remedy.REMOVE);
        await().atMost(Leave.of(Duration.ofSeconds(20)))
                .until(() -> account.resources().stream()
                        .noneMatch(thing -> thing.kind().equals("input")));
        carryOut(the("medialive", "security-group"), Remedy.REMOVE);
        assertThat(written()).isEqualTo(order);
        assertThat(stub.leftBehind()).isEmpty();
    }

    @Test
    void an_encoder_that_runs_for_nothing_is_stopped_for_good_and_stays() {
        input();
        encoder();
        Resource channel = the("medialive", "channel");
        assertThat(plan(channel, Remedy.STOP).calls())
                .extracting(Plan.Call::operation)
                .containsExactly("CreateTags", "StopChannel");
        carryOut(channel, Remedy.STOP);
        Resource after = the("medialive", "channel");
        assertThat(after.running()).isFalse();
        assertThat(after.tags()).containsEntry("onair:run-state", "stopped");
    }

    @Test
    void what_has_a_name_of_ours_is_adopted_with_our_tags_beside_its_own_and_nothing_else() {
        ivs("onair-test-CH-1", "\"team\": \"live\"");
        make(
                "medialive",
                "CreateInputSecurityGroup",
                "{\"WhitelistRules\": [{\"Cidr\": \"0.0.0.0/0\"}], \"Tags\": {\"onair:env\": \"test\"}}");
        String group = the("medialive", "security-group").handle();
        make(
                "medialive",
                "CreateInput",
                "{\"Name\": \"onair-test-CH-1-a\", \"Type\": \"RTMP_PUSH\", \"InputSecurityGroups\": [\"" + group
                        + "\"], \"Destinations\": [{\"StreamName\": \"x/a\"}, {\"StreamName\": \"x/b\"}]}");
        make("mediapackagev2", "CreateChannelGroup", "{\"ChannelGroupName\": \"onair-test\"}");
        make("kinesisvideo", "CreateStream", "{\"StreamName\": \"onair-test-CH-1\", \"DataRetentionInHours\": 2}");
        stub.forgetCalls();
        for (Resource thing : account.resources()) {
            if (!thing.ours()) {
                Plan plan = plan(thing, Remedy.ADOPT);
                assertThat(plan.calls()).hasSize(1);
                assertThat(plan.calls().get(0).rollback()).contains("onair:env");
                carryOut(thing, Remedy.ADOPT);
                carryOut(thing, Remedy.ADOPT);
            }
        }
        assertThat(written()).containsExactlyInAnyOrder("TagResource", "TagResource", "CreateTags", "TagStream");
        assertThat(account.resources()).hasSize(5).allMatch(Resource::ours);
        assertThat(the("ivs", "channel").tags())
                .containsEntry("team", "live")
                .containsEntry("onair:env", "test")
                .containsEntry("onair:channel", "CH-1");
        assertThat(the("mediapackagev2", "group").tags()).doesNotContainKey("onair:channel");
    }

    @Test
    void read_only_plans_and_does_nothing() {
        ivs("onair-test-CH-OLD", OURS);
        Resource channel = the("ivs", "channel");
        AwsAccount readOnly = account(true);
        assertThat(readOnly.plan(channel, List.of(channel), Remedy.REMOVE, List.of(), Instant.EPOCH))
                .isPresent();
        stub.forgetCalls();
        assertThatThrownBy(() -> readOnly.carryOut(channel, List.of(channel), Remedy.REMOVE))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.DENIED));
        assertThat(written()).isEmpty();
    }
}
