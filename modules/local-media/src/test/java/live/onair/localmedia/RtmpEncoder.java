package live.onair.localmedia;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real encoder for tests: the bundled ffmpeg as a process of its own, pushing a test picture to an RTMP address with a
 * stream key until it is killed.
 */
public final class RtmpEncoder implements AutoCloseable {
    private static final String PICTURE = "testsrc2=s=320x180:r=25";
    private static final String BLACK = "color=black:s=320x180:r=25";
    /** Black, then white from the fifth to the tenth second of the wall clock's every ten: a picture tells its own time. */
    private static final String BEAT =
            "color=black:s=320x180:r=25,drawbox=c=white:t=fill:enable='gte(mod(time(0),10),5)'";

    private static final String TONE = "sine=frequency=440:sample_rate=48000";
    private static final String ROAR = "sine=frequency=1000:sample_rate=48000,volume=8";
    private static final String SILENCE = "anullsrc=r=48000:cl=mono";

    private final Process process;
    private final StringBuffer said = new StringBuffer();

    private RtmpEncoder(Process process) {
        this.process = process;
        Thread reader = new Thread(
                () -> {
                    try (InputStream out = process.getInputStream()) {
                        byte[] some = new byte[4096];
                        for (int n = out.read(some); n >= 0; n = out.read(some)) {
                            said.append(new String(some, 0, n, StandardCharsets.UTF_8));
                        }
                    } catch (IOException e) {
                        said.append(e);
                    }
                },
                "encoder-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** A moving picture with a tone. */
    public static RtmpEncoder push(String rtmpUrl, String key) {
        return start(rtmpUrl, key, PICTURE, TONE);
    }

    /** A black, silent picture. */
    public static RtmpEncoder pushBlack(String rtmpUrl, String key) {
        return start(rtmpUrl, key, BLACK, SILENCE);
    }

    /** A moving picture with a tone as loud as it can be. */
    public static RtmpEncoder pushLoud(String rtmpUrl, String key) {
        return start(rtmpUrl, key, PICTURE, ROAR);
    }

    /** A picture that is white in the second half of every ten seconds of the wall clock, with a tone. */
    public static RtmpEncoder pushBeat(String rtmpUrl, String key) {
        return start(rtmpUrl, key, BEAT, TONE);
    }

    /** A moving picture without any sound track. */
    public static RtmpEncoder pushWithoutAudio(String rtmpUrl, String key) {
        return start(rtmpUrl, key, PICTURE, null);
    }

    private static RtmpEncoder start(String rtmpUrl, String key, String picture, String sound) {
        List<String> line = new ArrayList<>(
                List.of("-hide_banner", "-nostdin", "-loglevel", "warning", "-re", "-f", "lavfi", "-i", picture));
        if (sound != null) {
            line.addAll(List.of("-re", "-f", "lavfi", "-i", sound, "-c:a", "aac", "-b:a", "64k"));
        }
        line.addAll(List.of("-c:v", "libopenh264", "-b:v", "400k", "-g", "50", "-pix_fmt", "yuv420p"));
        line.addAll(List.of("-force_key_frames", "expr:gte(t,n_forced*2)", "-f", "flv", rtmpUrl + "/" + key));
        try {
            return new RtmpEncoder(ffmpeg().command(line)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Ffmpeg ffmpeg() {
        return Ffmpeg.find(Path.of(System.getProperty("java.io.tmpdir")), null);
    }

    /** Ends it the hard way, as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops it without a goodbye, as a cut network would: its connection stays open and nothing comes. */
    public void freeze() {
        signal("-STOP");
    }

    /** Lets a frozen one go on. */
    public void thaw() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill " + signal + " " + process.pid())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it still runs: a refused encoder ends by itself. */
    public boolean running() {
        return process.isAlive();
    }

    /** What it printed so far. */
    public String said() {
        return said.toString();
    }

    @Override
    public void close() {
        kill();
    }
}
