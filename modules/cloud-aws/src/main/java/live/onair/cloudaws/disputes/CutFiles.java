package live.onair.cloudaws.disputes;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import live.onair.cloudaws.RecordedPieces.Piece;
import live.onair.disputes.spi.DisputeRecordings.Made;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.TimeWindow;
import org.eclipse.microprofile.config.Config;

/**
 * Stretches of recordings, joined on this machine's disk until they are in their pack. A process that dies loses them, and
 * the same pieces make the same file again.
 */
@Singleton
class CutFiles {

    /** Whoever had one cut reads it at once; a file that was forgotten for so long goes. */
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    /** Where packs are written. */
    private static final String TEMPORARY = System.getProperty("java.io.tmpdir");
    /** The file, its copy beside the pack, and the pack. */
    private static final int TIMES = 3;
    /** Instants of two pieces that follow each other may differ by rounding. */
    private static final Duration ROUNDED = Duration.ofMillis(50);

    private final BucketObjects objects;
    private final Clock clock;
    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();
    private final Path folder;
    private boolean emptied;

    @Inject
    CutFiles(BucketObjects objects, Clock clock, Config config) {
        this(
                objects,
                clock,
                Path.of(
                        config.getOptionalValue("onair.data.dir", String.class).orElse(TEMPORARY),
                        "onair-dispute-cuts"));
    }

    /** In this folder, in which nothing else lies. */
    CutFiles(BucketObjects objects, Clock clock, Path folder) {
        this.objects = objects;
        this.clock = clock;
        this.folder = folder;
    }

    private record Kept(Path file, Made made, Instant at) {}

    /** What a process that died has left in it goes first. */
    private synchronized Path folder() throws IOException {
        Files.createDirectories(folder);
        if (!emptied) {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
                for (Path file : left) {
                    Files.deleteIfExists(file);
                }
            }
            emptied = true;
        }
        return folder;
    }

    /** What was cut for this wish; empty if nothing was. */
    Optional<Made> made(UUID id) {
        return Optional.ofNullable(kept.get(id))
                .filter(one -> Files.exists(one.file()))
                .map(Kept::made);
    }

    /** Whether a file of so many bytes can be made and packed. */
    boolean hasRoomFor(long bytes) {
        try {
            long here = Files.getFileStore(folder()).getUsableSpace();
            long packs = Files.getFileStore(Path.of(TEMPORARY)).getUsableSpace();
            return Math.min(here, packs) / TIMES > bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Joins these pieces, whole and as they are.
     *
     * @throws CloudException {@code CONFLICT} if one of them has gone meanwhile
     */
    Made join(UUID id, List<Piece> pieces) {
        forget();
        try {
            Path file = Files.createTempFile(folder(), "cut", ".part");
            try {
                MessageDigest digest = sha256();
                try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                    write(pieces, out);
                }
                Made made = made(pieces, Files.size(file), HexFormat.of().formatHex(digest.digest()));
                kept.put(id, new Kept(file, made, clock.instant()));
                return made;
            } catch (RuntimeException | IOException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(List<Piece> pieces, OutputStream out) throws IOException {
        String init = null;
        for (int from = 0; from < pieces.size(); from += BucketObjects.HANDS) {
            List<Piece> some = pieces.subList(from, Math.min(pieces.size(), from + BucketObjects.HANDS));
            List<byte[]> contents = objects.read(some.stream().map(Piece::key).toList());
            for (int i = 0; i < some.size(); i++) {
                String own = some.get(i).init();
                if (own != null && !own.equals(init)) {
                    out.write(objects.read(own));
                    init = own;
                }
                out.write(contents.get(i));
            }
        }
    }

    private static Made made(List<Piece> pieces, long bytes, String sha256) {
        List<TimeWindow> covered = covered(pieces);
        String format = pieces.get(0).init() == null ? "ts" : "mp4";
        Instant end = covered.get(covered.size() - 1).end();
        return new Made(covered.get(0).start(), end, bytes, sha256, format, covered);
    }

    /** The stretches without a gap, of pieces in the order in which they begin. */
    static List<TimeWindow> covered(List<Piece> pieces) {
        List<TimeWindow> covered = new ArrayList<>();
        for (Piece piece : pieces) {
            TimeWindow last = covered.isEmpty() ? null : covered.get(covered.size() - 1);
            if (last != null && !piece.from().isAfter(last.end().plus(ROUNDED))) {
                Instant end = piece.to().isAfter(last.end()) ? piece.to() : last.end();
                covered.set(covered.size() - 1, new TimeWindow(last.start(), end));
            } else {
                covered.add(piece.window());
            }
        }
        return covered;
    }

    /** As the port says. */
    InputStream read(UUID id) {
        Kept one = kept.get(id);
        if (one == null) {
            throw new CloudException(CloudFault.NOT_FOUND, "nothing was cut for " + id);
        }
        try {
            return Files.newInputStream(one.file());
        } catch (IOException e) {
            throw new CloudException(CloudFault.NOT_FOUND, "what was cut for " + id + " has gone", e);
        }
    }

    /** Takes the file away; none is fine. */
    void remove(UUID id) {
        Kept one = kept.remove(id);
        try {
            if (one != null) {
                Files.deleteIfExists(one.file());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget() {
        Instant since = clock.instant().minus(FORGOTTEN);
        kept.forEach((id, one) -> {
            if (one.at().isBefore(since)) {
                remove(id);
            }
        });
    }

    @PreDestroy
    void close() {
        kept.keySet().forEach(this::remove);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
