package live.onair.localmedia;

import static live.onair.localmedia.RunningMedia.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chats of shows: who gets in, what is delivered to whom and when, and what moderators do to it. */
class ChatTest {

    @TempDir
    static Path folder;

    private static RunningMedia media;

    @BeforeAll
    static void open() throws IOException {
        media = RunningMedia.inside(folder.resolve("state"));
    }

    @AfterAll
    static void close() {
        media.close();
    }

    /** A room of its own for a test. */
    private static String room(String... flags) {
        String show = "SH-" + UUID.randomUUID().toString().substring(0, 8);
        settings(show, flags);
        return show;
    }

    private static JsonNode settings(String show, String... flags) {
        ObjectNode settings = Json.object();
        for (String flag : flags) {
            int at = flag.indexOf('=');
            if (at < 0) {
                settings.put(flag, true);
            } else {
                settings.put(flag.substring(0, at), Integer.parseInt(flag.substring(at + 1)));
            }
        }
        return media.does("PUT", "chat/rooms/" + show, settings);
    }

    private static JsonNode act(String show, String act, String about) {
        return media.does(
                "POST",
                "chat/rooms/" + show + "/" + act,
                Json.object().put("about", about).put("by", "moderator"));
    }

    private static JsonNode spooled(String show) {
        var found = Json.array();
        media.asks("chat/spool?from=0&max=5000").path("entries").forEach(entry -> {
            if (entry.at("/body/show").asText().equals(show)) {
                found.add(entry);
            }
        });
        return found;
    }

    @Test
    void who_has_a_pass_of_this_show_gets_in_and_nobody_else() {
        String show = room();
        for (String pass : List.of("", "x", "e30.e30", Chatter.pass(media, "SH-OTHER", "다른 방송"))) {
            assertThatThrownBy(() -> Chatter.joins(media, show, pass, -1))
                    .as(pass)
                    .hasCauseInstanceOf(WebSocketHandshakeException.class);
        }
        String tampered = Chatter.pass(media, show, "손님");
        assertThatThrownBy(() -> Chatter.joins(media, show, "A" + tampered.substring(1), -1))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        ObjectNode brief = Json.object().put("show", show).put("member", "m-1").put("name", "금방");
        String old = media.does("POST", "chat/passes", brief.put("seconds", 1))
                .path("pass")
                .asText();
        until(5, () -> {
            try (Chatter late = Chatter.joins(media, show, old, -1)) {
                return false;
            } catch (java.util.concurrent.CompletionException refused) {
                return true;
            }
        });
        assertThat(media.gets("viewer", "/storefront/v1/shows/" + show + "/chat")
                        .statusCode())
                .isEqualTo(426);
        for (String name : List.of("", "보이지\u200B않음", "거꾸로\u202E", "스무 글자를 훌쩍 넘는 아주 아주 긴 이름입니다")) {
            ObjectNode wanted =
                    Json.object().put("show", show).put("member", "m-1").put("name", name);
            assertThat(media.call("POST", "chat/passes", Json.bytes(wanted)).statusCode())
                    .as(name)
                    .isEqualTo(400);
        }
        try (Chatter one = Chatter.joins(media, show, "손님")) {
            assertThat(one.told("welcome").get(0).path("name").asText()).isEqualTo("손님");
        }
    }

