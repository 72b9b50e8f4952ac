package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The news the console has not fetched yet, numbered without gaps. An entry is acknowledged when it is on the disk; the
 * entries that wait together share one force of the disk.
 */
final class Spool implements AutoCloseable {
    private static final long ROLL_BYTES = 4L << 20;
    /** Beyond this, what viewers say is refused; news of our own still gets in. */
    private static final long VIEWER_BYTES = 256L << 20;

    private static final Set<String> OF_VIEWERS = Set.of("viewer", "line");

    private static final int WAITING = 4096;

    private record Waiting(ObjectNode entry, CompletableFuture<Long> done) {}

    private final Path folder;
    private final Clock clock;
    private final TreeMap<Long, Journal> files = new TreeMap<>();
    private final LinkedBlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(WAITING);
    private final Thread writer = new Thread(this::write, "spool");
    private final String name;
    private long trimmed;
    private long next;
    private volatile boolean closed;

    Spool(Path folder, Clock clock) throws IOException {
        this.folder = folder;
        this.clock = clock;
        Files.createDirectories(folder);
        try (Stream<Path> names = Files.list(folder)) {
            for (Path file : names.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.matches("\\d{16}\\.jsonl")) {
                    files.put(Long.parseLong(name.substring(0, 16)), Journal.open(file, line -> {}));
                }
            }
        }
        if (files.isEmpty()) {
            roll(0);
        }
        next = files.lastKey() + files.lastEntry().getValue().count();
        name = named(folder.resolve("name"));
        Path mark = folder.resolve("trimmed");
        trimmed = Files.exists(mark) ? Long.parseLong(Files.readString(mark).trim()) : 0;
        writer.setDaemon(true);
        writer.start();
    }

    /** Drawn once: offsets of a spool that was begun anew are others. */
    private static String named(Path file) throws IOException {
        if (!Files.exists(file)) {
            Durable.write(file, UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
        }
        return Files.readString(file).trim();
    }

    private void roll(long first) throws IOException {
        files.put(first, Journal.open(folder.resolve(String.format("%016d.jsonl", first)), line -> {}));
    }

    /** Accepts an entry; the future ends when it cannot be lost any more, with its offset. */
    CompletableFuture<Long> put(String kind, JsonNode body) {
        ObjectNode entry = Json.object().put("at", Json.at(clock.instant())).put("kind", kind);
        entry.set("body", body);
        Waiting waits = new Waiting(entry, new CompletableFuture<>());
        boolean full = OF_VIEWERS.contains(kind) && bytes() > VIEWER_BYTES;
        if (closed || full || !waiting.offer(waits)) {
            waits.done().completeExceptionally(new IOException("the spool is full"));
        }
        return waits.done();
    }

    /** Never interrupted: an interrupt closes the file under the write. */
    private void write() {
        List<Waiting> batch = new ArrayList<>();
        while (!closed || !waiting.isEmpty()) {
            try {
                Waiting first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, 255);
                    write(batch);
                    batch.clear();
                }
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }

    private void write(List<Waiting> batch) {
        try {
            long first = append(batch);
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).done().complete(first + i);
            }
        } catch (IOException e) {
            Log.warn("spool-not-written", e);
            batch.forEach(waits -> waits.done().completeExceptionally(e));
        }
    }

    private synchronized long append(List<Waiting> batch) throws IOException {
        if (files.lastEntry().getValue().bytes() > ROLL_BYTES) {
            roll(next);
        }
        long first = next;
        List<ObjectNode> lines = new ArrayList<>(batch.size());
        for (Waiting waits : batch) {
            lines.add(waits.entry().put("offset", first + lines.size()));
        }
        files.lastEntry().getValue().append(lines);
        next += lines.size();
        return first;
    }

    synchronized long next() {
        return next;
    }

    private synchronized long bytes() {
        return files.values().stream().mapToLong(Journal::bytes).sum();
    }

    /** Entries from an offset on, in order. */
    synchronized ObjectNode read(long from, int max) throws IOException {
        ArrayNode entries = Json.array();
        long at = Math.max(from, trimmed);
        while (entries.size() < max && at < next) {
            Map.Entry<Long, Journal> file = files.floorEntry(at);
            if (file == null) {
                at = files.firstKey();
                continue;
            }
            List<JsonNode> lines = file.getValue().read((int) (at - file.getKey()), max - entries.size());
            entries.addAll(lines);
            at += lines.size();
            if (lines.isEmpty()) {
                break;
            }
        }
        ObjectNode page = Json.object();
        page.set("entries", entries);
        return page.put("next", at).put("spool", name);
    }

    /** Forgets every entry below an offset. */
    synchronized void trim(long upTo) throws IOException {
        if (upTo <= trimmed) {
            return;
        }
        trimmed = Math.min(upTo, next);
        Durable.write(folder.resolve("trimmed"), Long.toString(trimmed).getBytes(StandardCharsets.US_ASCII));
        while (files.size() > 1 && files.higherKey(files.firstKey()) <= trimmed) {
            Map.Entry<Long, Journal> oldest = files.pollFirstEntry();
            oldest.getValue().close();
            Files.deleteIfExists(folder.resolve(String.format("%016d.jsonl", oldest.getKey())));
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            writer.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
