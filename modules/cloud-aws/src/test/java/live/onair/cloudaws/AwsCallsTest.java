package live.onair.cloudaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.awsstub.StubCall;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.testkit.Leave;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ivs.IvsClient;
import software.amazon.awssdk.services.ivs.model.CreateChannelRequest;
import software.amazon.awssdk.services.ivs.model.CreateChannelResponse;
import software.amazon.awssdk.services.ivs.model.GetChannelRequest;
import software.amazon.awssdk.services.ivs.model.GetChannelResponse;
import software.amazon.awssdk.services.ivs.model.ListChannelsRequest;
import software.amazon.awssdk.services.ivs.model.ListChannelsResponse;

/** The one door, with what stands for AWS behind it. */
class AwsCallsTest {

    private static final AwsOperation<IvsClient, ListChannelsRequest, ListChannelsResponse> LIST =
            AwsOperation.read(AwsService.IVS, "ListChannels", IvsClient::listChannels);
    private static final AwsOperation<IvsClient, GetChannelRequest, GetChannelResponse> GET =
            AwsOperation.read(AwsService.IVS, "GetChannel", IvsClient::getChannel);
    private static final AwsOperation<IvsClient, CreateChannelRequest, CreateChannelResponse> CREATE =
            AwsOperation.write(AwsService.IVS, "CreateChannel", IvsClient::createChannel);

    private AwsStub stub;
    private AwsCalls calls;

    @BeforeEach
    void start() {
        stub = AwsStub.start(Manner.quick().seeded(7));
        calls = AwsAtHand.calls(AwsAtHand.settings(stub.uri(), false, Duration.ofSeconds(2)));
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private ListChannelsResponse list() {
        return calls.send(LIST, ListChannelsRequest.builder().build());
    }

    private CreateChannelResponse create(String name) {
        return calls.send(CREATE, CreateChannelRequest.builder().name(name).build());
    }

    private static void fails(CloudFault fault, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    @Test
    void half_of_all_calls_throttled_is_worked_off_with_at_most_three_times_the_calls() {
        stub.faults().on("*", "*").share(0.5).throttled();
        int done = 0;
        for (int i = 0; i < 20; i++) {
            String name = "channel-" + i;
            // What its four attempts do not bring is brought by the next round, as the work runner does it.
            boolean made = false;
            while (!made) {
                made = isMade(name);
            }
            done++;
        }
        stub.faults().clear();
        assertThat(done).isEqualTo(20);
        assertThat(list().channels()).hasSize(20);
        assertThat(stub.calls("ivs", "CreateChannel")).hasSizeBetween(21, 60);
    }

    private boolean isMade(String name) {
        try {
            create(name);
            return true;
        } catch (CloudException e) {
            assertThat(e.fault()).isEqualTo(CloudFault.THROTTLED);
            return false;
        }
    }

    @Test
    void a_lost_answer_of_a_call_that_writes_is_unknown_and_the_call_is_not_repeated() {
        stub.faults().on("ivs", "CreateChannel").atMost(1).replyLost();
        fails(CloudFault.UNKNOWN_OUTCOME, () -> create("once"));
        assertThat(stub.calls("ivs", "CreateChannel")).hasSize(1);
        assertThat(list().channels()).hasSize(1);
    }

    @Test
    void a_lost_answer_of_a_call_that_reads_is_asked_for_again() {
        stub.faults().on("ivs", "ListChannels").atMost(2).replyLost();
        assertThat(list().channels()).isEmpty();
        assertThat(stub.calls("ivs", "ListChannels")).hasSize(3);
    }

    @Test
    void an_answer_that_does_not_come_in_time_is_a_lost_one() {
        stub.faults().on("ivs", "CreateChannel").atMost(1).late(Duration.ofSeconds(30));
        Instant began = Instant.now();
        fails(CloudFault.UNKNOWN_OUTCOME, () -> create("late"));
        assertThat(Duration.between(began, Instant.now())).isLessThan(Leave.of(Duration.ofSeconds(6)));
    }

    @Test
    void a_reset_and_an_error_of_the_service_are_asked_again_only_when_nothing_is_written() {
        stub.faults().on("ivs", "ListChannels").atMost(1).reset();
        stub.faults().on("ivs", "ListChannels").atMost(1).broken();
        assertThat(list().channels()).isEmpty();
        stub.faults().on("ivs", "CreateChannel").atMost(1).broken();
        fails(CloudFault.UNKNOWN_OUTCOME, () -> create("broken"));
        assertThat(stub.calls("ivs", "CreateChannel")).hasSize(1);
    }

    @Test
    void expired_credentials_are_told_as_such_and_not_tried_again() {
        stub.faults().on("*", "*").expired();
        fails(CloudFault.DENIED, this::list);
        fails(CloudFault.DENIED, () -> create("denied"));
        assertThat(stub.calls()).hasSize(2);
    }

    @Test
    void what_nobody_has_made_is_not_found_and_what_ivs_would_refuse_is_invalid() {
        String arn = create("here").channel().arn();
        assertThat(calls.send(GET, GetChannelRequest.builder().arn(arn).build())
                        .channel()
                        .name())
                .isEqualTo("here");
        fails(
                CloudFault.NOT_FOUND,
                () -> calls.send(GET, GetChannelRequest.builder().arn(arn + "x").build()));
        fails(CloudFault.INVALID, () -> create("가을 니트"));
    }

    @Test
    void read_only_lets_nothing_out_that_writes() {
        AwsCalls readOnly = AwsAtHand.calls(AwsAtHand.settings(stub.uri(), true, Duration.ofSeconds(2)));
        assertThatThrownBy(() -> readOnly.send(
                        CREATE, CreateChannelRequest.builder().name("no").build()))
                .hasMessageContaining("read-only")
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.DENIED));
        assertThat(stub.calls()).isEmpty();
        assertThat(readOnly.send(LIST, ListChannelsRequest.builder().build()).channels())
                .isEmpty();
    }

