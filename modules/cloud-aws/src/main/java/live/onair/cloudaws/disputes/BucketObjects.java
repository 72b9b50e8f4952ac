package live.onair.cloudaws.disputes;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsPages;
import live.onair.cloudaws.BulkDelete;
import live.onair.cloudaws.S3Operations;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/** Objects of the installation's bucket, many at a time. Each method throws {@link CloudException} on trouble. */
@Singleton
class BucketObjects {

    /** Read and copied side by side; a piece of a recording is a few megabytes. */
    static final int HANDS = 4;
    /** After so many it is seen whether all went well before others are begun. */
    private static final int BATCH = 100;

    private final AwsCalls calls;
    private final ExecutorService readers = hands("onair-disputes-read");
    /** Hands of their own: a pack is waited for, and making it has its whole show copied. */
    private final ExecutorService copiers = hands("onair-disputes-copy");

    @Inject
    BucketObjects(AwsCalls calls) {
        this.calls = calls;
    }

    private static ExecutorService hands(String name) {
        return Executors.newFixedThreadPool(HANDS, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    private String bucket() {
        return calls.settings().bucket();
    }

    /** Whether the installation has a bucket at all. */
    boolean isHere() {
        return !bucket().isEmpty();
    }

    /** The folder of what is kept of a show. */
    String held(String show) {
        return "onair/" + calls.settings().env() + "/held/" + show + "/";
    }

    /** Keys of what lies below, with their bytes. */
    Map<String, Long> below(String prefix) {
        Map<String, Long> found = new HashMap<>();
        AwsPages.all(
                        token -> calls.send(
                                S3Operations.LIST,
                                ListObjectsV2Request.builder()
                                        .bucket(bucket())
                                        .prefix(prefix)
                                        .continuationToken(token)
                                        .build()),
                        ListObjectsV2Response::nextContinuationToken)
                .flatMap(page -> page.contents().stream())
                .forEach(object -> found.put(object.key(), object.size()));
        return found;
    }

    /** What is in an object that was there a moment ago; {@code CONFLICT} if it has gone meanwhile. */
    byte[] read(String key) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            calls.send(
                    S3Operations.get(content),
                    GetObjectRequest.builder().bucket(bucket()).key(key).build());
        } catch (CloudException e) {
            throw gone(key, e);
        }
        return content.toByteArray();
    }

    /**
     * What is not there any more was there a moment ago: looked at anew, it is not asked for. To those who may list some folders only, S3
     * says "denied" of it: then it is looked for.
     */
    private CloudException gone(String key, CloudException e) {
        boolean away = e.fault() == CloudFault.NOT_FOUND || e.fault() == CloudFault.DENIED && !isListed(key);
        return away ? new CloudException(CloudFault.CONFLICT, key + " has gone", e) : e;
    }

    private boolean isListed(String key) {
        try {
            return below(key).containsKey(key);
        } catch (CloudException denied) {
            return true;
        }
    }

    /** What is in a few objects, in their order. */
    List<byte[]> read(List<String> keys) {
        return together(
                readers,
                keys.stream().<Callable<byte[]>>map(key -> () -> read(key)).toList());
    }

    /**
     * Copies each of these into a folder, under the whole of its old key, without tags by which a rule could find it.
     *
     * @throws CloudException {@code CONFLICT} if one of them has gone meanwhile
     */
    void copy(List<String> keys, String folder) {
        for (int from = 0; from < keys.size(); from += BATCH) {
            together(
                    copiers,
                    keys.subList(from, Math.min(keys.size(), from + BATCH)).stream()
                            .<Callable<String>>map(key -> () -> copied(key, folder))
                            .toList());
        }
    }

    private String copied(String key, String folder) {
        try {
            calls.send(
                    S3Operations.COPY.unwitnessed(),
                    CopyObjectRequest.builder()
                            .sourceBucket(bucket())
                            .sourceKey(key)
                            .destinationBucket(bucket())
                            .destinationKey(folder + key)
                            .taggingDirective(TaggingDirective.REPLACE)
                            .build());
        } catch (CloudException e) {
            throw gone(key, e);
        }
        return key;
    }

    /** Writes a playlist. */
    void write(String key, String text) {
        calls.send(
                S3Operations.put(text.getBytes(StandardCharsets.UTF_8)),
                PutObjectRequest.builder()
                        .bucket(bucket())
                        .key(key)
                        .contentType("application/vnd.apple.mpegurl")
                        .build());
    }

    /** Takes these away; what is not there is fine. */
    void remove(List<String> keys) {
        BulkDelete.of(calls, S3Operations.DELETE_MANY, keys);
    }

    /** Whether a rule of the bucket will delete it (S3's API reference, HeadObject, x-amz-expiration). */
    boolean expires(String key) {
        return calls.find(
                        S3Operations.HEAD,
                        HeadObjectRequest.builder().bucket(bucket()).key(key).build())
                .filter(head -> head.expiration() != null)
                .isPresent();
    }

    private static <T> List<T> together(ExecutorService hands, List<Callable<T>> tasks) {
        try {
            List<T> done = new ArrayList<>();
            for (Future<T> task : hands.invokeAll(tasks)) {
                done.add(task.get());
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(CloudFault.UNAVAILABLE, "interrupted between pieces of a recording", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CloudException trouble
                    ? trouble
                    : new CloudException(CloudFault.UNAVAILABLE, "s3: " + e.getCause(), e);
        }
    }

    @PreDestroy
    void close() {
        readers.shutdown();
        copiers.shutdown();
    }
}
