package live.onair.simulcast;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import live.onair.scheduling.spi.KeySeal;
import org.jspecify.annotations.Nullable;

/**
 * Closes the targets' stream keys before they go into the database, and opens them when they are told to a backend. What
 * opens them lies in a file beside the database, so that a copy of the database alone opens none.
 */
@Singleton
class KeyVault {

    private final Path file;
    private KeySeal.@Nullable Pair pair;

    @Inject
    KeyVault(@Named("onair.simulcast.key") Path file) {
        this.file = file;
    }

    /** Closes a key. */
    String close(String key) {
        return pair().seal().close(key);
    }

    /** The key; empty if it was closed with what is no longer here. */
    Optional<String> open(String sealed) {
        return KeySeal.open(pair().ticket(), sealed);
    }

    private synchronized KeySeal.Pair pair() {
        KeySeal.Pair known = pair;
        if (known == null) {
            try {
                known = Files.exists(file) ? read() : write(KeySeal.make());
            } catch (IOException e) {
                throw new UncheckedIOException("the key of the targets' stream keys cannot be kept", e);
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
