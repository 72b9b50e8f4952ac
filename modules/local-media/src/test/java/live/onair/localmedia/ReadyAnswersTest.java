package live.onair.localmedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept in memory for players is at each moment what lies in the folder, and is answered like it. */
class ReadyAnswersTest {
    private static final String MANIFEST = "/steering/v1/SH-1/default/7.json";

    @TempDir
    static Path folder;

    private static RunningMedia media;

    @BeforeAll
    static void open() throws IOException {
        media = RunningMedia.inside(folder.resolve("media"));
        put("SH-1", "branches.json", "{\"branches\":[{\"id\":\"default\"}]}");
        put("SH-1", "default/7.json", "{\"VERSION\":1}");
    }

    @AfterAll
    static void close() {
        media.close();
    }

    private static void put(String show, String path, String content) {
        ObjectNode body = Json.object();
        body.putObject("objects").put(path, content);
        media.does("PUT", "steering/" + show, body);
    }

    private static String text(String path) {
        return new String(media.gets("viewer", path).body(), StandardCharsets.UTF_8);
    }

    @Test
    void it_is_told_again_as_it_was_told_first() {
        put("SH-2", "default/7.json", "{\"VERSION\":1,\"ko\":\"방송\"}");
        String path = "/steering/v1/SH-2/default/7.json";
        HttpResponse<byte[]> first = media.gets("viewer", path);
        HttpResponse<byte[]> again = media.gets("viewer", path + "?_HLS_pathway=%22domestic%22");
        assertThat(new String(first.body(), StandardCharsets.UTF_8)).isEqualTo("{\"VERSION\":1,\"ko\":\"방송\"}");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(new TreeMap<>(again.headers().map()))
                .isEqualTo(new TreeMap<>(first.headers().map()))
                .containsKeys("content-security-policy", "accept-ranges", "cache-control", "x-content-type-options");
    }

    @Test
    void a_part_is_a_part_also_of_what_is_at_hand() {
        assertThat(text(MANIFEST)).isEqualTo("{\"VERSION\":1}");
        HttpResponse<byte[]> part = media.gets("viewer", MANIFEST, "Range", "bytes=2-8");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(new String(part.body(), StandardCharsets.UTF_8)).isEqualTo("VERSION");
    }

    @Test
    void whatever_was_put_or_taken_away_is_seen_at_once() {
        for (int i = 0; i < 50; i++) {
            put("SH-3", "default/7.json", "{\"TTL\":" + i + "}");
            assertThat(text("/steering/v1/SH-3/default/7.json")).isEqualTo("{\"TTL\":" + i + "}");
            assertThat(text("/steering/v1/SH-3/default/7.json")).isEqualTo("{\"TTL\":" + i + "}");
        }
        media.does("DELETE", "steering/SH-3", Json.object());
        assertThat(media.gets("viewer", "/steering/v1/SH-3/default/7.json").statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_somebody_changes_in_the_folder_is_seen_as_well() throws IOException {
        put("SH-4", "default/7.json", "old");
        assertThat(text("/steering/v1/SH-4/default/7.json")).isEqualTo("old");
        Path file = media.state.resolve("published/steering/v1/SH-4/default/7.json");
        Files.writeString(file, "by hand");
        await().untilAsserted(() ->
                assertThat(text("/steering/v1/SH-4/default/7.json")).isEqualTo("by hand"));
        Files.delete(file);
        await().untilAsserted(() -> assertThat(
                        media.gets("viewer", "/steering/v1/SH-4/default/7.json").statusCode())
                .isEqualTo(404));
    }

    @Test
    void readers_see_whole_files_and_none_is_older_than_one_that_was_seen() throws Exception {
        AtomicInteger written = new AtomicInteger();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= 100; i++) {
                put("SH-5", "default/7.json", (i + " ").repeat(300));
                written.set(i);
            }
        });
        int seen = 0;
        while (seen < 100 && !writer.isCompletedExceptionally()) {
            int least = Math.max(seen, written.get());
            HttpResponse<byte[]> answer = media.gets("viewer", "/steering/v1/SH-5/default/7.json");
            if (answer.statusCode() == 404 && least == 0) {
                continue;
            }
            String whole = new String(answer.body(), StandardCharsets.UTF_8);
            seen = Integer.parseInt(whole.substring(0, whole.indexOf(' ')));
            assertThat(seen).isGreaterThanOrEqualTo(least);
            assertThat(whole).isEqualTo((seen + " ").repeat(300));
        }
        writer.get();
    }

    /** All that comes until the server closes. */
    private static String answers(String... parts) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", media.port("viewer"))) {
            socket.setSoTimeout(10_000);
            socket.setTcpNoDelay(true);
            for (String part : parts) {
                socket.getOutputStream().write(part.getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String get(String path, String... headers) {
        StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return request.append("\r\n").toString();
    }

    private static List<String> statuses(String answers) {
        List<String> found = new ArrayList<>();
        answers.lines()
                .filter(line -> line.contains("HTTP/1.1 "))
                .forEach(line ->
                        found.add(line.substring(line.indexOf("HTTP/1.1 ") + 9).substring(0, 3)));
        return found;
    }

    @Test
    void requests_sent_without_waiting_are_answered_in_their_order() throws IOException {
        assertThat(text(MANIFEST)).isNotEmpty();
        String mixed = get(MANIFEST)
                + get("/steering/v1/SH-1/play.m3u8?v=one")
                + get(MANIFEST, "Range: bytes=0-0")
                + get(MANIFEST)
                + "HEAD " + MANIFEST + " HTTP/1.1\r\nHost: localhost\r\n\r\n"
                + get("/steering/v1/SH-1/default/8.json")
                + "PUT " + MANIFEST + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nGET"
                + get(MANIFEST)
                + get(MANIFEST, "Connection: close");
        assertThat(statuses(answers(mixed)))
                .containsExactly("200", "302", "206", "200", "200", "404", "405", "200", "200");
    }

    @Test
    void many_at_once_are_all_answered() throws IOException {
        assertThat(text(MANIFEST)).isNotEmpty();
        String all = get(MANIFEST).repeat(2000) + get(MANIFEST, "Connection: close");
        assertThat(statuses(answers(all))).hasSize(2001).containsOnly("200");
    }

    @Test
    void a_request_that_comes_in_pieces_is_answered_once() throws IOException {
        String whole = get(MANIFEST);
        for (int cut = 1; cut < whole.length(); cut += 7) {
            String all = answers(whole.substring(0, cut), whole.substring(cut), get(MANIFEST, "Connection: close"));
            assertThat(statuses(all)).as("cut at " + cut).containsExactly("200", "200");
        }
    }

    @Test
    void an_address_that_is_not_well_formed_is_still_refused() throws IOException {
        assertThat(text(MANIFEST)).isNotEmpty();
        assertThat(statuses(answers(get(MANIFEST + "?%zz", "Connection: close"))))
                .containsExactly("400");
    }
}
