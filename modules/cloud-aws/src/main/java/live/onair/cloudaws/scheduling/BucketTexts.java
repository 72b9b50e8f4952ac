package live.onair.cloudaws.scheduling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsCourse;
import live.onair.cloudaws.AwsPages;
import live.onair.cloudaws.AwsStep;
import live.onair.cloudaws.S3Operations;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** The objects in the installation's bucket: what lies where, small texts read, and the steps that write and delete. */
@Singleton
class BucketTexts {

    private final AwsCalls calls;

    @Inject
    BucketTexts(AwsCalls calls) {
        this.calls = calls;
    }

    /** Name of the bucket; empty if the installation has none. */
    String bucket() {
        return calls.settings().bucket();
    }

    /** An object: where, when it was written by the bucket's clock, how large. */
    record Entry(String key, Instant writtenAt, long bytes) {}

    /** What lies below. */
    List<Entry> below(String prefix) {
        return pages(prefix, null)
                .flatMap(page -> page.contents().stream())
                .map(o -> new Entry(o.key(), o.lastModified(), o.size()))
                .toList();
    }

    /** The folders that lie directly below, each with its whole path and an ending slash. */
    List<String> folders(String prefix) {
        return pages(prefix, "/")
                .flatMap(page -> page.commonPrefixes().stream())
                .map(CommonPrefix::prefix)
                .toList();
    }

    private Stream<ListObjectsV2Response> pages(String prefix, @Nullable String delimiter) {
        return AwsPages.all(
                token -> calls.send(
                        S3Operations.LIST,
                        ListObjectsV2Request.builder()
                                .bucket(bucket())
                                .prefix(prefix)
                                .delimiter(delimiter)
                                .continuationToken(token)
                                .build()),
                ListObjectsV2Response::nextContinuationToken);
    }

    /**
     * A text; empty if there is none. Looked for first: S3 answers "denied" and not "not found" for a key that is not
     * there to those who may list some folders only.
     */
    Optional<String> read(String key) {
        boolean there = below(key).stream().anyMatch(entry -> entry.key().equals(key));
        return there ? Optional.of(text(key)) : Optional.empty();
    }

    /** A text that is known to be there. */
    String text(String key) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        calls.send(
                S3Operations.get(content),
                GetObjectRequest.builder().bucket(bucket()).key(key).build());
        return content.toString(StandardCharsets.UTF_8);
    }

    /** The step that writes a text. */
    static AwsStep write(String bucket, String key, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        PutObjectRequest request = PutObjectRequest.builder()
                .bucket(bucket)
                .key(key)
                .contentType("application/json")
                .contentMD5(md5(content))
                .build();
        return new AwsStep.Send<>(S3Operations.put(content), request, key, "s3 DeleteObject");
    }

    /** The way to this text, or to none. Pure. */
    static AwsCourse<Optional<String>> course(String bucket, String key, @Nullable String wanted) {
        return new AwsCourse<>(
                seen -> step(bucket, key, wanted, seen.orElse(null)),
                (seen, request, answer) ->
                        request instanceof PutObjectRequest ? Optional.ofNullable(wanted) : Optional.empty(),
                seen -> seen);
    }

    private static Optional<AwsStep> step(String bucket, String key, @Nullable String wanted, @Nullable String seen) {
        if (Objects.equals(wanted, seen)) {
            return Optional.empty();
        }
        return Optional.of(
                wanted != null
                        ? write(bucket, key, wanted)
                        : new AwsStep.Send<>(
                                S3Operations.DELETE,
                                DeleteObjectRequest.builder()
                                        .bucket(bucket)
                                        .key(key)
                                        .build(),
                                key,
                                null));
    }

    private static String md5(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
