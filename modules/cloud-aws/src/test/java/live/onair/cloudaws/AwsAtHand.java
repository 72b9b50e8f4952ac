package live.onair.cloudaws;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import live.onair.inventory.spi.CallReports;
import live.onair.kernel.Ids;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;

/** The core with AWS at an address of the test's, as an installation called test in Seoul. */
public final class AwsAtHand {

    static {
        // The stand-in takes any credentials; the SDK wants some.
        System.setProperty("aws.accessKeyId", "AKIAONAIRTEST");
        System.setProperty("aws.secretAccessKey", "secret-of-the-test");
    }

    /** Name of the installation's bucket. */
    public static final String BUCKET = "onair-test";

    /** Nobody is told. */
    private static final AwsWitness NOBODY = witness(null);

    private AwsAtHand() {}

    /** Calls that go there in haste, and of which somebody is told. */
    public static AwsCalls reporting(AwsSettings settings, CallReports reports) {
        return new AwsCalls(new AwsClients(settings), witness(reports), HASTE);
    }

    private static AwsWitness witness(@Nullable CallReports reports) {
        return new AwsWitness(reports, Clock.systemUTC(), new Ids(Clock.systemUTC()));
    }

    /** Makes the bucket, which an owner does once by hand. */
    public static void makeBucket(URI there) {
        // What keeps the buckets takes a while to wake.
        AwsCalls calls = calls(settings(there, false, Duration.ofSeconds(60)));
        AwsOperation<S3Client, CreateBucketRequest, CreateBucketResponse> make =
                AwsOperation.write(AwsService.S3, "CreateBucket", S3Client::createBucket);
        calls.send(
                make,
                CreateBucketRequest.builder()
                        .bucket(BUCKET)
                        .createBucketConfiguration(where -> where.locationConstraint("ap-northeast-2"))
                        .build());
    }

    /** Calls that go there. */
    public static AwsCalls calls(AwsSettings settings) {
        return new AwsCalls(new AwsClients(settings), NOBODY);
    }

    /** How much more than its rates the stand-in lets through in tests that are not about rates. */
    public static final int HASTE = 20;

    /** Calls that go there in haste: for tests that are not about rates. */
    public static AwsCalls hasty(AwsSettings settings) {
        return new AwsCalls(new AwsClients(settings), NOBODY, HASTE);
    }

    /** Settings with every service there. */
    public static AwsSettings settings(URI there) {
        return settings(there, false, Duration.ofSeconds(5));
    }

    /** Settings with every service there. */
    public static AwsSettings settings(URI there, boolean readOnly, Duration timeout) {
        Map<AwsService, URI> endpoints = new EnumMap<>(AwsService.class);
        for (AwsService service : AwsService.values()) {
            endpoints.put(service, there);
        }
        return new AwsSettings(
                true,
                "ap-northeast-2",
                "",
                "",
                "test",
                readOnly,
                BUCKET,
                "arn:aws:iam::111122223333:role/onair-media",
                List.of("0.0.0.0/0"),
                true,
                "hd",
                timeout,
                endpoints);
    }
}
