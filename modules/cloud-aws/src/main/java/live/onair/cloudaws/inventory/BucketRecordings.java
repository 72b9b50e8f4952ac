package live.onair.cloudaws.inventory;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsPages;
import live.onair.cloudaws.RecordingFolders;
import live.onair.cloudaws.S3Operations;
import live.onair.inventory.spi.RecordingArchive;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Recordings in the installation's bucket: listed whole, and asked by and by for what S3 has done with them. */
@Singleton
class BucketRecordings implements RecordingArchive {

    /** S3's API reference, HeadObject, x-amz-expiration. */
    private static final Pattern EXPIRY = Pattern.compile("expiry-date=\"([^\"]+)\"");

    private final AwsCalls calls;
    private final List<RecordingFolders> folders;

    @Inject
    BucketRecordings(AwsCalls calls, Instance<RecordingFolders> folders) {
        this(calls, StreamSupport.stream(folders.spliterator(), false).toList());
    }

    BucketRecordings(AwsCalls calls, List<RecordingFolders> folders) {
        this.calls = calls;
        this.folders = folders;
    }

    @Override
    public Optional<Look> look(String show, String backend, int from) {
        if (calls.settings().bucket().isEmpty()) {
            return Optional.empty();
        }
        List<S3Object> all = folders.stream()
                .filter(folder -> folder.backend().equals(backend))
                .flatMap(folder -> folder.folders(show).stream())
                .flatMap(this::below)
                .sorted(Comparator.comparing(S3Object::lastModified).reversed().thenComparing(S3Object::key))
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Look(
                all.size(),
                all.stream().mapToLong(S3Object::size).sum(),
                all.stream().collect(Collectors.groupingBy(BucketRecordings::storage, Collectors.counting())),
                fate(all.get(all.size() - 1).key())
                        .findFirst()
                        .map(Fate::goneAt)
                        .orElse(null),
                all.stream()
                        .skip(from)
                        .limit(MOST)
                        .flatMap(object -> fate(object.key()))
                        .toList()));
    }

    private static String storage(S3Object object) {
        return object.storageClass() == null ? "STANDARD" : object.storageClassAsString();
    }

    private Stream<S3Object> below(String prefix) {
        return AwsPages.all(
                        token -> calls.send(
                                InventoryOperations.LIST_OBJECTS,
                                ListObjectsV2Request.builder()
                                        .bucket(calls.settings().bucket())
                                        .prefix(prefix)
                                        .continuationToken(token)
                                        .build()),
                        ListObjectsV2Response::nextContinuationToken)
                .flatMap(page -> page.contents().stream());
    }

    /** Nothing if it went between the list and now. */
    private Stream<Fate> fate(String key) {
        try {
            HeadObjectResponse head = calls.send(
                    S3Operations.HEAD,
                    HeadObjectRequest.builder()
                            .bucket(calls.settings().bucket())
                            .key(key)
                            .build());
            return Stream.of(new Fate(key, copy(head), goneAt(head.expiration())));
        } catch (CloudException e) {
            if (e.fault() == CloudFault.NOT_FOUND) {
                return Stream.empty();
            }
            throw e;
        }
    }

    private static @Nullable Copy copy(HeadObjectResponse head) {
        return head.replicationStatus() == null
                ? null
                : switch (head.replicationStatus()) {
                    case PENDING -> Copy.PENDING;
                    case COMPLETE, COMPLETED -> Copy.COMPLETED;
                    case FAILED -> Copy.FAILED;
                    case REPLICA -> Copy.REPLICA;
                    case UNKNOWN_TO_SDK_VERSION -> null;
                };
    }

    private static @Nullable Instant goneAt(@Nullable String expiration) {
        Matcher found = EXPIRY.matcher(expiration == null ? "" : expiration);
        try {
            return found.find() ? Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(found.group(1))) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
