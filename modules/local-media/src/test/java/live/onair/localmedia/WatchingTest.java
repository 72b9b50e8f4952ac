package live.onair.localmedia;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import live.onair.testkit.FakeClock;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What players tell is added up by ten seconds, and forgets who told it. */
class WatchingTest {

    private final FakeClock clock = new FakeClock();
    private final Watching watching = new Watching(clock, new Places(null, Set.of("192.0.2.1")));

    private int tells(String session, ObjectNode more) {
        return says("cid=\"SH-1\",sid=\"" + session + "\"", more);
    }

    private int says(String cmcd, ObjectNode more) {
        ObjectNode body = Json.object().put("CMCD", cmcd).put("pathway", "domestic");
        body.setAll(more);
        DefaultHttpHeaders headers = new DefaultHttpHeaders();
        headers.set("CloudFront-Viewer-Country", "KR");
        return watching.take(new HttpHandler.Request(
                        "POST",
                        "/storefront/v1/watching",
                        Map.of(),
                        new HttpHandler.Head("/", "192.0.2.1", headers),
                        Json.bytes(body)))
                .status();
    }

    private void pass() {
        clock.advance(Duration.ofSeconds(10));
    }

    @Test
    void a_slot_is_told_when_it_is_over_and_each_viewer_counts_once() {
        ObjectNode one = Json.object()
                .put("start", 900)
                .put("played", 9_000)
                .put("stalled", 1_000)
                .put("failed", 1)
                .put("bytes", 2_000_000)
                .put("ordered", "global");
        String said = "bl=3000,br=2500,d=2000,mtp=8000,ot=v,bs,cid=\"SH-1\",sf=h,sid=\"session-1\",st=l";
        assertThat(says(said, one)).isEqualTo(202);
        assertThat(says(said, one)).isEqualTo(202);
        assertThat(tells("session-2", Json.object().put("played", 10_000).putNull("start")))
                .isEqualTo(202);
        assertThat(watching.since(0).path("cells")).isEmpty();
        pass();
        JsonNode cells = watching.since(0);
        assertThat(cells.path("cells")).hasSize(1);
        JsonNode cell = cells.path("cells").path(0);
        assertThat(cell.path("country").asText()).isEqualTo("KR");
        assertThat(cell.path("viewers").asInt()).isEqualTo(2);
        assertThat(cell.path("starts").asInt()).isEqualTo(1);
        assertThat(cell.path("startMillis").asInt()).isEqualTo(900);
        assertThat(cell.path("playedMillis").asInt()).isEqualTo(19_000);
        assertThat(cell.path("stalledMillis").asInt()).isEqualTo(1_000);
        assertThat(cell.path("elsewhere").asInt()).isEqualTo(1);
        assertThat(cell.path("stood").asInt()).as("one of the two").isEqualTo(1);
        assertThat(cell.path("failing").asInt()).isEqualTo(1);
        assertThat(cell.path("kbps").asLong()).isEqualTo(8_000);
        assertThat(cell.path("shownKbits").asLong()).as("2,500 kbps for 9 s").isEqualTo(22_500);
        assertThat(cell.toString()).doesNotContain("session");
        assertThat(watching.since(cells.path("next").asLong()).path("cells")).isEmpty();
        for (int i = 0; i < 61; i++) {
            pass();
        }
        tells("session-1", one);
        assertThat(watching.since(0).path("cells"))
                .as("only some minutes are kept")
                .isEmpty();
    }

    @Test
    void a_picture_that_stood_still_is_counted_whether_the_player_says_so_or_how_long_it_was() {
        says("cid=\"SH-1\",sid=\"session-1\",bs", Json.object());
        tells("session-2", Json.object().put("stalled", 300));
        says("cid=\"SH-1\",sid=\"session-3\",bs", Json.object().put("stalled", 300));
        tells("session-4", Json.object());
        pass();
        assertThat(watching.since(0).path("cells").path(0).path("stood").asInt())
                .isEqualTo(3);
    }

