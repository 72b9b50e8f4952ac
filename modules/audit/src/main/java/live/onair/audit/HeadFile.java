package live.onair.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The file outside the database that remembers how far the chain had come: one line {@code seq hash at} after each
 * batch, forced to disk. A line that a crash cut short is no line.
 */
public final class HeadFile {

    private static final Pattern LINE = Pattern.compile("([1-9]\\d{0,17}) ([0-9a-f]{64}) (\\S+)");
    private static final int TAIL = 512;

    private final Path path;

    /** Keeps the heads in this file; it and its folder are made when first needed. */
    public HeadFile(Path path) {
        this.path = path;
    }

    /** The end of the chain at some time. */
    public record Head(long seq, String hash) {}

    /** The newest whole line. */
    Optional<Head> last() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            String tail = tail(file);
            int end = tail.lastIndexOf('\n');
            if (end < 0) {
                return Optional.empty();
            }
            return parse(tail.substring(tail.lastIndexOf('\n', end - 1) + 1, end));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a line and forces it to disk. */
    void append(Head head, Instant at) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                file.position(wholeLines(file));
                file.truncate(file.position());
                String line = head.seq() + " " + head.hash() + " " + at + "\n";
                file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
                file.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the last whole line ends; what follows was cut short by a crash. */
    private static long wholeLines(FileChannel file) throws IOException {
        String tail = tail(file);
        return file.size() - (tail.length() - (tail.lastIndexOf('\n') + 1));
    }

    private static String tail(FileChannel file) throws IOException {
        int length = (int) Math.min(TAIL, file.size());
        ByteBuffer bytes = ByteBuffer.allocate(length);
        long from = file.size() - length;
        while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) > 0) {
            continue;
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    }

    private static Optional<Head> parse(String line) {
        var match = LINE.matcher(line);
        return match.matches()
                ? Optional.of(new Head(Long.parseLong(match.group(1)), match.group(2)))
                : Optional.empty();
    }

    /** The lines as they were when the reading began, oldest first. */
    Lines open() {
        try {
            if (!Files.exists(path)) {
                return Lines.none();
            }
            try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
                return new Lines(Files.newBufferedReader(path, StandardCharsets.ISO_8859_1), wholeLines(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads line by line; a file of many years does not have to fit into memory. */
    static final class Lines implements AutoCloseable {

        private final BufferedReader reader;
        private long left;
        private boolean damaged;

        private Lines(BufferedReader reader, long length) {
            this.reader = reader;
            this.left = length;
        }

        static Lines none() {
            return new Lines(new BufferedReader(Reader.nullReader()), 0);
        }

        /** The next head; empty at the end, or where the file is damaged. */
        Optional<Head> next() {
            if (left <= 0 || damaged) {
                return Optional.empty();
            }
            try {
                String line = reader.readLine();
                Optional<Head> head = line == null ? Optional.empty() : parse(line);
                left -= line == null ? left : line.length() + 1;
                damaged = head.isEmpty();
                return head;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean isDamaged() {
            return damaged;
        }

        @Override
        public void close() {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
