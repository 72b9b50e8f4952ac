package live.onair.disputes;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import live.onair.disputes.DisputeRows.Pack;
import live.onair.disputes.SealRows.Finding;
import live.onair.disputes.SealRows.Flaw;
import live.onair.disputes.SealRows.SealVerdict;
import live.onair.disputes.SealRows.VerdictState;
import org.jspecify.annotations.Nullable;

/** Tells what became of a pack since it was sealed: each file against the manifest, the manifest against its seal. */
@Singleton
class ZipCheck {

    private static final int MOST_FILES = 100;
    private static final long MOST_BYTES = 4L << 30;
    private static final int MOST_PAGE = 4 << 20;
    private static final Set<String> UNLISTED = Set.of(PackZip.MANIFEST, PackZip.SEAL, PackZip.SUMS);

    private final PackShelf shelf;
    private final Seals seals;

    @Inject
    ZipCheck(PackShelf shelf, Seals seals) {
        this.shelf = shelf;
        this.seals = seals;
    }

    /** What is in a ZIP: the digest of each file, and the pages that say what should be. */
    private record Inside(
            Map<String, String> sums,
            Set<String> twice,
            byte @Nullable [] manifest,
            byte @Nullable [] seal,
            byte @Nullable [] listed) {}

    SealVerdict of(Path zip) throws IOException {
        String sha256 = PackZip.sha256(zip);
        Inside inside;
        try {
            inside = read(zip);
        } catch (IOException | IllegalArgumentException e) {
            return new SealVerdict(VerdictState.UNREADABLE, null, null, null, sha256, List.of());
        }
        JsonObject manifest = inside.manifest() == null ? null : parsed(inside.manifest());
        return manifest == null
                ? new SealVerdict(VerdictState.NOT_OURS, null, null, null, sha256, List.of())
                : judged(inside, manifest, sha256);
    }

    private SealVerdict judged(Inside inside, JsonObject manifest, String sha256) {
        String id = manifest.getString("pack", "");
        Pack known = shelf.find(id).orElse(null);
        byte[] page = inside.manifest() == null ? new byte[0] : inside.manifest();
        boolean sealed = inside.seal() != null
                && seals.isSigned(key(manifest), page, inside.seal())
                && shelf.manifest(id).filter(PackZip.sha256(page)::equals).isPresent();
        if (known == null && !sealed) {
            return new SealVerdict(VerdictState.NOT_OURS, null, null, null, sha256, List.of());
        }
        List<Finding> findings = new ArrayList<>();
        if (!sealed) {
            findings.add(new Finding(PackZip.MANIFEST, Flaw.SEAL));
        }
        compare(inside, manifest, page, findings);
        boolean same = known != null && sha256.equals(known.sha256());
        VerdictState state =
                !findings.isEmpty() ? VerdictState.CHANGED : same ? VerdictState.INTACT : VerdictState.SAME_CONTENT;
        return new SealVerdict(state, id, manifest.getString("order", ""), sealedAt(manifest), sha256, findings);
    }

    private static void compare(Inside inside, JsonObject manifest, byte[] page, List<Finding> findings) {
        Map<String, String> wanted = wanted(manifest);
        wanted.forEach((name, sum) -> {
            String found = inside.sums().get(name);
            if (found == null) {
                findings.add(new Finding(name, Flaw.MISSING));
            } else if (!found.equals(sum)) {
                findings.add(new Finding(name, Flaw.CHANGED));
            }
        });
        inside.sums().keySet().stream()
                .filter(name -> !wanted.containsKey(name) && !UNLISTED.contains(name))
                .forEach(name -> findings.add(new Finding(name, Flaw.ADDED)));
        inside.twice().forEach(name -> findings.add(new Finding(name, Flaw.TWICE)));
        byte[] sums = PackZip.sums(List.copyOf(wanted.entrySet()), page);
        if (inside.listed() == null) {
            findings.add(new Finding(PackZip.SUMS, Flaw.MISSING));
        } else if (!Arrays.equals(sums, inside.listed())) {
            findings.add(new Finding(PackZip.SUMS, Flaw.CHANGED));
        }
    }

    private static Inside read(Path zip) throws IOException {
        Map<String, String> sums = new LinkedHashMap<>();
        Set<String> twice = new TreeSet<>();
        Map<String, byte[]> pages = new LinkedHashMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            if (file.size() > MOST_FILES) {
                throw new IOException("too many files");
            }
            long left = MOST_BYTES;
            for (ZipEntry entry : file.stream().toList()) {
                if (sums.containsKey(entry.getName())) {
                    twice.add(entry.getName());
                }
                MessageDigest digest = PackZip.digest();
                try (InputStream in = file.getInputStream(entry)) {
                    byte[] head = in.readNBytes(MOST_PAGE);
                    digest.update(head);
                    if (UNLISTED.contains(entry.getName())) {
                        pages.put(entry.getName(), head);
                    }
                    left -= head.length + rest(in, digest, left - head.length);
                }
                sums.put(entry.getName(), HexFormat.of().formatHex(digest.digest()));
            }
        }
        return new Inside(sums, twice, pages.get(PackZip.MANIFEST), pages.get(PackZip.SEAL), pages.get(PackZip.SUMS));
    }

    private static long rest(InputStream in, MessageDigest digest, long most) throws IOException {
        byte[] part = new byte[1 << 16];
        long read = 0;
        for (int count = in.read(part); count > 0; count = in.read(part)) {
            digest.update(part, 0, count);
            read += count;
            if (read > most) {
                throw new IOException("too much in it");
            }
        }
        return read;
    }

    /** The page as an object of ours; null for anything else. */
    private static @Nullable JsonObject parsed(byte[] page) {
        try (var reader = Json.createReader(new ByteArrayInputStream(page))) {
            JsonObject manifest = reader.readObject();
            return PackZip.FORMAT.equals(manifest.getString("format", "")) ? manifest : null;
        } catch (JsonException | IllegalStateException | ClassCastException e) {
            return null;
        }
    }

    private static String key(JsonObject manifest) {
        return manifest.get("key") instanceof JsonObject key ? key.getString("id", "") : "";
    }

    private static @Nullable Instant sealedAt(JsonObject manifest) {
        try {
            return OffsetDateTime.parse(manifest.getString("sealedAt", "")).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Map<String, String> wanted(JsonObject manifest) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (JsonValue value :
                Optional.ofNullable(manifest.getJsonArray("files")).orElse(JsonValue.EMPTY_JSON_ARRAY)) {
            if (value instanceof JsonObject file) {
                wanted.put(file.getString("name", ""), file.getString("sha256", ""));
            }
        }
        return wanted;
    }
}
