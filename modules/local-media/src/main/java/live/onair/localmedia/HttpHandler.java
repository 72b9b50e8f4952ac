package live.onair.localmedia;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.DefaultFileRegion;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One HTTP connection: a request at a time, answered when its route is done; a slow reader waits on his own socket. */
final class HttpHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    /** What a door answers. */
    interface Route {
        CompletionStage<Reply> answer(Request request);

        /** What it answers to everybody who reads this path, whatever the query, if that is at hand; null if it is not. */
        default @Nullable ReadyReply ready(String path, String query) {
            return null;
        }
    }

    /** A request without Netty in it. */
    record Request(String method, String path, Map<String, List<String>> query, Head head, byte[] body) {
        /** A query parameter; null without it. */
        @Nullable
        String parameter(String name) {
            List<String> values = query.getOrDefault(name, List.of());
            return values.isEmpty() ? null : values.get(0);
        }

        boolean reads() {
            return method.equals("GET") || method.equals("HEAD");
        }
    }

    /** The part of the head that routes may look at; {@code uri} is as it was sent. */
    record Head(String uri, String remote, HttpHeaders headers) {
        @Nullable
        String get(String name) {
            return headers.get(name);
        }
    }

    private final Route route;

    HttpHandler(Route route) {
        this.route = route;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest message) {
        context.channel().config().setAutoRead(false);
        boolean head = message.method().equals(HttpMethod.HEAD);
        String range = message.headers().get(HttpHeaderNames.RANGE);
        CompletionStage<Reply> answer;
        try {
            answer = message.decoderResult().isFailure()
                    ? CompletableFuture.completedFuture(Reply.text(400, "Bad request"))
                    : route.answer(request(context, message));
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        answer.whenComplete((reply, failure) ->
                context.executor().execute(() -> send(context, reply != null ? reply : failed(failure), head, range)));
    }

    private static Request request(ChannelHandlerContext context, FullHttpRequest message) {
        try {
            QueryStringDecoder uri = new QueryStringDecoder(message.uri());
            InetSocketAddress remote = (InetSocketAddress) context.channel().remoteAddress();
            Head head = new Head(message.uri(), remote.getAddress().getHostAddress(), message.headers());
            return new Request(
                    message.method().name(),
                    uri.path(),
                    uri.parameters(),
                    head,
                    ByteBufUtil.getBytes(message.content()));
        } catch (IllegalArgumentException e) {
            throw new Reply.Refused(400, "bad-address", "The address is not well-formed");
        }
    }

    private static Reply failed(@Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof Reply.Refused refused) {
            return Reply.error(refused);
        }
        Log.warn("request-failed", cause);
        return Reply.error(500, "failed", "The request failed; see the log of the media process");
    }

    private void send(ChannelHandlerContext context, Reply reply, boolean head, @Nullable String range) {
        if (reply.status() == 0) {
            context.close();
            return;
        }
        if (reply.taken() != null && !head) {
            handOver(context, reply, reply.taken());
            return;
        }
        if (reply.file() == null) {
            DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1,
                    HttpResponseStatus.valueOf(reply.status()),
                    head ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(reply.body()));
            headers(response.headers(), reply, reply.body().length);
            next(context, context.writeAndFlush(response));
            return;
        }
        try {
            sendFile(context, reply, reply.file(), head ? null : range, head);
        } catch (IOException e) {
            send(context, Reply.text(404, "Not found"), head, null);
        }
    }

    /** The head, without a length: what follows ends with the connection. Nothing of HTTP stays on it, no idle time either. */
    private static void handOver(ChannelHandlerContext context, Reply reply, Consumer<Channel> taken) {
        HttpResponse response =
                new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(reply.status()));
        headers(response.headers(), reply);
        boolean switches = reply.status() == HttpResponseStatus.SWITCHING_PROTOCOLS.code();
        response.headers()
                .set(HttpHeaderNames.CONNECTION, switches ? HttpHeaderValues.UPGRADE : HttpHeaderValues.CLOSE);
        context.writeAndFlush(response);
        ChannelPipeline pipeline = context.pipeline();
        while (pipeline.last() != null) {
            pipeline.removeLast();
        }
        taken.accept(context.channel());
    }

    private void sendFile(ChannelHandlerContext context, Reply reply, Path file, @Nullable String range, boolean head)
            throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        long size = channel.size();
        long[] part = ByteRange.of(range, size);
        if (part.length == 0) {
            channel.close();
            send(context, Reply.empty(416).with("Content-Range", "bytes */" + size), head, null);
            return;
        }
        boolean whole = range == null || part[1] == size && part[0] == 0;
        HttpResponse response = new DefaultHttpResponse(
                HttpVersion.HTTP_1_1,
                whole ? HttpResponseStatus.valueOf(reply.status()) : HttpResponseStatus.PARTIAL_CONTENT,
                ofFile(reply, part[1]));
        if (!whole) {
            String which = "bytes " + part[0] + "-" + (part[0] + part[1] - 1) + "/" + size;
            response.headers().set(HttpHeaderNames.CONTENT_RANGE, which);
        }
        context.write(response);
        if (head || part[1] == 0) {
            channel.close();
        } else {
            context.write(new DefaultFileRegion(channel, part[0], part[1]));
        }
        next(context, context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT));
    }

    private static void headers(HttpHeaders headers, Reply reply) {
        reply.headers().forEach(headers::set);
        headers.set("X-Content-Type-Options", "nosniff");
    }

    private static void headers(HttpHeaders headers, Reply reply, long length) {
        headers(headers, reply);
        if (reply.status() != 204) {
            headers.set(HttpHeaderNames.CONTENT_LENGTH, length);
        }
    }

    /** The headers of a file of which so many bytes are sent. */
    static HttpHeaders ofFile(Reply reply, long length) {
        HttpHeaders headers = new DefaultHttpHeaders().set(HttpHeaderNames.ACCEPT_RANGES, "bytes");
        headers(headers, reply, length);
        return headers;
    }

    private static void next(ChannelHandlerContext context, ChannelFuture written) {
        written.addListener(done -> {
            if (done.isSuccess()) {
                context.channel().config().setAutoRead(true);
            } else {
                context.close();
            }
        });
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent) {
            context.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
