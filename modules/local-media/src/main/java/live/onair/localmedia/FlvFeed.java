package live.onair.localmedia;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An encoder's stream as FLV for one ffmpeg: headers first, then from the next key frame on. What ffmpeg has not taken
 * is bounded: the encoder is slowed down instead.
 */
final class FlvFeed implements FfmpegSession.Feed {
    private static final int MUCH = 4 << 20;
    private static final int LITTLE = 1 << 20;

    private final EncoderInput.Link link;
    private final List<byte[]> headers = new ArrayList<>();
    private final ArrayDeque<byte[]> queue = new ArrayDeque<>();
    private int queued;
    private boolean keyFrameSeen;
    private boolean slowed;
    private boolean closed;

    FlvFeed(EncoderInput.Link link) {
        this.link = link;
    }

    synchronized void header(int type, byte @Nullable [] body) {
        if (body != null) {
            headers.add(tag(type, 0, body));
        }
    }

    synchronized void begin(boolean audio) {
        put(new byte[] {'F', 'L', 'V', 1, (byte) (audio ? 5 : 1), 0, 0, 0, 9, 0, 0, 0, 0});
        headers.forEach(this::put);
    }

    /** Takes a message; everything before the first key frame is dropped, but for new headers. */
    synchronized void offer(int type, long timestamp, byte[] body) {
        boolean header = type == 18 || body[1] == 0;
        boolean keyFrame = type == 9 && body[0] >> 4 == 1 && !header;
        keyFrameSeen |= keyFrame;
        if (closed || !keyFrameSeen && !header) {
            return;
        }
        put(tag(type, timestamp, body));
        if (queued > MUCH && !slowed) {
            slowed = true;
            link.reading(false);
        }
    }

    synchronized boolean slowed() {
        return slowed;
    }

    private void put(byte[] bytes) {
        queue.add(bytes);
        queued += bytes.length;
        notifyAll();
    }

    private static byte[] tag(int type, long timestamp, byte[] body) {
        int length = body.length;
        int time = (int) timestamp;
        byte[] tag = new byte[length + 15];
        tag[0] = (byte) type;
        put24(tag, 1, length);
        put24(tag, 4, time);
        tag[7] = (byte) (time >>> 24);
        System.arraycopy(body, 0, tag, 11, length);
        tag[length + 11] = (byte) (length + 11 >>> 24);
        put24(tag, length + 12, length + 11);
        return tag;
    }

    private static void put24(byte[] to, int at, int value) {
        to[at] = (byte) (value >> 16);
        to[at + 1] = (byte) (value >> 8);
        to[at + 2] = (byte) value;
    }

    @Override
    public void pour(OutputStream out) throws IOException, InterruptedException {
        for (byte[] next = take(); next.length > 0; next = take()) {
            out.write(next);
            out.flush();
        }
    }

    /** The next bytes, or none at the end. */
    private synchronized byte[] take() throws InterruptedException {
        while (queue.isEmpty() && !closed) {
            wait();
        }
        byte[] next = queue.poll();
        if (next == null) {
            return new byte[0];
        }
        queued -= next.length;
        if (slowed && queued < LITTLE) {
            slowed = false;
            link.reading(true);
        }
        return next;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (slowed) {
            slowed = false;
            link.reading(true);
        }
        notifyAll();
    }
}
