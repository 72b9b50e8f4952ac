package live.onair.localmedia;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.DecoderException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The RTMP handshake and chunk layer. Memory grows with the bytes that arrived, never with a length that was only
 * claimed, and is bounded in sum.
 */
final class RtmpChunks extends ByteToMessageDecoder {
    /** Enough for the commands before a publish is accepted. */
    static final int SMALL = 64 << 10;

    static final int LARGE = 8 << 20;
    private static final int HANDSHAKE = 1536;
    private static final int MOST_STREAMS = 16;
    static final int OUT_CHUNK = 4096;
    private static final int[] BASIC = {11, 7, 3, 0};
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A whole message. */
    record Message(int type, int stream, long timestamp, byte[] body) {}

    private static final class Stream {
        int type;
        int length;
        int stream;
        long timestamp;
        long delta;
        boolean extended;
        int got;
        byte[] body = new byte[0];
    }

    private enum Step {
        HELLO,
        ECHO,
        HEADER,
        BODY
    }

    private final Map<Integer, Stream> streams = new HashMap<>();
    private Step step = Step.HELLO;
    private @Nullable Stream current;
    private int leftInChunk;
    private int chunkSize = 128;
    private int limit = SMALL;
    private int held;
    private long window = 2_500_000;
    private long received;
    private long acknowledged;

    void limit(int bytes) {
        limit = bytes;
    }

    void chunkSize(int bytes) {
        if (bytes < 1) {
            throw new DecoderException("chunk size");
        }
        chunkSize = Math.min(bytes, 0xFFFFFF);
    }

    void window(int bytes) {
        window = Math.max(4096, bytes & 0xFFFFFFFFL);
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        int before = in.readableBytes();
        switch (step) {
            case HELLO -> hello(context, in);
            case ECHO -> {
                if (in.readableBytes() >= HANDSHAKE) {
                    in.skipBytes(HANDSHAKE);
                    step = Step.HEADER;
                }
            }
            case HEADER -> header(in);
            case BODY -> body(in, out);
        }
        received += before - in.readableBytes();
        if (received - acknowledged >= window) {
            acknowledged = received;
            context.writeAndFlush(message(2, 3, 0, int32((int) received)));
        }
    }

    private void hello(ChannelHandlerContext context, ByteBuf in) {
        if (in.getByte(in.readerIndex()) != 3) {
            throw new DecoderException("not RTMP");
        }
        if (in.readableBytes() < HANDSHAKE + 1) {
            return;
        }
        in.skipBytes(1);
        byte[] own = new byte[HANDSHAKE];
        RANDOM.nextBytes(own);
        Arrays.fill(own, 0, 8, (byte) 0);
        ByteBuf answer = context.alloc().buffer(2 * HANDSHAKE + 1).writeByte(3).writeBytes(own);
        context.writeAndFlush(answer.writeBytes(in, HANDSHAKE));
        step = Step.ECHO;
    }

    /** Reads a whole chunk header or nothing. */
    private void header(ByteBuf in) {
        in.markReaderIndex();
        int first = in.readUnsignedByte();
        int format = first >> 6;
        int more = (first & 63) == 0 ? 1 : (first & 63) == 1 ? 2 : 0;
        int basic = BASIC[format];
        if (in.readableBytes() < more + basic) {
            in.resetReaderIndex();
            return;
        }
        int id = more == 0 ? first & 63 : more == 1 ? 64 + in.readUnsignedByte() : 64 + in.readUnsignedShortLE();
        Stream stream = streams.computeIfAbsent(id, key -> new Stream());
        if (streams.size() > MOST_STREAMS) {
            throw new DecoderException("too many chunk streams");
        }
        long time = format < 3 ? in.readUnsignedMedium() : 0;
        boolean extended = format < 3 ? time == 0xFFFFFF : stream.extended;
        if (in.readableBytes() < (basic == 0 ? 0 : basic - 3) + (extended ? 4 : 0)) {
            in.resetReaderIndex();
            return;
        }
        fields(in, stream, format);
        stream.extended = extended;
        enter(stream, format, extended ? in.readUnsignedInt() : time);
    }

    private void enter(Stream stream, int format, long sent) {
        if (stream.got == 0) {
            begin(stream, format, format < 3 ? sent : 0);
        } else if (format < 2) {
            throw new DecoderException("a message began inside another");
        }
        current = stream;
        leftInChunk = Math.min(chunkSize, stream.length - stream.got);
        step = Step.BODY;
    }

    private void fields(ByteBuf in, Stream stream, int format) {
        if (format < 2) {
            int length = in.readUnsignedMedium();
            if (length > limit || stream.got > 0) {
                throw new DecoderException("message of " + length);
            }
            stream.length = length;
            stream.type = in.readUnsignedByte();
        }
        if (format == 0) {
            stream.stream = in.readIntLE();
        }
    }

    private static void begin(Stream stream, int format, long time) {
        if (format == 0) {
            stream.timestamp = time;
            stream.delta = 0;
        } else {
            stream.delta = format < 3 ? time : stream.delta;
            stream.timestamp += stream.delta;
        }
        stream.timestamp &= 0xFFFFFFFFL;
    }

    private void body(ByteBuf in, List<Object> out) {
        Stream stream = current;
        if (stream == null) {
            throw new DecoderException("no chunk");
        }
        int take = Math.min(leftInChunk, in.readableBytes());
        held += take;
        if (held > limit) {
            throw new DecoderException("too much at once");
        }
        if (stream.got + take > stream.body.length) {
            stream.body =
                    Arrays.copyOf(stream.body, Math.min(stream.length, Math.max(2 * stream.got, stream.got + take)));
        }
        in.readBytes(stream.body, stream.got, take);
        stream.got += take;
        leftInChunk -= take;
        if (leftInChunk == 0) {
            step = Step.HEADER;
            if (stream.got == stream.length) {
                out.add(new Message(stream.type, stream.stream, stream.timestamp, stream.body));
                held -= stream.got;
                stream.body = new byte[0];
                stream.got = 0;
            }
        }
    }

    static byte[] int32(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    static ByteBuf message(int chunkStream, int type, int stream, byte[] body) {
        return message(chunkStream, type, stream, 0, body);
    }

    /** The same with a time, in milliseconds; a late one does not fit into the header and stands before each chunk. */
    static ByteBuf message(int chunkStream, int type, int stream, long time, byte[] body) {
        boolean late = time >= 0xFFFFFF;
        ByteBuf out = Unpooled.buffer(body.length + 64);
        out.writeByte(chunkStream)
                .writeMedium(late ? 0xFFFFFF : (int) time)
                .writeMedium(body.length)
                .writeByte(type)
                .writeIntLE(stream);
        for (int at = 0; at == 0 || at < body.length; at += OUT_CHUNK) {
            if (at > 0) {
                out.writeByte(0xC0 | chunkStream);
            }
            if (late) {
                out.writeInt((int) time);
            }
            out.writeBytes(body, at, Math.min(OUT_CHUNK, body.length - at));
        }
        return out;
    }
}
