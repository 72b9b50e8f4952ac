package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of the viewer port. A reader sees a whole file, old or new. */
final class PublishedFiles {
    static final int LARGEST = 2 << 20;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_~@+-][\\p{L}\\p{N}._~@+ -]*");
    private static final int LONGEST = 200;
    private final Path folder;
    private final AtomicLong changes = new AtomicLong();
    private volatile Consumer<String> told = path -> {};

    PublishedFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Who hears of every file that was put or taken away, before the writer hears that it is done. */
    void onChange(Consumer<String> follower) {
        told = follower;
    }

    /**
     * Grows after each change of what lies here. Whoever asks, then reads, and asks again later has read the newest there is if the
     * number is still the same.
     */
    long changes() {
        return changes.get();
    }

    /** The place of a relative path, or null if the path is not one we would ever use: no dots, no way out. */
    @Nullable
    Path place(String relative) {
        Path place = folder;
        for (String name : relative.split("/", -1)) {
            boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
            if (!fits || !NAME.matcher(name).matches()) {
                return null;
            }
            place = place.resolve(name);
        }
        return place;
    }

    /** The file of a viewer's path, {@code index.html} for folders; null if there is none. */
    @Nullable
    Path find(String path) {
        String relative = path.replaceAll("^/+|/+$", "");
        Path place = relative.isEmpty() ? folder : place(relative);
        if (place == null) {
            return null;
        }
        Path file = Files.isDirectory(place) ? place.resolve("index.html") : place;
        return Files.isRegularFile(file) ? file : null;
    }

    private Path writable(String relative) {
        Path place = place(relative);
        if (place == null) {
            throw new Reply.Refused(400, "bad-path", "The path has a name that is not allowed");
        }
        return place;
    }

    void put(String relative, byte[] bytes) throws IOException {
        if (bytes.length > LARGEST) {
            throw new Reply.Refused(413, "too-large", "A published file has at most 2 MiB");
        }
        Path place = writable(relative);
        try {
            write(place, bytes);
            told.accept(relative);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            throw new Reply.Refused(409, "path-taken", "A folder and a file cannot have the same path");
        } catch (FileSystemException e) {
            if (Files.isDirectory(place)) {
                throw new Reply.Refused(409, "path-taken", "A folder and a file cannot have the same path");
            }
            throw e;
        }
    }

    private void write(Path place, byte[] bytes) throws IOException {
        try {
            Durable.write(place, bytes);
        } finally {
            changes.incrementAndGet();
        }
    }

    /**
     * Puts many files below a folder, each whole. They are not forced to the disk: whoever puts them knows what lies here, and puts
     * them again.
     */
    void putAll(String below, JsonNode contents) throws IOException {
        try {
            for (Map.Entry<String, JsonNode> one : contents.properties()) {
                byte[] content = one.getValue().asText().getBytes(StandardCharsets.UTF_8);
                Durable.writeLightly(writable(below + "/" + one.getKey()), content);
            }
        } finally {
            changes.incrementAndGet();
        }
    }

    /** Takes away all below a folder. */
    void deleteAll(String below) throws IOException {
        Path top = writable(below);
        try {
            if (Files.isDirectory(top)) {
                Durable.deleteTree(top);
            }
        } finally {
            changes.incrementAndGet();
        }
    }

    Path get(String relative) {
        Path place = writable(relative);
        if (!Files.isRegularFile(place)) {
            throw new Reply.Refused(404, "unknown-file", "There is no such file");
        }
        return place;
    }

    void delete(String relative) throws IOException {
        Path place = writable(relative);
        if (Files.isRegularFile(place)) {
            Files.delete(place);
            changes.incrementAndGet();
            Durable.forceFolder(Durable.folderOf(place));
            told.accept(relative);
        }
    }
}
