package live.onair.localmedia;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Segments made beforehand, so that our own clock can play them without a running ffmpeg: slates by their text, and
 * uploaded files. Rendered once, kept for good: replays of old shows point at them.
 */
final class Packs implements AutoCloseable {
    private static final String VERSION = "1";
    private static final int LINE_WIDTH = 36;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** One made segment. */
    record Item(Path file, Duration length, boolean discontinuity) {}

    private final Path folder;
    private final Path font;
    private final Ffmpeg ffmpeg;
    private final Children children;
    private final Map<String, List<Item>> ready = new ConcurrentHashMap<>();
    private final Map<String, Boolean> asked = new ConcurrentHashMap<>();
    private final ExecutorService slateMaker = Executors.newSingleThreadExecutor(work -> daemon(work, "slates"));
    private final ExecutorService fileMaker = Executors.newSingleThreadExecutor(work -> daemon(work, "files"));

    Packs(Path folder, Path font, Ffmpeg ffmpeg, Children children) {
        this.folder = folder;
        this.font = font;
        this.ffmpeg = ffmpeg;
        this.children = children;
    }

    private static Thread daemon(Runnable work, String role) {
        Thread thread = new Thread(work, "packs-" + role);
        thread.setDaemon(true);
        return thread;
    }

    /** The slate with this text, or null while it is being drawn. */
    @Nullable
    List<Item> slate(String text) {
        String id = id("slate" + text);
        return get(id, slateMaker, part -> drawSlate(part, id, text));
    }

    /** An uploaded file as a pack, or null while it is being cut; an empty pack if it cannot be read. */
    @Nullable
    List<Item> file(Path file) throws IOException {
        String id = id("file" + file + Files.size(file) + Files.getLastModifiedTime(file));
        return get(id, fileMaker, part -> cut(part, id, file));
    }

    /** The file behind a slate's name in a playlist; null if there is none. */
    @Nullable
    Path slateFile(String uri) {
        String[] parts = uri.split("-");
        boolean slate = parts.length == 3 && parts[0].equals("slate") && parts[1].matches("[0-9a-f]{16}");
        return slate ? folder.resolve(parts[1]).resolve(uri) : null;
    }

    private interface Maker {
        void make(Path part) throws IOException, InterruptedException;
    }

    private @Nullable List<Item> get(String id, ExecutorService executor, Maker maker) {
        List<Item> items = ready.get(id);
        if (items == null && asked.putIfAbsent(id, true) == null) {
            executor.execute(() -> make(id, maker));
        }
        return items;
    }

    private void make(String id, Maker maker) {
        Path made = folder.resolve(id);
        Path part = folder.resolve(".part-" + id);
        try {
            if (!Files.exists(made)) {
                Durable.deleteTree(part);
                Files.createDirectories(part);
                maker.make(part);
                Files.move(part, made, StandardCopyOption.ATOMIC_MOVE);
            }
            ready.put(id, items(made));
        } catch (IOException e) {
            Log.warn("pack-not-made", e, "pack", id);
            ready.put(id, List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Item> items(Path pack) throws IOException {
        List<Item> items = new ArrayList<>();
        for (String line : Files.readAllLines(pack.resolve("list.csv"))) {
            if (FfmpegFacts.read(line) instanceof FfmpegFacts.SegmentDone done && done.seconds() > 0.05) {
                items.add(new Item(pack.resolve(done.name()), Json.duration(done.seconds()), items.isEmpty()));
            }
        }
        return List.copyOf(items);
    }

    private void drawSlate(Path part, String id, String text) throws IOException, InterruptedException {
        List<String> lines = wrapped(text);
        for (int i = 0; i < lines.size(); i++) {
            Files.writeString(part.resolve("line" + i + ".txt"), lines.get(i));
        }
        String name = "slate-" + id;
        try {
            run(ffmpeg.command(FfmpegArgs.slate(font, lines.size(), name)).directory(part.toFile()));
        } catch (IOException e) {
            Log.warn("slate-drawn-without-text", e);
            run(ffmpeg.command(FfmpegArgs.slate(font, 0, name)).directory(part.toFile()));
        }
        run(ffmpeg.command(FfmpegArgs.thumbnail(part.resolve(name + "-000001.ts"), part.resolve("thumb.jpg"))));
    }

    /** Two programs, so that both end with us: the reader on its broken pipe, the writer at the end of its input. */
    private void cut(Path part, String id, Path file) throws IOException, InterruptedException {
        String streams = children.ended(ffmpeg.command(FfmpegArgs.describe(file)), PATIENCE)
                .said();
        List<String> read =
                FfmpegArgs.toTransportStream(file, streams.contains("Video: h264"), streams.contains("Audio: aac"));
        Process reader = children.start(ffmpeg.command(read).redirectError(ProcessBuilder.Redirect.DISCARD));
        Process writer = children.start(ffmpeg.command(FfmpegArgs.pack("file-" + id))
                .directory(part.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD));
        reader.getOutputStream().close();
        try (InputStream from = reader.getInputStream();
                OutputStream to = writer.getOutputStream()) {
            from.transferTo(to);
        } finally {
            reader.destroy();
        }
        if (writer.waitFor() != 0) {
            throw new IOException("the file has no picture that can be shown");
        }
    }

    private void run(ProcessBuilder command) throws IOException, InterruptedException {
        children.run(command, PATIENCE);
    }

    /** Draws a small picture of a segment, after the work already waiting; best effort. */
    void thumbnail(Path segment, Path to, Runnable after) {
        slateMaker.execute(() -> {
            try {
                run(ffmpeg.command(FfmpegArgs.thumbnail(segment, to)));
            } catch (IOException e) {
                Log.warn("thumbnail-not-made", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                after.run();
            }
        });
    }

    /** Draws the picture at a position of a segment while the caller waits; its first one if there is none so late. */
    void picture(Path segment, Duration into, Path to) throws IOException {
        try {
            run(ffmpeg.command(FfmpegArgs.picture(segment, into, to)));
            if (!Files.exists(to)) {
                run(ffmpeg.command(FfmpegArgs.picture(segment, Duration.ZERO, to)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(to.toString());
        }
    }

    private static String id(String content) {
        return HexFormat.of().formatHex(Durable.digest(VERSION + content), 0, 8);
    }

    /** Lines that fit the picture; a Hangul syllable is as wide as two Latin letters. */
    static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.strip().split("\\R")) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.strip().split("\\s+")) {
                if (line.length() > 0 && width(line) + width(word) + 1 > LINE_WIDTH) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.length() == 0 ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        return lines.subList(0, Math.min(6, lines.size()));
    }

    private static int width(CharSequence text) {
        return text.chars().map(letter -> letter >= 0x1100 ? 2 : 1).sum();
    }

    @Override
    public void close() {
        slateMaker.shutdownNow();
        fileMaker.shutdownNow();
    }
}
