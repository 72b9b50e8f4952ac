package live.onair.localmedia;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One RTMP connection: an encoder that wants to publish, and nothing else. */
final class RtmpPublisher extends SimpleChannelInboundHandler<RtmpChunks.Message> implements EncoderInput.Link {
    private static final int SECONDS_TO_PUBLISH = 10;
    private static final int WINDOW = 2_500_000;

    private final Channels channels;
    private final RtmpChunks chunks;
    private final Clock clock;
    private @Nullable ChannelHandlerContext context;
    private String app = "";
    private String encoder = "";
    private boolean asked;
    private @Nullable EncoderInput input;
    private @Nullable MediaChannel channel;

    RtmpPublisher(Channels channels, RtmpChunks chunks, Clock clock) {
        this.channels = channels;
        this.chunks = chunks;
        this.clock = clock;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        added.executor()
                .schedule(
                        () -> {
                            if (input == null) {
                                added.close();
                            }
                        },
                        SECONDS_TO_PUBLISH,
                        TimeUnit.SECONDS);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext on, RtmpChunks.Message message) {
        byte[] body = message.body();
        switch (message.type()) {
            case 1 -> chunks.chunkSize(number(body) & 0x7FFFFFFF);
            case 5 -> chunks.window(number(body));
            case 4 -> ping(on, body);
            case 8, 9, 18 -> media(on, message);
            case 20 -> command(on, message, new Amf(body, 0));
            case 17 -> command(on, message, new Amf(body, 1));
            default -> {}
        }
    }

    private static int number(byte[] body) {
        if (body.length < 4) {
            throw new DecoderException("control message too short");
        }
        return (body[0] & 255) << 24 | (body[1] & 255) << 16 | (body[2] & 255) << 8 | body[3] & 255;
    }

    private static void ping(ChannelHandlerContext on, byte[] body) {
        if (body.length >= 6 && body[0] == 0 && body[1] == 6) {
            byte[] pong = body.clone();
            pong[1] = 7;
            on.writeAndFlush(RtmpChunks.message(2, 4, 0, pong));
        }
    }

    private void media(ChannelHandlerContext on, RtmpChunks.Message message) {
        EncoderInput to = input;
        if (to == null) {
            return;
        }
        boolean known = switch (message.type()) {
            case 9 -> to.video(message.timestamp(), message.body(), clock.instant());
            case 8 -> to.audio(message.timestamp(), message.body());
            default -> metadata(to, message.body());
        };
        if (!known) {
            Log.info("codec-not-supported", "remote", to.remote);
            MediaChannel of = channel;
            channels.ask(() -> {
                if (of != null) {
                    of.refuse(to, "codec");
                }
                return true;
            });
            on.close();
        }
    }

    /** The name before the values is RTMP's, not FLV's. */
    private static boolean metadata(EncoderInput to, byte[] body) {
        Amf amf = new Amf(body, 0);
        int from = "@setDataFrame".equals(amf.next()) ? amf.position() : 0;
        Amf inner = new Amf(body, from);
        if ("onMetaData".equals(inner.next()) && inner.more() && inner.next() instanceof Map<?, ?> values) {
            to.metadata(Arrays.copyOfRange(body, from, body.length), values);
        }
        return true;
    }

    private void command(ChannelHandlerContext on, RtmpChunks.Message message, Amf amf) {
        Object name = amf.next();
        double transaction = amf.next() instanceof Double number ? number : 0;
        Object argument = amf.more() ? amf.next() : null;
        switch (String.valueOf(name)) {
            case "connect" -> connect(on, transaction, argument);
            case "createStream" -> say(on, 0, "_result", transaction, null, 1);
            case "publish" -> publish(on, message.stream(), String.valueOf(amf.next()));
            case "FCUnpublish", "deleteStream", "closeStream" -> on.close();
            default -> {}
        }
    }

