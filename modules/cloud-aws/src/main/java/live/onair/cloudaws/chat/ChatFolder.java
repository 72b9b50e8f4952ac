package live.onair.cloudaws.chat;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsPages;
import live.onair.cloudaws.S3Operations;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The chats' folder in the installation's bucket. Each method throws {@link CloudException} on trouble. */
@Singleton
class ChatFolder {

    /** Read side by side: what was said in a second lies in as many objects. */
    private static final int HANDS = 8;

    private final AwsCalls calls;
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS, task -> {
        Thread thread = new Thread(task, "onair-chat");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    ChatFolder(AwsCalls calls) {
        this.calls = calls;
    }

    /** Something in it, in this edition. */
    record Paper(String text, String edition) {}

    private String bucket() {
        return calls.settings().bucket();
    }

    private String folder() {
        return "onair/" + calls.settings().env() + "/chat/";
    }

    /**
     * One of it; empty if there is none. Looked for first: S3 answers "denied" and not "not found" for what is not there to
     * those who may list some folders only.
     */
    Optional<Paper> find(String name) {
        boolean there = pages(name, "", 2)
                .anyMatch(page ->
                        page.contents().stream().anyMatch(one -> one.key().equals(folder() + name)));
        return there ? Optional.of(read(name)) : Optional.empty();
    }

    private Paper read(String name) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        String edition = calls.send(
                        S3Operations.get(content),
                        GetObjectRequest.builder()
                                .bucket(bucket())
                                .key(folder() + name)
                                .build())
                .eTag();
        return new Paper(content.toString(StandardCharsets.UTF_8), edition);
    }

    /** The texts of these, which are known to be there, in their order. */
    List<String> texts(List<String> names) {
        List<Future<String>> asked = names.stream()
                .map(name -> hands.submit(() -> read(name).text()))
                .toList();
        return asked.stream().map(ChatFolder::answer).toList();
    }

    private static String answer(Future<String> asked) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(CloudFault.UNAVAILABLE, "interrupted while reading", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CloudException trouble
                    ? trouble
                    : new CloudException(CloudFault.UNAVAILABLE, "s3: " + e.getCause(), e);
        }
    }

    /** Writes it, whatever was there. */
    void write(String name, String text) {
        put(PutObjectRequest.builder(), name, text);
    }

    /** Writes it over this edition only, null for none: {@code CONFLICT} where somebody else was faster. */
    void replace(String name, String text, @Nullable String edition) {
        PutObjectRequest.Builder request = PutObjectRequest.builder();
        put(edition == null ? request.ifNoneMatch("*") : request.ifMatch(edition), name, text);
    }

    private void put(PutObjectRequest.Builder request, String name, String text) {
        calls.send(
                S3Operations.put(text.getBytes(StandardCharsets.UTF_8)).unwitnessed(),
                request.bucket(bucket())
                        .key(folder() + name)
                        .contentType("application/json")
                        .build());
    }

    /** Names that begin so, in their order, after this one; no more are read than are asked for. */
    Stream<String> names(String beginning, String after, int most) {
        return pages(beginning, after, most)
                .flatMap(page -> page.contents().stream())
                .map(S3Object::key)
                .map(key -> key.substring(folder().length()))
                .limit(most);
    }

    private Stream<ListObjectsV2Response> pages(String beginning, String after, int most) {
        return AwsPages.all(
                token -> calls.send(
                        S3Operations.LIST,
                        ListObjectsV2Request.builder()
                                .bucket(bucket())
                                .prefix(folder() + beginning)
                                .startAfter(after.isEmpty() ? null : folder() + after)
                                .maxKeys(Math.min(most, 1_000))
                                .continuationToken(token)
                                .build()),
                ListObjectsV2Response::nextContinuationToken);
    }

    /** Takes these away, at most a thousand. */
    void remove(List<String> names) {
        if (!names.isEmpty()) {
            List<ObjectIdentifier> all = names.stream()
                    .map(name -> ObjectIdentifier.builder().key(folder() + name).build())
                    .toList();
            var left = calls.send(
                            S3Operations.DELETE_MANY.unwitnessed(),
                            DeleteObjectsRequest.builder()
                                    .bucket(bucket())
                                    .delete(some -> some.objects(all).quiet(true))
                                    .build())
                    .errors();
            if (!left.isEmpty()) {
                throw new CloudException(
                        CloudFault.UNAVAILABLE,
                        "s3 DeleteObjects left " + left.size() + ": "
                                + left.get(0).code());
            }
        }
    }

    @PreDestroy
    void close() {
        hands.shutdown();
    }
}
