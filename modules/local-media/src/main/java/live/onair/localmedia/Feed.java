package live.onair.localmedia;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Published files that can be followed, as Server-Sent Events: those of a show, each at once and again whenever it is put
 * anew or removed. A change is read and encoded once for all who follow it. Whoever takes too little is cut and connects
 * again: the rest feels nothing. It knows files, not what is in them.
 */
final class Feed {
    /** So many bytes may wait for one reader; a line-up with all its sellers has some twenty thousand. */
    static final int BACKLOG = 1 << 20;

    private static final String SHOWS = "storefront/v1/shows/";
    private static final String SHOW = "show";
    private static final List<String> EVENTS = List.of(SHOW, "lineup", "window");
    private static final Pattern FILE = Pattern.compile(SHOWS + "([^/]+?)(?:/(lineup|window))?\\.json");
    private static final Pattern ADDRESS = Pattern.compile("/" + SHOWS + "([^/]+)/feed");
    private static final byte[] NOTHING = "null".getBytes(StandardCharsets.UTF_8);

    private final PublishedFiles files;
    private final Bounds bounds;
    private final Map<String, Topic> topics = new HashMap<>();
    private final ByteBuf welcome = text("retry: 2000\n\n");
    private final ByteBuf heartbeat = text(":\n\n");
    private int taken;
    /** Grows over restarts too. */
    private long number = System.currentTimeMillis();

    /**
     * How many may follow at once, and how often they hear that the line is alive.
     *
     * @param followers more are asked to come later
     */
    record Bounds(int followers, int heartbeatSeconds) {}

    Feed(PublishedFiles files, Bounds bounds) {
        this.files = files;
        this.bounds = bounds;
        files.onChange(this::changed);
    }

    /** The show of a viewer's path; null if it is no feed's. */
    static @Nullable String show(String path) {
        Matcher feed = ADDRESS.matcher(path);
        return feed.matches() ? feed.group(1) : null;
    }

    /** Lets the connection follow this show: 404 for one that is not public, 503 when too many follow. */
    Reply answer(String show, boolean head) {
        if (files.find(path(show, SHOW)) == null) {
            return Reply.text(404, "찾을 수 없습니다 / Not found").with("Cache-Control", "max-age=2");
        }
        Reply stream = new Reply(200, Map.of("Content-Type", "text/event-stream; charset=utf-8"), new byte[0], null)
                .with("Cache-Control", "no-store, no-transform")
                .with("X-Accel-Buffering", "no");
        if (head) {
            return stream;
        }
        return take() ? stream.followed(channel -> follow(show, channel)) : full();
    }

    private static Reply full() {
        return Reply.error(503, "too-many-followers", "지금은 이어 받을 수 없습니다 / Too many follow, read the file instead")
                .with("Retry-After", "10");
    }

    private static String path(String show, String event) {
        return SHOWS + show + (event.equals(SHOW) ? "" : "/" + event) + ".json";
    }

    private synchronized boolean take() {
        if (taken >= bounds.followers()) {
            return false;
        }
        taken++;
        return true;
    }

    /** From here on the connection speaks no HTTP. */
    private void follow(String show, Channel channel) {
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(BACKLOG / 2, BACKLOG));
        channel.pipeline().addLast(new Deaf());
        channel.config().setAutoRead(true);
        join(show, channel);
        int pause = bounds.heartbeatSeconds();
        Future<?> beats =
                channel.eventLoop().scheduleAtFixedRate(() -> send(channel, heartbeat), pause, pause, TimeUnit.SECONDS);
        channel.closeFuture().addListener(gone -> {
            beats.cancel(false);
            leave(show, channel);
        });
    }

    private synchronized void join(String show, Channel channel) {
        Topic topic = topics.computeIfAbsent(show, Topic::new);
        topic.followers.add(channel);
        channel.write(welcome.retainedDuplicate());
        topic.frames.values().forEach(frame -> channel.write(frame.bytes.retainedDuplicate()));
        channel.flush();
    }

    private synchronized void leave(String show, Channel channel) {
        taken--;
        Topic topic = topics.get(show);
        if (topic != null && topic.followers.remove(channel) && topic.followers.isEmpty()) {
            topics.remove(show);
            topic.frames.values().forEach(frame -> frame.bytes.release());
        }
    }

    /** How many follow now. */
    synchronized int followers() {
        return taken;
    }

    private void changed(String file) {
        Matcher followed = FILE.matcher(file);
        if (followed.matches()) {
            changed(followed.group(1), followed.group(2) == null ? SHOW : followed.group(2));
        }
    }

    /** Reads again instead of believing a writer: of two who write at once, what lies there last is told last. */
    private synchronized void changed(String show, String event) {
        Topic topic = topics.get(show);
        Frame frame = topic == null ? null : topic.look(event);
        if (topic != null && frame != null) {
            List.copyOf(topic.followers).forEach(follower -> send(follower, frame.bytes));
        }
    }

    /** A reader who lets too much wait is cut: what it has missed it gets when it connects again. */
    private static void send(Channel channel, ByteBuf bytes) {
        if (channel.isWritable()) {
            channel.writeAndFlush(bytes.retainedDuplicate());
        } else if (channel.isOpen()) {
            channel.close();
        }
    }

    private static ByteBuf text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Unpooled.directBuffer(bytes.length).writeBytes(bytes);
    }

    /** A file as it goes over the line: encoded, and as it was. */
    private record Frame(byte[] content, ByteBuf bytes) {}

    /** Those who follow one show, and what they were told last. */
    private final class Topic {
        private final String show;
        private final Set<Channel> followers = new LinkedHashSet<>();
        private final Map<String, Frame> frames = new LinkedHashMap<>();

        private Topic(String show) {
            this.show = show;
            EVENTS.forEach(this::look);
        }

        /** Reads the file; null if it is as it was told last. */
        private @Nullable Frame look(String event) {
            byte[] content = content(files.find(path(show, event)));
            Frame before = frames.get(event);
            if (before != null && Arrays.equals(before.content, content)) {
                return null;
            }
            byte[] head = ("event: " + event + "\nid: " + ++number + "\ndata: ").getBytes(StandardCharsets.UTF_8);
            ByteBuf bytes = Unpooled.directBuffer(head.length + content.length + 2);
            bytes.writeBytes(head).writeBytes(content).writeByte('\n').writeByte('\n');
            Frame frame = new Frame(content, bytes);
            frames.put(event, frame);
            if (before != null) {
                before.bytes.release();
            }
            return frame;
        }

        /** One line: between the words of a JSON text a line's end is as good as a space, and inside them it cannot be. */
        private byte[] content(@Nullable Path file) {
            try {
                byte[] content = file == null ? NOTHING : Files.readAllBytes(file);
                for (int i = 0; i < content.length; i++) {
                    content[i] = content[i] == '\n' || content[i] == '\r' ? (byte) ' ' : content[i];
                }
                return content;
            } catch (NoSuchFileException removed) {
                return NOTHING;
            } catch (IOException e) {
                Log.warn("followed-file-unreadable", e);
                return NOTHING;
            }
        }
    }

    /** A follower listens and says nothing; one that speaks is no follower. */
    private static final class Deaf extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ReferenceCountUtil.release(message);
            context.close();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
