package live.onair.localmedia;

import static live.onair.localmedia.RunningMedia.aRun;
import static live.onair.localmedia.RunningMedia.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mark is in the playlist at its instant, once, live and in the replay, and outlives the process. */
class StreamMarkTest {
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    Path folder;

    private static Timeline.Segment segment(int number) {
        Instant at = AT.plusSeconds(number * 2L);
        return new Timeline.Segment(
                number, "s-" + number, Duration.ofSeconds(2), at, false, Timeline.Kind.INPUT, "SH-1:1", 1000);
    }

    private static StreamMark mark(String id, double after) {
        return new StreamMark(id, "pin", "{\"text\":\"첫 상품 \\\"니트\\\"\"}", AT.plus(Json.duration(after)), null);
    }

    private static List<String> marks(byte[] playlist) {
        return new String(playlist, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("#EXT-X-DATERANGE:"))
                .toList();
    }

    private static List<String> ids(byte[] playlist) {
        return marks(playlist).stream().map(line -> attribute(line, "ID")).toList();
    }

    private static String attribute(String line, String name) {
        Matcher found = Pattern.compile("[:,]" + name + "=\"([^\"]*)\"").matcher(line);
        assertThat(found.find()).as(name + " in " + line).isTrue();
        return found.group(1);
    }

    private static String carried(String line) {
        return new String(Base64.getUrlDecoder().decode(attribute(line, "X-ONAIR-MARK")), StandardCharsets.UTF_8);
    }

    @Test
    void a_mark_has_its_id_its_instant_and_what_it_carries_in_a_valid_playlist() {
        List<Timeline.Segment> cut = List.of(segment(0), segment(1));
        byte[] playlist = Playlist.replay(cut, List.of(mark("m-1", 1.5)));
        PlaylistChecks.valid(new String(playlist, StandardCharsets.UTF_8));
        String tag = marks(playlist).get(0);
        assertThat(attribute(tag, "ID")).isEqualTo("m-1");
        assertThat(attribute(tag, "CLASS")).isEqualTo("live.onair.mark");
        assertThat(attribute(tag, "START-DATE")).isEqualTo("2026-11-23T10:00:01.500Z");
        assertThat(attribute(tag, "X-ONAIR-KIND")).isEqualTo("pin");
        assertThat(carried(tag)).isEqualTo("{\"id\":\"m-1\",\"kind\":\"pin\",\"data\":{\"text\":\"첫 상품 \\\"니트\\\"\"}}");
        assertThat(tag).doesNotContain("DURATION");
    }

    @Test
    void a_known_length_is_told() {
        StreamMark mark = new StreamMark("m-1", "notice", "{}", AT, Duration.ofMillis(4500));
        assertThat(mark.tag()).contains(",DURATION=4.500,");
    }

    @Test
    void a_mark_that_was_put_where_no_picture_came_is_met_with_the_next_one_also_after_a_restart() throws Exception {
        try (Timeline line = Timeline.open(folder)) {
            line.put(mark("early", -1));
            line.append(segment(0));
            line.put(mark("within", 1));
            line.put(mark("hole", 3));
            line.append(segment(3));
            assertStandAt(line, AT, AT.plusSeconds(1), AT.plusSeconds(6));
        }
        try (Timeline again = Timeline.open(folder)) {
            assertStandAt(again, AT, AT.plusSeconds(1), AT.plusSeconds(6));
        }
    }

    private static void assertStandAt(Timeline line, Instant... instants) {
        assertThat(line.state().marks()).extracting(StreamMark::at).containsExactly(instants);
        assertThat(ids(Playlist.live(line.state(), Duration.ofSeconds(60)))).containsExactly("early", "within", "hole");
    }

    @Test
    void the_replay_has_the_marks_of_its_pictures_only() {
        List<StreamMark> all = List.of(mark("before", -0.1), mark("first", 0), mark("last", 3.9), mark("behind", 4));
        assertThat(ids(Playlist.replay(List.of(segment(0), segment(1)), all))).containsExactly("first", "last");
    }

