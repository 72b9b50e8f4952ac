package live.onair.localmedia;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an RTMP server says to one that publishes: its chunks put together, its commands read. Bounded. */
final class RtmpAnswers {
    private static final int LARGEST = 64 << 10;
    private static final int MOST_STREAMS = 16;

    record Message(int type, byte[] body) {}

    /** A command of the server's. */
    record Answer(String name, int number, List<@Nullable Object> values) {
        /** Whether it says no. */
        boolean refuses() {
            return name.equals("_error") || name.equals("onStatus") && "error".equals(info().get("level"));
        }

        private Map<?, ?> info() {
            return values.size() > 3 && values.get(3) instanceof Map<?, ?> map ? map : Map.of();
        }

        /** Its own words. */
        String words() {
            Object code = info().get("code");
            Object more = info().get("description");
            return (code == null ? "refused" : code) + (more == null ? "" : ": " + more);
        }

        int number(int at) {
            return values.size() > at && values.get(at) instanceof Double number ? number.intValue() : 1;
        }
    }

    private static final class Stream {
        int type;
        int length;
        boolean extended;
        int got;
        byte[] body = new byte[0];
    }

    private final DataInputStream in;
    private final Map<Integer, Stream> streams = new HashMap<>();
    private int chunkSize = 128;

    RtmpAnswers(DataInputStream in) {
        this.in = in;
    }

    /** The next whole message. */
    Message read() throws IOException {
        while (true) {
            int first = in.readUnsignedByte();
            int low = first & 63;
            int id = low > 1 ? low : low == 0 ? 64 + in.readUnsignedByte() : 64 + Short.reverseBytes(in.readShort());
            Stream stream = streams.computeIfAbsent(id, key -> new Stream());
            if (streams.size() > MOST_STREAMS) {
                throw new RtmpPush.Failure("NOT_RTMP", "too many chunk streams");
            }
            header(stream, first >> 6);
            int take = Math.min(chunkSize, stream.length - stream.got);
            in.readFully(stream.body, stream.got, take);
            stream.got += take;
            if (stream.got == stream.length) {
                stream.got = 0;
                return sized(new Message(stream.type, stream.body));
            }
        }
    }

    private void header(Stream stream, int format) throws IOException {
        if (format < 3) {
            stream.extended = medium() == 0xFFFFFF;
        }
        if (format < 2) {
            stream.length = medium();
            stream.type = in.readUnsignedByte();
            stream.got = 0;
        }
        if (format == 0) {
            in.readInt();
        }
        if (stream.extended) {
            in.readInt();
        }
        if (stream.length > LARGEST) {
            throw new RtmpPush.Failure("NOT_RTMP", "an answer of " + stream.length + " bytes");
        }
        if (stream.got == 0) {
            stream.body = new byte[stream.length];
        }
    }

    private int medium() throws IOException {
        return in.readUnsignedByte() << 16 | in.readUnsignedShort();
    }

    private Message sized(Message message) throws IOException {
        byte[] body = message.body();
        if (message.type() == 1 && body.length >= 4) {
            int size = (body[0] & 0x7F) << 24 | (body[1] & 0xFF) << 16 | (body[2] & 0xFF) << 8 | body[3] & 0xFF;
            if (size < 1) {
                throw new RtmpPush.Failure("NOT_RTMP", "chunk size");
            }
            chunkSize = size;
        }
        return message;
    }

    /** The command in a message; null if it is none. */
    @Nullable
    Answer answer(Message message) {
        if (message.type() != 20 && message.type() != 17) {
            return null;
        }
        Amf amf = new Amf(message.body(), message.type() == 17 ? 1 : 0);
        List<@Nullable Object> values = new ArrayList<>();
        while (amf.more() && values.size() < 8) {
            values.add(amf.next());
        }
        String name = values.isEmpty() ? "" : String.valueOf(values.get(0));
        int number = values.size() > 1 && values.get(1) instanceof Double asked ? asked.intValue() : -1;
        return new Answer(name, number, values);
    }
}
