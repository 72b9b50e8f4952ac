package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Text frames of RFC 6455 as a server sends them, unmasked. A window's lines are written once, as one array, and each
 * connection gets the same bytes, outside the heap so that none of them is copied on its way. What goes to many is handed to
 * each of the threads that write once, not for each connection.
 */
final class ChatFrames {

    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int SHORT = 126;
    private static final int LONG = 127;

    private ChatFrames() {}

    static ByteBuf of(JsonNode told) {
        byte[] bytes = Json.bytes(told);
        ByteBuf frame =
                PooledByteBufAllocator.DEFAULT.directBuffer(bytes.length + 10).writeByte(TEXT);
        if (bytes.length < SHORT) {
            frame.writeByte(bytes.length);
        } else if (bytes.length <= 0xFFFF) {
            frame.writeByte(SHORT).writeShort(bytes.length);
        } else {
            frame.writeByte(LONG).writeLong(bytes.length);
        }
        return frame.writeBytes(bytes);
    }

    /** To one. */
    static void send(Channel channel, JsonNode told) {
        ArrayNode one = Json.array();
        one.add(told);
        write(channel, of(one));
    }

    /** To all; a reader who lets too much wait is cut, and the others feel nothing. */
    static void send(Collection<Channel> channels, ArrayNode told) {
        Map<EventLoop, List<Channel>> writers = new IdentityHashMap<>();
        channels.forEach(channel -> writers.computeIfAbsent(channel.eventLoop(), loop -> new ArrayList<>())
                .add(channel));
        ByteBuf frame = of(told);
        writers.forEach((writer, theirs) -> {
            frame.retain();
            writer.execute(() -> {
                try {
                    theirs.forEach(channel -> write(channel, frame.retainedDuplicate()));
                } finally {
                    frame.release();
                }
            });
        });
        frame.release();
    }

    /** Says good-bye with a status of RFC 6455 and a word for the page, and goes. */
    static void bye(Channel channel, int status, String why) {
        byte[] word = why.getBytes(StandardCharsets.US_ASCII);
        ByteBuf frame = Unpooled.buffer(word.length + 4).writeByte(CLOSE);
        frame.writeByte(word.length + 2).writeShort(status).writeBytes(word);
        channel.writeAndFlush(frame).addListener(ChannelFutureListener.CLOSE);
    }

    /** Past what makes frames of others' messages: this is one already. */
    private static void write(Channel channel, ByteBuf frame) {
        ChannelHandlerContext nearest = channel.pipeline().firstContext();
        if (channel.isWritable() && nearest != null) {
            nearest.writeAndFlush(frame, channel.voidPromise());
        } else {
            frame.release();
            channel.close();
        }
    }
}
