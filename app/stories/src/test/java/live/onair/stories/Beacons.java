package live.onair.stories;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A viewer who reports something ten times a second, and remembers which reports were acknowledged. */
final class Beacons implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final URI address;
    private final Set<Integer> acknowledged = new TreeSet<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "beacons");
        thread.setDaemon(true);
        return thread;
    });
    private int number;

    private Beacons(URI address) {
        this.address = address;
    }

    static Beacons to(String address) {
        Beacons beacons = new Beacons(URI.create(address));
        beacons.timer.scheduleWithFixedDelay(beacons::send, 0, 100, TimeUnit.MILLISECONDS);
        return beacons;
    }

    private void send() {
        int mine = ++number;
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(3))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(event(mine)))
                    .build();
            if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 202) {
                synchronized (acknowledged) {
                    acknowledged.add(mine);
                }
            }
        } catch (IOException e) {
            // not acknowledged: the viewer cannot know
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String event(int number) {
        return "{\"viewer\":\"proof-viewer\",\"events\":[{\"id\":\"" + java.util.UUID.randomUUID()
                + "\",\"kind\":\"click\",\"show\":\"SH-PROOF\",\"product\":\"n-" + number + "\"}]}";
    }

    Set<Integer> acknowledged() {
        synchronized (acknowledged) {
            return Set.copyOf(acknowledged);
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
