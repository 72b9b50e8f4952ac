package live.onair.stories;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A player without a screen: follows a live playlist, loads every new segment, and remembers how long it waited. */
final class HlsViewer implements AutoCloseable {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI playlist;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "hls-viewer");
        thread.setDaemon(true);
        return thread;
    });
    private final List<String> faults = new ArrayList<>();
    private long lastNew = System.nanoTime();
    private long longest;
    private int segments;
    private String last = "";

    private HlsViewer(URI playlist) {
        this.playlist = playlist;
    }

    static HlsViewer of(String playlist) {
        HlsViewer viewer = new HlsViewer(URI.create(playlist));
        viewer.timer.scheduleWithFixedDelay(viewer::look, 0, 300, TimeUnit.MILLISECONDS);
        return viewer;
    }

    private void look() {
        try {
            String newest = load(playlist, HttpResponse.BodyHandlers.ofString())
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .reduce("", (a, b) -> b);
            if (!newest.isEmpty() && !newest.equals(known())) {
                byte[] segment = load(playlist.resolve(newest), HttpResponse.BodyHandlers.ofByteArray());
                arrived(newest, segment.length);
            }
        } catch (IOException e) {
            remember(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T load(URI uri, HttpResponse.BodyHandler<T> as) throws IOException, InterruptedException {
        HttpResponse<T> answer = http.send(
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(3)).build(), as);
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " " + uri);
        }
        return answer.body();
    }

    private synchronized String known() {
        return last;
    }

    private synchronized void remember(String fault) {
        faults.add(fault);
    }

    private synchronized void arrived(String newest, int bytes) {
        if (bytes == 0) {
            faults.add("empty: " + newest);
            return;
        }
        long now = System.nanoTime();
        longest = Math.max(longest, segments == 0 ? 0 : now - lastNew);
        lastNew = now;
        last = newest;
        segments++;
    }

    synchronized int segments() {
        return segments;
    }

    /** The longest wait for a new segment, the one that still lasts included. */
    synchronized Duration longestWait() {
        return Duration.ofNanos(Math.max(longest, System.nanoTime() - lastNew));
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
