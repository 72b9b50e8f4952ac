package live.onair.localmedia;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Many who follow one show's feed, each over a socket of its own and all on one thread, by a selector. */
public final class Crowd implements AutoCloseable {

    private final Selector selector;
    private final List<SocketChannel> sockets = new ArrayList<>();
    private final Hearing hearing;
    private volatile boolean over;

    private Crowd(Hearing hearing) throws IOException {
        this.hearing = hearing;
        this.selector = Selector.open();
    }

    /** Is told each line of data, with the number of who has heard it, on the crowd's thread. */
    @FunctionalInterface
    public interface Hearing {
        /** One line of data, {@code data: } and all. */
        void heard(int who, String line);
    }

    /** So many follow the show from now on. */
    public static Crowd of(int followers, String host, int port, String show, Hearing hearing) throws IOException {
        Crowd crowd = new Crowd(hearing);
        ByteBuffer ask = StandardCharsets.UTF_8.encode(
                "GET /storefront/v1/shows/" + show + "/feed HTTP/1.1\r\nHost: localhost\r\n\r\n");
        for (int i = 0; i < followers; i++) {
            SocketChannel socket = SocketChannel.open(new InetSocketAddress(host, port));
            socket.write(ask.duplicate());
            socket.configureBlocking(false);
            socket.register(crowd.selector, SelectionKey.OP_READ, crowd.new Reader(i));
            crowd.sockets.add(socket);
        }
        Thread all = new Thread(crowd::read, "crowd");
        all.setDaemon(true);
        all.start();
        return crowd;
    }

    /** How long each event took to each follower since then, in nanoseconds, sorted; what was never heard is not in it. */
    public static long[] waits(long[][] received, long[] since) {
        return Arrays.stream(received)
                .flatMapToLong(times -> IntStream.range(0, since.length)
                        .filter(i -> times[i] != 0)
                        .mapToLong(i -> Math.max(0, times[i] - since[i])))
                .sorted()
                .toArray();
    }

    /** Within this many milliseconds that part of them was there. */
    public static long at(long[] sorted, double part) {
        return Math.round(sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))] / 1_000_000d);
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        try {
            while (!over) {
                selector.select(100);
                for (SelectionKey key : selector.selectedKeys()) {
                    buffer.clear();
                    int length = ((SocketChannel) key.channel()).read(buffer);
                    ((Reader) key.attachment())
                            .take(new String(buffer.array(), 0, Math.max(0, length), StandardCharsets.UTF_8));
                    if (length < 0) {
                        key.cancel();
                    }
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException | ClosedSelectorException e) {
            over = true;
        }
    }

    @Override
    public void close() throws IOException {
        over = true;
        selector.close();
        for (SocketChannel socket : sockets) {
            socket.close();
        }
    }

    /** One of them: puts lines together. */
    private final class Reader {
        private final int number;
        private String rest = "";

        private Reader(int number) {
            this.number = number;
        }

        private void take(String text) {
            String all = rest + text;
            int from = 0;
            for (int end = all.indexOf('\n'); end >= 0; end = all.indexOf('\n', from)) {
                String line = all.substring(from, end);
                if (line.startsWith("data: ")) {
                    hearing.heard(number, line);
                }
                from = end + 1;
            }
            rest = all.substring(from);
        }
    }
}
