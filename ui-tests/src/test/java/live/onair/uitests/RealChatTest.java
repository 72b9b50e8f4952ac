package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import live.onair.testkit.Leave;
import live.onair.testkit.Talkers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * A real chat, ten times as fast as it was, through the whole path, while a moderator types and acts in the browser: no line that
 * was acknowledged is lost, no key is dropped. Twelve seconds of it here, all of it with {@code ./onair prove real-chat}.
 */
@EnabledIfEnvironmentVariable(
        named = "ONAIR_SHARED_DATA",
        matches = ".+",
        disabledReason = "the real chat lies there; ./onair test says so when it is not set")
class RealChatTest {

    private static final int FASTER = 10;
    private static final int SECONDS = Integer.getInteger("onair.proof.size", 12);
    private static final int MEMBERS = 200;
    private static final int HIDES = 8;
    private static final int LONGEST = 200;

    /** A line of it, and how long after the first. */
    private record Said(Duration after, int author, String text) {}

    private static List<Said> chat(Path file) throws IOException {
        List<Said> chat = new ArrayList<>();
        Instant first = null;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] parts = line.split(",", 3);
            int last = parts.length < 3 ? -1 : parts[2].lastIndexOf(',');
            if (last < 0 || !Character.isDigit(parts[2].charAt(last + 1))) {
                continue;
            }
            Instant at = OffsetDateTime.parse(parts[2].substring(last + 1)).toInstant();
            first = first == null ? at : first;
            String text = parts[2].substring(0, last);
            chat.add(new Said(Duration.between(first, at).dividedBy(FASTER), parts[1].hashCode(), cut(text)));
        }
        return chat.stream()
                .filter(said -> said.after().compareTo(Duration.ofSeconds(SECONDS)) < 0
                        && !said.text().isBlank())
                .toList();
    }

    /** As long as a page lets it be, and not within a sign. */
    private static String cut(String text) {
        int end = Math.min(LONGEST, text.length());
        return text.substring(
                0, end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    private static String onAir() {
        String channel = Ui.app()
                .api("ops")
                .post("/channels", Map.of("name", "실제 채팅 채널", "warmUpSeconds", 2, "graceSeconds", 0))
                .ok()
                .path("id")
                .asText();
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
        String show = Ui.app()
                .api("merchandiser")
                .post(
                        "/shows",
                        Map.of(
                                "title",
                                "실제 채팅 시험",
                                "channel",
                                channel,
                                "start",
                                start.toString(),
                                "end",
                                start.plusSeconds(1_800).toString(),
                                "feed",
                                Map.of("source", "TEST")))
                .ok()
                .path("id")
                .asText();
        OnBoard.approve(show);
        await("on air")
                .atMost(Leave.of(Duration.ofSeconds(40)))
                .until(() -> OnBoard.read(show).path("state").asText().equals("ON_AIR"));
        return show;
    }

    private static JsonNode known(String show) {
        return Ui.app().api("moderator").get("/moderation/shows/" + show).ok();
    }

    @Test
    void all_of_it_is_in_the_log_once_and_the_moderator_drops_no_key() throws IOException {
        List<Said> chat = chat(Path.of(System.getenv("ONAIR_SHARED_DATA"), "chat", "live_chat_replay.csv"));
        String show = onAir();
        try (Talkers talkers = new Talkers(Ui.app().viewerUrl(), show, MEMBERS)) {
            await("all are in").atMost(Leave.of(Duration.ofSeconds(60))).until(() -> talkers.joined() == MEMBERS);
            Page page = Ui.signedInAt("moderator", "moderation?show=" + show);
            page.locator("#chat-lines").waitFor();
            CompletableFuture<Void> talking = CompletableFuture.runAsync(() -> replay(chat, talkers));
            await("it goes")
                    .atMost(Leave.of(Duration.ofSeconds(30)))
                    .until(() -> known(show).path("lines").asInt() > 100);
            types(page);
            List<Long> millis = hides(page);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/moderation/real-chat.png")));
            talking.join();
            await("all is answered")
                    .atMost(Leave.of(Duration.ofSeconds(30)))
                    .untilAsserted(() -> assertThat(talkers.unanswered()).isEmpty());
            int acknowledged = talkers.acknowledged().size();
            await("all is in the log")
                    .atMost(Leave.of(Duration.ofSeconds(30)))
                    .until(() -> known(show).path("lines").asInt() >= acknowledged);
            assertThat(known(show).path("lines").asInt()).isEqualTo(acknowledged);
            assertThat(acknowledged).isGreaterThan(chat.size() / 2);
            System.out.printf(
                    "PROOF|real-chat|%d|0|%d lines in %d s, %d acknowledged and %d in the log, the others refused by the room's rules;"
                            + " %d of %d lines hidden by keys, on the screen after %d ms (median), at most %d; every letter typed%n",
                    SECONDS,
                    chat.size(),
                    SECONDS,
                    acknowledged,
                    acknowledged,
                    millis.size(),
                    HIDES,
                    millis.get(millis.size() / 2),
                    millis.get(millis.size() - 1));
            Ui.leave(page);
        }
        Ui.app().api("merchandiser").post("/shows/" + show + "/transitions", Map.of("to", "ENDED", "reason", "시험 끝"));
    }

    private static void replay(List<Said> chat, Talkers talkers) {
        long begin = System.nanoTime();
        for (Said said : chat) {
            long due = begin + said.after().toNanos();
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            talkers.say(said.author(), said.text());
        }
    }

    private static void types(Page page) {
        String words = "지금 주문하시면 내일 도착합니다 abcdefghij 0123456789";
        Locator field = page.locator("#announce-words input");
        field.click();
        field.pressSequentially(words);
        assertThat(field).hasValue(words);
        field.fill("");
        field.press("Tab");
        page.locator("#announce-words").evaluate("field => document.activeElement.blur()");
    }

    /** How long each took from the key until the screen says so, the shortest first. */
    private static List<Long> hides(Page page) {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < HIDES; i++) {
            page.keyboard().press("k");
            Locator chosen = page.locator("#chat-lines .msg.focus");
            chosen.waitFor();
            long pressed = System.nanoTime();
            page.keyboard().press("h");
            assertThat(chosen).containsText("숨김");
            millis.add((System.nanoTime() - pressed) / 1_000_000);
        }
        millis.sort(null);
        return millis;
    }
}
