package live.onair.localmedia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where viewers join a chat: a WebSocket (RFC 6455) on the viewers' port, for whoever brings a pass. */
final class ChatDoor {

    private static final Pattern ADDRESS = Pattern.compile("/storefront/v1/shows/([A-Za-z0-9-]{1,64})/chat");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final String SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int LARGEST = 4_096;
    /** So many bytes may wait for one reader. */
    private static final int BACKLOG = 256 << 10;

    private static final int BEAT_SECONDS = 20;
    private static final int SILENCE_SECONDS = 70;

    private final ChatRooms rooms;
    private final ChatIntake intake;
    private final ChatPass.Seal seal;
    private final Clock clock;
    private final int most;
    private final AtomicInteger taken = new AtomicInteger();

    ChatDoor(ChatRooms rooms, ChatPass.Seal seal, Clock clock, int most) {
        this.rooms = rooms;
        this.intake = new ChatIntake(rooms, rooms.judge(), clock);
        this.seal = seal;
        this.clock = clock;
        this.most = most;
    }

    /** The show of a viewer's path; null if it is no chat's. */
    static @Nullable String show(String path) {
        Matcher chat = ADDRESS.matcher(path);
        return chat.matches() ? chat.group(1) : null;
    }

    /** Lets the connection in: 401 without a pass of this show, 426 for one that does not speak WebSocket, 503 when it is full. */
    Reply answer(String show, HttpHandler.Request request) {
        String key = request.head().get("Sec-WebSocket-Key");
        String upgrade = request.head().get("Upgrade");
        if (key == null || !"websocket".equalsIgnoreCase(upgrade)) {
            return Reply.error(426, "no-websocket", "채팅은 WebSocket으로만 / The chat speaks WebSocket")
                    .with("Upgrade", "websocket");
        }
        String given = request.parameter("pass");
        ChatPass pass = seal.read(given == null ? "" : given, clock.instant());
        if (!pass.show().equals(show)) {
            return Reply.error(401, "wrong-pass", "다른 방송의 입장권입니다 / The pass is for another show");
        }
        long after = after(request.parameter("after"));
        if (taken.incrementAndGet() > most) {
            taken.decrementAndGet();
            return Reply.error(503, "full", "채팅이 가득 찼습니다 / The chat is full").with("Retry-After", "5");
        }
        return new Reply(101, Map.of("Upgrade", "websocket", "Sec-WebSocket-Accept", accepted(key)), new byte[0], null)
                .followed(channel -> begin(channel, pass, after));
    }

    private static long after(@Nullable String text) {
        try {
            return text == null ? -1 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Reply.Refused(400, "bad-number", "after is a number");
        }
    }

    private static String accepted(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + SALT).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void begin(Channel channel, ChatPass pass, long after) {
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(BACKLOG / 2, BACKLOG));
        channel.pipeline()
                .addLast(new WebSocket13FrameDecoder(true, false, LARGEST))
                .addLast(new WebSocket13FrameEncoder(false))
                .addLast(new IdleStateHandler(SILENCE_SECONDS, 0, 0, TimeUnit.SECONDS))
                .addLast(new Member(pass));
        channel.closeFuture().addListener(gone -> taken.decrementAndGet());
        channel.config().setAutoRead(true);
        rooms.join(channel, pass, after);
    }

    /** One connection of a member. */
    private final class Member extends SimpleChannelInboundHandler<WebSocketFrame> {

        private final ChatPass pass;
        private @Nullable ScheduledFuture<?> beat;

        Member(ChatPass pass) {
            this.pass = pass;
        }

        /** Beats whether anything was written or not: to watch each write would cost more than a sign now and then. */
        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            beat = context.executor()
                    .scheduleAtFixedRate(
                            () -> context.writeAndFlush(new PingWebSocketFrame()),
                            BEAT_SECONDS,
                            BEAT_SECONDS,
                            TimeUnit.SECONDS);
        }

        @Override
        public void handlerRemoved(ChannelHandlerContext context) {
            if (beat != null) {
                beat.cancel(false);
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            if (frame instanceof TextWebSocketFrame text && frame.isFinalFragment()) {
                said(context, text.text());
            } else if (frame instanceof PingWebSocketFrame) {
                context.writeAndFlush(new PongWebSocketFrame(frame.content().retain()));
            } else if (!(frame instanceof PongWebSocketFrame)) {
                bye(context, WebSocketCloseStatus.NORMAL_CLOSURE);
            }
        }

        private void said(ChannelHandlerContext context, String told) {
            String id;
            String text;
            try {
                JsonNode said = Json.parse(told.getBytes(StandardCharsets.UTF_8));
                id = Json.text(said, "id", "");
                text = Json.text(said, "say", "");
            } catch (IOException e) {
                bye(context, WebSocketCloseStatus.INVALID_PAYLOAD_DATA);
                return;
            }
            if (!ID.matcher(id).matches()) {
                bye(context, WebSocketCloseStatus.POLICY_VIOLATION);
                return;
            }
            Channel channel = context.channel();
            intake.say(pass, new ChatIntake.Words(id, text), new ChatIntake.Answer() {
                @Override
                public void kept(long offset) {
                    ObjectNode kept = Json.object().put("kind", "kept").put("id", id);
                    ChatFrames.send(channel, kept.put("offset", offset));
                }

                @Override
                public void refused(String why) {
                    ObjectNode refused = Json.object().put("kind", "refused").put("id", id);
                    ChatFrames.send(channel, refused.put("why", why));
                }
            });
        }

        private void bye(ChannelHandlerContext context, WebSocketCloseStatus why) {
            context.writeAndFlush(new CloseWebSocketFrame(why)).addListener(done -> context.close());
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
}
