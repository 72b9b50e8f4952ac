package live.onair.localmedia;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** The listening sockets and the few threads that serve them. */
final class Doors implements AutoCloseable {
    private final EventLoopGroup accepting = new NioEventLoopGroup(1, new DefaultThreadFactory("doors-accept"));
    private final EventLoopGroup serving = new NioEventLoopGroup(
            Math.max(2, Runtime.getRuntime().availableProcessors()), new DefaultThreadFactory("doors"));
    private final List<Channel> open = new ArrayList<>();
    private final int idleSeconds;

    /** With the time after which a connection without a word is closed. */
    Doors(int idleSeconds) {
        this.idleSeconds = idleSeconds;
    }

    /** Where a door should be: its name, and whether another port will do when the wished one is taken. */
    record Wish(String name, String host, int port, boolean anyPort) {}

    int http(Wish wish, int largestBody, HttpHandler.Route route) {
        return open(wish, channel -> talk(channel, largestBody, route));
    }

    /** The same, where so many bytes come in a second; all at once while that is 0. */
    int throttled(Wish wish, int largestBody, HttpHandler.Route route, IntSupplier bytesPerSecond) {
        return open(wish, channel -> {
            channel.pipeline().addLast(new Throttle(bytesPerSecond));
            talk(channel, largestBody, route);
        });
    }

    private void talk(SocketChannel channel, int largestBody, HttpHandler.Route route) {
        IdleStateHandler idle = new IdleStateHandler(true, 0, 0, idleSeconds, TimeUnit.SECONDS);
        channel.pipeline()
                .addLast(new ReadyCodec(route, idle::resetReadTimeout))
                .addLast(idle)
                .addLast(new HttpServerKeepAliveHandler())
                .addLast(new HttpObjectAggregator(largestBody, true))
                .addLast(new FlowControlHandler())
                .addLast(new HttpHandler(route));
    }

    /** @return the port it got */
    int open(Wish wish, Consumer<SocketChannel> pipeline) {
        ChannelHandler setUp = new ChannelInitializer<SocketChannel>() {
            @Override
            protected void initChannel(SocketChannel channel) {
                pipeline.accept(channel);
            }
        };
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(accepting, serving)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 512)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(setUp);
        ChannelFuture bound = bootstrap.bind(wish.host(), wish.port()).awaitUninterruptibly();
        if (!bound.isSuccess() && wish.anyPort() && wish.port() != 0) {
            Log.info("port-taken-using-another", "door", wish.name(), "port", wish.port());
            bound = bootstrap.bind(wish.host(), 0).awaitUninterruptibly();
        }
        if (!bound.isSuccess()) {
            throw busy(wish, bound.cause());
        }
        open.add(bound.channel());
        return ((InetSocketAddress) bound.channel().localAddress()).getPort();
    }

    private static Media.StartFailure busy(Wish wish, Throwable cause) {
        String where = wish.host() + ":" + wish.port();
        return new Media.StartFailure(
                4,
                wish.name() + " 포트 " + where + "을(를) 열 수 없습니다 / the " + wish.name() + " port " + where
                        + " cannot be opened: " + cause.getMessage(),
                "그 포트를 쓰는 프로그램을 끝내거나 onair.media." + wish.name() + ".port를 바꾸십시오"
                        + " / end the program that uses it, or change onair.media." + wish.name() + ".port");
    }

    @Override
    public void close() {
        open.forEach(channel -> channel.close().awaitUninterruptibly(1000));
        accepting.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        serving.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2000);
    }
}
