package live.onair.cloudaws.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.awsstub.StubCall;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.RtmpTargets;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Ids;
import live.onair.scheduling.spi.ChannelObservation;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.ChannelPlanner.Deed;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.Run;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A start that MediaLive's own schedule holds: with a clock that both sides share, so that the start comes. */
class MediaLiveArmingTest {

    private static final Duration PATIENCE = Leave.of(Duration.ofSeconds(30));

    private static final Later CLOCK = new Later();

    private static AwsStub stub;
    private static AwsCalls calls;

    private final String own = "CH-" + UUID.randomUUID().toString().substring(0, 8);
    private final Run run = Wanted.run(own, 1).run();
    private ChannelProvisioner port;
    private Instant start;

    /** The time of day, and as much later as a test has waited. */
    private static final class Later extends Clock {
        private final Clock real = Clock.systemUTC();
        private volatile Duration by = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return real.instant().plus(by);
        }

        void to(Instant time) {
            by = by.plus(Duration.between(instant(), time));
        }
    }

    @BeforeAll
    static void begin() {
        stub = AwsStub.start(Manner.quick().at(CLOCK).withQuotasTimes(AwsAtHand.HASTE));
        calls = AwsAtHand.hasty(AwsAtHand.settings(stub.uri()));
    }

    @AfterAll
    static void end() {
        assertThat(stub.unserved()).isEmpty();
        assertThat(stub.calls()).allSatisfy(call -> assertThat(call.problems()).isEmpty());
        stub.close();
    }

    @BeforeEach
    void warmed_up() {
        stub.faults().clear();
        port = port();
        await().atMost(PATIENCE).until(() -> {
            port.prepare(Wanted.run(own, 1));
            return port.describe(own).state() == State.READY;
        });
        port.start(run);
        await().atMost(PATIENCE).until(() -> port.describe(own).state() == State.RUNNING);
        start = CLOCK.instant().plusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
        stub.forgetCalls();
    }

    private static ChannelProvisioner port() {
        return new MediaLiveChannelProvisioner(
                calls,
                new MediaLiveRecordings(calls, new BucketTexts(calls)),
                new RtmpTargets(),
                new Ids(CLOCK),
                CLOCK);
    }

    private static List<StubCall> orders() {
        return stub.calls("medialive", "BatchUpdateSchedule");
    }

    private void reaches(boolean warmUp) {
        await().atMost(PATIENCE).until(() -> port.describe(own).warmUp() == warmUp);
    }

    @Test
    void what_is_armed_happens_at_its_time_while_nobody_calls_and_the_start_then_orders_nothing() {
        port.arm(Wanted.run(own, 1), start);
        assertThat(orders()).hasSize(1);
        assertThat(orders().get(0).input().toString())
                .contains("FixedMode")
                .contains(start.toString().substring(0, 19) + ".000Z");
        CLOCK.to(start.minusSeconds(1));
        assertThat(port.describe(own).warmUp()).isTrue();
        assertThat(port.describe(own).isFixed(CLOCK.instant())).isTrue();
        CLOCK.to(start);
        reaches(false);
        port.goOnAir(Wanted.run(own, 1));
        port.goOnAir(Wanted.run(own, 1));
        assertThat(orders()).hasSize(1);
        assertThat(port.describe(own).output()).isEqualTo(ChannelObservation.Output.INPUT);
    }

    @Test
    void a_lost_answer_arms_once() {
        stub.faults().on("medialive", "BatchUpdateSchedule").atMost(1).replyLost();
        try {
            port.arm(Wanted.run(own, 1), start);
        } catch (CloudException e) {
            assertThat(e.fault()).isEqualTo(CloudFault.UNKNOWN_OUTCOME);
        }
        port().arm(Wanted.run(own, 1), start);
        assertThat(port.describe(own).armedFor()).isEqualTo(start);
        assertThat(orders().stream().filter(StubCall::executed)).hasSize(1);
    }

    @Test
    void in_the_last_fifteen_seconds_nothing_is_taken_back_and_afterwards_the_slate_is_sent_again() {
        port.arm(Wanted.run(own, 1), start);
        CLOCK.to(start.minusSeconds(14));
        assertThatThrownBy(() -> port.disarm(run)).isInstanceOf(CloudException.class);
        assertThatThrownBy(() -> port.slate(run, true)).isInstanceOf(CloudException.class);
        port.goOnAir(Wanted.run(own, 1));
        assertThat(orders()).as("it comes by itself").hasSize(1);
        CLOCK.to(start.plusSeconds(1));
        port.disarm(run);
        reaches(true);
        assertThat(port.describe(own).armedFor()).isNull();
        port.goOnAir(Wanted.run(own, 1));
        reaches(false);
    }

    @Test
    void the_planner_says_that_an_armed_start_is_taken_back() {
        MediaLivePlanner planner = new MediaLivePlanner(calls, new RtmpTargets(), new Ids(CLOCK), CLOCK);
        assertThat(planner.hasSchedule()).isTrue();
        port.arm(Wanted.run(own, 1), start);
        assertThat(planner.plan(Wanted.run(own, 1), List.of(Deed.DISARM)).calls())
                .singleElement()
                .satisfies(call -> assertThat(call.request()).contains("onair-0001-a-start-"));
        assertThat(new MediaLivePlanner(calls, new RtmpTargets(), new Ids(CLOCK), CLOCK)
                        .plan(Wanted.run(own, 1), List.of(Deed.STOP))
                        .calls())
                .extracting(call -> call.operation())
                .startsWith("CreateTags", "BatchUpdateSchedule", "StopChannel");
        port.stop(run);
        assertThat(stub.calls("medialive", "StopChannel")).hasSize(1);
        assertThat(orders()).hasSize(2);
    }
}
