package live.onair.cloudaws.cdn;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import live.onair.cdn.spi.ManifestStore;
import live.onair.cloudaws.AwsCalls;
import live.onair.cloudaws.AwsPages;
import live.onair.cloudaws.BulkDelete;
import live.onair.cloudaws.S3Operations;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.scheduling.spi.Backend;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Steering manifests and playlists in the installation's bucket, below {@code onair/<env>/steering/<show>/}. An object of S3 is replaced
 * as a whole, and whoever reads after that reads the new one. Players read it through a CDN at {@code onair.aws.manifests}.
 */
@Singleton
@Backend("s3")
class BucketManifests implements ManifestStore {

    /** Players look for a new order every few seconds when one is on its way: what lies between may keep it no longer. */
    private static final String FRESH = "public, max-age=1";
    /** Written side by side: a show has hundreds, and viewers wait for the last. */
    private static final int HANDS = 8;

    private final AwsCalls calls;
    private final String address;
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS, task -> {
        Thread thread = new Thread(task, "onair-manifests");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    BucketManifests(AwsCalls calls, Config config) {
        this(calls, config.getOptionalValue("onair.aws.manifests", String.class).orElse(""));
    }

    BucketManifests(AwsCalls calls, String address) {
        this.calls = calls;
        this.address = address.strip().replaceFirst("/+$", "");
    }

    @Override
    public boolean isHere() {
        return calls.settings().enabled()
                && !calls.settings().readOnly()
                && !address.isEmpty()
                && !calls.settings().bucket().isEmpty();
    }

    @Override
    public Optional<String> address() {
        return Optional.of(address);
    }

    @Override
    public Optional<String> readAt(String show, String path) {
        return Optional.of(address + "/" + show + "/" + path);
    }

    private String folder(String show) {
        return "onair/" + calls.settings().env() + "/steering/" + show + "/";
    }

    /** Manifests first: those are what players that are playing wait for. */
    @Override
    public void put(String show, Map<String, String> objects) {
        List<Future<?>> written = objects.entrySet().stream()
                .sorted(Comparator.comparing(one -> !one.getKey().endsWith(".json")))
                .<Future<?>>map(one -> hands.submit(() -> write(folder(show) + one.getKey(), one.getValue())))
                .toList();
        CloudException trouble = null;
        for (Future<?> one : written) {
            CloudException mine = end(one);
            if (mine != null && trouble == null) {
                trouble = mine;
                written.forEach(other -> other.cancel(false));
            }
        }
        if (trouble != null) {
            throw trouble;
        }
    }

    /** Waits for it in any case: what is still on its way could overtake what is written next. Null where nothing is wrong. */
    private static @Nullable CloudException end(Future<?> written) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    written.get();
                    return interrupted ? new CloudException(CloudFault.UNAVAILABLE, "interrupted while writing") : null;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (CancellationException e) {
            return null;
        } catch (ExecutionException e) {
            return e.getCause() instanceof CloudException trouble
                    ? trouble
                    : new CloudException(CloudFault.UNAVAILABLE, "s3: " + e.getCause(), e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void write(String key, String text) {
        calls.send(
                S3Operations.put(text.getBytes(StandardCharsets.UTF_8)).unwitnessed(),
                PutObjectRequest.builder()
                        .bucket(calls.settings().bucket())
                        .key(key)
                        .contentType(key.endsWith(".m3u8") ? "application/vnd.apple.mpegurl" : "application/json")
                        .cacheControl(FRESH)
                        .build());
    }

    @Override
    public void remove(String show) {
        List<String> there = AwsPages.all(
                        token -> calls.send(
                                S3Operations.LIST,
                                ListObjectsV2Request.builder()
                                        .bucket(calls.settings().bucket())
                                        .prefix(folder(show))
                                        .continuationToken(token)
                                        .build()),
                        ListObjectsV2Response::nextContinuationToken)
                .flatMap(page -> page.contents().stream())
                .map(S3Object::key)
                .toList();
        BulkDelete.of(calls, S3Operations.DELETE_MANY.unwitnessed(), there);
    }

    @PreDestroy
    void close() {
        hands.shutdown();
    }
}
