package live.onair.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The media process as the launcher sees it: started detached, adopted when it is already there, restarted within two
 * seconds when it dies, replaced by this build when nothing is on air.
 */
final class MediaProcess {

    /** Other origins than its own edges from which its pages may read pictures. */
    static final String PLAYBACK = "onair.media.playback.origins";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Distribution distribution;
    private final Path folder;
    private final Path log;
    private final Map<String, String> settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private volatile boolean ending;

    MediaProcess(Distribution distribution, DataFolder data, Map<String, String> settings) {
        this.distribution = distribution;
        this.folder = data.media();
        this.log = data.logs().resolve("media.log");
        this.settings = Map.copyOf(settings);
    }

    /** Where it listens, once it answers. */
    record Running(long pid, String build, JsonNode urls, JsonNode ports, long onAir) {
        String url(String name) {
            return urls.path(name).asText();
        }

        int port(String name) {
            return ports.path(name).asInt();
        }
    }

    /** The running process, adopted or started. */
    Running adoptOrStart() {
        Optional<Running> there = status();
        if (there.isPresent() && (isThisBuild(there.get()) || there.get().onAir() > 0)) {
            return there.get();
        }
        there.ifPresent(old -> end(old.pid()));
        return start();
    }

    private boolean isThisBuild(Running running) {
        return running.build().equals(build());
    }

    private String build() {
        return settings.getOrDefault("onair.media.build", distribution.mediaBuild());
    }

    private Running start() {
        try {
            Files.createDirectories(folder);
            List<String> command = new ArrayList<>(List.of("setsid", distribution.java()));
            command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"));
            settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
            command.add("-Donair.media.state=" + folder);
            command.add("-Donair.media.build=" + build());
            command.addAll(List.of("-cp", distribution.mediaClassPath(), "live.onair.localmedia.MediaMain"));
            ProcessBuilder.Redirect out = ProcessBuilder.Redirect.appendTo(log.toFile());
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out)
                    .redirectError(out)
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .start();
            process.toHandle();
        } catch (IOException e) {
            throw Trouble.didNotStart("onair media", String.valueOf(e.getMessage()));
        }
        return awaitStatus();
    }

    private Running awaitStatus() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Running> running = status();
            if (running.isPresent()) {
                return running.get();
            }
            pause(100);
        }
        throw Trouble.didNotStart("onair media", "no answer within " + PATIENCE.toSeconds() + " s");
    }

    /** What it says of itself; empty when it is not there. */
    Optional<Running> status() {
        try {
            JsonNode file = JSON.readTree(folder.resolve("media.json").toFile());
            boolean alive = ProcessHandle.of(file.path("pid").asLong())
                    .filter(ProcessHandle::isAlive)
                    .isPresent();
            return alive ? ask(file.path("ports").path("control").asInt()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<Running> ask(int control) throws IOException, InterruptedException {
        String token = Files.readString(folder.resolve("token")).strip();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + control + "/v1/status"))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(2))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            return Optional.empty();
        }
        JsonNode body = JSON.readTree(answer.body());
        return Optional.of(new Running(
                body.path("pid").asLong(),
                body.path("build").asText(),
                body.path("urls"),
                body.path("ports"),
                body.path("onAir").asLong()));
    }

    /** Keeps it running until {@link #close}: a dead one is started again, an old build replaced when nothing is on air. */
    void supervise() {
        Thread watcher = new Thread(this::watch, "media-supervisor");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void watch() {
        // Another process may have been given the pid of the dead one.
        BooleanSupplier alive = () ->
                pid().filter(MediaProcess::isMedia).map(ProcessHandle::isAlive).orElse(false);
        int turns = 0;
        while (!ending) {
            pause(250);
            if (!ending && !alive.getAsBoolean()) {
                restart();
            } else if (++turns % 40 == 0) {
                status().filter(old -> !isThisBuild(old) && old.onAir() == 0).ifPresent(old -> {
                    end(old.pid());
                    restart();
                });
            }
        }
    }

    private void restart() {
        try {
            if (!ending) {
                start();
            }
        } catch (Trouble e) {
            System.err.println(e.text());
        }
    }

    private Optional<ProcessHandle> pid() {
        try {
            return ProcessHandle.of(JSON.readTree(folder.resolve("media.json").toFile())
                    .path("pid")
                    .asLong());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Ends it, with its encoders. */
    void close() {
        ending = true;
        endLeftOver(folder);
    }

    /** Ends the media process that the folder names, if it still runs. */
    static void endLeftOver(Path folder) {
        try {
            Path file = folder.resolve("media.json");
            if (Files.exists(file)) {
                end(JSON.readTree(file.toFile()).path("pid").asLong());
            }
        } catch (IOException e) {
            System.err.println("media.json: " + e.getMessage());
        }
    }

    private static void end(long pid) {
        ProcessHandle.of(pid).filter(MediaProcess::isMedia).ifPresent(process -> {
            process.destroy();
            try {
                process.onExit().get(10, TimeUnit.SECONDS);
            } catch (java.util.concurrent.TimeoutException e) {
                process.destroyForcibly();
            } catch (java.util.concurrent.ExecutionException e) {
                System.err.println("media: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static boolean isMedia(ProcessHandle process) {
        return process.info()
                .commandLine()
                .map(c -> c.contains("live.onair.localmedia.MediaMain"))
                .orElse(true);
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
