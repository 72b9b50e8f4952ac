package live.onair.localmedia;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Synthetic encoders for the demo, a process of its own: each a real ffmpeg that pushes a test picture by RTMP, so that
 * breaking one breaks what would break in a studio. Told what to do line by line; ends with its stdin.
 */
public final class DemoEncoders {
    /** One that is refused is gone at once; one that sends for so long was let in. */
    private static final Duration LET_IN = Duration.ofSeconds(5);

    private final Ffmpeg ffmpeg;
    private final Path font;
    private final String rtmpUrl;
    /** By name: input A comes in before B, which would be taken otherwise. */
    private final Map<String, String> keys = new TreeMap<>();

    private final Map<String, Process> running = new HashMap<>();
    private final Map<String, Long> since = new HashMap<>();

    private DemoEncoders(Path state, String rtmpUrl) {
        this.ffmpeg = Ffmpeg.find(state, null);
        this.font = state.resolve("fonts").resolve("Pretendard-SemiBold.ttf");
        this.rtmpUrl = rtmpUrl;
    }

    /** {@code <state> <rtmp url>}; then lines {@code push A <key>}, {@code break A}. */
    public static void main(String[] arguments) throws IOException {
        DemoEncoders encoders = new DemoEncoders(Path.of(arguments[0]), arguments[1]);
        Runtime.getRuntime().addShutdownHook(new Thread(encoders::end));
        ScheduledExecutorService again = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "again");
            thread.setDaemon(true);
            return thread;
        });
        again.scheduleWithFixedDelay(encoders::connect, 1, 1, TimeUnit.SECONDS);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            if (words[0].equals("push") && words.length == 3) {
                encoders.want(words[1], words[2]);
            } else if (words[0].equals("break") && words.length == 2) {
                encoders.cut(words[1]);
            }
        }
        encoders.end();
    }

    private synchronized void want(String name, String key) {
        keys.put(name, key);
        connect();
    }

    /** As a studio's encoder does: refused or cut off, it tries again. The next one waits until this one is let in. */
    private synchronized void connect() {
        for (Map.Entry<String, String> wanted : keys.entrySet()) {
            Process there = running.get(wanted.getKey());
            if (there == null || !there.isAlive()) {
                push(wanted.getKey(), wanted.getValue());
                return;
            }
            if (System.nanoTime() - since.getOrDefault(wanted.getKey(), 0L) < LET_IN.toNanos()) {
                return;
            }
        }
    }

    private void push(String name, String key) {
        List<String> line =
                new ArrayList<>(List.of("-hide_banner", "-nostdin", "-loglevel", "error", "-re", "-f", "lavfi"));
        line.addAll(List.of("-i", picture(name), "-re", "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000"));
        line.addAll(List.of("-c:a", "aac", "-b:a", "64k", "-c:v", "libopenh264", "-b:v", "800k", "-g", "50"));
        line.addAll(List.of("-pix_fmt", "yuv420p", "-force_key_frames", "expr:gte(t,n_forced*2)"));
        line.addAll(List.of("-f", "flv", rtmpUrl + "/" + key));
        since.put(name, System.nanoTime());
        try {
            running.put(
                    name,
                    ffmpeg.command(line)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start());
        } catch (IOException e) {
            Log.warn("demo-encoder-not-started", e, "input", name);
        }
    }

    private String picture(String name) {
        String picture = name.equals("A") ? "testsrc2=s=640x360:r=25" : "testsrc2=s=640x360:r=25,negate";
        return Files.exists(font)
                ? picture + ",drawtext=fontfile=" + font + ":text=" + name
                        + ":fontsize=96:fontcolor=white:box=1:boxcolor=black@0.6:boxborderw=12:x=24:y=24"
                : picture;
    }

    /** As a power cut would. */
    private synchronized void cut(String name) {
        keys.remove(name);
        Process encoder = running.remove(name);
        if (encoder != null) {
            encoder.destroyForcibly();
        }
    }

    private synchronized void end() {
        keys.clear();
        running.values().forEach(Process::destroyForcibly);
        running.clear();
    }
}
