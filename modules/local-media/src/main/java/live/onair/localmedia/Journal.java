package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of JSON lines. An append returns after the bytes are on the disk; a line that a crash tore is cut
 * off at the next open, so what was acknowledged is there and nothing else.
 */
final class Journal implements Closeable {
    private final Path file;
    private @Nullable FileChannel open;
    private long[] starts = new long[64];
    private int count;
    private long end;

    private Journal(Path file) {
        this.file = file;
    }

    static Journal open(Path file, Consumer<JsonNode> lines) throws IOException {
        Journal journal = new Journal(file);
        if (Files.exists(file)) {
            journal.load(Files.readAllBytes(file), lines);
        }
        return journal;
    }

    /** Opened when it is needed: most journals are of shows that are over. */
    private FileChannel channel() throws IOException {
        if (open == null) {
            Path folder = Files.createDirectories(Durable.folderOf(file));
            boolean fresh = !Files.exists(file);
            open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (fresh) {
                Durable.forceFolder(folder);
            }
        }
        return open;
    }

    private void load(byte[] bytes, Consumer<JsonNode> lines) throws IOException {
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                JsonNode line = whole(bytes, from, at);
                if (line == null) {
                    break;
                }
                remember(from);
                lines.accept(line);
                from = at + 1;
            }
        }
        end = from;
        if (end < bytes.length) {
            Log.warn("journal-tail-dropped", null, "bytes", bytes.length - end);
            channel().truncate(end);
            channel().force(true);
            close();
        }
    }

    private static @Nullable JsonNode whole(byte[] bytes, int from, int to) {
        try {
            JsonNode line = Json.parse(Arrays.copyOfRange(bytes, from, to));
            return line.isObject() ? line : null;
        } catch (IOException e) {
            return null;
        }
    }

    private void remember(long start) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = start;
    }

    synchronized void append(JsonNode line) throws IOException {
        append(List.of(line));
    }

    /** Appends all lines with one force of the disk; on failure none of them is there. */
    synchronized void append(List<? extends JsonNode> lines) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        List<Long> begins = new ArrayList<>(lines.size());
        for (JsonNode line : lines) {
            begins.add(end + block.size());
            block.writeBytes(Json.bytes(line));
            block.write('\n');
        }
        try {
            channel().position(end);
            Durable.writeAll(channel(), ByteBuffer.wrap(block.toByteArray()));
            channel().force(false);
        } catch (IOException e) {
            channel().truncate(end);
            throw e;
        }
        end += block.size();
        begins.forEach(this::remember);
    }

    /** Lines by their number, from 0. */
    synchronized List<JsonNode> read(int from, int max) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (int i = Math.max(0, from); i < count && lines.size() < max; i++) {
            long to = i + 1 < count ? starts[i + 1] : end;
            ByteBuffer bytes = ByteBuffer.allocate((int) (to - starts[i]));
            while (bytes.hasRemaining()) {
                if (channel().read(bytes, starts[i] + bytes.position()) < 0) {
                    throw new IOException("the journal became shorter");
                }
            }
            lines.add(Json.parse(bytes.array()));
        }
        return lines;
    }

    synchronized int count() {
        return count;
    }

    synchronized long bytes() {
        return end;
    }

    /** Gives the file back to the system; the next append opens it again. */
    @Override
    public synchronized void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