    private void connect(ChannelHandlerContext on, double transaction, @Nullable Object argument) {
        if (argument instanceof Map<?, ?> wish) {
            app = String.valueOf(wish.get("app"));
            encoder = shown(wish.get("flashVer"));
        }
        on.write(RtmpChunks.message(2, 5, 0, RtmpChunks.int32(WINDOW)));
        byte[] bandwidth = Arrays.copyOf(RtmpChunks.int32(WINDOW), 5);
        bandwidth[4] = 2;
        on.write(RtmpChunks.message(2, 6, 0, bandwidth));
        on.write(RtmpChunks.message(2, 1, 0, RtmpChunks.int32(4096)));
        Map<String, Object> server = new LinkedHashMap<>();
        server.put("fmsVer", "FMS/3,5,7,7009");
        server.put("capabilities", 31);
        Map<String, Object> status = status("status", "NetConnection.Connect.Success", "connected");
        status.put("objectEncoding", 0);
        say(on, 0, "_result", transaction, server, status);
    }

    private static String shown(@Nullable Object text) {
        String name = text == null ? "" : text.toString().replaceAll("[^\\p{L}\\p{N} ./():_-]", "");
        return name.substring(0, Math.min(80, name.length()));
    }

    private static Map<String, Object> status(String level, String code, String description) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("level", level);
        status.put("code", code);
        status.put("description", description);
        return status;
    }

    private static void say(ChannelHandlerContext on, int stream, @Nullable Object... values) {
        on.writeAndFlush(RtmpChunks.message(3, 20, stream, Amf.write(values)));
    }

    private void publish(ChannelHandlerContext on, int stream, String name) {
        if (asked) {
            on.close();
            return;
        }
        asked = true;
        String key = name.indexOf('?') < 0 ? name : name.substring(0, name.indexOf('?'));
        InetSocketAddress remote = (InetSocketAddress) on.channel().remoteAddress();
        String from = remote.getAddress().getHostAddress() + ":" + remote.getPort();
        EncoderInput wanted = new EncoderInput(from, encoder, EncoderSeat.Keys.hash(key), this, clock.instant());
        channels.ask(() -> channels.publish(wanted, app))
                .whenComplete((found, failure) -> on.executor().execute(() -> {
                    if (found == null) {
                        refuse(on, stream, failure);
                    } else {
                        accept(on, stream, wanted, found);
                    }
                }));
    }

    private void accept(ChannelHandlerContext on, int stream, EncoderInput wanted, MediaChannel found) {
        channel = found;
        if (!on.channel().isActive()) {
            leave(wanted, found);
            return;
        }
        input = wanted;
        chunks.limit(RtmpChunks.LARGE);
        byte[] begin = new byte[6];
        begin[5] = (byte) stream;
        on.write(RtmpChunks.message(2, 4, 0, begin));
        say(on, stream, "onStatus", 0, null, status("status", "NetStream.Publish.Start", "publishing"));
        Log.info("encoder-connected", "channel", found.id, "remote", wanted.remote);
    }

    private static void refuse(ChannelHandlerContext on, int stream, @Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        String error = cause instanceof Reply.Refused refused ? refused.error : "failed";
        Log.info("encoder-refused", "reason", error);
        String code = error.equals("busy") ? "NetStream.Publish.BadName" : "NetStream.Publish.Denied";
        say(on, stream, "onStatus", 0, null, status("error", code, "refused: " + error));
        on.executor().schedule(() -> on.close(), 200, TimeUnit.MILLISECONDS);
    }

    private void leave(EncoderInput gone, MediaChannel from) {
        channels.ask(() -> {
            from.left(gone);
            return true;
        });
    }

    @Override
    public void channelInactive(ChannelHandlerContext on) {
        if (input != null && channel != null) {
            Log.info("encoder-gone", "channel", channel.id, "remote", input.remote);
            leave(input, channel);
        }
        on.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext on, Throwable cause) {
        Log.info("encoder-dropped", "why", String.valueOf(cause.getMessage()));
        on.close();
    }

    @Override
    public void reading(boolean on) {
        if (context != null) {
            context.channel().config().setAutoRead(on);
        }
    }

    @Override
    public void disconnect(String reason) {
        if (context != null) {
            Log.info("encoder-disconnected", "why", reason);
            context.close();
        }
    }
}
