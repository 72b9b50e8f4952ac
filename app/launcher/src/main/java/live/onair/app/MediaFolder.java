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
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The media process that a folder names: whether it answers, and how it ends. */
final class MediaFolder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    MediaFolder(Path folder) {
        this.folder = folder;
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

    private HttpRequest.Builder call(int control, String path) throws IOException {
        String token = Files.readString(folder.resolve("token")).strip();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + control + "/v1/" + path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(2));
    }

    /** Tells it something; an {@link IOException} with its answer if it does not want to hear of it. */
    void put(String path, String json) throws IOException, InterruptedException {
        int control = JSON.readTree(folder.resolve("media.json").toFile())
                .path("ports")
                .path("control")
                .asInt();
        HttpResponse<String> answer = http.send(
                call(control, path)
                        .PUT(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.body());
        }
    }

    private Optional<Running> ask(int control) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(call(control, "status").build(), HttpResponse.BodyHandlers.ofString());
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

    /** Whether the process that it names runs, and is one of ours. */
    boolean isAlive() {
        return pid().filter(MediaFolder::isMedia).map(ProcessHandle::isAlive).orElse(false);
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

    /** Ends it if it is one of ours; after ten seconds by force. */
    static void end(long pid) {
        ProcessHandle.of(pid).filter(MediaFolder::isMedia).ifPresent(process -> {
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

    /** Another process may have been given the pid of a dead one. */
    static boolean isMedia(ProcessHandle process) {
        return process.info()
                .commandLine()
                .map(c -> c.contains("live.onair.localmedia.MediaMain"))
                .orElse(true);
    }
}
