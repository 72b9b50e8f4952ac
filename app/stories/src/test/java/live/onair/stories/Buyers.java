package live.onair.stories;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Viewers who want a piece of a product each, by the door that their pages use. Where it says "later" they ask again. */
final class Buyers implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ExecutorService crowd;
    private final String door;
    private final String show;
    private final String product;
    private final Set<UUID> held = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    private Buyers(String door, String show, String product, int atOnce) {
        this.crowd = Executors.newFixedThreadPool(atOnce);
        this.door = door;
        this.show = show;
        this.product = product;
    }

    static Buyers at(String viewerUrl, String show, String product, int atOnce) {
        return new Buyers(viewerUrl + "/storefront/v1/shows/" + show + "/holds", show, product, atOnce);
    }

    /** What they were told they have. */
    Set<UUID> held() {
        return Set.copyOf(held);
    }

    /** All of them at once, each until there is an answer: how many were refused. */
    long all(int buyers) throws InterruptedException {
        List<Callable<Integer>> presses = IntStream.range(0, buyers)
                .mapToObj(number -> (Callable<Integer>) () -> answered(UUID.randomUUID()))
                .toList();
        long refused = 0;
        for (Future<Integer> press : crowd.invokeAll(presses, 180, TimeUnit.SECONDS)) {
            try {
                refused += press.get() == 409 ? 1 : 0;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        return refused;
    }

    /** One after the other, until they are closed; what is not answered is not known to have happened. */
    Buyers goOn() {
        crowd.submit(() -> {
            while (!ended) {
                ask(UUID.randomUUID());
                TimeUnit.MILLISECONDS.sleep(200);
            }
            return show;
        });
        return this;
    }

    private int answered(UUID id) throws InterruptedException {
        int status = ask(id);
        while (status != 200 && status != 409) {
            TimeUnit.MILLISECONDS.sleep(50);
            status = ask(id);
        }
        return status;
    }

    /** The same number again is the same hold: 200 says that it is there. */
    int ask(UUID id) throws InterruptedException {
        String body = "{\"id\":\"" + id + "\",\"viewer\":\"viewer-" + id + "\",\"lines\":[{\"product\":\"" + product
                + "\",\"pieces\":1}]}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(door))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status == 200) {
                held.add(id);
            }
            return status;
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        ended = true;
        crowd.shutdown();
        try {
            if (!crowd.awaitTermination(15, TimeUnit.SECONDS)) {
                crowd.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
