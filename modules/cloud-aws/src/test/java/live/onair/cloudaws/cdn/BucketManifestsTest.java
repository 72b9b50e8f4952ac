package live.onair.cloudaws.cdn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.awsstub.StubCall;
import live.onair.cdn.spi.ManifestStore;
import live.onair.cdn.spi.ManifestStoreContract;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.S3Operations;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** The port's contract, kept by a bucket of S3 with what stands for AWS: moto behind the validator. */
class BucketManifestsTest extends ManifestStoreContract {

    private static final String FOLDER = "onair/test/steering/";

    private static AwsStub stub;
    private static AwsCalls calls;
    private static BucketManifests store;

    @BeforeAll
    static void start() {
        stub = AwsStub.start(Manner.quick());
        AwsAtHand.makeBucket(stub.uri());
        calls = AwsAtHand.hasty(AwsAtHand.settings(stub.uri()));
        store = new BucketManifests(calls, " https://live.onair.test/steering/ ");
    }

    @AfterAll
    static void stop() {
        assertThat(stub.unserved()).isEmpty();
        store.close();
        stub.close();
    }

    @BeforeEach
    void nothing_was_asked() {
        stub.faults().clear();
        stub.forgetCalls();
    }

    @Override
    protected ManifestStore port() {
        return store;
    }

    @Override
    protected String read(String show, String path) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        return calls.find(
                        S3Operations.get(content),
                        GetObjectRequest.builder()
                                .bucket(AwsAtHand.BUCKET)
                                .key(FOLDER + show + "/" + path)
                                .build())
                .map(any -> content.toString(StandardCharsets.UTF_8))
                .orElse(null);
    }

    @Test
    void players_read_it_at_the_address_that_is_told_and_keep_it_for_a_second() {
        assertThat(store.address()).contains("https://live.onair.test/steering");
        assertThat(store.readAt("SH-1", "default/7.json"))
                .contains("https://live.onair.test/steering/SH-1/default/7.json");
        assertThat(store.isHere()).isTrue();
        store.put("SH-1", Map.of("default/7.m3u8", "#EXTM3U\n", "default/7.json", "{}"));
        assertThat(stub.calls("s3", "PutObject"))
                .extracting(
                        call -> call.input().path("Key").asText(),
                        call -> call.input().path("CacheControl").asText())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(FOLDER + "SH-1/default/7.json", "public, max-age=1"),
                        org.assertj.core.groups.Tuple.tuple(FOLDER + "SH-1/default/7.m3u8", "public, max-age=1"));
        assertThat(stub.calls("s3", "PutObject"))
                .extracting(call -> call.input().path("ContentType").asText())
                .containsExactlyInAnyOrder("application/json", "application/vnd.apple.mpegurl");
        store.remove("SH-1");
        assertThat(stub.calls("s3", "DeleteObjects")).hasSize(1);
    }

    @Test
    void a_fault_while_writing_is_told_as_what_it_is() {
        stub.faults().on("s3", "PutObject").atMost(1).replyLost();
        assertThatThrownBy(() -> store.put("SH-2", Map.of("default/1.json", "{}", "default/2.json", "{}")))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.UNKNOWN_OUTCOME));
        store.put("SH-2", Map.of("default/1.json", "{}", "default/2.json", "{}"));
        assertThat(read("SH-2", "default/1.json")).isEqualTo("{}");
        assertThat(read("SH-2", "default/2.json")).isEqualTo("{}");
    }

    @Test
    void who_may_not_write_writes_nothing_and_without_an_address_it_is_not_here() {
        BucketManifests readOnly = new BucketManifests(
                AwsAtHand.calls(AwsAtHand.settings(stub.uri(), true, Duration.ofSeconds(5))),
                "https://live.onair.test");
        assertThatThrownBy(() -> readOnly.put("SH-3", Map.of("default/1.json", "{}")))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.DENIED));
        assertThat(stub.calls("s3", "PutObject")).extracting(StubCall::name).isEmpty();
        readOnly.close();
        assertThat(readOnly.isHere()).as("others than it are read then").isFalse();
        BucketManifests nowhere = new BucketManifests(calls, "");
        assertThat(nowhere.isHere()).isFalse();
        nowhere.close();
    }
}
