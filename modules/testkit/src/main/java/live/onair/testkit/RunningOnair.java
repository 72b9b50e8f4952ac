package live.onair.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The real program as a process: {@code ./onair demo} on ports and a data folder of its own. Story and browser tests
 * drive it from outside, and may kill it.
 */
public final class RunningOnair implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Leave.of(Duration.ofSeconds(180));

    private final Path home = Path.of(System.getProperty("onair.home", "."));
    private final Path data;
    private final int port;
    private final List<String> options;
    private final Map<String, String> environment = new HashMap<>();
    private @Nullable Process process;

    private RunningOnair(Path data, int port, List<String> options) {
        this.data = data;
        this.port = port;
        this.options = List.copyOf(options);
    }

    /** Starts a fresh demo with these further options and waits for READY. */
    public static RunningOnair fresh(String name, String... options) {
        RunningOnair running = prepared(name, options);
        running.start();
        return running;
    }

    /** A fresh demo that is not started yet; each start has these further options. */
    public static RunningOnair prepared(String name, String... options) {
        Path data = Path.of("target", "onair-" + name).toAbsolutePath();
        Ground.clear(data);
        return new RunningOnair(data, Ground.freePort(), List.of(options));
    }

    /** Each start from now on has these variables as well. */
    public RunningOnair with(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /** Starts it (again) on the same data and ports, and waits for READY. */
    public void start(String... more) {
        try {
            Process started = begin(more);
            process = started;
            awaitReady(started, log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process begin(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "bash", home.resolve("onair").toString(), "demo", "--no-browser", "--test-mode", "--port", "" + port));
        command.addAll(List.of("--data", data.toString()));
        command.addAll(options);
        command.addAll(List.of(more));
        Path log = log();
        Files.createDirectories(log.getParent());
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".before"), StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        String undo = "-Donair.undo.seconds=" + Leave.of(Duration.ofSeconds(10)).toSeconds();
        builder.environment().put("ONAIR_JAVA_OPTIONS", undo);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void awaitReady(Process process, Path log) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (Files.readString(log).lines().anyMatch(l -> l.startsWith("READY "))) {
                return;
            }
            pause();
        }
        process.destroy();
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

    /** What it printed since its last start; what it printed before lies beside, with the ending {@code .before}. */
    public Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    /** Its data folder. */
    public Path data() {
        return data;
    }

    /** The console's port. */
    public int port() {
        return port;
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

    /** The control API of the media process. */
    public Api control() {
        try {
            String token = Files.readString(data.resolve("media/token")).strip();
            return new Api(
                    "http://127.0.0.1:" + media().path("ports").path("control").asInt() + "/v1", token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JDBC address of its database, as superuser. */
    public String database() {
        try {
            List<String> pid = Files.readAllLines(data.resolve("postgres/data/postmaster.pid"));
            String password =
                    Files.readString(data.resolve("postgres/password")).strip();
            return "jdbc:postgresql://127.0.0.1:" + pid.get(3).strip() + "/postgres?user=postgres&password=" + password;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** Ends it as SIGTERM does, with everything it started. */
    @Override
    public void close() {
        Process running = process;
        if (running != null && running.isAlive()) {
            running.destroy();
            await(running);
        }
        endWhatOutlivedIt();
    }

    /** After a kill nobody else ends the media process and PostgreSQL: by the pids they wrote themselves. */
    private void endWhatOutlivedIt() {
        try {
            Path postmaster = data.resolve("postgres/data/postmaster.pid");
            if (Files.exists(postmaster)) {
                end(Long.parseLong(Files.readAllLines(postmaster).get(0).strip()), "postgres");
            }
            if (Files.exists(data.resolve("media/media.json"))) {
                end(media().path("pid").asLong(), "java");
            }
        } catch (IOException | NumberFormatException e) {
            throw new IllegalStateException("left behind in " + data, e);
        }
    }

    private static void end(long pid, String program) {
        ProcessHandle.of(pid)
                .filter(p -> p.info().command().orElse("").endsWith(program))
                .ifPresent(ProcessHandle::destroy);
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
