package live.onair.localmedia;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** File writes that survive a power cut: a reader sees the old content or the new, never a part. */
final class Durable {
    private static final AtomicLong NUMBER = new AtomicLong();

    private Durable() {}

    static void write(Path file, byte[] bytes) throws IOException {
        write(file, bytes, "rw-r--r--", true);
    }

    /** Whole as well, but a power cut may take it: for what is written anew then. */
    static void writeLightly(Path file, byte[] bytes) throws IOException {
        write(file, bytes, "rw-r--r--", false);
    }

    /** For what only the owner may read (mode 600). */
    static void writePrivately(Path file, byte[] bytes) throws IOException {
        write(file, bytes, "rw-------", true);
    }

    private static void write(Path file, byte[] bytes, String mode, boolean forced) throws IOException {
        Path folder = folderOf(file);
        Files.createDirectories(folder);
        Path part = folder.resolve(".part-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet());
        try {
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                writeAll(channel, ByteBuffer.wrap(bytes));
                if (forced) {
                    channel.force(true);
                }
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (forced) {
                forceFolder(folder);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Makes the bytes of a file that another process wrote durable. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** SHA-256 of a text. */
    static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file : folder;
    }

    static void forceFolder(Path folder) throws IOException {
        force(folder);
    }

    /** A second name for the same bytes; a copy where the file system has no links. */
    static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (FileAlreadyExistsException e) {
            Files.delete(to);
            Files.createLink(to, from);
        } catch (UnsupportedOperationException e) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Deletes the files of a folder with this ending that are not among the known ones. */
    static void deleteStrangers(Path folder, String ending, Set<String> known) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(ending) && !known.contains(name)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
