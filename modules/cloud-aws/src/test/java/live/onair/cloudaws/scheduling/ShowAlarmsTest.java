package live.onair.cloudaws.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsOperation;
import live.onair.cloudaws.AwsService;
import live.onair.kernel.Plan;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelPlanner.Deed;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.StreamHealthReports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateRequest;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateResponse;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** A show's alarms are there before it and gone after it, whatever happens to the answers; what they say is told. */
class ShowAlarmsTest {

    private static final AwsOperation<CloudWatchClient, SetAlarmStateRequest, SetAlarmStateResponse> RING =
            AwsOperation.write(AwsService.CLOUDWATCH, "SetAlarmState", CloudWatchClient::setAlarmState);
    private static final Run FIRST = new Run("CH-01", "SH-10001:1", "SH-10001");
    private static final Run SECOND = new Run("CH-01", "SH-10002:1", "SH-10002");
    private static final Run OTHER = new Run("CH-02", "SH-10003:1", "SH-10003");

    private AwsStub stub;
    private AwsCalls calls;
    private ShowAlarms alarms;

    @BeforeEach
    void start() {
        stub = AwsStub.start(Manner.quick().withQuotasTimes(2 * AwsAtHand.HASTE));
        // what keeps the alarms takes a while to wake
        calls = AwsAtHand.hasty(AwsAtHand.settings(stub.uri(), false, Duration.ofSeconds(60)));
        alarms = new ShowAlarms(calls, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        assertThat(stub.unserved()).isEmpty();
        assertThat(stub.calls())
                .allSatisfy(call -> assertThat(call.problems()).as(call.name()).isEmpty());
        stub.close();
    }

    @Test
    void they_are_deployed_once_and_removed_with_the_run_and_leave_another_channels_alone() {
        alarms.deploy(OTHER, AlarmCourse.ofIvs(calls.settings(), OTHER, "arn:aws:ivs:a:1:channel/abc"));
        alarms.deploy(FIRST, mediaLive(FIRST));
        alarms.deploy(FIRST, mediaLive(FIRST));
        assertThat(stub.calls("cloudwatch", "PutMetricAlarm")).hasSize(2 + 8);
        assertThat(names()).hasSize(2 + 8).contains("onair-test/CH-01/SH-10001/1/NO_PICTURE/1");
        MetricAlarm output = all().filter(alarm -> alarm.alarmName().endsWith("OUTPUT_4XX/0"))
                .findFirst()
                .orElseThrow();
        assertThat(output.dimensions())
                .extracting(d -> d.name() + "=" + d.value())
                .containsExactly("ChannelId=7", "OutputGroupName=package", "Pipeline=0");
        assertThat(stub.calls("cloudwatch", "PutMetricAlarm")
                        .get(2)
                        .input()
                        .path("Tags")
                        .toString())
                .contains("onair:env", "onair:channel", "onair:show", "SH-10001");
        alarms.remove(FIRST);
        alarms.remove(FIRST);
        assertThat(names()).hasSize(2).allMatch(name -> name.startsWith("onair-test/CH-02/"));
        alarms.removeForGood("CH-02");
        assertThat(names()).isEmpty();
    }

    @Test
    void what_an_earlier_run_left_goes_when_the_next_is_prepared() {
        alarms.deploy(FIRST, mediaLive(FIRST));
        alarms.deploy(SECOND, mediaLive(SECOND));
        assertThat(names()).hasSize(8).allMatch(name -> name.contains("SH-10002"));
    }

    @Test
    void lost_answers_double_nothing_and_hold_nothing_up() {
        stub.faults().on("cloudwatch", "PutMetricAlarm").atMost(2).replyLost();
        alarms.deploy(FIRST, mediaLive(FIRST));
        alarms.deploy(FIRST, mediaLive(FIRST));
        alarms.deploy(FIRST, mediaLive(FIRST));
        assertThat(names()).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void a_plan_lists_them_between_making_ready_and_starting_and_takes_them_away_with_the_stop() {
        Plan.Call make = new Plan.Call("medialive", "CreateChannel", "channel", "{}", List.of(), null);
        Plan.Call go = new Plan.Call("medialive", "StartChannel", "channel", "{}", List.of(), null);
        Plan before = alarms.joined(
                FIRST,
                List.of(Deed.PREPARE, Deed.START),
                deeds -> new Plan(deeds.contains(Deed.START) ? List.of(make, go) : List.of(make), List.of(), null),
                mediaLive(FIRST));
        assertThat(before.calls()).extracting(Plan.Call::operation).startsWith("CreateChannel", "PutMetricAlarm");
        assertThat(before.calls()).hasSize(2 + 8).last().isEqualTo(go);
        assertThat(before.permissions()).contains("cloudwatch:PutMetricAlarm", "cloudwatch:TagResource");
        alarms.deploy(FIRST, mediaLive(FIRST));
        Plan after = alarms.joined(
                FIRST, List.of(Deed.STOP), deeds -> new Plan(List.of(), List.of(), null), mediaLive(FIRST));
        assertThat(after.calls()).extracting(Plan.Call::operation).containsExactly("DeleteAlarms");
    }

    @Test
    void what_they_say_is_told_with_one_question_for_all() {
        alarms.deploy(FIRST, mediaLive(FIRST));
        alarms.deploy(OTHER, AlarmCourse.ofIvs(calls.settings(), OTHER, "arn:aws:ivs:a:1:channel/abc"));
        calls.send(
                RING,
                SetAlarmStateRequest.builder()
                        .alarmName("onair-test/CH-01/SH-10001/1/NO_PICTURE/0")
                        .stateValue(StateValue.ALARM)
                        .stateReason("no picture")
                        .build());
        stub.forgetCalls();
        Heard heard = new Heard();
        new AlarmWatch(calls, heard).look();
        assertThat(stub.calls("cloudwatch")).hasSize(1);
        assertThat(heard.told).hasSize(10);
        assertThat(heard.told)
                .filteredOn(line -> line.contains("RINGS"))
                .containsExactly("medialive CH-01 SH-10001:1 NO_PICTURE 0 RINGS");
        assertThat(heard.told).filteredOn(line -> line.startsWith("ivs CH-02 ")).hasSize(2);
    }

    private List<PutMetricAlarmRequest> mediaLive(Run run) {
        return AlarmCourse.ofMediaLive(calls.settings(), run, "7");
    }

    private Stream<MetricAlarm> all() {
        return ShowAlarms.all(calls, "onair-");
    }

    private List<String> names() {
        return all().map(MetricAlarm::alarmName).toList();
    }

    private static final class Heard implements StreamHealthReports {
        private final List<String> told = new ArrayList<>();

        @Override
        public void report(String backend, ChannelObservation sample) {}

        @Override
        public void reachable(String backend, boolean reachable) {}

        @Override
        public void disk(String backend, long usedBytes, long quotaBytes) {}

        @Override
        public void alarms(String backend, List<Alarm> all) {
            all.forEach(alarm -> told.add(String.join(
                    " ",
                    backend,
                    alarm.channel(),
                    alarm.run(),
                    alarm.kind(),
                    alarm.part(),
                    alarm.state().name())));
        }
    }
}
