package live.onair.localmedia;

import static live.onair.localmedia.RunningMedia.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
    private static final String BEGIN = "data: {\"put\":";

    @TempDir
    Path folder;

    @Test
    void what_is_put_reaches_every_follower_in_under_a_second() throws Exception {
        long[] begun = new long[PUTS];
        long[] done = new long[PUTS];
        AtomicInteger heard = new AtomicInteger();
        long[][] received = new long[FOLLOWERS][PUTS];
        try (RunningMedia media = RunningMedia.child(folder.resolve("state"))) {
            put(media, "shows/SH-1.json", "{\"id\":\"SH-1\"}");
            Crowd crowd = Crowd.of(FOLLOWERS, "127.0.0.1", media.port("viewer"), "SH-1", (who, line) -> {
                if (line.startsWith(BEGIN)) {
                    received[who][Integer.parseInt(line.substring(BEGIN.length(), line.indexOf(',')))] =
                            System.nanoTime();
                }
                heard.incrementAndGet();
            });
            until(30, () -> heard.get() == 3 * FOLLOWERS);
            for (int i = 0; i < PUTS; i++) {
                int told = i + 1;
                begun[i] = System.nanoTime();
                put(
                        media,
                        "shows/SH-1/window.json",
                        BEGIN.substring(6) + i + ",\"pins\":[{\"product\":\"PR-000001\"}]}");
                done[i] = System.nanoTime();
                until(10, () -> heard.get() == (3 + told) * FOLLOWERS);
            }
            crowd.close();
            long[] sinceDone = Crowd.waits(received, done);
            long[] sinceBegun = Crowd.waits(received, begun);
            assertThat(sinceDone).as("none missed").hasSize(PUTS * FOLLOWERS);
            System.out.printf(
                    "PROOF|viewer-feed|%d|0|%d followers, %d puts, none of %d missed: received p50 %d ms, p99 %d ms, at most"
                            + " %d ms after the acknowledged put; p99 %d ms after it was begun%n",
                    FOLLOWERS,
                    FOLLOWERS,
                    PUTS,
                    sinceDone.length,
                    Crowd.at(sinceDone, 0.5),
                    Crowd.at(sinceDone, 0.99),
                    Crowd.at(sinceDone, 1),
                    Crowd.at(sinceBegun, 0.99));
            assertThat(Crowd.at(sinceDone, 0.99)).as("p99 in ms").isLessThan(1000);
        }
    }

    private static void put(RunningMedia media, String file, String text) {
        assertThat(media.call("PUT", "files/storefront/v1/" + file, text.getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(204);
    }
}
