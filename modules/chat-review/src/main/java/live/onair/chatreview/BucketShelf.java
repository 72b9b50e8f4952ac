package live.onair.chatreview;

import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A folder of a bucket in S3. */
record BucketShelf(S3Client s3, String bucket, String folder) implements Shelf {

    private static final int NONE = 404;
    private static final int DENIED = 403;

    @Override
    public Optional<byte[]> read(String name) {
        try {
            return Optional.of(s3.getObjectAsBytes(get -> get.bucket(bucket).key(folder + name))
                    .asByteArray());
        } catch (S3Exception none) {
            // who may not list is told "denied" where there is none
            if (none.statusCode() == NONE || none.statusCode() == DENIED) {
                return Optional.empty();
            }
            throw none;
        }
    }

    @Override
    public void write(String name, byte[] content) {
        s3.putObject(
                put -> put.bucket(bucket).key(folder + name).contentType("application/json"),
                RequestBody.fromBytes(content));
    }
}
