package live.onair.cloudlocal;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import live.onair.localmedia.MediaMain;

/** The real media process, as a child of the test. */
final class MediaChild implements AutoCloseable {

    private final Path state;
    private final Process process;
    private final JsonNode ports;
    private final MediaAddress address;

    MediaChild(Path folder) throws IOException {
        this.state = folder.resolve("media");
        Path out = folder.resolve("out.txt");
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-Donair.media.state=" + state,
                        "-Donair.media.build=contract",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MediaMain.class.getName()))
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Files.exists(out) && Files.readString(out).contains("MEDIA READY control="));
        ports = MediaControl.JSON
                .readTree(Files.readAllBytes(state.resolve("media.json")))
                .path("ports");
        address = new MediaAddress(true, "http://" + door("control"), state.toString());
    }

    /** Host and port of one of its doors: {@code rtmp}, {@code domestic}, {@code viewer}. */
    String door(String name) {
        return "127.0.0.1:" + ports.path(name).asInt();
    }

    MediaAddress address() {
        return address;
    }

    MediaControl control() {
        return new MediaControl(address);
    }

    /** kill -9: what ran is interrupted when the next one starts. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(8, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
