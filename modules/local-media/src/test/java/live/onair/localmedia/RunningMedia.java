package live.onair.localmedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import live.onair.testkit.Leave;

/** A media process for a test: inside this JVM, or a child of it that can be killed. */
final class RunningMedia implements AutoCloseable {
    static final String KEY = "key-of-the-encoder";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final Path state;
    private Media inside;
    private Process child;
    private JsonNode announced;
    private String token;

    private RunningMedia(Path state) {
        this.state = state;
    }

    static RunningMedia inside(Path state, String... settings) throws IOException {
        Map<String, String> given = new HashMap<>(Map.of("state", state.toString(), "build", "test"));
        for (int i = 0; i < settings.length; i += 2) {
            given.put(settings[i], settings[i + 1]);
        }
        RunningMedia media = new RunningMedia(state);
        media.inside = Media.start(MediaConfig.from(given::get));
        media.read();
        return media;
    }

    static RunningMedia child(Path state) throws IOException {
        RunningMedia media = new RunningMedia(state);
        media.startChild();
        return media;
    }

    void startChild() throws IOException {
        Path out = state.resolveSibling(state.getFileName() + "-out.txt");
        Files.writeString(out, "");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-Donair.media.state=" + state,
                "-Donair.media.build=child"));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), MediaMain.class.getName()));
        child = new ProcessBuilder(line)
                .redirectOutput(out.toFile())
                .redirectError(
                        state.resolveSibling(state.getFileName() + "-err.txt").toFile())
                .start();
        until(15, () -> Files.readString(out).contains("MEDIA READY control="));
        read();
    }

    private void read() throws IOException {
        announced = Json.parse(Files.readAllBytes(state.resolve("media.json")));
        token = Files.readString(state.resolve("token")).trim();
    }

    /** kill -9. */
    void kill() throws InterruptedException {
        child.destroyForcibly();
        assertThat(child.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    ProcessHandle process() {
        return child.toHandle();
    }

    int port(String door) {
        return announced.path("ports").path(door).asInt();
    }

    String rtmp() {
        return "rtmp://127.0.0.1:" + port("rtmp") + "/live";
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> call(String method, String path, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port("control") + "/v1/" + path))
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** A command that must be granted; its answer. */
    JsonNode does(String method, String path, JsonNode body) {
        HttpResponse<byte[]> answer = call(method, path, body == null ? new byte[0] : Json.bytes(body));
        assertThat(answer.statusCode()).as(new String(answer.body())).isBetween(200, 204);
        return json(answer);
    }

    JsonNode asks(String path) {
        return does("GET", path, null);
    }

    static JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return Json.parse(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> gets(String door, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(door) + path))
                .GET();
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    static ObjectNode aRun(String run, String show, String kind) {
        ObjectNode wanted = Json.object().put("run", run).put("show", show).putNull("private");
        wanted.putObject("source").put("kind", kind).put("label", "시험");
        wanted.put("record", true).put("reconnectSeconds", 30).put("warmup", false);
        wanted.putObject("slate")
                .put("soon", "곧 시작합니다")
                .put("reconnect", "잠시만 기다려 주세요")
                .put("ended", "끝났습니다")
                .put("emergency", "점검 중입니다");
        return wanted;
    }

    void key(String channel, String key) {
        ObjectNode keys = Json.object();
        keys.putArray("keys")
                .addObject()
                .put("sha256", EncoderSeat.Keys.hash(key))
                .putNull("validUntil");
        does("PUT", "channels/" + channel + "/keys", keys);
    }

    /** A key for each input. */
    void keys(String channel, String a, String b) {
        ObjectNode keys = Json.object();
        var list = keys.putArray("keys");
        list.addObject().put("sha256", EncoderSeat.Keys.hash(a)).put("input", "A");
        list.addObject().put("sha256", EncoderSeat.Keys.hash(b)).put("input", "B");
        does("PUT", "channels/" + channel + "/keys", keys);
    }

    void put(String channel, ObjectNode run) {
        does("PUT", "channels/" + channel + "/run", run);
    }

    String start(String channel, String run) {
        return effect(channel, "start", run);
    }

    String stop(String channel, String run) {
        return effect(channel, "stop", run);
    }

    private String effect(String channel, String call, String run) {
        return does("POST", "channels/" + channel + "/" + call, Json.object().put("run", run))
                .path("effect")
                .asText();
    }

    JsonNode channel(String channel) {
        return asks("channels/" + channel);
    }

    String output(String channel) {
        return channel(channel).path("output").asText();
    }

    /** The playlist text, or nothing while there is none. */
    String playlist(String path) {
        HttpResponse<byte[]> answer = gets("domestic", path);
        return answer.statusCode() == 200 ? new String(answer.body()) : "";
    }

    String live(String show) {
        return playlist("/live/" + show + "/index.m3u8?dvr=all");
    }

    /** What ffmpeg sees in a segment. */
    String probed(String path) throws IOException {
        Path file = Files.createTempFile("segment", ".ts");
        try {
            Files.write(file, gets("global", path).body());
            Process probe = RtmpEncoder.ffmpeg()
                    .command(FfmpegArgs.describe(file))
                    .redirectErrorStream(true)
                    .start();
            return new String(probe.getInputStream().readAllBytes());
        } finally {
            Files.delete(file);
        }
    }

    List<String> spooled() {
        List<String> kinds = new ArrayList<>();
        asks("spool?from=0&max=5000")
                .path("entries")
                .forEach(entry -> kinds.add(entry.path("kind").asText()));
        return kinds;
    }

    /** Until it is so: at least ten seconds, for only {@link #timeUntil} tells how long something took. */
    static void until(int seconds, Callable<Boolean> condition) {
        await().atMost(Leave.of(Duration.ofSeconds(Math.max(seconds, 10))))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }

    /** How long it took until it was so. */
    static Duration timeUntil(int seconds, Callable<Boolean> condition) {
        Instant from = Instant.now();
        until(seconds, condition);
        return Duration.between(from, Instant.now());
    }

    @Override
    public void close() {
        if (inside != null) {
            inside.close();
        }
        if (child != null) {
            child.destroy();
            try {
                if (!child.waitFor(8, TimeUnit.SECONDS)) {
                    child.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
