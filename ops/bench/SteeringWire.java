import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The net of {@code ./onair bench steering}: many kept HTTP/1.1 connections, one request at a time on each, one thread for all. */
final class SteeringWire implements AutoCloseable {

    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LOCATION = "location:".getBytes(StandardCharsets.US_ASCII);
    private static final int LARGEST = 16 << 10;

    /** Who asked. */
    interface Asker {
        /** The answer to the request under way; the line is free again. */
        void answered(Answer answer, long nanos) throws IOException;

        /** The connection ended with a request under way. */
        void lost();
    }

    /** An answer in the buffer it came in, which is whoever's comes next. */
    record Answer(int status, byte[] bytes, int body, int end, int head) {
        String text() {
            return new String(bytes, body, end - body, StandardCharsets.UTF_8);
        }

        String headers() {
            return new String(bytes, 0, head, StandardCharsets.US_ASCII);
        }

        /** Null without one. */
        String location() {
            int at = find(bytes, LOCATION, 0, head);
            if (at < 0) {
                return null;
            }
            int from = at + LOCATION.length;
            int to = from;
            while (bytes[to] != '\r') {
                to++;
            }
            return new String(bytes, from, to - from, StandardCharsets.US_ASCII).strip();
        }
    }

    private record Due(long at, Runnable what) {}

    private final Selector selector = Selector.open();
    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparingLong(Due::at));
    private final InetSocketAddress where;
    private long reconnects;

    SteeringWire(int port) throws IOException {
        where = new InetSocketAddress("127.0.0.1", port);
    }

    long reconnects() {
        return reconnects;
    }

    /** Later, on the one thread. */
    void at(long nanos, Runnable what) {
        due.add(new Due(nanos, what));
    }

    Line line(Asker asker) {
        return new Line(asker);
    }

    /** Until the instant, or until there is nothing to wait for. */
    void run(long until) throws IOException {
        for (long now = System.nanoTime(); now < until; now = System.nanoTime()) {
            while (!due.isEmpty() && due.peek().at() <= now) {
                due.poll().what().run();
            }
            long wait = Math.min(until, due.isEmpty() ? until : due.peek().at()) - now;
            selector.select(key -> ready((Line) key.attachment()), Math.max(1, wait / 1_000_000));
        }
    }

    private static void ready(Line line) {
        try {
            line.ready();
        } catch (IOException e) {
            line.end();
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    /** A connection, made when something is asked. */
    final class Line {

        private final Asker asker;
        private final byte[] bytes = new byte[LARGEST];
        private final ByteBuffer in = ByteBuffer.wrap(bytes);
        private SocketChannel channel;
        private byte[] asked;
        private long since;

        private Line(Asker asker) {
            this.asker = asker;
        }

        void ask(byte[] request) {
            asked = request;
            since = System.nanoTime();
            try {
                if (channel == null) {
                    channel = SocketChannel.open();
                    channel.configureBlocking(false);
                    channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
                    boolean there = channel.connect(where);
                    channel.register(selector, there ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
                    if (!there) {
                        return;
                    }
                }
                write();
            } catch (IOException e) {
                end();
            }
        }

        private void write() throws IOException {
            ByteBuffer out = ByteBuffer.wrap(asked);
            channel.write(out);
            if (out.hasRemaining()) {
                throw new IOException("a request that does not fit into a socket");
            }
        }

        private void ready() throws IOException {
            if (channel.isConnectionPending()) {
                channel.finishConnect();
                channel.keyFor(selector).interestOps(SelectionKey.OP_READ);
                write();
                return;
            }
            if (channel.read(in) < 0) {
                end();
                return;
            }
            Answer answer = whole();
            if (answer != null && asked != null) {
                long took = System.nanoTime() - since;
                in.clear();
                asked = null;
                asker.answered(answer, took);
            }
        }

        /** Null while something is missing. */
        private Answer whole() throws IOException {
            int there = in.position();
            int head = find(bytes, new byte[] {'\r', '\n', '\r', '\n'}, 0, there);
            if (head < 0) {
                return null;
            }
            int length = find(bytes, LENGTH, 0, head);
            int body = 0;
            for (int i = length + LENGTH.length; length >= 0 && bytes[i] != '\r'; i++) {
                body = bytes[i] == ' ' ? body : body * 10 + bytes[i] - '0';
            }
            int end = head + 4 + body;
            if (end > LARGEST || there > end) {
                throw new IOException("more than was asked for");
            }
            int status = (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
            return there < end ? null : new Answer(status, bytes, head + 4, end, head);
        }

        /** An idle connection may be ended by the server: the next request makes another. */
        private void end() {
            boolean waited = asked != null;
            asked = null;
            in.clear();
            try {
                channel.close();
            } catch (IOException e) {
                waited = true;
            }
            channel = null;
            if (waited) {
                asker.lost();
            } else {
                reconnects++;
            }
        }
    }

    /** Where it begins, whatever the case of letters; -1 without it. */
    private static int find(byte[] all, byte[] wanted, int from, int to) {
        outer:
        for (int i = from; i <= to - wanted.length; i++) {
            for (int j = 0; j < wanted.length; j++) {
                byte one = all[i + j];
                if ((one >= 'A' && one <= 'Z' ? one + 32 : one) != wanted[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }
}