    @Test
    void all_hear_everything_once_in_one_order_and_newcomers_are_told_what_was_said() {
        String show = room();
        try (Chatter a = Chatter.joins(media, show, "가을");
                Chatter b = Chatter.joins(media, show, "나무")) {
            List<String> said = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                said.add("안녕하세요 " + i);
                a.says("안녕하세요 " + i);
            }
            until(5, () -> b.heard().size() == 6 && a.heard().size() == 6);
            assertThat(b.heard()).isEqualTo(said);
            assertThat(a.heard()).isEqualTo(said);
            assertThat(a.answers).hasSize(6);
            List<Long> offsets =
                    b.lines().stream().map(line -> line.path("offset").asLong()).toList();
            assertThat(offsets).isSorted().doesNotHaveDuplicates();
            assertThat(b.lines().get(0).has("said")).isFalse();
            String known = Chatter.pass(media, show, "다시");
            try (Chatter c = Chatter.joins(media, show, known, offsets.get(3))) {
                assertThat(c.heard()).isEqualTo(said.subList(4, 6));
                assertThat(c.told("welcome").get(0).path("missed").asBoolean()).isFalse();
            }
        }
        assertThat(spooled(show)).hasSize(6);
    }

    @Test
    void said_again_under_its_id_it_counts_once() {
        String show = room();
        try (Chatter a = Chatter.joins(media, show, "가을")) {
            String id = a.says("한 번만");
            until(5, () -> a.answers.containsKey(id));
            String first = a.answers.remove(id);
            a.says(id, "한 번만");
            until(5, () -> a.answers.containsKey(id));
            assertThat(a.answers.get(id)).isEqualTo(first);
            a.answer("다음");
            until(5, () -> a.heard().contains("다음"));
            assertThat(a.heard()).containsExactly("한 번만", "다음");
        }
    }

    @Test
    void the_filter_masks_and_holds_and_a_moderator_lets_out_what_waits() {
        String show = room();
        try (Chatter a = Chatter.joins(media, show, "가을");
                Chatter b = Chatter.joins(media, show, "나무")) {
            a.answer("제 번호는 010-1234-5678 이에요");
            until(5, () -> !b.heard().isEmpty());
            assertThat(b.heard().get(0)).doesNotContain("1234").contains("*");
            JsonNode held = media.asks("chat/rooms/" + show).path("held");
            int heard = b.heard().size();
            assertThat(a.answer("니까짓게 뭘 알아")).matches("\\d+");
            until(5, () -> media.asks("chat/rooms/" + show).path("held").size() == held.size() + 1);
            JsonNode waits = media.asks("chat/rooms/" + show).path("held").get(held.size());
            assertThat(waits.path("rules")).isNotEmpty();
            assertThat(b.heard()).hasSize(heard);
            act(show, "approve", waits.path("id").asText());
            until(5, () -> b.heard().size() == heard + 1);
            assertThat(media.asks("chat/rooms/" + show).path("held")).hasSize(held.size());
        }
    }

    @Test
    void the_room_is_frozen_slowed_and_closed_to_links_strangers_and_repetitions() {
        String show = room("frozen");
        try (Chatter a = Chatter.joins(media, show, "가을");
                Chatter host = Chatter.joins(media, show, Chatter.pass(media, show, "진행자", "moderate"), -1)) {
            assertThat(a.answer("들리나요")).isEqualTo("FROZEN");
            assertThat(host.answer("잠시만 기다려 주세요")).matches("\\d+");
            settings(show, "followersOnly");
            assertThat(a.answer("들리나요")).isEqualTo("FOLLOWERS");
            until(5, () -> !a.told("settings").isEmpty());
            settings(show, "linksOff");
            assertThat(a.answer("www.demo.example 로 오세요")).isEqualTo("LINK");
            settings(show, "duplicatesOff");
            assertThat(a.answer("들리나요")).matches("\\d+");
            assertThat(a.answer("들리나요")).isEqualTo("DUPLICATE");
            settings(show, "slowSeconds=60");
            assertThat(a.answer("느리게")).isEqualTo("SLOW");
            assertThat(a.answer("가".repeat(301))).isEqualTo("TOO_LONG");
            assertThat(media.call(
                                    "PUT",
                                    "chat/rooms/" + show,
                                    Json.bytes(Json.object().put("delaySeconds", 11)))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void one_who_says_too_much_is_slowed_and_the_others_feel_nothing() {
        String show = room();
        try (Chatter loud = Chatter.joins(media, show, "시끄러운 손님");
                Chatter calm = Chatter.joins(media, show, "조용한 손님")) {
            for (int i = 0; i < 300; i++) {
                loud.says("도배 " + i);
            }
            assertThat(calm.answer("저도 있어요")).matches("\\d+");
            until(5, () -> loud.answers.size() == 300);
            assertThat(loud.answers.values().stream().filter("RATE"::equals).count())
                    .isGreaterThan(280);
            until(5, () -> loud.heard().contains("저도 있어요"));
        }
    }

    @Test
    void what_is_hidden_within_its_delay_nobody_gets_and_what_was_shown_is_taken_away() {
        String show = room("delaySeconds=2");
        try (Chatter a = Chatter.joins(media, show, "가을");
                Chatter b = Chatter.joins(media, show, "나무")) {
            String bad = a.says("곧 사라질 말");
            a.answer("남을 말");
            act(show, "hide", bad);
            try (Chatter late = Chatter.joins(media, show, "늦게 온 손님")) {
                assertThat(late.heard()).isEmpty();
                until(6, () -> late.heard().contains("남을 말"));
                assertThat(late.heard()).containsExactly("남을 말");
            }
            assertThat(b.heard()).containsExactly("남을 말");
            String shown = b.lines().get(0).path("id").asText();
            act(show, "hide", shown);
            until(
                    5,
                    () -> b.told("hidden").stream()
                            .anyMatch(one -> one.path("id").asText().equals(shown)));
            try (Chatter after = Chatter.joins(media, show, "더 늦은 손님")) {
                assertThat(after.heard()).isEmpty();
            }
        }
    }

    @Test
    void who_is_banned_is_out_under_every_name_until_they_are_let_in_again() {
        String show = room();
        try (Chatter bad = Chatter.joins(media, show, "나쁜 손님")) {
            String member = bad.told("welcome").get(0).path("member").asText();
            act(show, "ban", member);
            until(5, () -> bad.closed);
            ObjectNode renamed = Json.object().put("show", show).put("member", member);
            renamed.put("name", "새 이름").withArray("can").add("say");
            String pass =
                    media.does("POST", "chat/passes", renamed).path("pass").asText();
            try (Chatter again = Chatter.joins(media, show, pass, -1)) {
                until(5, () -> again.closed);
            }
            act(show, "unban", member);
            try (Chatter back = Chatter.joins(media, show, pass, -1)) {
                assertThat(back.closed).isFalse();
            }
        }
    }

    @Test
    void hostile_frames_end_their_own_connection_and_no_other() {
        String show = room();
        try (Chatter good = Chatter.joins(media, show, "좋은 손님")) {
            for (String frame : List.of("not json", "[]", "{\"id\":\"x\",\"say\":\"y\"}", "{}", "x".repeat(5_000))) {
                try (Chatter bad = Chatter.joins(media, show, "나쁜 손님")) {
                    bad.raw(frame);
                    until(5, () -> bad.closed);
                }
            }
            assertThat(good.answer("괜찮아요")).matches("\\d+");
            until(5, () -> media.asks("chat/rooms/" + show).path("members").asInt() == 1);
        }
    }

    @Test
    void one_member_alone_is_told_under_every_name_and_words_that_are_none_are_refused() {
        String show = room();
        try (Chatter a = Chatter.joins(media, show, "가을");
                Chatter b = Chatter.joins(media, show, "나무")) {
            String member = "member-" + Integer.toHexString("가을".hashCode());
            ObjectNode warning = Json.object().put("about", member).put("id", show + "-1");
            String path = "chat/rooms/" + show + "/warn";
            assertThat(media.call("POST", path, Json.bytes(warning.put("text", " ")))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(media.call("POST", path, Json.bytes(warning.put("text", "가".repeat(301))))
                            .statusCode())
                    .isEqualTo(400);
            media.does("POST", path, warning.put("text", "욕설은 삼가 주세요"));
            until(5, () -> !a.told("warned").isEmpty());
            assertThat(a.told("warned").get(0).path("text").asText()).isEqualTo("욕설은 삼가 주세요");
            b.answer("들리나요");
            assertThat(b.told("warned")).isEmpty();
            assertThat(b.told("welcome").get(0).path("warned").isNull()).isTrue();
        }
        assertThat(spooled(show).toString()).doesNotContain("삼가");
    }

    @Test
    void rules_of_the_console_replace_the_shipped_ones_and_a_broken_pack_is_refused() throws IOException {
        try (RunningMedia own = RunningMedia.inside(folder.resolve("rules"))) {
            own.does("PUT", "chat/rooms/SH-1", Json.object());
            String rule = "{\"id\":\"own.word\",\"action\":\"BLOCK\",\"note\":\"시험\",\"words\":[\"감나무\"]}";
            String pack = "{\"version\":\"t-1\",\"date\":\"2026-11-28\",\"innocents\":[],\"rules\":[" + rule + "]}";
            assertThat(own.call("PUT", "chat/rules", pack.getBytes(StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(own.call("PUT", "chat/rules", "{".getBytes(StandardCharsets.UTF_8))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(own.asks("chat/rooms/SH-1").path("rules").asText()).isEqualTo("t-1");
            try (Chatter a = Chatter.joins(own, "SH-1", "가을")) {
                assertThat(a.answer("감 나 무 아래")).isEqualTo("BLOCKED");
                assertThat(a.answer("니까짓게 뭘 알아")).matches("\\d+");
                until(5, () -> a.heard().contains("니까짓게 뭘 알아"));
                assertThat(a.heard()).hasSize(1);
            }
            JsonNode kept = own.asks("chat/spool?from=0").path("entries").get(0);
            assertThat(kept.at("/body/action").asText()).isEqualTo("BLOCK");
            assertThat(kept.at("/body/rules/0").asText()).isEqualTo("own.word");
        }
    }
}
