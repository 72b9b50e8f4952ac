package live.onair.disputes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import live.onair.disputes.Making.Contents;
import live.onair.disputes.spi.DisputeRecordings.Made;
import live.onair.kernel.TimeWindow;
import org.jspecify.annotations.Nullable;

/** Writes the ZIP of a pack: its files, a manifest with the digest of each, the seal of the manifest, and how to check them. */
final class PackZip {

    static final String MANIFEST = "manifest.json";
    static final String SEAL = "manifest.sig";
    static final String SUMS = "SHA256SUMS";
    static final String KEY = "seal-key.pem";
    static final String README = "README.txt";
    static final String FORMAT = "onair-dispute-pack/1";

    private PackZip() {}

    /**
     * A ZIP that was written.
     *
     * @param manifest SHA-256 of the manifest
     * @param seal signature of the manifest, in Base64
     */
    record Written(long bytes, String sha256, String manifest, String seal) {}

    /** The clip, with what it really shows. */
    record Clip(Path file, Made made) {

        /** Its name in the ZIP. */
        String name() {
            return "clip." + made.format();
        }
    }

    private record Sum(String name, long bytes, String sha256) {}

    static Written write(Path zip, Contents contents, @Nullable Clip clip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(README, PackReadme.of(contents, clip).getBytes(StandardCharsets.UTF_8));
        files.put(KEY, contents.key().pem().getBytes(StandardCharsets.US_ASCII));
        files.putAll(contents.files());
        List<Sum> sums = new ArrayList<>();
        files.forEach((name, bytes) -> sums.add(new Sum(name, bytes.length, sha256(bytes))));
        if (clip != null) {
            sums.add(new Sum(clip.name(), Files.size(clip.file()), sha256(clip.file())));
        }
        byte[] manifest = manifest(contents, clip, sums).bytes();
        byte[] seal = contents.key().sign(manifest);
        files.put(MANIFEST, manifest);
        files.put(SEAL, seal);
        files.put(
                SUMS,
                sums(
                        sums.stream()
                                .map(sum -> Map.entry(sum.name(), sum.sha256()))
                                .toList(),
                        manifest));
        pack(zip, files, clip, LocalDateTime.ofInstant(contents.sealedAt(), Paper.SEOUL));
        return new Written(
                Files.size(zip),
                sha256(zip),
                sha256(manifest),
                Base64.getEncoder().encodeToString(seal));
    }

    private static void pack(Path zip, Map<String, byte[]> files, @Nullable Clip clip, LocalDateTime at)
            throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip), StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                entry(out, file.getKey(), at, Deflater.DEFAULT_COMPRESSION);
                out.write(file.getValue());
            }
            if (clip != null) {
                // a film is as small as it gets
                entry(out, clip.name(), at, Deflater.NO_COMPRESSION);
                Files.copy(clip.file(), out);
            }
        }
    }

    private static void entry(ZipOutputStream out, String name, LocalDateTime at, int level) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(at);
        out.setLevel(level);
        out.putNextEntry(entry);
    }

    private static Paper manifest(Contents contents, @Nullable Clip clip, List<Sum> sums) {
        Making.Wanted of = contents.of();
        return new Paper()
                .put("format", FORMAT)
                .put("pack", of.id())
                .put("order", of.order())
                .put("show", of.show())
                .put("orderedAt", of.at())
                .put("clip", clip == null ? null : clip(clip, of.at()))
                .put("askedBy", of.madeBy())
                .put("askedAt", of.madeAt())
                .put("sealedAt", contents.sealedAt())
                .put("program", new Paper().put("name", "Onair").put("version", version()))
                .put("key", new Paper().put("id", contents.key().id()).put("algorithm", "Ed25519"))
                .put("earlierPacks", contents.earlier())
                .put("files", sums.stream().map(PackZip::file).toList())
                .put(
                        "missing",
                        contents.missing().stream()
                                .map(gap -> Paper.said(gap.ko(), gap.en())
                                        .put("file", gap.part().file()))
                                .toList());
    }

    private static Paper clip(Clip clip, Instant at) {
        Made made = clip.made();
        return new Paper()
                .put("file", clip.name())
                .put("from", made.from())
                .put("to", made.to())
                .put("secondsBeforeOrder", Duration.between(made.from(), at).toSeconds())
                .put("covers", made.covered().stream().map(PackZip::covered).toList());
    }

    private static Paper covered(TimeWindow part) {
        return new Paper().put("from", part.start()).put("to", part.end()).put("length", part.length());
    }

    private static Paper file(Sum sum) {
        return new Paper().put("name", sum.name()).put("bytes", sum.bytes()).put("sha256", sum.sha256());
    }

    private static String version() {
        return Objects.requireNonNullElse(PackZip.class.getPackage().getImplementationVersion(), "development");
    }

    /** What {@code sha256sum -c} reads. */
    static byte[] sums(List<Map.Entry<String, String>> files, byte[] manifest) {
        StringBuilder lines = new StringBuilder();
        files.forEach(file ->
                lines.append(file.getValue()).append("  ").append(file.getKey()).append('\n'));
        lines.append(sha256(manifest)).append("  ").append(MANIFEST).append('\n');
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
