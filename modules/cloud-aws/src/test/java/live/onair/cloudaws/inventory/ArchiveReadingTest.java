package live.onair.cloudaws.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Manner;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsOperation;
import live.onair.cloudaws.AwsService;
import live.onair.inventory.Archive;
import live.onair.inventory.Archive.Rule;
import live.onair.kernel.CloudException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.PutBucketReplicationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketReplicationResponse;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.ReplicationRule;
import software.amazon.awssdk.services.s3.model.ReplicationRuleStatus;
import software.amazon.awssdk.services.s3.model.Transition;
import software.amazon.awssdk.services.s3.model.TransitionStorageClass;

/** What becomes of recordings in the bucket is read as it is: rules, none, or that there is no such bucket. */
class ArchiveReadingTest {

    private static final AwsOperation<
                    S3Client, PutBucketLifecycleConfigurationRequest, PutBucketLifecycleConfigurationResponse>
            KEEP = AwsOperation.write(
                    AwsService.S3, "PutBucketLifecycleConfiguration", S3Client::putBucketLifecycleConfiguration);
    private static final AwsOperation<S3Client, PutBucketVersioningRequest, PutBucketVersioningResponse> VERSIONS =
            AwsOperation.write(AwsService.S3, "PutBucketVersioning", S3Client::putBucketVersioning);
    private static final AwsOperation<S3Client, PutBucketReplicationRequest, PutBucketReplicationResponse> COPY =
            AwsOperation.write(AwsService.S3, "PutBucketReplication", S3Client::putBucketReplication);

    private AwsStub stub;
    private AwsCalls calls;

    @BeforeEach
    void start() {
        stub = AwsStub.start(Manner.quick().withQuotasTimes(AwsAtHand.HASTE));
        calls = AwsAtHand.hasty(AwsAtHand.settings(stub.uri(), false, Duration.ofSeconds(60)));
    }

    @AfterEach
    void stop() {
        assertThat(stub.unserved()).isEmpty();
        stub.close();
    }

    @Test
    void a_bucket_that_is_not_there_is_no_bucket_without_rules() {
        assertThatThrownBy(() -> new ArchiveReading(calls).read())
                .isInstanceOf(CloudException.class)
                .hasMessageContaining("NoSuchBucket");
    }

    @Test
    void a_bucket_without_rules_is_read_as_that() {
        AwsAtHand.makeBucket(stub.uri());
        assertThat(new ArchiveReading(calls).read()).isEqualTo(new Archive(AwsAtHand.BUCKET, List.of(), null, null));
    }

    @Test
    void moves_deletions_and_copies_are_told_and_rules_that_are_off_are_not() {
        AwsAtHand.makeBucket(stub.uri());
        lifecycle();
        replication();
        assertThat(new ArchiveReading(calls).read().rules())
                .containsExactlyInAnyOrder(
                        new Rule("onair/test/shows/", "GLACIER", 30, null, null),
                        new Rule("onair/test/shows/", null, null, 365, null),
                        // moto forgets what a copying rule is for
                        new Rule("", null, null, null, "onair-copies"));
    }

    private void lifecycle() {
        LifecycleRule on = LifecycleRule.builder()
                .id("shows")
                .status(ExpirationStatus.ENABLED)
                .filter(of -> of.prefix("onair/test/shows/"))
                .transitions(Transition.builder()
                        .days(30)
                        .storageClass(TransitionStorageClass.GLACIER)
                        .build())
                .expiration(at -> at.days(365))
                .build();
        LifecycleRule off = LifecycleRule.builder()
                .id("off")
                .status(ExpirationStatus.DISABLED)
                .filter(of -> of.prefix("x/"))
                .expiration(at -> at.days(1))
                .build();
        calls.send(
                KEEP,
                PutBucketLifecycleConfigurationRequest.builder()
                        .bucket(AwsAtHand.BUCKET)
                        .lifecycleConfiguration(set -> set.rules(List.of(on, off)))
                        .build());
    }

    /** It asks for versions. */
    private void replication() {
        calls.send(
                VERSIONS,
                PutBucketVersioningRequest.builder()
                        .bucket(AwsAtHand.BUCKET)
                        .versioningConfiguration(set -> set.status(BucketVersioningStatus.ENABLED))
                        .build());
        ReplicationRule rule = ReplicationRule.builder()
                .id("copies")
                .priority(1)
                .status(ReplicationRuleStatus.ENABLED)
                .filter(of -> of.prefix("onair/test/"))
                .deleteMarkerReplication(none -> none.status("Disabled"))
                .destination(to -> to.bucket("arn:aws:s3:::onair-copies"))
                .build();
        calls.send(
                COPY,
                PutBucketReplicationRequest.builder()
                        .bucket(AwsAtHand.BUCKET)
                        .replicationConfiguration(set -> set.role("arn:aws:iam::111122223333:role/copies")
                                .rules(List.of(rule)))
                        .build());
    }
}
