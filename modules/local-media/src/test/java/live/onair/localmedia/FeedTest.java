package live.onair.localmedia;

import static live.onair.localmedia.RunningMedia.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A published file can be followed: what is put is told, to all who follow, at once. */
class FeedTest {
    @TempDir
    static Path folder;

    private static RunningMedia media;

    @BeforeAll
    static void open() throws IOException {
        media = RunningMedia.inside(folder.resolve("state"), "feed.heartbeat.seconds", "1", "idle.seconds", "2");
    }

    @AfterAll
    static void close() {
        media.close();
    }

    private static void put(RunningMedia media, String show, String file, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        assertThat(media.call("PUT", "files/storefront/v1/shows/" + show + file + ".json", content)
                        .statusCode())
                .isEqualTo(204);
    }

    private static void remove(String show, String file) {
        media.call("DELETE", "files/storefront/v1/shows/" + show + file + ".json", new byte[0]);
    }

    private static Follower follow(String show) throws IOException {
        Follower follower = new Follower(media.port("viewer"), show);
        until(5, () -> follower.events.size() >= 3);
        return follower;
    }

    @Test
    void each_file_is_told_at_once_and_again_when_it_changes_or_goes() throws Exception {
        put(media, "SH-1", "", "{\n  \"id\": \"SH-1\",\r\n  \"title\": \"가을 <니트>\"\n}");
        put(media, "SH-1", "/window", "{\"pins\":[]}");
        try (Follower follower = follow("SH-1")) {
            assertThat(follower.status()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(String.join("\n", follower.head))
                    .contains("Content-Type: text/event-stream; charset=utf-8")
                    .contains("Access-Control-Allow-Origin: *")
                    .contains("Content-Security-Policy: ")
                    .contains("Cache-Control: no-store")
                    .contains("retry: 2000")
                    .doesNotContain("Set-Cookie");
            assertThat(follower.events).extracting(Follower.Event::name).containsExactly("show", "lineup", "window");
            assertThat(Json.parse(follower.last("show").getBytes(StandardCharsets.UTF_8))
                            .path("title")
                            .asText())
                    .isEqualTo("가을 <니트>");
            assertThat(follower.last("lineup")).isEqualTo("null");
            put(media, "SH-1", "/lineup", "{\"items\":[1]}");
            until(5, () -> follower.last("lineup").equals("{\"items\":[1]}"));
            put(media, "SH-1", "/lineup", "{\"items\":[1]}");
            put(media, "SH-1", "/other", "{\"nobody\":\"asked\"}");
            put(media, "SH-2", "/lineup", "{\"items\":[2]}");
            remove("SH-1", "/window");
            until(5, () -> follower.last("window").equals("null"));
            assertThat(follower.events).as("nothing else was told").hasSize(5);
            assertThat(follower.events).extracting(Follower.Event::id).isSorted();
        }
    }

    @Test
    void a_show_that_is_not_public_has_no_feed_and_one_that_ceases_to_be_says_so() throws Exception {
        assertThat(media.gets("viewer", "/storefront/v1/shows/SH-404/feed").statusCode())
                .isEqualTo(404);
        assertThat(media.gets("viewer", "/storefront/v1/shows/..%2fSH-404/feed").statusCode())
                .isEqualTo(404);
        put(media, "SH-3", "", "{\"id\":\"SH-3\"}");
        try (Follower follower = follow("SH-3")) {
            remove("SH-3", "");
            until(5, () -> follower.last("show").equals("null"));
            put(media, "SH-3", "", "{\"id\":\"SH-3\",\"again\":true}");
            until(5, () -> follower.last("show").contains("again"));
        }
    }

    @Test
    void heartbeats_keep_a_line_on_which_nothing_happens() throws Exception {
        put(media, "SH-4", "", "{}");
        try (Follower follower = follow("SH-4");
                Socket idle = new Socket("127.0.0.1", media.port("viewer"))) {
            assertThat(idle.getInputStream().read())
                    .as("an idle connection is closed")
                    .isEqualTo(-1);
            until(8, () -> follower.heartbeats >= 4);
            assertThat(follower.cut).isFalse();
        }
    }

    @Test
    void a_head_asks_and_does_not_follow() throws Exception {
        put(media, "SH-5", "", "{}");
        try (Follower asks = new Follower(media.port("viewer"), "HEAD", "SH-5")) {
            until(5, () -> asks.head.size() > 3);
            assertThat(asks.status()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(String.join("\n", asks.head)).contains("text/event-stream");
            until(8, () -> asks.cut);
            assertThat(asks.events).isEmpty();
        }
    }

    @Test
    void too_many_are_asked_to_come_later_and_a_place_that_is_left_is_free() throws Exception {
        try (RunningMedia few = RunningMedia.inside(folder.resolve("few"), "feed.followers", "1")) {
            put(few, "SH-6", "", "{}");
            Follower first = new Follower(few.port("viewer"), "SH-6");
            until(5, () -> first.events.size() == 3);
            var refused = few.gets("viewer", "/storefront/v1/shows/SH-6/feed");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("10");
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
            first.close();
            until(5, () -> {
                try (Follower next = new Follower(few.port("viewer"), "SH-6")) {
                    until(5, () -> !next.status().isEmpty());
                    return next.status().endsWith("200 OK");
                }
            });
            put(few, "SH-6", "", "{\"all\":\"gone\"}");
        }
    }

    @Test
    void one_who_reads_nothing_is_cut_and_the_others_miss_nothing() throws Exception {
        put(media, "SH-7", "", "{}");
        try (Socket slow = new Socket();
                Follower quick = follow("SH-7")) {
            slow.setReceiveBufferSize(4096);
            slow.connect(new InetSocketAddress("127.0.0.1", media.port("viewer")));
            Follower.ask(slow, "GET", "SH-7");
            String much = "x".repeat(500_000);
            int puts = 30;
            for (int i = 0; i < puts; i++) {
                put(media, "SH-7", "/window", "\"" + i + much + "\"");
            }
            until(10, () -> quick.events.size() == 3 + puts);
            assertThat(quick.last("window")).startsWith("\"" + (puts - 1) + "x");
            long read = 0;
            byte[] buffer = new byte[1 << 16];
            slow.setSoTimeout(10_000);
            for (int n = slow.getInputStream().read(buffer); n > 0; n = next(slow, buffer)) {
                read += n;
            }
            assertThat(read).as("the line ends before all was told").isLessThan((long) puts * much.length());
            assertThat(quick.cut).isFalse();
        }
    }

    /** What the kernel still had for a line that was cut, or its end. */
    private static int next(Socket slow, byte[] buffer) {
        try {
            return slow.getInputStream().read(buffer);
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("a reader who takes nothing is still connected", e);
        } catch (IOException reset) {
            return -1;
        }
    }

    @Test
    void after_a_kill_all_is_told_again_with_higher_numbers() throws Exception {
        try (RunningMedia child = RunningMedia.child(folder.resolve("killed"))) {
            put(child, "SH-8", "", "{\"id\":\"SH-8\"}");
            put(child, "SH-8", "/window", "{\"pins\":[1]}");
            Follower before = new Follower(child.port("viewer"), "SH-8");
            until(5, () -> before.events.size() == 3);
            child.kill();
            until(5, () -> before.cut);
            child.startChild();
            Follower after = new Follower(child.port("viewer"), "SH-8");
            until(5, () -> after.events.size() == 3);
            assertThat(after.last("window")).isEqualTo("{\"pins\":[1]}");
            assertThat(after.events.get(0).id())
                    .isGreaterThan(before.events.get(2).id());
            put(child, "SH-8", "/window", "{\"pins\":[2]}");
            until(5, () -> after.last("window").equals("{\"pins\":[2]}"));
            before.close();
            after.close();
        }
    }
}