    @Test
    void nonsense_is_refused_and_no_number_breaks_the_sums() {
        Assertions.assertThatThrownBy(() -> tells("s", Json.object()))
                .isInstanceOf(Reply.Refused.class)
                .hasMessageContaining("sid");
        Assertions.assertThatThrownBy(() -> says("sid=\"session-1\"", Json.object()))
                .isInstanceOf(Reply.Refused.class)
                .hasMessageContaining("cid");
        Assertions.assertThatThrownBy(
                        () -> says("", Json.object().put("cid", "SH-1").put("sid", "session-1")))
                .isInstanceOf(Reply.Refused.class)
                .hasMessageContaining("CMCD");
        Assertions.assertThatThrownBy(() -> tells("session-1", Json.object().put("pathway", "a b")))
                .isInstanceOf(Reply.Refused.class);
        Assertions.assertThatThrownBy(() -> watching.take(new HttpHandler.Request(
                        "POST",
                        "/",
                        Map.of(),
                        new HttpHandler.Head("/", "192.0.2.2", new DefaultHttpHeaders()),
                        "nonsense".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Reply.Refused.class);
        says(
                "cid=\"SH-1\",sid=\"session-3\",mtp=999999999999999,br=999999999999999",
                Json.object().put("played", Long.MAX_VALUE).put("stalled", -5).put("bytes", "many"));
        pass();
        JsonNode cell = watching.since(0).path("cells").path(0);
        assertThat(cell.path("playedMillis").asLong()).isEqualTo(60_000);
        assertThat(cell.path("stalledMillis").asLong()).isZero();
        assertThat(cell.path("bytes").asLong()).isZero();
        assertThat(cell.path("kbps").asLong()).isEqualTo(10_000_000);
        assertThat(cell.path("shownKbits").asLong()).isEqualTo(600_000_000);
    }

    @Test
    void how_far_behind_a_picture_is_counts_by_this_clock_and_not_for_who_went_back() {
        long now = clock.millis();
        tells("session-1", Json.object().put("pt", now - 6_200));
        tells("session-2", Json.object().put("pt", now - 6_900));
        tells("session-3", Json.object().put("pt", now - 9_000));
        tells("session-4", Json.object().put("pt", now - 3_600_000));
        tells("session-5", Json.object().put("pt", now + 5_000));
        tells("session-6", Json.object().putNull("pt"));
        pass();
        JsonNode behind = watching.since(0).path("cells").get(0).path("behind");
        assertThat(behind.get(6).asInt()).isEqualTo(2);
        assertThat(behind.get(9).asInt()).isEqualTo(1);
        int all = 0;
        for (JsonNode viewers : behind) {
            all += viewers.asInt();
        }
        assertThat(all).as("neither an hour ago nor from tomorrow").isEqualTo(3);
    }

    @Test
    void starts_are_counted_by_the_step_that_they_do_not_exceed_and_never_begin_twice() {
        int[] millis = {1, 50, 51, 940, 1_000, 1_001, 9_999, 59_999, 90_000, -7};
        for (int i = 0; i < millis.length; i++) {
            tells("session-" + i, Json.object().put("start", millis[i]));
        }
        tells("session-later", Json.object().putNull("start").put("played", 10_000));
        pass();
        JsonNode cell = watching.since(0).path("cells").get(0);
        assertThat(cell.path("begun").toString())
                .isEqualTo("[{'withinMillis':50,'starts':3},{'withinMillis':100,'starts':1},"
                        .concat("{'withinMillis':1000,'starts':2},{'withinMillis':1100,'starts':1},")
                        .concat("{'withinMillis':10000,'starts':1},{'withinMillis':60000,'starts':2}]")
                        .replace('\'', '"'));
        assertThat(cell.path("starts").asInt()).isEqualTo(millis.length);
        assertThat(cell.path("viewers").asInt()).isEqualTo(millis.length + 1);
    }
}
