package live.onair.localmedia;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a viewer sees and hears of one segment.
 *
 * @param edges which part of its points lies on an edge, where the brightness bends sharply: in what is blurred there are none
 * @param peak the loudest sample, of 32,767
 * @param from first instant of its pictures, in seconds of the stream's own clock
 * @param to last one
 */
public record SegmentLook(double edges, int peak, double from, double to) {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final int SHARP = 24;

    /** Looks at all pictures of a segment. */
    public static SegmentLook at(byte[] segment) throws IOException {
        Path file = Files.createTempFile("look", ".ts");
        try {
            Files.write(file, segment);
            List<Double> instants = new ArrayList<>();
            for (String line : new String(read(file, "-copyts", "-map 0:v -c copy -f framecrc")).split("\n")) {
                if (!line.startsWith("#")) {
                    instants.add(Double.parseDouble(line.split(",")[2].trim()) / 90_000);
                }
            }
            return new SegmentLook(
                    edges(read(file, "", "-map 0:v -vf scale=320:180,format=gray -f rawvideo")),
                    peak(read(file, "", "-map 0:a -f s16le")),
                    instants.stream().min(Double::compare).orElseThrow(),
                    instants.stream().max(Double::compare).orElseThrow());
        } finally {
            Files.delete(file);
        }
    }

    /** Whether nobody and nothing in it can be made out, and nothing is heard. */
    public boolean hidden() {
        return edges < 0.0005 && peak < 8;
    }

    /** Whether it is as the encoder's test picture and tone are. */
    public boolean plain() {
        return edges > 0.02 && peak > 300;
    }

    private static byte[] read(Path file, String before, String after) throws IOException {
        List<String> line = new ArrayList<>(List.of("-nostdin", "-loglevel", "error"));
        line.addAll(before.isEmpty() ? List.of() : List.of(before.split(" ")));
        line.addAll(List.of("-i", file.toString()));
        line.addAll(List.of(after.split(" ")));
        line.add("pipe:1");
        Process process = RtmpEncoder.ffmpeg()
                .command(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.getInputStream().readAllBytes();
    }

    private static double edges(byte[] gray) {
        long edges = 0;
        long points = 0;
        for (int row = 0; row + WIDTH <= gray.length; row += WIDTH) {
            for (int x = 1; x < WIDTH - 1; x++) {
                int left = gray[row + x - 1] & 255;
                int here = gray[row + x] & 255;
                int right = gray[row + x + 1] & 255;
                edges += Math.abs(left - 2 * here + right) > SHARP ? 1 : 0;
                points++;
            }
        }
        if (points < (long) HEIGHT * (WIDTH - 2)) {
            throw new IllegalStateException("there is no picture");
        }
        return (double) edges / points;
    }

    private static int peak(byte[] pcm) {
        int peak = 0;
        ByteBuffer samples = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN);
        if (samples.remaining() < 2) {
            throw new IllegalStateException("there is no sound track");
        }
        while (samples.remaining() >= 2) {
            peak = Math.max(peak, Math.abs(samples.getShort()));
        }
        return peak;
    }
}
