package live.onair.localmedia;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes one MP4 of pieces of a timeline. Pieces of one encoder are joined as they are: its pictures are the ones viewers got, and
 * it takes no time. Only where the pictures before and after a gap cannot stand in one file are they drawn anew.
 */
final class ClipCut {
    /** Why there is no clip; a word for machines. */
    static final class Failure extends Exception {
        final String problem;

        Failure(String problem, String message) {
            super(message);
            this.problem = problem;
        }
    }

    private static final Duration MOST = Duration.ofMinutes(5);
    private static final Duration GAP = Duration.ofMillis(100);
    private static final Path NICE = Path.of("/usr/bin/nice");
    private final Ffmpeg ffmpeg;
    private final Children children;
    private final Path folder;

    /** @param folder for what is needed meanwhile; the caller takes it away */
    ClipCut(Ffmpeg ffmpeg, Children children, Path folder) {
        this.ffmpeg = ffmpeg;
        this.children = children;
        this.folder = folder;
    }

    /** The pieces that touch the time from here to there. */
    static List<Timeline.Segment> pieces(List<Timeline.Segment> all, Instant from, Instant to, boolean slates) {
        return all.stream()
                .filter(piece -> piece.end().isAfter(from) && piece.at().isBefore(to))
                .filter(piece -> slates || piece.kind() != Timeline.Kind.SLATE)
                .toList();
    }

    /** Pieces without a gap between them, which one encoder made in one go. */
    static List<List<Timeline.Segment>> stretches(List<Timeline.Segment> pieces) {
        List<List<Timeline.Segment>> stretches = new ArrayList<>();
        Timeline.@Nullable Segment before = null;
        for (Timeline.Segment piece : pieces) {
            boolean goesOn = before != null
                    && !piece.discontinuity()
                    && session(before).equals(session(piece))
                    && Duration.between(before.end(), piece.at()).compareTo(GAP) <= 0;
            if (!goesOn) {
                stretches.add(new ArrayList<>());
            }
            stretches.get(stretches.size() - 1).add(piece);
            before = piece;
        }
        return stretches;
    }

    private static String session(Timeline.Segment piece) {
        return piece.uri().replaceAll("-\\d+\\.ts$", "");
    }

    /** Where a piece lies. */
    interface Place {
        Path of(Timeline.Segment piece);
    }

    /** The finished file, in the folder. */
    Path make(List<Timeline.Segment> pieces, Place place) throws IOException, Failure {
        List<Path> parts = new ArrayList<>();
        StringBuilder list = new StringBuilder("ffconcat version 1.0\n");
        for (List<Timeline.Segment> stretch : stretches(pieces)) {
            Path part = folder.resolve("part-" + parts.size() + ".ts");
            joined(stretch, place, part);
            parts.add(part);
            list.append("file ").append(part.getFileName()).append('\n');
            list.append("duration ").append(Playlist.seconds(stretch)).append('\n');
        }
        Path table = folder.resolve("parts.ffconcat");
        Files.writeString(table, list);
        Path clip = folder.resolve("clip.mp4");
        run(FfmpegArgs.clip(parts.size() == 1 ? parts.get(0) : table, sameShape(parts), clip));
        return clip;
    }

    /** One after the other, byte for byte: an encoder's times go on from piece to piece. */
    private static void joined(List<Timeline.Segment> stretch, Place place, Path to) throws IOException, Failure {
        try (OutputStream out = Files.newOutputStream(to)) {
            for (Timeline.Segment piece : stretch) {
                Files.copy(place.of(piece), out);
            }
        } catch (NoSuchFileException e) {
            throw new Failure("gone", "a piece of the recording is not there any more");
        }
    }

    /** Whether one file can hold them as they are: a decoder that was told how to read the first reads the others. */
    private boolean sameShape(List<Path> parts) throws IOException, Failure {
        byte @Nullable [] first = null;
        for (Path part : parts) {
            if (parts.size() == 1) {
                return true;
            }
            byte[] shape = run(FfmpegArgs.shape(part));
            if (shape.length == 0 || first != null && !Arrays.equals(first, shape)) {
                return false;
            }
            first = shape;
        }
        return true;
    }

    private byte[] run(List<String> arguments) throws IOException, Failure {
        ProcessBuilder command = ffmpeg.command(arguments);
        if (Files.isExecutable(NICE)) {
            // what is sent now comes first
            command.command().addAll(0, List.of(NICE.toString(), "-n", "15"));
        }
        Path words = folder.resolve("words.txt");
        Path out = folder.resolve("out.bin");
        Process process = children.start(command.redirectError(words.toFile()).redirectOutput(out.toFile()));
        try {
            process.getOutputStream().close();
            if (!process.waitFor(MOST.toSeconds(), TimeUnit.SECONDS)) {
                throw new Failure("slow", "ffmpeg was not done in " + MOST.toMinutes() + " minutes");
            }
            if (process.exitValue() != 0) {
                throw new Failure("broken", firstLine(words));
            }
            try (InputStream in = Files.newInputStream(out)) {
                return in.readAllBytes();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the media process is ending");
        } finally {
            process.destroyForcibly();
        }
    }

    private static String firstLine(Path words) throws IOException {
        String said = new String(Files.readAllBytes(words), StandardCharsets.UTF_8);
        return said.lines().findFirst().orElse("ffmpeg failed");
    }
}
