package live.onair.localmedia;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One unbroken stretch of segments, MPEG-TS in and FLV tags out, copied at the pace of the clock. Lives on its stdin, so
 * that it ends when our process does.
 */
final class Remux implements Closeable {
    /** Who gets the tags; on a thread of this stretch. */
    interface Sink {
        void tag(int type, long time, byte[] body) throws IOException;
    }

    private static final int LARGEST = 8 << 20;
    private final Process process;
    private final Sink sink;
    private final Thread reader;
    private volatile @Nullable IOException trouble;
    private volatile boolean ended;
    private volatile boolean abandoned;
    private volatile String lastWords = "";

    Remux(Process process, Sink sink) {
        this.process = process;
        this.sink = sink;
        this.reader = thread("tags", this::read);
        thread("errors", this::listen);
    }

    private static Thread thread(String role, Runnable work) {
        Thread thread = new Thread(work, "remux-" + role);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Pours a segment in; waits as long as the stretch is behind. */
    void pour(Path segment) throws IOException {
        try {
            OutputStream to = process.getOutputStream();
            Files.copy(segment, to);
            to.flush();
        } catch (IOException e) {
            check();
            throw new RtmpPush.Failure("MEDIA", lastWords.isEmpty() ? e.toString() : lastWords);
        }
    }

    /** What went wrong with a tag comes out here. */
    void check() throws IOException {
        IOException found = trouble;
        if (found != null) {
            throw found;
        }
        if (ended) {
            throw new RtmpPush.Failure("MEDIA", lastWords.isEmpty() ? "ffmpeg ended" : lastWords);
        }
    }

    /** No more segments: waits until the last tag is out. */
    void finish() throws IOException, InterruptedException {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            if (!abandoned) {
                throw e;
            }
        }
        reader.join(10_000);
        IOException found = trouble;
        if (found != null && !abandoned) {
            throw found;
        }
    }

    /** What is not out yet never is; a tag that is being sent goes out whole. */
    void abandon() {
        abandoned = true;
        process.destroyForcibly();
    }

    boolean abandoned() {
        return abandoned;
    }

    private void read() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 64 << 10))) {
            in.readFully(new byte[13]);
            while (true) {
                int type = in.readUnsignedByte();
                int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                long time = in.readUnsignedByte() << 16 | in.readUnsignedShort();
                time |= (long) in.readUnsignedByte() << 24;
                in.readFully(new byte[3]);
                if (length > LARGEST) {
                    throw new IOException("a tag of " + length + " bytes");
                }
                byte[] body = new byte[length];
                in.readFully(body);
                in.readInt();
                if (abandoned) {
                    return;
                }
                sink.tag(type & 31, time, body);
            }
        } catch (EOFException e) {
            ended = true;
        } catch (IOException e) {
            trouble = e;
            process.destroyForcibly();
        }
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lastWords = line;
            }
        } catch (IOException e) {
            lastWords = e.toString();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
