package live.onair.localmedia;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers made of small published files, kept for the next who asks: until something is published or taken away, and for no longer
 * than a second, so that what somebody changes in the folder by hand is seen as well.
 */
final class KeptReplies {
    private static final int SMALL = 4 << 10;
    private static final int MOST = 10_000;
    private static final long LONGEST_NANOS = 1_000_000_000L;

    /** An answer, and how much had been published when it was made. */
    private record Kept(ReadyReply reply, long changes, long since) {}

    private final Map<String, Kept> all = new ConcurrentHashMap<>();
    private final PublishedFiles files;
    private final BiConsumer<String, byte[]> told;

    /**
     * Of those files.
     *
     * @param told hears of each path what is answered there
     */
    KeptReplies(PublishedFiles files, BiConsumer<String, byte[]> told) {
        this.files = files;
        this.told = told;
    }

    /** The answer for a path; null where none is kept. */
    @Nullable
    ReadyReply find(String path) {
        Kept kept = all.get(path);
        if (kept == null || kept.changes() != files.changes()) {
            return null;
        }
        return System.nanoTime() - kept.since() < LONGEST_NANOS ? kept.reply() : null;
    }

    /** Makes an answer that follows from the path alone, and keeps it if it is a small file. */
    Reply made(String path, Supplier<Reply> maker) {
        long changes = files.changes();
        long now = System.nanoTime();
        Reply reply = maker.get();
        byte[] bytes = reply.file() == null || find(path) != null ? new byte[0] : small(reply.file());
        if (bytes.length > 0) {
            if (all.size() >= MOST) {
                all.clear();
            }
            told.accept(path, bytes);
            all.put(path, new Kept(ReadyReply.of(HttpHandler.ofFile(reply, bytes.length), bytes), changes, now));
        }
        return reply;
    }

    /** All of a file; nothing where it is large, empty, or gone meanwhile. */
    private static byte[] small(Path file) {
        ByteBuffer bytes = ByteBuffer.allocate(SMALL + 1);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
        } catch (IOException e) {
            return new byte[0];
        }
        return Arrays.copyOf(bytes.array(), bytes.hasRemaining() ? bytes.position() : 0);
    }
}