    @Test
    void the_live_playlist_tells_a_mark_ahead_of_its_picture_and_while_it_can_be_played() {
        List<Timeline.Segment> all = List.of(segment(0), segment(1), segment(2));
        List<StreamMark> marks = List.of(mark("gone", 1), mark("shown", 2.5), mark("ahead", 9));
        Timeline.State state = new Timeline.State(all, 0, marks, true, false, 1);
        assertThat(ids(Playlist.live(state, Duration.ofSeconds(4)))).containsExactly("shown", "ahead");
    }

    private static ObjectNode wanted(String id) {
        ObjectNode body = Json.object().put("run", "SH-1:1").put("id", id).put("kind", "notice");
        body.putObject("payload").put("text", "10분 뒤에 마감합니다");
        return body;
    }

    private static int status(RunningMedia media, JsonNode body) {
        return media.call("POST", "channels/CH-1/marks", Json.bytes(body)).statusCode();
    }

    @Test
    void it_is_put_once_however_often_it_is_asked_for_and_outlives_the_process() throws Exception {
        try (RunningMedia media = RunningMedia.child(folder.resolve("state"))) {
            media.put("CH-1", aRun("SH-1:1", "SH-1", "test"));
            assertThat(status(media, wanted("early"))).as("not running").isEqualTo(409);
            media.start("CH-1", "SH-1:1");
            until(20, () -> !media.live("SH-1").isEmpty());
            Instant before = Instant.now().minusSeconds(1);
            JsonNode first = media.does("POST", "channels/CH-1/marks", wanted("m-1"));
            assertThat(first.path("effect").asText()).isEqualTo("put");
            assertThat(Instant.parse(first.path("at").asText()))
                    .isBetween(before, Instant.now().plusSeconds(5));
            JsonNode again = media.does("POST", "channels/CH-1/marks", wanted("m-1"));
            assertThat(again.path("effect").asText()).isEqualTo("already");
            assertThat(again.path("at")).isEqualTo(first.path("at"));
            assertThat(ids(media.live("SH-1").getBytes(StandardCharsets.UTF_8))).containsExactly("m-1");

            media.kill();
            media.startChild();
            assertThat(status(media, wanted("m-2"))).as("interrupted").isEqualTo(409);
            media.start("CH-1", "SH-1:1");
            media.does("POST", "channels/CH-1/marks", wanted("m-1"));
            until(20, () -> media.channel("CH-1").path("output").asText().equals("test"));
            media.does("POST", "channels/CH-1/marks", wanted("m-2"));
            double told = media.channel("CH-1").path("seconds").asDouble();
            until(20, () -> media.channel("CH-1").path("seconds").asDouble() > told + 3);
            media.stop("CH-1", "SH-1:1");
            assertThat(status(media, wanted("m-3"))).as("stopped").isEqualTo(409);
            media.does("POST", "recordings/SH-1/publish", Json.object().put("on", true));
            String replay = media.playlist("/replay/SH-1/index.m3u8");
            PlaylistChecks.valid(replay);
            List<String> tags = marks(replay.getBytes(StandardCharsets.UTF_8));
            assertThat(tags).hasSize(2);
            // its picture may have gone with the process: then it stands at the next one
            Instant put = Instant.parse(first.path("at").asText());
            assertThat(Instant.parse(attribute(tags.get(0), "START-DATE")))
                    .isBetween(put, put.plus(Leave.of(Duration.ofSeconds(10))));
            assertThat(carried(tags.get(1))).contains("\"id\":\"m-2\"", "\"data\":{\"text\":\"10분 뒤에 마감합니다\"}");
        }
    }

    @Test
    void what_no_player_could_read_is_refused() throws Exception {
        try (RunningMedia media = RunningMedia.inside(folder.resolve("state"))) {
            media.put("CH-1", aRun("SH-1:1", "SH-1", "test"));
            media.start("CH-1", "SH-1:1");
            assertThat(status(media, wanted("a\"b"))).isEqualTo(400);
            assertThat(status(media, wanted("m").put("kind", "PIN"))).isEqualTo(400);
            assertThat(status(media, wanted("m").put("payload", "text"))).isEqualTo(400);
            ObjectNode large = wanted("m");
            large.putObject("payload").put("text", "가".repeat(400));
            assertThat(status(media, large)).isEqualTo(413);
            assertThat(status(media, wanted("m").put("run", "SH-1:9"))).isEqualTo(404);
            media.stop("CH-1", "SH-1:1");
        }
    }
}
