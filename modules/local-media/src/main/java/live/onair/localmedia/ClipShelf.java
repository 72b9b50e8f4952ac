package live.onair.localmedia;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clips that are ready: each a file, and beside it what is known of it. A reader sees a whole clip or none. */
final class ClipShelf {
    private final Path folder;
    private final Map<String, ObjectNode> ready = new ConcurrentHashMap<>();

    ClipShelf(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (Stream<Path> kept = Files.list(folder)) {
            for (Path file : kept.toList()) {
                String name = file.getFileName().toString();
                String id = name.replaceAll("\\.json$", "");
                if (name.startsWith(".part-")) {
                    Durable.deleteTree(file);
                } else if (name.endsWith(".json") && Files.exists(mp4(id))) {
                    ready.put(id, (ObjectNode) Json.parse(Files.readAllBytes(file)));
                }
            }
        }
    }

    Path part(String id) {
        return folder.resolve(".part-" + id);
    }

    private Path mp4(String id) {
        return folder.resolve(id + ".mp4");
    }

    long bytes() {
        return ready.values().stream()
                .mapToLong(one -> one.path("bytes").asLong())
                .sum();
    }

    long usable() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** Keeps a file that was made, with what is said of it. */
    synchronized void keep(String id, ObjectNode said, Path made) throws IOException {
        said.put("bytes", Files.size(made)).put("sha256", digest(made));
        said.put("key", UUID.randomUUID().toString()).put("shown", false);
        Durable.force(made);
        Files.move(made, mp4(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        write(id, said);
    }

    private void write(String id, ObjectNode clip) throws IOException {
        Durable.writePrivately(folder.resolve(id + ".json"), Json.bytes(clip));
        ready.put(id, clip);
    }

    private static String digest(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is known of a clip; null while it is not ready. */
    @Nullable
    ObjectNode find(String id) {
        return ready.get(id);
    }

    ArrayNode list() {
        ArrayNode list = Json.array();
        ready.values().forEach(list::add);
        return list;
    }

    private ObjectNode known(String id) {
        ObjectNode clip = ready.get(id);
        if (clip == null) {
            throw unknown();
        }
        return clip;
    }

    static Reply.Refused unknown() {
        return new Reply.Refused(404, "unknown-clip", "There is no such clip");
    }

    /** Lets viewers play it, or no longer. */
    synchronized ObjectNode show(String id, boolean on) throws IOException {
        write(id, known(id).deepCopy().put("shown", on));
        return known(id);
    }

    synchronized void delete(String id) throws IOException {
        if (ready.remove(id) != null) {
            Files.deleteIfExists(folder.resolve(id + ".json"));
            Files.deleteIfExists(mp4(id));
        }
    }

    Path file(String id) {
        known(id);
        return mp4(id);
    }

    /** The file of a clip; without a key only of one that viewers may play. Null if there is none. */
    @Nullable
    Path file(String id, @Nullable String key) {
        ObjectNode clip = ready.get(id);
        boolean may = clip != null
                && (key == null
                        ? clip.path("shown").asBoolean()
                        : clip.path("key").asText().equals(key));
        return may ? mp4(id) : null;
    }
}
