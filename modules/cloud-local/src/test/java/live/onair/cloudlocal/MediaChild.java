package live.onair.cloudlocal;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import live.onair.localmedia.MediaMain;
import live.onair.scheduling.spi.Recording;
import live.onair.scheduling.spi.Run;
import live.onair.scheduling.spi.RunSpec;
import live.onair.testkit.Leave;

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
        await().atMost(Leave.of(Duration.ofSeconds(30)))
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

    /**
     * What a show has really sent for some eight seconds, and stopped.
     *
     * @param from half a second into its last span
     */
    record Tape(String show, Instant from) {}

    /** Sends a show of the test picture, and waits until its recording is whole. */
    Tape tape() {
        String id = UUID.randomUUID().toString().substring(0, 8);
        Run run = new Run("CH-" + id, "SH-" + id + ":1", "SH-" + id);
        LocalChannelProvisioner channels = new LocalChannelProvisioner(control(), Clock.systemUTC());
        RunSpec spec = new RunSpec(
                run,
                new RunSpec.Feed(RunSpec.FeedKind.TEST, null, null, "계약"),
                null,
                true,
                Duration.ofSeconds(30),
                new RunSpec.Slates("", "", "", ""),
                false);
        channels.prepare(spec);
        channels.start(run);
        await().atMost(Leave.of(Duration.ofSeconds(40)))
                .until(() -> channels.describe(run.channel()).seconds() >= 8);
        channels.stop(run);
        await().atMost(Leave.of(Duration.ofSeconds(20)))
                .until(() -> channels.recording(run.show())
                        .filter(Recording::complete)
                        .isPresent());
        Recording.Span last = channels.recording(run.show())
                .map(Recording::spans)
                .map(spans -> spans.get(spans.size() - 1))
                .orElseThrow();
        return new Tape(run.show(), last.start().plusMillis(500));
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
