package live.onair.localmedia;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what ffmpeg says, line by line. */
final class FfmpegFacts {
    private static final Pattern SEGMENT = Pattern.compile("([A-Za-z0-9_.-]+\\.ts),([0-9.]+),([0-9.]+)");
    private static final Pattern VIDEO =
            Pattern.compile("Stream #0:\\d+.*: Video: (\\w+).*?, (\\d{2,5})x(\\d{2,5})\\b(?:.*?([0-9.]+) fps)?.*");
    private static final Pattern AUDIO = Pattern.compile("Stream #0:\\d+.*: Audio: (\\w+).*");
    private static final Pattern ALARM =
            Pattern.compile(".*lavfi\\.(black|freezedetect\\.freeze|silence)_(start|end)=.*");

    private static final String LOUDNESS = "lavfi.r128.S=";

    private FfmpegFacts() {}

    /** One thing ffmpeg said. */
    sealed interface Fact permits SegmentDone, Frames, Picture, Sound, Alarm, Loudness {}

    record SegmentDone(String name, double seconds) implements Fact {}

    record Frames(long count) implements Fact {}

    record Picture(String codec, int width, int height, double fps) implements Fact {}

    record Sound(String codec) implements Fact {}

    record Alarm(PictureAlarms.Kind kind, boolean begins) implements Fact {}

    /** Of the last three seconds of sound, in LUFS. */
    record Loudness(double lufs) implements Fact {}

    static @Nullable Fact read(String line) {
        if (line.startsWith("[Parsed_")) {
            return filtered(line);
        }
        if (line.startsWith("frame=") && !line.contains(" fps=")) {
            return frames(line.substring(6).trim());
        }
        Matcher segment = SEGMENT.matcher(line);
        if (segment.matches()) {
            return new SegmentDone(
                    segment.group(1), Double.parseDouble(segment.group(3)) - Double.parseDouble(segment.group(2)));
        }
        return line.contains("Stream #0:") ? stream(line) : null;
    }

    /** Whether it is one of the numbers that filters print all the time: no word of why anything ended. */
    static boolean isMeasure(String line) {
        return line.startsWith("[Parsed_ametadata_") || line.startsWith("[Parsed_metadata_");
    }

    private static @Nullable Fact filtered(String line) {
        int loudness = line.indexOf(LOUDNESS);
        if (loudness > 0) {
            return loudness(line.substring(loudness + LOUDNESS.length()));
        }
        Matcher alarm = ALARM.matcher(line);
        return alarm.matches() ? new Alarm(kind(alarm.group(1)), alarm.group(2).equals("start")) : null;
    }

    private static @Nullable Fact loudness(String number) {
        try {
            return new Loudness(Double.parseDouble(number));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Fact frames(String number) {
        try {
            return new Frames(Long.parseLong(number));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Fact stream(String line) {
        Matcher video = VIDEO.matcher(line.trim());
        if (video.matches()) {
            String fps = video.group(4);
            return new Picture(
                    video.group(1),
                    Integer.parseInt(video.group(2)),
                    Integer.parseInt(video.group(3)),
                    fps == null ? 0 : Double.parseDouble(fps));
        }
        Matcher audio = AUDIO.matcher(line.trim());
        return audio.matches() ? new Sound(audio.group(1)) : null;
    }

    private static PictureAlarms.Kind kind(String word) {
        return switch (word) {
            case "black" -> PictureAlarms.Kind.BLACK;
            case "silence" -> PictureAlarms.Kind.SILENCE;
            default -> PictureAlarms.Kind.FREEZE;
        };
    }
}
