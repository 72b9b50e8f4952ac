package live.onair.localmedia;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Lets what is written come at so many bytes a second, a little at a time, as by a line that is full: an answer begins at once, and
 * its body comes by and by. Netty's own traffic shaping delays each message as a whole, so that an answer would come late, and then fast.
 */
final class Throttle extends ChannelDuplexHandler {
    private static final int TICK_MILLIS = 50;
    private static final int MOST_AT_ONCE = 1 << 16;

    private final IntSupplier bytesPerSecond;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean ticking;

    /** What has not gone yet, or not all of it. */
    private record Waiting(Object message, ChannelPromise written) {}

    /** With how much may come now; 0 for all that there is. */
    Throttle(IntSupplier bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
        if (waiting.isEmpty() && bytesPerSecond.getAsInt() == 0) {
            context.write(message, written);
        } else {
            waiting.add(new Waiting(message, written));
        }
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        if (waiting.isEmpty()) {
            context.flush();
        } else if (!ticking) {
            tick(context);
        }
    }

    /** Sends a little, and comes back for the rest; a slow reader is waited for. */
    private void tick(ChannelHandlerContext context) {
        int rate = bytesPerSecond.getAsInt();
        long left = Math.max(1, (long) rate * TICK_MILLIS / 1000);
        try {
            while (left > 0
                    && !waiting.isEmpty()
                    && (rate == 0 || context.channel().isWritable())) {
                left -= rate == 0 ? whole(context) : some(context, (int) Math.min(left, MOST_AT_ONCE));
            }
        } catch (IOException gone) {
            context.close();
            return;
        }
        context.flush();
        ticking = !waiting.isEmpty();
        if (ticking) {
            context.executor().schedule(() -> tick(context), TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Writes what is left of the first; counts for nothing. */
    private int whole(ChannelHandlerContext context) {
        Waiting first = waiting.remove();
        context.write(first.message(), first.written());
        return 0;
    }

    /** Writes so many bytes of the first at most; says how many. */
    private int some(ChannelHandlerContext context, int most) throws IOException {
        Waiting first = waiting.element();
        if (first.message() instanceof ByteBuf bytes && bytes.readableBytes() > most) {
            context.write(bytes.readRetainedSlice(most));
            return most;
        }
        if (!(first.message() instanceof FileRegion file)) {
            waiting.remove();
            int size = first.message() instanceof ByteBuf bytes ? bytes.readableBytes() : 0;
            context.write(first.message(), first.written());
            return size;
        }
        ByteBuf piece = context.alloc().buffer(most);
        try {
            file.transferTo(new Into(piece, most), file.transferred());
        } catch (IOException gone) {
            piece.release();
            throw gone;
        }
        int size = piece.readableBytes();
        if (size > 0 && file.transferred() < file.count()) {
            context.write(piece);
        } else {
            waiting.remove();
            file.release();
            context.write(piece, first.written());
        }
        return size;
    }

    /** Takes so many bytes and no more. */
    private record Into(ByteBuf piece, int most) implements WritableByteChannel {
        @Override
        public int write(ByteBuffer from) {
            int size = Math.min(from.remaining(), most - piece.readableBytes());
            ByteBuffer part = from.slice(from.position(), size);
            piece.writeBytes(part);
            from.position(from.position() + size);
            return size;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // it is a part of the memory
        }
    }

    /** The connection is gone, and what waits goes nowhere. */
    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        for (Waiting one : waiting) {
            ReferenceCountUtil.release(one.message());
            one.written().tryFailure(new ClosedChannelException());
        }
        waiting.clear();
    }
}
