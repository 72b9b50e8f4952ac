package live.onair.cloudaws;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * One operation of a service that Onair may call. The least policy is made from these, so a call that is not listed as
 * one cannot be made.
 *
 * @param service whose it is
 * @param name as in the service's API reference
 * @param writes whether it changes anything; refused in read-only mode
 * @param call how the client is asked
 * @param also further IAM actions that AWS checks for it, such as {@code iam:PassRole}
 * @param perSecond calls a second of it that Onair allows itself
 * @param witnessed whether the account's list of calls has it; not what is written by the hundred and is in no trail
 */
public record AwsOperation<C, Q extends AwsRequest, R extends AwsResponse>(
        AwsService service,
        String name,
        boolean writes,
        BiFunction<C, Q, R> call,
        List<String> also,
        int perSecond,
        boolean witnessed) {

    private static final Set<AwsService> EVERYWHERE =
            Set.of(AwsService.ROUTE53, AwsService.CLOUDFRONT, AwsService.SHIELD);

    /** An operation that only reads. */
    public static <C, Q extends AwsRequest, R extends AwsResponse> AwsOperation<C, Q, R> read(
            AwsService service, String name, BiFunction<C, Q, R> call) {
        return new AwsOperation<>(service, name, false, call, List.of(), service.perSecond(), true);
    }

    /** An operation that changes something. */
    public static <C, Q extends AwsRequest, R extends AwsResponse> AwsOperation<C, Q, R> write(
            AwsService service, String name, BiFunction<C, Q, R> call, String... also) {
        return new AwsOperation<>(service, name, true, call, List.of(also), service.perSecond(), true);
    }

    /** The same, but for the list of calls. */
    public AwsOperation<C, Q, R> unwitnessed() {
        return new AwsOperation<>(service, name, writes, call, also, perSecond, false);
    }

    /** The same, where the service lets more of it through than of its others. */
    public AwsOperation<C, Q, R> often(int times) {
        return new AwsOperation<>(service, name, writes, call, also, times, witnessed);
    }

    /**
     * Whether CloudTrail's history of the account tells of such calls: it holds management events, and what is done to objects in
     * S3 are data events. What Route 53, CloudFront and Shield do is in the trail of us-east-1, whatever our region. The other services' guides say that all
     * calls to them are in it, PutMetadata of IVS with them.
     */
    public boolean isInTrail() {
        return !EVERYWHERE.contains(service) && (service != AwsService.S3 || !name.contains("Object"));
    }

    /** What a principal must be allowed to do for it. */
    public List<String> permissions() {
        return Stream.concat(Stream.of(service.permissionPrefix() + ":" + action()), also.stream())
                .toList();
    }

    /** The action is called like the operation but for those that the service authorization reference names otherwise. */
    private String action() {
        return switch (name) {
            case "ListObjectsV2" -> "ListBucket";
            case "GetBucketLifecycleConfiguration" -> "GetLifecycleConfiguration";
            case "HeadObject" -> "GetObject";
            case "CopyObject" -> "PutObject";
            case "DeleteObjects" -> "DeleteObject";
            case "GetBucketReplication" -> "GetReplicationConfiguration";
            default -> name;
        };
    }
}
