package live.onair.awsstub.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerExpectContinueHandler;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Loopback HTTP, able to end a connection as rudely as a network does. */
public final class HttpDoor implements AutoCloseable {

    private static final int MOST_BYTES = 64 << 20;

    private final NioEventLoopGroup loop = new NioEventLoopGroup(1);
    private final ExecutorService hands = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "aws-stub");
        thread.setDaemon(true);
        return thread;
    });
    private final Function<Request, Reply> answering;
    private final Channel channel;

    public HttpDoor(Function<Request, Reply> answering) {
        this.answering = answering;
        channel = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel caller) {
                        caller.pipeline()
                                .addLast(new HttpServerCodec(), new HttpServerExpectContinueHandler())
                                .addLast(new HttpObjectAggregator(MOST_BYTES), new Caller());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + ((InetSocketAddress) channel.localAddress()).getPort());
    }

    @Override
    public void close() {
        hands.shutdownNow();
        channel.close().syncUninterruptibly();
        loop.shutdownGracefully(0, 2, java.util.concurrent.TimeUnit.SECONDS).syncUninterruptibly();
    }

    private final class Caller extends SimpleChannelInboundHandler<FullHttpRequest> {

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest from) {
            Request request = request(from);
            hands.execute(() -> reply(context.channel(), answering.apply(request)));
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close(); // the caller has hung up
        }
    }

    private static Request request(FullHttpRequest from) {
        Map<String, List<String>> headers = new TreeMap<>();
        from.headers()
                .forEach(header -> headers.computeIfAbsent(
                                header.getKey().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(header.getValue()));
        String uri = from.uri();
        int query = uri.indexOf('?');
        return new Request(
                from.method().name(),
                query < 0 ? uri : uri.substring(0, query),
                query < 0 ? "" : uri.substring(query + 1),
                headers,
                ByteBufUtil.getBytes(from.content()));
    }

    private static void reply(Channel to, Reply reply) {
        switch (reply.ending()) {
            case DROPPED -> to.close();
            case RESET -> {
                to.config().setOption(ChannelOption.SO_LINGER, 0);
                to.close();
            }
            case SENT -> {
                DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        HttpResponseStatus.valueOf(reply.status()),
                        Unpooled.wrappedBuffer(reply.body()));
                reply.headers().forEach(header -> response.headers().add(header.getKey(), header.getValue()));
                if (!response.headers().contains("Content-Length") && reply.status() != 204) {
                    response.headers().set("Content-Length", reply.body().length);
                }
                to.writeAndFlush(response);
            }
        }
    }
}
