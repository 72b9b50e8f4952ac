package live.onair.chatreview;

import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A folder of a bucket in S3. */
record BucketShelf(S3Client s3, String bucket, String folder) implements Shelf {

    @Override
    public Optional<byte[]> read(String name) {
        try {
            return Optional.of(s3.getObjectAsBytes(get -> get.bucket(bucket).key(folder + name))
                    .asByteArray());
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        }
    }

    @Override
    public void write(String name, byte[] content) {
        s3.putObject(
                put -> put.bucket(bucket).key(folder + name).contentType("application/json"),
                RequestBody.fromBytes(content));
    }
}
