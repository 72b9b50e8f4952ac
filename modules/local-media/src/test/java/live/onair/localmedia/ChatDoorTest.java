package live.onair.localmedia;

import static live.onair.localmedia.RunningMedia.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the chat's door takes of what pages send, and what it tells who said something that waited. */
class ChatDoorTest {

    @TempDir
    static Path folder;

    private static RunningMedia media;

    private final String show = "SH-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void open() throws IOException {
        media = RunningMedia.inside(folder.resolve("state"));
    }

    @AfterAll
    static void close() {
        media.close();
    }

    private void room(ObjectNode settings) {
        media.does("PUT", "chat/rooms/" + show, settings);
    }

    private void act(String act, String about) {
        ObjectNode told = Json.object().put("about", about).put("by", "moderator");
        media.does("POST", "chat/rooms/" + show + "/" + act, told);
    }

    private List<String> said() {
        List<String> said = new java.util.ArrayList<>();
        for (JsonNode entry : media.asks("chat/spool?from=0&max=5000").path("entries")) {
            if (entry.at("/body/show").asText().equals(show)) {
                said.add(entry.at("/body/said").asText());
            }
        }
        return said;
    }

    @Test
    void signs_that_no_store_keeps_and_that_turn_words_are_gone_before_anything_is_written() {
        room(Json.object());
        try (Chatter a = Chatter.joins(media, show, "가을");
                Chatter b = Chatter.joins(media, show, "나무")) {
            assertThat(a.answer("배송\u0000 언제\u0007 와요")).matches("\\d+");
            assertThat(a.answer("\u202E발시 는너\u202C")).matches("\\d+");
            assertThat(a.answer("\u0000\u202E")).isEqualTo("EMPTY");
            String half = UUID.randomUUID().toString();
            a.raw("{\"id\":\"" + half + "\",\"say\":\"반쪽 \\ud83d 글자\"}");
            assertThat(a.answer("👩\u200D👩\u200D👧 가족")).matches("\\d+");
            until(5, () -> b.heard().size() == 4);
            assertThat(b.heard()).containsExactly("배송 언제 와요", "발시 는너", "반쪽  글자", "👩\u200D👩\u200D👧 가족");
        }
        assertThat(said()).containsExactly("배송 언제 와요", "발시 는너", "반쪽  글자", "👩\u200D👩\u200D👧 가족");
    }

    @Test
    void who_comes_under_a_name_that_the_rules_do_not_take_says_nothing() {
        room(Json.object());
        for (String name : List.of("시발놈", "01012345678", "evil.com", "관 리 자")) {
            try (Chatter a = Chatter.joins(media, show, name)) {
                assertThat(a.answer("안녕하세요")).as(name).isEqualTo("NAME");
            }
        }
        try (Chatter host = Chatter.joins(media, show, Chatter.pass(media, show, "진행자", "moderate"), -1)) {
            assertThat(host.answer("안녕하세요")).matches("\\d+");
        }
        assertThat(said()).containsExactly("안녕하세요");
    }

    @Test
    void only_who_said_it_is_told_that_a_held_line_is_not_let_out() {
        room(Json.object());
        try (Chatter a = Chatter.joins(media, show, "가을");
                Chatter b = Chatter.joins(media, show, "나무")) {
            String denied = a.says("니까짓게 뭘 알아");
            until(5, () -> a.answers.containsKey(denied));
            until(5, () -> media.asks("chat/rooms/" + show).path("held").size() == 1);
            act("hide", denied);
            until(5, () -> a.told("hidden").size() == 1);
            assertThat(a.told("hidden").get(0).path("id").asText()).isEqualTo(denied);
            b.answer("다음 말");
            until(5, () -> b.heard().contains("다음 말"));
            assertThat(b.told("hidden")).isEmpty();
        }
    }

    @Test
    void who_said_a_line_that_was_hidden_within_its_delay_is_told() {
        room(Json.object().put("delaySeconds", 10));
        try (Chatter a = Chatter.joins(media, show, "가을")) {
            String gone = a.says("곧 사라질 말");
            until(5, () -> a.answers.containsKey(gone));
            until(5, () -> media.asks("chat/rooms/" + show).path("members").asInt() == 1);
            act("hide", gone);
            until(5, () -> a.told("hidden").size() == 1);
        }
    }

    @Test
    void what_comes_back_stands_at_its_place_for_who_comes_later() {
        room(Json.object());
        try (Chatter a = Chatter.joins(media, show, "가을")) {
            String first = a.says("처음 말");
            until(5, () -> a.answers.containsKey(first));
            a.answer("다음 말");
            until(5, () -> a.heard().size() == 2);
            act("hide", first);
            until(5, () -> a.told("hidden").size() == 1);
            act("approve", first);
            until(5, () -> a.heard().size() == 3);
            assertThat(a.lines().get(2).path("offset"))
                    .isEqualTo(a.lines().get(0).path("offset"));
        }
        try (Chatter late = Chatter.joins(media, show, "늦게 온 손님")) {
            assertThat(late.heard()).containsExactly("처음 말", "다음 말");
        }
    }
}
