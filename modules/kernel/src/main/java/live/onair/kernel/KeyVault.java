package live.onair.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Closes what the database may not hold in the open (stream keys of others, how winners are reached), and opens it where it
 * is used. What opens it lies in a file beside the database, so that a copy of the database alone opens none.
 */
public final class KeyVault {

    private final Path file;
    private KeySeal.@Nullable Pair pair;

    /** Over a file of its own, which is made at the first closing. */
    public KeyVault(Path file) {
        this.file = file;
    }

    /** Closes a secret. */
    public String close(String key) {
        return pair().seal().close(key);
    }

    /** The secret; empty if it was closed with what is no longer here. */
    public Optional<String> open(String sealed) {
        return KeySeal.open(pair().ticket(), sealed);
    }

    private synchronized KeySeal.Pair pair() {
        KeySeal.Pair known = pair;
        if (known == null) {
            try {
                known = Files.exists(file) ? read() : write(KeySeal.make());
            } catch (IOException e) {
                throw new UncheckedIOException("the key of the vault cannot be kept", e);
            }
            pair = known;
        }
        return known;
    }

    private KeySeal.Pair read() throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() != 2) {
            throw new IOException(file + " is not what was written there");
        }
        return new KeySeal.Pair(new KeySeal(lines.get(0)), lines.get(1));
    }

    private KeySeal.Pair write(KeySeal.Pair made) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(part, List.of(made.seal().text(), made.ticket()));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        return made;
    }
}
