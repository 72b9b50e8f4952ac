package live.onair.awsstub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ReplicationStatus;

/** What S3 adds by itself to what moto knows of an object. */
class BucketWorldTest {

    @Test
    void an_object_says_how_its_copy_stands_and_when_it_is_deleted() {
        try (AwsStub stub = AwsStub.start()) {
            S3Client s3 = Clients.of(S3Client.builder(), stub.uri());
            s3.createBucket(r ->
                    r.bucket("onair-copied").createBucketConfiguration(c -> c.locationConstraint("ap-northeast-2")));
            s3.putObject(r -> r.bucket("onair-copied").key("shows/1/a.ts"), RequestBody.fromString("a"));
            s3.putObject(r -> r.bucket("onair-copied").key("other/a.ts"), RequestBody.fromString("a"));
            stub.buckets().copies("shows/", "COMPLETED");
            stub.buckets().copies("shows/1/", "FAILED");
            stub.buckets().expires("shows/", 30);
            HeadObjectResponse ruled =
                    s3.headObject(r -> r.bucket("onair-copied").key("shows/1/a.ts"));
            assertThat(ruled.replicationStatus()).isEqualTo(ReplicationStatus.FAILED);
            Instant gone = ruled.lastModified()
                    .atZone(ZoneOffset.UTC)
                    .plusDays(31)
                    .truncatedTo(ChronoUnit.DAYS)
                    .toInstant();
            assertThat(ruled.expiration())
                    .startsWith("expiry-date=\"")
                    .contains(" 00:00:00 GMT\"")
                    .contains(String.valueOf(gone.atZone(ZoneOffset.UTC).getYear()));
            HeadObjectResponse free =
                    s3.headObject(r -> r.bucket("onair-copied").key("other/a.ts"));
            assertThat(free.replicationStatus()).isNull();
            assertThat(free.expiration()).isNull();
        }
    }
}
