package live.onair.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything of one installation; one running Onair at a time. */
final class DataFolder implements AutoCloseable {

    private static final long WANTED_MEGABYTES = 1_500;

    private final Path root;
    private @Nullable FileLock lock;

    private DataFolder(Path root) {
        this.root = root;
    }

    /** The demo's folder when none is named: beside the program, wherever it was called from. */
    static Path usual() {
        return Path.of(System.getProperty("onair.home", "."), ".onair", "demo");
    }

    /** Takes the folder, making it if it is new. */
    static DataFolder take(Path root, boolean reset) {
        DataFolder folder = new DataFolder(root.toAbsolutePath().normalize());
        try {
            Files.createDirectories(folder.root);
            Files.setPosixFilePermissions(folder.root, PosixFilePermissions.fromString("rwx------"));
            folder.lock();
            if (reset) {
                folder.empty();
            }
            folder.checkSpace();
            Files.createDirectories(folder.logs());
        } catch (IOException e) {
            throw Trouble.didNotStart(folder.root.toString(), String.valueOf(e.getMessage()));
        }
        return folder;
    }

    private void lock() throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve("onair.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw Trouble.folderInUse(root.toString());
        }
    }

    private void empty() throws IOException {
        MediaFolder.endLeftOver(media());
        Postgres.endLeftOver(database());
        for (Path ours : ours()) {
            if (Files.exists(ours)) {
                try (Stream<Path> files = Files.walk(ours)) {
                    files.sorted(Comparator.reverseOrder()).forEach(DataFolder::delete);
                }
            }
        }
    }

    /** What Onair puts there: whoever names a folder with other things in it loses none of them by a reset. */
    private List<Path> ours() {
        return List.of(
                database(),
                media(),
                logs(),
                backups(),
                server(),
                auditHead(),
                demoFile(),
                root.resolve("simulcast.key"),
                root.resolve("demo-ready"));
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkSpace() throws IOException {
        long free = Files.getFileStore(root).getUsableSpace() / 1_000_000;
        if (free < WANTED_MEGABYTES) {
            throw Trouble.noSpace(root.toString(), free, WANTED_MEGABYTES);
        }
    }

    Path root() {
        return root;
    }

    Path database() {
        return root.resolve("postgres");
    }

    Path media() {
        return root.resolve("media");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path backups() {
        return root.resolve("backups");
    }

    /** Head of the sealed event log, kept outside the database. */
    Path auditHead() {
        return root.resolve("audit-head.log");
    }

    Path demoFile() {
        return root.resolve("demo.json");
    }

    /** Folder the server unpacks itself into; may be deleted at any time. */
    Path server() {
        return root.resolve("server");
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.channel().close();
        }
    }
}
