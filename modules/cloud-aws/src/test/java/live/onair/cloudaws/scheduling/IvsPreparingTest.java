package live.onair.cloudaws.scheduling;

import static live.onair.cloudaws.scheduling.IvsBench.fails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import live.onair.awsstub.AwsStub;
import live.onair.cloudaws.IvsOperations;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.ChannelObservation.State;
import live.onair.scheduling.spi.RunSpec;
import live.onair.scheduling.spi.RunSpec.FeedKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ivs.model.ListStreamKeysRequest;

/** How a channel on IVS comes to be, whatever happens on the way. */
class IvsPreparingTest {

    private static AwsStub stub;

    private final IvsBench bench = new IvsBench(stub);
    private final IvsChannelProvisioner ivs = bench.ivs();

    @BeforeAll
    static void start() {
        stub = IvsBench.start();
    }

    @AfterAll
    static void stop() {
        IvsBench.stop(stub);
    }

    @BeforeEach
    void well() {
        stub.faults().clear();
    }

    @Test
    void a_picture_that_ivs_cannot_make_is_refused_in_words() {
        RunSpec test = new RunSpec(
                bench.run,
                new RunSpec.Feed(FeedKind.TEST, null, null, ""),
                null,
                false,
                Duration.ZERO,
                new RunSpec.Slates("", "", "", ""),
                true);
        assertThatThrownBy(() -> ivs.prepare(test))
                .hasMessageContaining("encoder")
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.INVALID));
        assertThat(bench.made("CreateChannel")).isEmpty();
    }

    @Test
    void the_channel_is_a_standard_one_of_low_latency_with_the_tags_of_its_run() {
        bench.ready(bench.spec(null, false, true));
        var input = bench.made("CreateChannel").get(0).input();
        assertThat(input.path("type").asText()).isEqualTo("STANDARD");
        assertThat(input.path("latencyMode").asText()).isEqualTo("LOW");
        assertThat(input.path("authorized").asBoolean()).isFalse();
        assertThat(input.path("tags").path("onair:env").asText()).isEqualTo("test");
        assertThat(input.path("tags").path("onair:channel").asText()).isEqualTo(bench.own);
        assertThat(input.path("tags").path("onair:show").asText()).isEqualTo(bench.run.show());
        assertThat(input.path("tags").path("onair:run").asText()).isEqualTo(bench.run.id());
        assertThat(input.path("tags").path("onair:run-state").asText()).isEqualTo("ready");
    }

    @Test
    void a_lost_answer_makes_no_second_channel() {
        bench.stub.faults().on("ivs", "CreateChannel").atMost(1).replyLost();
        fails(CloudFault.UNKNOWN_OUTCOME, () -> ivs.prepare(bench.spec(null, false, true)));
        bench.ready(bench.spec(null, false, true));
        assertThat(bench.made("CreateChannel")).hasSize(1);
        assertThat(ivs.describe(bench.own).isOf(bench.run)).isTrue();
    }

    @Test
    void a_key_that_somebody_has_deleted_is_made_again_and_only_then() {
        bench.ready(bench.spec(null, false, true));
        assertThat(bench.stub.calls("ivs", "CreateStreamKey").stream()
                        .filter(call -> call.input().toString().contains(bench.arn())))
                .isEmpty();
        String key = bench.calls
                .send(
                        IvsOperations.LIST_STREAM_KEYS,
                        ListStreamKeysRequest.builder().channelArn(bench.arn()).build())
                .streamKeys()
                .get(0)
                .arn();
        bench.stub.somebodyElse(
                "ivs", "DeleteStreamKey", new ObjectMapper().createObjectNode().put("arn", key));
        bench.stub.faults().on("ivs", "CreateStreamKey").atMost(1).replyLost();
        fails(CloudFault.UNKNOWN_OUTCOME, () -> ivs.prepare(bench.spec(null, false, true)));
        ivs.prepare(bench.spec(null, false, true));
        assertThat(bench.stub.ivs().keyOf(bench.arn())).isNotEmpty();
    }

    @Test
    void an_encoder_that_comes_too_early_is_cut_off_when_its_channel_has_to_change() {
        bench.ready(bench.spec("key-of-the-rehearsal", false, true));
        bench.pictureComes();
        ivs.prepare(bench.spec(null, false, true));
        assertThat(ivs.describe(bench.own).signal().connected()).isFalse();
    }

    @Test
    void a_channel_that_somebody_has_deleted_is_made_anew() {
        bench.ready(bench.spec(null, false, true));
        assertThat(ivs.describe(bench.own).state()).isEqualTo(State.READY);
        bench.stub.somebodyElse(
                "ivs", "DeleteChannel", new ObjectMapper().createObjectNode().put("arn", bench.arn()));
        assertThat(ivs.describe(bench.own).state()).isEqualTo(State.IDLE);
        ivs.prepare(bench.spec(null, false, true));
        assertThat(ivs.describe(bench.own).state()).isEqualTo(State.READY);
        assertThat(bench.made("CreateChannel")).hasSize(2);
    }
}
