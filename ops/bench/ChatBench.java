import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The viewers of {@code ./onair bench chat}, in a process of their own: so many join, some of them say something at an even
 * rate, and each counts what it gets. Arguments: the server's process id, viewers, lines a second, seconds, and where to join:
 * {@code ours STATE_FOLDER} or {@code peer PORT}; {@code storm} and {@code loud} instead of {@code ours} cut all of them at once
 * while lines go on, or let one of them say far more than they may. Prints one line of JSON.
 */
final class ChatBench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] LINE = "{\"kind\":\"line\",\"id\":\"bench-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OFFSET = ",\"offset\":".getBytes(StandardCharsets.US_ASCII);
    private static final String DIGITS = "가나다라마바아자차하";
    private static final int LONGEST_MILLIS = 20_000;
    /** So long a server is at it before its time is taken: neither is measured while its code is being compiled. */
    private static final int WARM_SECONDS = 10;

    private final int viewers;
    private final int rate;
    private final int warm;
    private final int lines;
    private final long[] sentAt;
    private final AtomicIntegerArray millis = new AtomicIntegerArray(LONGEST_MILLIS + 1);
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong doubled = new AtomicLong();
    private final AtomicLong disordered = new AtomicLong();
    private final AtomicLong gone = new AtomicLong();
    private final CountDownLatch joined;
    private final List<Channel> channels = new ArrayList<>();

    private ChatBench(int viewers, int rate, int seconds) {
        this.viewers = viewers;
        this.rate = rate;
        this.warm = rate * WARM_SECONDS;
        this.lines = warm + rate * seconds;
        this.sentAt = new long[lines];
        this.joined = new CountDownLatch(viewers);
    }

    public static void main(String[] args) throws Exception {
        long server = Long.parseLong(args[0]);
        ChatBench bench =
                new ChatBench(Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        System.out.println(
                switch (args[4]) {
                    case "storm" -> bench.storm(Path.of(args[5]));
                    case "loud" -> bench.loud(server, Path.of(args[5]));
                    default -> bench.run(server, args[4], args[5]);
                });
        System.exit(0);
    }

    private String run(long server, String who, String where) throws Exception {
        NioEventLoopGroup group = new NioEventLoopGroup(1);
        String[] addresses = who.equals("ours") ? ours(Path.of(where)) : peer(where);
        for (String address : addresses) {
            channels.add(join(group, URI.create(address), new Viewer()));
        }
        if (!joined.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException(joined.getCount() + " viewers could not join");
        }
        double before = 0;
        long begin = System.nanoTime();
        for (int i = 0; i < lines; i++) {
            if (i == warm) {
                before = cpu(server);
            }
            long due = begin + i * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            sentAt[i] = System.nanoTime();
            channels.get(i % (2 * rate) % viewers).writeAndFlush(new TextWebSocketFrame(said(i)));
        }
        long wanted = (long) lines * viewers;
        long until = System.nanoTime() + 10_000_000_000L;
        while (delivered.get() < wanted && System.nanoTime() < until) {
            LockSupport.parkNanos(5_000_000);
        }
        double used = cpu(server) - before;
        ObjectNode told = JSON.createObjectNode();
        told.put("viewers", viewers).put("rate", rate).put("delivered", delivered.get());
        told.put("lost", wanted - delivered.get() + doubled.get());
        told.put("doubled", doubled.get()).put("disordered", disordered.get()).put("gone", gone.get());
        told.put("p50", quantile(0.5)).put("p99", quantile(0.99)).put("cpu", Math.round(used * 100) / 100.0);
        return told.put("perCpuSecond", Math.round((delivered.get() - (long) warm * viewers) / Math.max(0.01, used))).toString();
    }

    /**
     * All but those who talk are cut at once, and each comes back as the viewers' page does: after half a second to one and a
     * half, twice as long each time, from where it knows the chat.
     */
    private String storm(Path state) throws Exception {
        NioEventLoopGroup group = new NioEventLoopGroup(1);
        String[] addresses = ours(state);
        int talkers = 2 * rate;
        List<Viewer> all = new ArrayList<>();
        for (String address : addresses) {
            Viewer viewer = new Viewer();
            all.add(viewer);
            channels.add(join(group, URI.create(address), viewer));
        }
        if (!joined.await(120, TimeUnit.SECONDS)) {
            throw new IllegalStateException(joined.getCount() + " viewers could not join");
        }
        long begin = System.nanoTime();
        CountDownLatch back = new CountDownLatch(viewers - talkers);
        long cutAt = 0;
        AtomicLong backAfter = new AtomicLong();
        for (int i = 0; i < lines; i++) {
            if (i == warm) {
                cutAt = System.nanoTime();
                for (int j = talkers; j < viewers; j++) {
                    all.get(j).comesBack(group, addresses[j], back, cutAt, backAfter);
                }
            }
            long due = begin + i * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            sentAt[i] = System.nanoTime();
            channels.get(i % talkers).writeAndFlush(new TextWebSocketFrame(said(i)));
        }
        boolean whole = back.await(60, TimeUnit.SECONDS);
        long wanted = (long) lines * viewers;
        long until = System.nanoTime() + 20_000_000_000L;
        while (delivered.get() - doubled.get() < wanted && System.nanoTime() < until) {
            LockSupport.parkNanos(5_000_000);
        }
        ObjectNode told = JSON.createObjectNode().put("viewers", viewers - talkers).put("rate", rate);
        told.put("back", viewers - talkers - back.getCount()).put("allBackMillis", whole ? backAfter.get() / 1_000_000 : -1);
        told.put("lost", wanted - delivered.get() + doubled.get());
        return told.put("doubled", doubled.get()).put("disordered", disordered.get()).toString();
    }

    /** One member says {@code rate} lines a second; the server's heap after a full collection, before and after. */
    private String loud(long server, Path state) throws Exception {
        NioEventLoopGroup group = new NioEventLoopGroup(1);
        for (String address : ours(state)) {
            channels.add(join(group, URI.create(address), new Viewer()));
        }
        if (!joined.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException(joined.getCount() + " viewers could not join");
        }
        shout(0, warm);
        long before = heapKilobytes(server);
        shout(warm, lines);
        long after = heapKilobytes(server);
        ObjectNode told = JSON.createObjectNode().put("viewers", viewers).put("rate", rate).put("sent", lines);
        told.put("deliveredToEach", delivered.get() / viewers).put("gone", gone.get());
        told.put("heapBeforeKb", before).put("heapAfterKb", after);
        return told.put("heapTimes", Math.round(100.0 * after / before) / 100.0).toString();
    }

    private void shout(int from, int to) {
        long begin = System.nanoTime();
        for (int i = from; i < to; i++) {
            long due = begin + (i - from) * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            sentAt[i] = System.nanoTime();
            channels.get(0).writeAndFlush(new TextWebSocketFrame(said(i)));
        }
    }

    /** What is used of the heap when all is collected that can be. */
    private static long heapKilobytes(long pid) throws Exception {
        jcmd(pid, "GC.run");
        var used = java.util.regex.Pattern.compile("used (\\d+)K").matcher(jcmd(pid, "GC.heap_info"));
        long sum = 0;
        // young and old generation; what lies beside the heap is named last
        for (int i = 0; i < 2 && used.find(); i++) {
            sum += Long.parseLong(used.group(1));
        }
        return sum;
    }

    private static String jcmd(long pid, String command) throws Exception {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String told = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IllegalStateException(told);
        }
        return told;
    }

    private static String said(int number) {
        StringBuilder text = new StringBuilder("{\"id\":\"bench-%07d\",\"say\":\"상품 정말 좋아요 ".formatted(number));
        for (char digit : Integer.toString(number).toCharArray()) {
            text.append(DIGITS.charAt(digit - '0'));
        }
        return text.append("\"}").toString();
    }

    private String[] ours(Path state) throws Exception {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var media = JSON.readTree(Files.readAllBytes(state.resolve("media.json"))).path("ports");
        String control = "http://127.0.0.1:" + media.path("control").asInt() + "/v1/chat/";
        String token = Files.readString(state.resolve("token")).strip();
        String show = "SH-BENCH-" + System.nanoTime() % 100_000;
        call(http, control + "rooms/" + show, token, "PUT", "{}");
        String[] addresses = new String[viewers];
        for (int i = 0; i < viewers; i++) {
            String wanted = "{\"show\":\"%s\",\"member\":\"m-%d\",\"name\":\"손님 %d\",\"can\":[\"say\"],\"seconds\":600}"
                    .formatted(show, i, i);
            String pass = JSON.readTree(call(http, control + "passes", token, "POST", wanted))
                    .path("pass")
                    .asText();
            addresses[i] = "ws://127.0.0.1:" + media.path("viewer").asInt() + "/storefront/v1/shows/" + show
                    + "/chat?pass=" + pass;
        }
        return addresses;
    }

    private static String call(HttpClient http, String url, String token, String method, String body)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(url + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private String[] peer(String port) {
        String[] addresses = new String[viewers];
        java.util.Arrays.fill(addresses, "ws://127.0.0.1:" + port + "/");
        return addresses;
    }

    private Channel join(NioEventLoopGroup group, URI address, Viewer viewer) throws InterruptedException {
        return joining(group, address, viewer).sync().channel();
    }

    private static ChannelFuture joining(NioEventLoopGroup group, URI address, Viewer viewer) {
        return new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpClientCodec())
                                .addLast(new HttpObjectAggregator(8192))
                                .addLast(new WebSocketClientProtocolHandler(WebSocketClientHandshakerFactory.newHandshaker(
                                        address, WebSocketVersion.V13, null, false, new DefaultHttpHeaders(), 4 << 20)))
                                .addLast(viewer);
                    }
                })
                .connect(address.getHost(), address.getPort());
    }

    /** User and system time of a process, in seconds: fields 14 and 15 of proc(5). */
    private static double cpu(long pid) throws Exception {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }

    private int quantile(double share) {
        long left = (long) (share * delivered.get());
        for (int i = 0; i <= LONGEST_MILLIS; i++) {
            left -= millis.get(i);
            if (left <= 0) {
                return i;
            }
        }
        return LONGEST_MILLIS;
    }

    /** One of them: what it has got, and in which order. */
    @ChannelHandler.Sharable
    private final class Viewer extends SimpleChannelInboundHandler<TextWebSocketFrame> {

        private final BitSet got = new BitSet(lines);
        private long last = -1;
        private volatile Channel channel;
        private volatile Runnable welcomed = joined::countDown;
        private volatile Runnable cut = gone::incrementAndGet;

        /** Is cut now, and comes back by itself until it is in. */
        void comesBack(NioEventLoopGroup group, String address, CountDownLatch back, long cutAt, AtomicLong backAfter) {
            welcomed = () -> {
                cut = gone::incrementAndGet;
                backAfter.accumulateAndGet(System.nanoTime() - cutAt, Math::max);
                back.countDown();
            };
            int[] tries = {0};
            cut = () -> group.schedule(
                    () -> joining(group, URI.create(address + "&after=" + last), this),
                    (long) (Math.min(20_000, 1_000 << tries[0]++) * (0.5 + Math.random())),
                    TimeUnit.MILLISECONDS);
            channel.close();
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            channel = context.channel();
            context.fireChannelActive();
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
            ByteBuf bytes = frame.content();
            byte[] all = new byte[bytes.readableBytes()];
            bytes.readBytes(all);
            long now = System.nanoTime();
            for (int at = find(all, LINE, 0); at >= 0; at = find(all, LINE, at + LINE.length)) {
                int number = (int) number(all, at + LINE.length);
                long place = number(all, find(all, OFFSET, at) + OFFSET.length);
                if (got.get(number)) {
                    doubled.incrementAndGet();
                }
                if (place <= last) {
                    disordered.incrementAndGet();
                }
                last = place;
                got.set(number);
                delivered.incrementAndGet();
                millis.incrementAndGet((int) Math.min(LONGEST_MILLIS, (now - sentAt[number]) / 1_000_000));
            }
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
                welcomed.run();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            cut.run();
        }
    }

    private static int find(byte[] all, byte[] wanted, int from) {
        outer:
        for (int i = from; i <= all.length - wanted.length; i++) {
            for (int j = 0; j < wanted.length; j++) {
                if (all[i + j] != wanted[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }

    private static long number(byte[] all, int from) {
        long number = 0;
        for (int i = from; i < all.length && all[i] >= '0' && all[i] <= '9'; i++) {
            number = number * 10 + all[i] - '0';
        }
        return number;
    }
}