    @Test
    void without_aws_nothing_leaves_at_all() {
        AwsSettings on = AwsAtHand.settings(stub.uri());
        AwsSettings off = new AwsSettings(
                false,
                on.region(),
                "",
                "",
                on.env(),
                false,
                "",
                "",
                on.encoders(),
                true,
                on.ladder(),
                on.timeout(),
                on.endpoints());
        fails(
                CloudFault.DENIED,
                () -> AwsAtHand.calls(off)
                        .send(LIST, ListChannelsRequest.builder().build()));
        assertThat(stub.calls()).isEmpty();
    }

    @Test
    void a_place_where_nobody_answers_is_unavailable() {
        AwsCalls nowhere =
                AwsAtHand.calls(AwsAtHand.settings(URI.create("http://127.0.0.1:1"), false, Duration.ofSeconds(2)));
        fails(
                CloudFault.UNAVAILABLE,
                () -> nowhere.send(LIST, ListChannelsRequest.builder().build()));
    }

    @Test
    void every_call_is_logged_with_the_request_id_of_aws() {
        List<String> lines = new ArrayList<>();
        Logger log = Logger.getLogger(AwsCalls.class.getName());
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        ear.setLevel(Level.ALL);
        log.setLevel(Level.ALL);
        log.addHandler(ear);
        try {
            create("logged");
            list();
            stub.faults().on("ivs", "CreateChannel").atMost(1).expired();
            fails(CloudFault.DENIED, () -> create("refused"));
        } finally {
            log.removeHandler(ear);
            log.setLevel(null);
        }
        List<StubCall> made = stub.calls();
        assertThat(lines).hasSize(3);
        for (int i = 0; i < made.size(); i++) {
            assertThat(lines.get(i))
                    .contains(made.get(i).operation())
                    .contains(made.get(i).requestId());
        }
        assertThat(lines.get(2)).contains("DENIED");
    }

    /** IVS allows five a second; the stand-in refuses the sixth. */
    @Test
    void calls_keep_below_the_services_rate() {
        for (int i = 0; i < 14; i++) {
            list();
        }
        assertThat(stub.calls("ivs", "ListChannels"))
                .hasSize(14)
                .allSatisfy(call -> assertThat(call.error()).isEmpty());
    }
}
