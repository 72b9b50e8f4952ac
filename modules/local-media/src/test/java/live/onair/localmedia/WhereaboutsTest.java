package live.onair.localmedia;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import live.onair.testkit.FakeClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Players that are not where their order has sent them are counted by what they ask, whoever's page they are on. */
class WhereaboutsTest {
    private static final String MANIFEST = "/steering/v1/SH-1/kr/7.json";
    private static final String AT_DOMESTIC = "_HLS_pathway=domestic&_HLS_throughput=5140000";
    private static final String AT_GLOBAL = "_HLS_pathway=global&_HLS_throughput=5140000";

    private final FakeClock clock = new FakeClock();
    private final Whereabouts whereabouts = new Whereabouts(clock);

    private static byte[] order(int ttl, String... pathways) {
        ObjectNode manifest = Json.object().put("VERSION", 1).put("TTL", ttl);
        var order = manifest.putArray("PATHWAY-PRIORITY");
        List.of(pathways).forEach(order::add);
        return Json.bytes(manifest);
    }

    private JsonNode told() {
        clock.advance(Duration.ofSeconds(10));
        ObjectNode page = Json.object();
        whereabouts.tell(0, page);
        return page.path("orders");
    }

    @Test
    void who_is_elsewhere_counts_once_his_order_has_stood_for_two_of_its_lives() {
        whereabouts.sends(MANIFEST, order(10, "domestic", "global"));
        clock.advance(Duration.ofSeconds(19));
        whereabouts.asked(MANIFEST, AT_GLOBAL);
        assertThat(told()).as("he may not have been told yet").isEmpty();
        whereabouts.asked(MANIFEST, AT_GLOBAL);
        whereabouts.asked(MANIFEST, AT_DOMESTIC);
        whereabouts.asked(MANIFEST, "v=1&_HLS_pathway=%22domestic%22");
        JsonNode row = told().path(0);
        assertThat(row.path("show").asText()).isEqualTo("SH-1");
        assertThat(row.path("branch").asText()).isEqualTo("kr");
        assertThat(row.path("pathway").asText()).isEqualTo("domestic");
        assertThat(row.path("asked").asInt()).isEqualTo(3);
        assertThat(row.path("elsewhere").asInt()).isEqualTo(1);
        assertThat(row.path("seconds").asInt()).isEqualTo(30);
    }

    @Test
    void another_first_pathway_gives_players_the_time_of_the_longer_of_both_orders() {
        whereabouts.sends(MANIFEST, order(10, "domestic", "global"));
        clock.advance(Duration.ofSeconds(30));
        whereabouts.sends(MANIFEST, order(5, "global"));
        clock.advance(Duration.ofSeconds(11));
        whereabouts.asked(MANIFEST, AT_DOMESTIC);
        assertThat(told()).isEmpty();
        whereabouts.asked(MANIFEST, AT_DOMESTIC);
        assertThat(told().path(0).path("elsewhere").asInt()).isEqualTo(1);
    }

    @Test
    void an_order_that_is_only_asked_for_more_often_stands_as_it_stood() {
        whereabouts.sends(MANIFEST, order(10, "domestic", "global"));
        clock.advance(Duration.ofSeconds(20));
        whereabouts.sends(MANIFEST, order(5, "domestic"));
        whereabouts.asked(MANIFEST, AT_GLOBAL);
        JsonNode row = told().path(0);
        assertThat(row.path("elsewhere").asInt()).isEqualTo(1);
        assertThat(row.path("seconds").asInt()).isEqualTo(5);
    }

