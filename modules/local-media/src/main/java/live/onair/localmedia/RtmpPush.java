package live.onair.localmedia;

import io.netty.buffer.ByteBuf;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Publishes to somebody else's RTMP or RTMPS server, from one blocking thread. In our own process, so that the stream key
 * never lies in a command line that others on this system can read.
 */
final class RtmpPush implements Closeable {
    private static final int HANDSHAKE = 1536;

    /** Why it does not send: a code that the console has words for, and what the other side said. */
    static final class Failure extends IOException {
        final String code;

        Failure(String code, String words) {
            super(words);
            this.code = code;
        }
    }

    private final RtmpDoor door;
    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final RtmpAnswers answers;
    private int stream;

    private RtmpPush(RtmpDoor door, Socket socket) throws IOException {
        this.door = door;
        this.socket = socket;
        this.in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
        this.out = new BufferedOutputStream(socket.getOutputStream(), 16 << 10);
        this.answers = new RtmpAnswers(in);
    }

    /** Connects and gets the leave to publish. */
    static RtmpPush open(RtmpDoor door) throws IOException {
        Socket socket = door.connect();
        try {
            RtmpPush push = new RtmpPush(door, socket);
            push.shakeHands();
            push.publish();
            return push;
        } catch (EOFException e) {
            socket.close();
            throw new Failure("CLOSED", "the connection was closed before it could publish");
        } catch (Amf.Malformed e) {
            socket.close();
            throw new Failure("NOT_RTMP", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void shakeHands() throws IOException {
        byte[] hello = new byte[HANDSHAKE];
        out.write(3);
        out.write(hello);
        out.flush();
        if (in.readUnsignedByte() != 3) {
            throw new Failure("NOT_RTMP", "no RTMP handshake");
        }
        byte[] theirs = new byte[HANDSHAKE];
        in.readFully(theirs);
        out.write(theirs);
        in.readFully(hello);
        send(2, 1, 0, 0, RtmpChunks.int32(RtmpChunks.OUT_CHUNK));
    }

    private void publish() throws IOException {
        String app = door.app();
        Map<String, Object> connect = new LinkedHashMap<>();
        connect.put("app", app);
        connect.put("type", "nonprivate");
        connect.put("flashVer", "FMLE/3.0 (compatible; Onair)");
        connect.put("tcUrl", door.url().getScheme() + "://" + door.url().getRawAuthority() + "/" + app);
        command(0, "connect", 1, connect);
        await("_result", 1);
        command(0, "releaseStream", 2, null, door.key());
        command(0, "FCPublish", 3, null, door.key());
        command(0, "createStream", 4, null);
        stream = await("_result", 4).number(3);
        command(stream, "publish", 5, null, door.key(), "live");
        await("onStatus", -1);
    }

    private void command(int of, @Nullable Object... values) throws IOException {
        send(3, 20, of, 0, Amf.write(values));
        out.flush();
    }

    /** Waits for an answer; what is refused meanwhile is a failure. */
    private RtmpAnswers.Answer await(String name, int number) throws IOException {
        while (true) {
            RtmpAnswers.Answer answer = next();
            boolean ours = answer != null && answer.name().equals(name) && (number < 0 || answer.number() == number);
            if (answer != null && ours) {
                return answer;
            }
        }
    }

    /** The next answer, null for a message that is none; refusals come out as a failure. */
    private RtmpAnswers.@Nullable Answer next() throws IOException {
        RtmpAnswers.Message message = answers.read();
        if (message.type() == 4 && message.body().length >= 6 && message.body()[1] == 6) {
            byte[] pong = Arrays.copyOf(message.body(), 6);
            pong[1] = 7;
            send(2, 4, 0, 0, pong);
            out.flush();
        }
        RtmpAnswers.Answer answer = answers.answer(message);
        // a server that does not know releaseStream or FCPublish may say so
        boolean courtesy = answer != null && (answer.number() == 2 || answer.number() == 3);
        if (answer != null && answer.refuses() && !courtesy) {
            throw new Failure("REFUSED", door.clean(answer.words()));
        }
        return answer;
    }

    /** Listens until the other side hangs up or refuses; for a thread of its own beside the one that sends. */
    void listen() throws IOException {
        socket.setSoTimeout(0);
        try {
            while (true) {
                next();
            }
        } catch (EOFException e) {
            throw new Failure("CLOSED", "the other side closed the connection");
        } catch (Amf.Malformed e) {
            throw new Failure("NOT_RTMP", String.valueOf(e.getMessage()));
        }
    }

    /** One audio, video or data message at a time of the stream in milliseconds. */
    void media(int type, long time, byte[] body) throws IOException {
        send(type == 8 ? 4 : type == 9 ? 6 : 5, type, stream, time, body);
        out.flush();
    }

    private synchronized void send(int chunkStream, int type, int of, long time, byte[] body) throws IOException {
        ByteBuf message = RtmpChunks.message(chunkStream, type, of, time, body);
        message.readBytes(out, message.readableBytes());
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            Log.info("target-not-closed", "said", door.clean(e.toString()));
        }
    }
}
