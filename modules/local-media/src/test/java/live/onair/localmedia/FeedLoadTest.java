package live.onair.localmedia;

import static live.onair.localmedia.RunningMedia.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many follow one show, each over a socket of its own: what is put reaches all of them in under a second. Small here, 500
 * followers and 50 puts with {@code ./onair prove viewer-feed}.
 */
class FeedLoadTest {
    private static final int FOLLOWERS = Integer.getInteger("onair.proof.size", 50);
    private static final int PUTS = Math.max(5, FOLLOWERS / 10);
    private static final String BEGIN = "{\"put\":";

    @TempDir
    Path folder;

    @Test
    void what_is_put_reaches_every_follower_in_under_a_second() throws Exception {
        long[] begun = new long[PUTS];
        long[] done = new long[PUTS];
        try (RunningMedia media = RunningMedia.child(folder.resolve("state"));
                Crowd crowd = new Crowd()) {
            put(media, "shows/SH-1.json", "{\"id\":\"SH-1\"}");
            crowd.follow(media.port("viewer"));
            until(30, () -> crowd.heard() == 3 * FOLLOWERS);
            for (int i = 0; i < PUTS; i++) {
                int told = i + 1;
                begun[i] = System.nanoTime();
                put(media, "shows/SH-1/window.json", BEGIN + i + ",\"pins\":[{\"product\":\"PR-000001\"}]}");
                done[i] = System.nanoTime();
                until(10, () -> crowd.heard() == (3 + told) * FOLLOWERS);
            }
            long[] sinceDone = crowd.waits(done);
            long[] sinceBegun = crowd.waits(begun);
            assertThat(sinceDone).as("none missed").hasSize(PUTS * FOLLOWERS);
            System.out.printf(
                    "PROOF|viewer-feed|%d|0|%d followers, %d puts, none of %d missed: received p50 %d ms, p99 %d ms, at most"
                            + " %d ms after the acknowledged put; p99 %d ms after it was begun%n",
                    FOLLOWERS,
                    FOLLOWERS,
                    PUTS,
                    sinceDone.length,
                    at(sinceDone, 0.5),
                    at(sinceDone, 0.99),
                    at(sinceDone, 1),
                    at(sinceBegun, 0.99));
            assertThat(at(sinceDone, 0.99)).as("p99 in ms").isLessThan(1000);
        }
    }

    private static void put(RunningMedia media, String file, String text) {
        assertThat(media.call("PUT", "files/storefront/v1/" + file, text.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(204);
    }

    private static long at(long[] sorted, double part) {
        return Math.round(sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))] / 1_000_000d);
    }

    /** All the followers on one thread, by a selector. */
    private static final class Crowd implements AutoCloseable {
        private final Selector selector = Selector.open();
        private final List<SocketChannel> sockets = new ArrayList<>();
        private final AtomicInteger events = new AtomicInteger();
        private final long[][] received = new long[FOLLOWERS][PUTS];
        private volatile boolean over;

        Crowd() throws IOException {}

        void follow(int port) throws IOException {
            ByteBuffer ask = StandardCharsets.UTF_8.encode(
                    "GET /storefront/v1/shows/SH-1/feed HTTP/1.1\r\nHost: localhost\r\n\r\n");
            for (int i = 0; i < FOLLOWERS; i++) {
                SocketChannel socket = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
                socket.write(ask.duplicate());
                socket.configureBlocking(false);
                socket.register(selector, SelectionKey.OP_READ, new Reader(i));
                sockets.add(socket);
            }
            Thread all = new Thread(this::read, "crowd");
            all.setDaemon(true);
            all.start();
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

        int heard() {
            return events.get();
        }

        /** How long each put took to each follower since then, sorted; what was never heard is not in it. */
        long[] waits(long[] since) {
            return Arrays.stream(received)
                    .flatMapToLong(times -> java.util.stream.IntStream.range(0, PUTS)
                            .filter(i -> times[i] != 0)
                            .mapToLong(i -> Math.max(0, times[i] - since[i])))
                    .sorted()
                    .toArray();
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
                    line(all.substring(from, end));
                    from = end + 1;
                }
                rest = all.substring(from);
            }

            private void line(String line) {
                if (!line.startsWith("data: ")) {
                    return;
                }
                if (line.startsWith("data: " + BEGIN)) {
                    int begin = "data: ".length() + BEGIN.length();
                    int put = Integer.parseInt(line.substring(begin, line.indexOf(',', begin)));
                    received[number][put] = System.nanoTime();
                }
                events.incrementAndGet();
            }
        }
    }
}
