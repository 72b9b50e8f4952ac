package live.onair.awsstub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.InternalServerErrorException;
import software.amazon.awssdk.services.medialive.model.MediaLiveException;
import software.amazon.awssdk.services.medialive.model.NotFoundException;
import software.amazon.awssdk.services.medialive.model.TooManyRequestsException;

/** Each fault does what it says, as often as it says, and the call log tells it. */
class FaultsTest {

    private AwsStub stub;
    private MediaLiveClient medialive;

    @BeforeEach
    void start() {
        stub = AwsStub.start(Manner.quick().seeded(7));
        medialive = Clients.of(MediaLiveClient.builder(), stub.uri());
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private void create() {
        medialive.createInputSecurityGroup(r -> {});
    }

    private int made() {
        return medialive.listInputSecurityGroups().inputSecurityGroups().size();
    }

    private StubCall last(String operation) {
        List<StubCall> calls = stub.calls("medialive", operation);
        return calls.get(calls.size() - 1);
    }

    @Test
    void half_are_throttled_and_the_same_half_with_the_same_seed() {
        stub.faults().on("medialive", "CreateInputSecurityGroup").share(0.5).throttled();
        List<Boolean> first = IntStream.range(0, 60).mapToObj(i -> throttled()).toList();
        assertThat(first.stream().filter(t -> t).count()).isBetween(20L, 40L);
        assertThat(made()).isEqualTo((int) first.stream().filter(t -> !t).count());
        try (AwsStub again = AwsStub.start(Manner.quick().seeded(7))) {
            medialive = Clients.of(MediaLiveClient.builder(), again.uri());
            again.faults()
                    .on("medialive", "CreateInputSecurityGroup")
                    .share(0.5)
                    .throttled();
            assertThat(IntStream.range(0, 60).mapToObj(i -> throttled()).toList())
                    .isEqualTo(first);
        }
    }

    private boolean throttled() {
        try {
            create();
            return false;
        } catch (TooManyRequestsException e) {
            assertThat(e.isThrottlingException()).isTrue();
            return true;
        }
    }

    @Test
    void a_lost_reply_is_executed_and_the_caller_does_not_know() {
        stub.faults().on("medialive", "CreateInputSecurityGroup").atMost(1).replyLost();
        assertThatThrownBy(this::create).isInstanceOf(SdkClientException.class);
        assertThat(made()).isEqualTo(1);
        assertThat(stub.calls("medialive", "CreateInputSecurityGroup")).hasSize(1);
        assertThat(last("CreateInputSecurityGroup").fault()).isEqualTo("REPLY_LOST");
        assertThat(last("CreateInputSecurityGroup").executed()).isTrue();
        create();
        assertThat(made()).isEqualTo(2);
    }

    @Test
    void a_reset_keeps_it_from_happening() {
        stub.faults().on("*", "CreateInputSecurityGroup").atMost(1).reset();
        assertThatThrownBy(this::create)
                .isInstanceOf(SdkClientException.class)
                .hasRootCauseInstanceOf(SocketException.class);
        assertThat(made()).isZero();
        assertThat(last("CreateInputSecurityGroup").executed()).isFalse();
    }

    @Test
    void a_late_answer_is_later_than_the_callers_patience_and_still_done() {
        stub.faults().on("medialive", "CreateInputSecurityGroup").atMost(1).late(Duration.ofSeconds(30));
        MediaLiveClient hasty = Clients.patient(MediaLiveClient.builder(), stub.uri(), Duration.ofMillis(500));
        assertThatThrownBy(() -> hasty.createInputSecurityGroup(r -> {}))
                .isInstanceOf(SdkClientException.class)
                .hasRootCauseInstanceOf(SocketTimeoutException.class);
        assertThat(made()).isEqualTo(1);
    }

    @Test
    void broken_is_the_services_own_error_and_expired_is_403() {
        stub.faults().on("medialive", "*").atMost(1).broken();
        assertThatThrownBy(this::create).isInstanceOf(InternalServerErrorException.class);
        stub.faults().on("medialive", "*").atMost(1).expired();
        assertThatThrownBy(this::create).isInstanceOf(MediaLiveException.class).satisfies(e -> {
            assertThat(((MediaLiveException) e).statusCode()).isEqualTo(403);
            assertThat(((MediaLiveException) e).awsErrorDetails().errorCode()).isEqualTo("ExpiredTokenException");
        });
        create();
        assertThat(made()).isEqualTo(1);
    }

    @Test
    void without_a_signature_nobody_comes_in() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(stub.uri() + "/prod/channels"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(stub.calls())
                .singleElement()
                .satisfies(c -> assertThat(c.executed()).isFalse());
    }

    @Test
    void the_request_id_in_the_answer_is_the_one_in_the_log() {
        String id =
                medialive.createInputSecurityGroup(r -> {}).responseMetadata().requestId();
        assertThat(stub.calls())
                .singleElement()
                .satisfies(c -> assertThat(c.requestId()).isEqualTo(id));
    }

    @Test
    void the_log_has_every_call_once_whoever_calls_at_the_same_time() {
        stub.faults().on("medialive", "*").share(0.3).throttled();
        List<Boolean> refused =
                IntStream.range(0, 200).parallel().mapToObj(i -> throttled()).toList();
        assertThat(stub.calls()).hasSize(200).extracting(StubCall::requestId).doesNotHaveDuplicates();
        assertThat(stub.calls().stream().filter(StubCall::executed).count())
                .isEqualTo(refused.stream().filter(r -> !r).count())
                .isEqualTo(stub.leftBehind().size());
    }

    /** Java's own HTTP client sends a request without a body once more and says nothing: the log shows what it hides. */
    @Test
    void a_repeat_that_the_callers_http_client_hides_is_in_the_log() {
        stub.faults().on("medialive", "DeleteInput").atMost(1).replyLost();
        assertThatThrownBy(() -> medialive.deleteInput(r -> r.inputId("5"))).isInstanceOf(NotFoundException.class);
        assertThat(stub.calls("medialive", "DeleteInput"))
                .extracting(StubCall::fault)
                .containsExactly("REPLY_LOST", "");
    }
}
