package live.onair.cloudaws.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsOperation;
import live.onair.cloudaws.AwsService;
import live.onair.cloudaws.RecordingFolders;
import live.onair.inventory.spi.RecordingArchive;
import live.onair.inventory.spi.RecordingArchive.Copy;
import live.onair.inventory.spi.RecordingArchiveContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** The bucket, with what stands for S3 behind it. */
class BucketRecordingsTest extends RecordingArchiveContract {

    private static AwsStub stub;
    private static AwsCalls calls;

    @BeforeAll
    static void start() {
        stub = AwsStub.start(Manner.quick().withQuotasTimes(AwsAtHand.HASTE));
        AwsAtHand.makeBucket(stub.uri());
        calls = AwsAtHand.hasty(AwsAtHand.settings(stub.uri(), false, Duration.ofSeconds(30)));
    }

    @AfterEach
    void answersAgain() {
        stub.faults().clear();
    }

    @AfterAll
    static void stop() {
        assertThat(stub.unserved()).isEmpty();
        stub.close();
    }

    /** Where the adapters of backends have theirs. */
    private record Folders(String backend) implements RecordingFolders {
        @Override
        public List<String> folders(String show) {
            return List.of("onair/test/" + backend + "/" + show + "/", "onair/test/replays/" + show + ".json");
        }
    }

    @Override
    protected RecordingArchive port() {
        return new BucketRecordings(calls, List.of(new Folders("here"), new Folders("elsewhere")));
    }

    @Override
    protected String backend() {
        return "here";
    }

    @Override
    protected void written(String show, String name, int bytes, String storage) {
        AwsOperation<S3Client, PutObjectRequest, PutObjectResponse> put = AwsOperation.write(
                AwsService.S3,
                "PutObject",
                (client, request) -> client.putObject(request, RequestBody.fromBytes(new byte[bytes])));
        calls.send(
                put,
                PutObjectRequest.builder()
                        .bucket(AwsAtHand.BUCKET)
                        .key("onair/test/here/" + show + "/" + name)
                        .storageClass(storage)
                        .build());
    }

    @Override
    protected void copies(String show, String names, Copy copy) {
        stub.buckets().copies("onair/test/here/" + show + "/" + names, copy.name());
    }

    @Override
    protected void expires(String show, int days) {
        stub.buckets().expires("onair/test/here/" + show + "/", days);
    }

    @Override
    protected void breaks() {
        stub.faults().on("s3", "ListObjectsV2").atMost(9).broken();
    }
}
