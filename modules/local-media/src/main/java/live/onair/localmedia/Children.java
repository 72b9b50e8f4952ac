package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Every process this one started. Each is written down with its start time, so that the next start ends what a killed
 * process left behind, and never a stranger who got the same number.
 */
final class Children implements AutoCloseable {
    private static final int MOST_SAID = 64 * 1024;
    private final Path file;
    private final Map<Long, Process> running = new ConcurrentHashMap<>();
    private boolean closed;
    private boolean written;

    private Children(Path file) {
        this.file = file;
    }

    static Children endingLeftovers(Path file) {
        try {
            if (Files.exists(file)) {
                Json.parse(Files.readAllBytes(file)).forEach(Children::endLeftover);
            }
        } catch (IOException e) {
            Log.warn("children-unreadable", e);
        }
        return new Children(file);
    }

    private static void endLeftover(JsonNode child) {
        Optional<ProcessHandle> found = ProcessHandle.of(child.path("pid").asLong());
        String started = Json.text(child, "started", "");
        found.filter(process -> started.equals(startOf(process))).ifPresent(process -> {
            Log.info("leftover-ended", "pid", process.pid());
            process.destroyForcibly();
        });
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    synchronized Process start(ProcessBuilder command) throws IOException {
        if (closed) {
            throw new IOException("the media process is ending");
        }
        Process process = command.start();
        running.put(process.pid(), process);
        record();
        process.onExit().thenRun(() -> {
            running.remove(process.pid());
            record();
        });
        return process;
    }

    /**
     * Runs it to its end, with nothing to read.
     *
     * @param patience ended by force when it takes longer
     * @return the beginning of what it said on both outputs
     * @throws IOException with its first line when it ends badly
     */
    String run(ProcessBuilder command, Duration patience) throws IOException, InterruptedException {
        Ended ended = ended(command, patience);
        if (ended.code() != 0) {
            throw new IOException(
                    ended.said().lines().findFirst().orElse(command.command().get(0) + " failed"));
        }
        return ended.said();
    }

    /** How it ended, and the beginning of what it said. */
    record Ended(int code, String said) {}

    /** The same for a program whose end says nothing. */
    Ended ended(ProcessBuilder command, Duration patience) throws IOException, InterruptedException {
        Process process = start(command.redirectErrorStream(true));
        AtomicBoolean late = new AtomicBoolean();
        process.onExit().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).exceptionally(slow -> {
            late.set(true);
            process.toHandle().destroyForcibly();
            return process;
        });
        try (InputStream out = process.getInputStream()) {
            process.getOutputStream().close();
            String said = new String(out.readNBytes(MOST_SAID), StandardCharsets.UTF_8);
            out.transferTo(OutputStream.nullOutputStream());
            int code = process.waitFor();
            if (late.get()) {
                throw new IOException(command.command().get(0) + " was not done in " + patience.toSeconds() + " s");
            }
            return new Ended(code, said);
        } finally {
            process.destroyForcibly();
        }
    }

    int count() {
        return running.size();
    }

    private synchronized void record() {
        if (written) {
            return;
        }
        ArrayNode list = Json.array();
        running.values()
                .forEach(process ->
                        list.addObject().put("pid", process.pid()).put("started", startOf(process.toHandle())));
        try {
            Path part = file.resolveSibling(".children-part");
            Files.write(part, Json.bytes(list));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Log.warn("children-not-recorded", e);
        }
    }

    /** Ends them all: asked first, forced after five seconds. Nothing is written any more when it is back. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        running.values().forEach(Process::destroy);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        for (Process process : running.values()) {
            try {
                if (!process.waitFor(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    process.destroyForcibly().waitFor(1, TimeUnit.SECONDS);
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
        synchronized (this) {
            running.values().removeIf(process -> !process.isAlive());
            record();
            written = true;
        }
    }
}
