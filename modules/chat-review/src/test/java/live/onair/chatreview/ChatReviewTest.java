package live.onair.chatreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the function makes of lines, with a folder in memory. */
class ChatReviewTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPEN = """
            {"open": true, "banned": ["out"], "settings": {"slowSeconds": %d, "frozen": %s, "followersOnly": false,
             "linksOff": true, "duplicatesOff": true}}""";

    private final Map<String, String> folder = new TreeMap<>();
    private Instant now = Instant.parse("2026-11-29T12:00:00Z");
    private boolean away;
    private boolean rulesAway;
    private int messages;
    private String name = "하나";

    private final Shelf shelf = new Shelf() {
        @Override
        public Optional<byte[]> read(String name) {
            if (rulesAway && name.equals("rules.json")) {
                throw new IllegalStateException("the bucket does not answer");
            }
            return Optional.ofNullable(folder.get(name)).map(text -> text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void write(String name, byte[] content) {
            if (away) {
                throw new IllegalStateException("the bucket does not answer");
            }
            folder.put(name, new String(content, StandardCharsets.UTF_8));
        }
    };

    private final ChatReview review = new ChatReview(shelf, new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    private void room(int slowSeconds, boolean frozen) {
        folder.put("rooms/SH-1.json", OPEN.formatted(slowSeconds, frozen));
        now = now.plus(Papers.FRESH);
    }

    private JsonNode says(String member, String id, String text) {
        ObjectNode asked = JSON.createObjectNode().put("Content", text).put("MessageId", "message" + ++messages);
        asked.putObject("Attributes").put("id", id);
        ObjectNode sender = asked.putObject("Sender").put("UserId", member);
        sender.putObject("Attributes").put("show", "SH-1").put("name", name).put("can", "");
        return review.answer(asked);
    }

    private static String why(JsonNode answer) {
        return answer.path("ReviewResult").asText().equals("ALLOW")
                ? "ALLOW"
                : answer.at("/Attributes/Reason").asText();
    }

    private long logged() {
        return folder.keySet().stream().filter(name -> name.startsWith("log/")).count();
    }

    @Test
    void a_line_that_may_be_said_lies_in_the_folder_before_it_is_delivered() {
        room(0, false);
        JsonNode answer = says("a", "one", " 안녕하세요 ");
        assertThat(answer.path("ReviewResult").asText()).isEqualTo("ALLOW");
        assertThat(answer.path("Content").asText()).isEqualTo("안녕하세요");
        assertThat(answer.at("/Attributes/id").asText()).isEqualTo("one");
        assertThat(folder.keySet()).anyMatch(name -> name.matches("log/\\d{19}~SH-1~one~message1~ALLOW\\.json"));
    }

    @Test
    void manners_and_bans_are_kept_and_what_they_refuse_is_written_nowhere() {
        assertThat(why(says("a", "one", "아직 없음"))).isEqualTo("CLOSED");
        room(0, true);
        assertThat(why(says("a", "two", "얼었나요"))).isEqualTo("FROZEN");
        room(60, false);
        assertThat(why(says("out", "three", "나도요"))).isEqualTo("BANNED");
        assertThat(why(says("a", "four", "www.example.test 보세요"))).isEqualTo("LINK");
        assertThat(why(says("a", "five", "  "))).isEqualTo("EMPTY");
        assertThat(why(says("a", "six", "가".repeat(301)))).isEqualTo("TOO_LONG");
        assertThat(logged()).isZero();
        assertThat(why(says("a", "seven", "좋아요"))).isEqualTo("ALLOW");
        assertThat(why(says("a", "eight", "좋아요"))).isEqualTo("DUPLICATE");
        assertThat(why(says("a", "nine", "정말 좋아요"))).isEqualTo("SLOW");
        assertThat(why(says("b", "ten", "좋아요"))).isEqualTo("ALLOW");
        assertThat(logged()).isEqualTo(2);
    }

    @Test
    void what_no_store_keeps_and_what_turns_words_is_gone_and_names_are_judged_as_lines_are() {
        room(0, false);
        JsonNode answer = says("a", "one", "\u202E발시\u0000 는너\u202C");
        assertThat(answer.path("Content").asText()).isEqualTo("발시 는너");
        assertThat(folder.toString()).contains("발시 는너").doesNotContain("\u202E", "\\u0000");
        name = "시발놈";
        assertThat(why(says("b", "two", "안녕하세요"))).isEqualTo("NAME");
        name = "관 리 자";
        assertThat(why(says("b", "three", "안녕하세요"))).isEqualTo("NAME");
        assertThat(logged()).isEqualTo(1);
    }

    @Test
    void said_again_under_the_same_id_it_counts_once() {
        room(0, false);
        says("a", "one", "안녕하세요");
        JsonNode again = says("a", "one", "안녕하세요");
        assertThat(why(again)).isEqualTo("ALLOW");
        assertThat(again.toString()).as("nobody reads it once more").doesNotContain("안녕하세요");
        assertThat(logged()).isEqualTo(1);
        assertThat(why(says("b", "one", "남의 번호로"))).isEqualTo("BLOCKED");
        room(0, true);
        assertThat(why(says("a", "one", "안녕하세요"))).isEqualTo("FROZEN");
    }

    @Test
    void somebody_says_eight_lines_at_once_and_two_a_second() {
        room(0, false);
        for (int i = 0; i < 8; i++) {
            assertThat(why(says("a", "line-" + i, "말 " + i))).isEqualTo("ALLOW");
        }
        assertThat(why(says("a", "more", "또 말"))).isEqualTo("RATE");
        assertThat(why(says("b", "other", "다른 사람"))).isEqualTo("ALLOW");
    }

    @Test
    void rules_that_cannot_be_read_again_stay() {
        room(0, false);
        folder.put("rules.json", """
                {"version": "t-1", "date": "2026-11-29", "innocents": [], "rules": [
                 {"id": "own.2", "action": "BLOCK", "words": ["딸기"], "note": ""}]}""");
        assertThat(why(says("a", "one", "딸기"))).isEqualTo("BLOCKED");
        rulesAway = true;
        now = now.plus(Papers.FRESH);
        assertThat(why(says("b", "two", "딸기"))).isEqualTo("BLOCKED");
        assertThat(why(says("b", "three", "사과"))).isEqualTo("ALLOW");
    }

    @Test
    void of_what_waits_no_word_goes_out_and_what_is_blocked_is_denied_and_kept() {
        room(0, false);
        folder.put("rules.json", """
                {"version": "t-1", "date": "2026-11-29", "innocents": [], "rules": [
                 {"id": "own.1", "action": "HOLD", "words": ["복숭아"], "note": ""},
                 {"id": "own.2", "action": "BLOCK", "words": ["딸기"], "note": ""}]}""");
        JsonNode held = says("a", "one", "복숭아 맛");
        assertThat(held.toString()).doesNotContain("복숭아").contains("\"held\":\"true\"");
        assertThat(why(held)).isEqualTo("ALLOW");
        assertThat(why(says("b", "two", "딸기 맛"))).isEqualTo("BLOCKED");
        assertThat(String.join("\n", folder.values())).contains("복숭아 맛", "딸기 맛", "own.1", "own.2");
    }

    @Test
    void what_cannot_be_written_down_is_not_answered_so_that_the_room_denies_it() {
        room(0, false);
        away = true;
        assertThatThrownBy(() -> says("a", "one", "안녕하세요")).isInstanceOf(IllegalStateException.class);
        away = false;
        assertThat(why(says("a", "one", "안녕하세요"))).isEqualTo("ALLOW");
    }

    @Test
    void an_id_that_could_be_part_of_a_path_is_not_taken() {
        room(0, false);
        says("a", "../../rooms/SH-1", "안녕하세요");
        assertThat(folder.keySet()).allMatch(name -> !name.contains(".."));
    }

    @Test
    void a_paper_is_read_again_after_a_second() {
        room(0, false);
        assertThat(why(says("a", "one", "하나"))).isEqualTo("ALLOW");
        folder.put("rooms/SH-1.json", OPEN.formatted(0, true));
        assertThat(why(says("a", "two", "둘"))).isEqualTo("ALLOW");
        now = now.plus(Duration.ofSeconds(1));
        assertThat(why(says("a", "three", "셋"))).isEqualTo("FROZEN");
    }
}
