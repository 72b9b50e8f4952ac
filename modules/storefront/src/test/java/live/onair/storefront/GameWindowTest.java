package live.onair.storefront;

import static live.onair.pins.Stall.done;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import live.onair.games.GameRows.Game;
import live.onair.games.GameRows.GameKind;
import live.onair.games.Games;
import live.onair.games.Games.GameTerms;
import live.onair.pins.Stall;
import live.onair.testkit.RoomTest;
import live.onair.work.WorkRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Viewers' pages take part in games; before the result no file says what is right, and never how a winner is reached. */
@RoomTest
class GameWindowTest {

    private static final String VIEWER = "viewer-0001";

    @Inject
    Stall stall;

    @Inject
    Games games;

    @Inject
    ViewerWrites writes;

    @Inject
    FilesInMemory files;

    @Inject
    WorkRunner runner;

    private String show = "";

    @BeforeEach
    void aShowOnAir() {
        show = stall.onAir(stall.product(stall.seller(), "가 크림", 10_000, 3));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode post(int status, String path, String body) {
        ViewerWrites.Answer answer = writes.post(path, body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return json(answer.body());
    }

    private JsonNode enter(int status, Game game, String choice) {
        return post(status, path(game, "entries"), "{\"viewer\":\"" + VIEWER + "\",\"choice\":" + choice + "}");
    }

    private static String path(Game game, String what) {
        return "games/" + game.id() + "/" + what;
    }

    private String file() {
        runner.runDue();
        return files.text("storefront/v1/shows/" + show + "/window.json");
    }

    private JsonNode shown() {
        return json(file()).path("games").get(0);
    }

    private Game open(GameTerms terms) {
        Game game = done(() -> games.add(show, terms));
        assertThat(json(file()).path("games")).as("not before it is opened").isEmpty();
        return done(() -> games.open(show, game.id()));
    }

    private static GameTerms quiz() {
        return new GameTerms(
                GameKind.QUIZ, "SPF는?", List.of("30", "50"), List.of(2), "데모 쿠션", 1, null, 60, null, null, null);
    }

    private static GameTerms poll(boolean live) {
        return new GameTerms(GameKind.POLL, "무엇을?", List.of("크림", "밤"), null, null, null, null, null, true, live, null);
    }

    @Test
    void a_quiz_hides_what_is_right_and_its_seed_until_the_result_and_contacts_for_ever() {
        Game game = open(quiz());
        assertThat(shown().path("state").asText()).isEqualTo("OPEN");
        assertThat(shown().path("commitment").asText()).hasSizeGreaterThan(30);
        assertThat(enter(200, game, "2").path("choice").asInt()).isEqualTo(2);
        assertThat(file()).doesNotContain("right", "seed", "counts");
        stall.pass(Duration.ofSeconds(61));
        assertThat(shown().path("state").asText()).as("closed by its time").isEqualTo("CLOSED");
        assertThat(file()).doesNotContain("right", "seed", "counts");
        done(() -> games.settle(show, game.id()));
        assertThat(shown().path("right").toString()).isEqualTo("[2]");
        assertThat(shown().path("tags")).hasSize(1);
        assertThat(shown().path("seed").asText()).isNotEmpty();
        JsonNode mine = post(200, path(game, "mine"), "{\"viewer\":\"" + VIEWER + "\"}");
        assertThat(mine.path("won").asBoolean()).isTrue();
        assertThat(mine.path("tag").asText())
                .isEqualTo(shown().path("tags").get(0).asText());
        post(200, path(game, "contacts"), contact(true));
        assertThat(file()).doesNotContain("김데모", "5678", VIEWER);
    }

    private static String contact(boolean agreed) {
        return "{\"viewer\":\"" + VIEWER + "\",\"name\":\"김데모\",\"phone\":\"010-1234-5678\",\"agreed\":" + agreed + "}";
    }

    @Test
    void votes_stand_in_the_file_while_they_come_in_or_only_afterwards() {
        Game game = open(poll(true));
        enter(200, game, "1");
        stall.pass(Duration.ofSeconds(2));
        assertThat(shown().path("counts").toString()).isEqualTo("[1,0]");
        enter(200, game, "2");
        stall.pass(Duration.ofSeconds(2));
        assertThat(shown().path("counts").toString()).as("a vote that moved").isEqualTo("[0,1]");
        done(() -> games.close(show, game.id()));
        done(() -> games.remove(game.id()));
        Game secret = open(poll(false));
        enter(200, secret, "1");
        assertThat(shown().has("counts")).isFalse();
        done(() -> games.close(show, secret.id()));
        assertThat(shown().path("counts").toString()).isEqualTo("[1,0]");
    }

    @Test
    void what_is_wrong_is_answered_in_words_and_keeps_nothing() {
        Game game = open(quiz());
        post(400, path(game, "entries"), "{\"viewer\":\"" + VIEWER + "\",\"choice\":\"<b>\"}");
        assertThat(enter(409, game, "7").toString()).contains("CHOICE");
        assertThat(post(409, "games/GM-999999999/entries", "{\"viewer\":\"" + VIEWER + "\",\"choice\":1}")
                        .toString())
                .contains("code");
        post(409, path(game, "contacts"), contact(false));
        assertThat(done(() -> games.close(show, game.id())).state().name()).isEqualTo("CLOSED");
        assertThat(enter(409, game, "1").toString()).contains("CLOSED");
        assertThat(shown().path("state").asText()).isEqualTo("CLOSED");
    }
}
