package live.onair.cloudaws;

import java.util.ArrayList;
import java.util.List;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** Takes objects of the installation's bucket away, many with each request. */
public final class BulkDelete {

    /** S3 deletes so many at once (its API reference, DeleteObjects). */
    private static final int MOST = 1_000;

    private BulkDelete() {}

    /**
     * Takes these away; what is not there is fine.
     *
     * @param how {@link S3Operations#DELETE_MANY}, or that unwitnessed
     * @throws CloudException {@code UNAVAILABLE} if S3 has left any of them; whatever else S3 answers
     */
    public static void of(
            AwsCalls calls,
            AwsOperation<S3Client, DeleteObjectsRequest, DeleteObjectsResponse> how,
            List<String> keys) {
        List<String> left = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += MOST) {
            List<ObjectIdentifier> batch = keys.subList(from, Math.min(keys.size(), from + MOST)).stream()
                    .map(key -> ObjectIdentifier.builder().key(key).build())
                    .toList();
            DeleteObjectsResponse answer = calls.send(
                    how,
                    DeleteObjectsRequest.builder()
                            .bucket(calls.settings().bucket())
                            .delete(all -> all.objects(batch).quiet(true))
                            .build());
            answer.errors().forEach(error -> left.add(error.key() + " " + error.code()));
        }
        if (!left.isEmpty()) {
            throw new CloudException(
                    CloudFault.UNAVAILABLE, "s3 DeleteObjects left " + left.size() + ": " + left.get(0));
        }
    }
}
