package live.onair.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The real program as a process: {@code ./onair demo} on ports and a data folder of its own. Story and browser tests
 * drive it from outside, and may kill it.
 */
public final class RunningOnair implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final Path home = Path.of(System.getProperty("onair.home", "."));
    private final Path data;
    private final int port;
    private final List<String> options;
    private @Nullable Process process;

    private RunningOnair(Path data, int port, List<String> options) {
        this.data = data;
        this.port = port;
        this.options = List.copyOf(options);
    }

    /** Starts a fresh demo with these further options and waits for READY. */
    public static RunningOnair fresh(String name, String... options) {
        Path data = Path.of("target", "onair-" + name).toAbsolutePath();
        clear(data);
        RunningOnair running = new RunningOnair(data, freePort(), List.of(options));
        running.start();
        return running;
    }

    private static void clear(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A run of forty free ports; the first is the console's. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int found = socket.getLocalPort();
            return found > 60_000 ? found - 20_000 : found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it (again) on the same data and ports, and waits for READY. */
    public void start(String... more) {
        List<String> command = new ArrayList<>(List.of(
                "bash", home.resolve("onair").toString(), "demo", "--no-browser", "--test-mode", "--port", "" + port));
        command.addAll(List.of("--data", data.toString()));
        command.addAll(options);
        command.addAll(List.of(more));
        try {
            Path log = log();
            Files.createDirectories(log.getParent());
            Files.deleteIfExists(log);
            process = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            awaitReady(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReady(Process process, Path log) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (Files.readString(log).lines().anyMatch(l -> l.startsWith("READY "))) {
                return;
            }
            pause();
        }
        throw new IllegalStateException("Onair did not become READY:\n" + Files.readString(log));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it printed. */
    public Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    /** Its data folder. */
    public Path data() {
        return data;
    }

    /** {@code demo.json}. */
    public JsonNode demo() {
        return json(data.resolve("demo.json"));
    }

    /** {@code media.json} of the media process. */
    public JsonNode media() {
        return json(data.resolve("media/media.json"));
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The console's address. */
    public String url() {
        return demo().path("url").asText();
    }

    /** The viewers' address. */
    public String viewerUrl() {
        return demo().path("viewerUrl").asText();
    }

    /** The REST API as this role of the demo. */
    public Api api(String role) {
        return new Api(url() + "/api/v1", demo().path("tokens").path(role).asText());
    }

    /** Pid of the console process. */
    public long pid() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running.pid();
    }

    /** Ends the console as a power cut would; PostgreSQL and the media process live on. */
    public void killConsole() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            await(running);
        }
    }

    /** Ends the media process as a power cut would. */
    public void killMedia() {
        ProcessHandle.of(media().path("pid").asLong()).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null && running.isAlive()) {
            running.destroy();
            await(running);
        }
    }

    private static void await(Process running) {
        try {
            if (!running.waitFor(60, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
