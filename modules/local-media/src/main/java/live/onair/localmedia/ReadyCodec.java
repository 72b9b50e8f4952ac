package live.onair.localmedia;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.FastThreadLocal;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of HTTP, as Netty's codec has it, which answers on the spot what is at hand: players ask for the same few small
 * files all the time. That is done only between requests, when all that came before is answered and has left; everything else
 * goes its way through the pipeline.
 */
final class ReadyCodec extends CombinedChannelDuplexHandler<HttpRequestDecoder, HttpResponseEncoder> {
    private static final FastThreadLocal<byte[]> HEADS = new FastThreadLocal<>() {
        @Override
        protected byte[] initialValue() {
            return new byte[SimpleHead.LONGEST];
        }
    };

    private final HttpHandler.Route route;
    private final Runnable seen;
    /** Of requests that went on, until they are answered. */
    private final Queue<HttpMethod> others = new ArrayDeque<>();

    private @Nullable ChannelFuture last;

    /**
     * For one connection.
     *
     * @param seen hears of each request that is answered here
     */
    ReadyCodec(HttpHandler.Route route, Runnable seen) {
        this.route = route;
        this.seen = seen;
        init(new Decoder(), new Encoder());
    }

    private boolean answered(ChannelHandlerContext context, ByteBuf in) {
        int there = Math.min(in.readableBytes(), SimpleHead.LONGEST);
        if (!others.isEmpty() || last != null && !last.isDone() || there == 0) {
            return false;
        }
        byte[] bytes = HEADS.get();
        in.getBytes(in.readerIndex(), bytes, 0, there);
        SimpleHead head = SimpleHead.of(bytes, there);
        ReadyReply ready = head == null ? null : route.ready(head.path(), head.query());
        if (head == null || ready == null) {
            return false;
        }
        in.skipBytes(head.length());
        seen.run();
        last = context.writeAndFlush(Unpooled.wrappedBuffer(ready.bytes()));
        return true;
    }

    private final class Decoder extends HttpRequestDecoder {
        /** Whether the next byte is the first of a request. */
        private boolean between = true;

        Decoder() {
            super(4096, 8192, 8192);
        }

        @Override
        protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
            if (between && answered(context, in)) {
                return;
            }
            int before = out.size();
            super.decode(context, in, out);
            between = false;
            for (Object message : out.subList(before, out.size())) {
                if (message instanceof HttpRequest request) {
                    others.add(request.method());
                }
                between = message instanceof LastHttpContent end
                        && end.decoderResult().isSuccess();
            }
        }
    }

    private final class Encoder extends HttpResponseEncoder {
        @Override
        protected boolean isContentAlwaysEmpty(HttpResponse response) {
            boolean goesOn = response.status().codeClass() == HttpStatusClass.INFORMATIONAL
                    && !response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
            HttpMethod asked = goesOn ? others.peek() : others.poll();
            return HttpMethod.HEAD.equals(asked) || super.isContentAlwaysEmpty(response);
        }
    }
}
