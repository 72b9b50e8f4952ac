package live.onair.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code onair demo --break input-a}: the demo's show has two synthetic encoders, and the one on input A is cut off once
 * everything is there to be looked at.
 */
final class BrokenInput implements AutoCloseable {

    static final String WORD = "input-a";

    private final Process encoders;
    private final Writer orders;
    private final Path keys;
    private volatile boolean closed;

    private BrokenInput(Process encoders, Path keys) {
        this.encoders = encoders;
        this.orders = encoders.outputWriter(StandardCharsets.UTF_8);
        this.keys = keys;
    }

    /** Starts the encoders as soon as the console has made their keys. */
    static BrokenInput start(Distribution distribution, DataFolder data, MediaFolder.Running streams) {
        try {
            Path keys = data.root().resolve("demo-encoders.json");
            Files.deleteIfExists(keys);
            List<String> command = List.of(
                    distribution.java(),
                    "-Xmx48m",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    distribution.mediaClassPath(),
                    "live.onair.localmedia.DemoEncoders",
                    data.media().toString(),
                    streams.url("rtmp"));
            File log = data.logs().resolve("encoders.log").toFile();
            BrokenInput it = new BrokenInput(
                    new ProcessBuilder(command)
                            .redirectOutput(log)
                            .redirectErrorStream(true)
                            .start(),
                    keys);
            Thread waiting = new Thread(it::push, "demo-encoders");
            waiting.setDaemon(true);
            waiting.start();
            return it;
        } catch (IOException e) {
            throw Trouble.didNotStart("demo encoders", String.valueOf(e.getMessage()));
        }
    }

    private void push() {
        while (!closed && !Files.exists(keys)) {
            pause(100);
        }
        if (closed) {
            return;
        }
        try {
            JsonNode made = new ObjectMapper().readTree(keys.toFile());
            tell("push A " + made.path("A").asText());
            tell("push B " + made.path("B").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says what will happen, and does it. */
    void cutSoon() {
        Breakage.soon(
                WORD,
                "입력 A를 " + Breakage.LOOK_FIRST_SECONDS + "초 뒤에 끊습니다 / input A is cut off in "
                        + Breakage.LOOK_FIRST_SECONDS + " s",
                () -> {
                    if (!closed) {
                        tell("break A");
                    }
                    return !closed;
                });
    }

    private synchronized void tell(String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        orders.close();
        encoders.destroy();
    }
}