    @Test
    void nonsense_counts_for_nothing_and_costs_no_room() {
        whereabouts.sends(MANIFEST, order(10, "domestic"));
        whereabouts.sends("/steering/v1/SH-1/kr/7.m3u8", order(10, "domestic"));
        whereabouts.sends("/steering/v1/SH-2/kr/7.json", "no order".getBytes(StandardCharsets.UTF_8));
        whereabouts.sends("/steering/v1/SH-3/kr/7.json", order(10, "a b"));
        clock.advance(Duration.ofSeconds(20));
        for (String query : List.of(
                "",
                "v=1",
                "_HLS_pathway=",
                "_HLS_pathway=%22%22",
                "_HLS_pathway=a%20b",
                "_HLS_pathway=<b>",
                "X_HLS_pathway=global",
                "_HLS_pathway=" + "a".repeat(41))) {
            whereabouts.asked(MANIFEST, query);
        }
        whereabouts.asked("/steering/v1/SH-1/kr/7.m3u8", AT_GLOBAL);
        whereabouts.asked("/steering/v1/SH-2/kr/7.json", AT_GLOBAL);
        whereabouts.asked("/steering/v1/SH-3/kr/7.json", AT_GLOBAL);
        assertThat(told()).isEmpty();
    }

    @Test
    void a_show_whose_files_are_gone_is_forgotten() {
        whereabouts.sends(MANIFEST, order(10, "domestic"));
        clock.advance(Duration.ofSeconds(20));
        whereabouts.asked(MANIFEST, AT_GLOBAL);
        whereabouts.forget("SH-1");
        whereabouts.asked(MANIFEST, AT_GLOBAL);
        assertThat(told()).isEmpty();
    }

    /** What a player sends is answered before a request is made of it, and what it said has been heard. */
    @Test
    void a_players_own_request_is_answered_from_memory() {
        List<String> queries = new ArrayList<>();
        AtomicInteger atHand = new AtomicInteger();
        HttpHandler.Route route = new HttpHandler.Route() {
            @Override
            public CompletionStage<Reply> answer(HttpHandler.Request request) {
                return CompletableFuture.completedFuture(Reply.text(500, "not from memory"));
            }

            @Override
            public ReadyReply ready(String path, String query) {
                queries.add(path + " " + query);
                return new ReadyReply("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        };
        EmbeddedChannel channel = new EmbeddedChannel(new ReadyCodec(route, atHand::incrementAndGet));
        channel.writeInbound(Unpooled.copiedBuffer(
                "GET " + MANIFEST + "?" + AT_GLOBAL
                        + " HTTP/1.1\r\nHost: x:1\r\nConnection: keep-alive\r\nsec-ch-ua: \"Chromium\";v=\"1\"\r\n"
                        + "User-Agent: Mozilla/5.0 (X11)\r\nAccept: */*\r\nOrigin: http://x:2\r\n\r\n",
                StandardCharsets.US_ASCII));
        assertThat(atHand).hasValue(1);
        assertThat(queries).containsExactly(MANIFEST + " " + AT_GLOBAL);
        ByteBuf answer = channel.readOutbound();
        assertThat(answer.toString(StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 200");
        answer.release();
        channel.finishAndReleaseAll();
    }

    @Test
    void the_console_reads_over_http_what_players_said_over_http(@TempDir Path folder) throws Exception {
        try (RunningMedia media = RunningMedia.inside(folder.resolve("media"))) {
            ObjectNode body = Json.object();
            body.putObject("objects").put("kr/7.json", new String(order(1, "domestic"), StandardCharsets.UTF_8));
            media.does("PUT", "steering/SH-1", body);
            int[] asked = new int[1];
            RunningMedia.until(30, () -> {
                for (int i = 0; i < 3; i++) {
                    asked[0]++;
                    String query = i == 0 ? AT_GLOBAL : AT_DOMESTIC;
                    assertThat(media.gets("viewer", MANIFEST + "?" + query).statusCode())
                            .isEqualTo(200);
                }
                return media.asks("watching?from=0").path("orders").size() > 1;
            });
            JsonNode rows = media.asks("watching?from=0").path("orders");
            JsonNode whole = rows.path(rows.size() - 1);
            int all = whole.path("asked").asInt();
            assertThat(all).isGreaterThan(10).isLessThanOrEqualTo(asked[0]);
            assertThat(whole.path("elsewhere").asInt()).isBetween(all / 3 - 1, all / 3 + 1);
            assertThat(whole.path("pathway").asText()).isEqualTo("domestic");
            media.does("DELETE", "steering/SH-1", Json.object());
            assertThat(media.asks("watching?from=0").path("orders")).isEmpty();
        }
    }
}
