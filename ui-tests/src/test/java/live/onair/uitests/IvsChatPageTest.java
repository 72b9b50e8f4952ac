package live.onair.uitests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The viewers' page with a pass of IVS Chat: it joins there, speaks the messages of its messaging API and shows what the console
 * tells beside them. AWS's end of the socket is the test's own; that the console gives such passes is IvsChatTest's.
 */
class IvsChatPageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EDGE = "wss://edge.ivschat.ap-northeast-2.amazonaws.com";

    private final Page page = Ui.visitor();
    private final BlockingQueue<JsonNode> sent = new LinkedBlockingQueue<>();
    private final BlockingQueue<WebSocketRoute> joined = new LinkedBlockingQueue<>();

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the next pass tells this member alone. */
    private @Nullable String warning;

    private WebSocketRoute joins(int delaySeconds) {
        ObjectNode pass = JSON.createObjectNode()
                .put("via", "ivs-chat")
                .put("member", "m-1")
                .put("name", "하나");
        pass.put("address", EDGE).put("token", "token-1").putNull("pinned");
        pass.putObject("settings").put("slowSeconds", 0).put("frozen", false).put("delaySeconds", delaySeconds);
        pass.putArray("hidden").add("gone");
        pass.putArray("lines")
                .addObject()
                .put("id", "old")
                .put("member", "m-2")
                .put("name", "둘")
                .put("text", "먼저 한 말");
        page.route(
                "**/chat-pass",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(answer(pass))));
        page.routeWebSocket(EDGE + "/**", socket -> {
            socket.onMessage(frame -> sent.add(tree(frame.text())));
            joined.add(socket);
        });
        page.navigate(Ui.app().viewerUrl() + "/live/" + Ui.onAir());
        assertThat(line("먼저 한 말")).isVisible();
        return joined.remove();
    }

    private String answer(ObjectNode pass) {
        if (warning != null) {
            pass.putObject("warned").put("id", "SH-1-7").put("text", warning);
        }
        return JSON.createObjectNode()
                .put("show", Ui.onAir())
                .put("member", "m-1")
                .put("name", "하나")
                .put("pass", pass.toString())
                .toString();
    }

    @Test
    void what_the_member_alone_is_told_comes_with_a_pass_after_an_event_that_only_names_them() {
        WebSocketRoute edge = joins(0);
        warning = "욕설은 <b>삼가</b> 주세요";
        edge.send(event("warned", Map.of("member", "m-2")));
        edge.send(event("warned", Map.of("member", "m-1")));
        assertThat(page.locator("#chat-warned")).containsText("운영자 경고 욕설은 <b>삼가</b> 주세요");
        page.locator("#chat-warned-done").click();
        assertThat(page.locator("#chat-warned")).isHidden();
        edge.send(event("warned", Map.of("member", "m-1")));
        page.waitForTimeout(2_500);
        assertThat(page.locator("#chat-warned")).isHidden();
    }

    /** For good: what a page was told of sockets it does not forget, and pages that leave serve others. */
    @AfterEach
    void goes() {
        page.context().close();
    }

    private Locator line(String words) {
        return page.locator("#chat li", new Page.LocatorOptions().setHasText(words));
    }

    private JsonNode says(String words) {
        page.locator("#chat-words").fill(words);
        page.locator("#chat-words").press("Enter");
        await().until(() -> {
            page.title();
            return !sent.isEmpty();
        });
        return sent.remove();
    }

    private static String message(JsonNode said, String member, String text, Map<String, String> more) {
        ObjectNode message = JSON.createObjectNode().put("Type", "MESSAGE").put("Id", "AAAABBBBCCCC");
        message.put("RequestId", said.path("RequestId").asText()).put("Content", text);
        message.put("SendTime", "2026-11-29T00:00:00Z");
        ObjectNode attributes = message.putObject("Attributes")
                .put("id", said.path("Attributes").path("id").asText());
        more.forEach(attributes::put);
        message.putObject("Sender")
                .put("UserId", member)
                .putObject("Attributes")
                .put("name", "하나");
        return message.toString();
    }

    private static String event(String name, Map<String, String> what) {
        ObjectNode event = JSON.createObjectNode().put("Type", "EVENT").put("EventName", "onair:" + name);
        ObjectNode attributes = event.putObject("Attributes");
        what.forEach(attributes::put);
        return event.toString();
    }

    @Test
    void a_viewer_talks_in_ivs_chat_and_what_moderators_do_is_seen() {
        WebSocketRoute edge = joins(0);
        JsonNode said = says("안녕하세요");
        assertThat(said.path("Action").asText()).isEqualTo("SEND_MESSAGE");
        assertThat(said.path("Content").asText()).isEqualTo("안녕하세요");
        edge.send(message(said, "m-1", "안녕하세요", Map.of()));
        edge.send(message(said, "m-1", "안녕하세요", Map.of()));
        assertThat(line("안녕하세요")).hasCount(1);
        assertThat(page.locator("#chat-told")).isEmpty();

        JsonNode held = says("기다릴 말");
        edge.send(message(held, "m-1", "…", Map.of("held", "true")));
        assertThat(page.locator("#chat-told")).containsText("검토 중");
        String id = held.path("Attributes").path("id").asText();
        edge.send(event(
                "line", Map.of("id", id, "member", "m-1", "name", "하나", "text", "기다", "part", "1", "parts", "2")));
        edge.send(event(
                "line", Map.of("id", id, "member", "m-1", "name", "하나", "text", "릴 말", "part", "2", "parts", "2")));
        assertThat(line("기다릴 말")).hasCount(1);

        edge.send(event("hidden", Map.of("id", "old", "part", "1", "parts", "1")));
        assertThat(line("먼저 한 말")).hasCount(0);
        edge.send(event("pinned", Map.of("id", id, "name", "하나", "text", "고정된 말", "part", "1", "parts", "1")));
        assertThat(page.locator("#chat-pinned")).containsText("고정된 말");
        edge.send(event("pinned", Map.of("text", "", "part", "1", "parts", "1")));
        assertThat(page.locator("#chat-pinned")).isHidden();

        JsonNode refused = says("받지 않는 말");
        edge.send("{\"Type\":\"ERROR\",\"ErrorCode\":406,\"RequestId\":\""
                + refused.path("RequestId").asText() + "\"}");
        assertThat(page.locator("#chat-told")).containsText("보낼 수 없습니다");
        edge.send(event(
                "settings",
                Map.of("frozen", "true", "slowSeconds", "0", "delaySeconds", "0", "part", "1", "parts", "1")));
        assertThat(page.locator("#chat-words")).isDisabled();
    }

    @Test
    void what_is_hidden_before_its_delay_is_over_nobody_reads_and_who_is_cut_comes_back() {
        WebSocketRoute edge = joins(1);
        JsonNode gone = says("가려질 말");
        JsonNode stays = says("남는 말");
        edge.send(message(gone, "m-1", "가려질 말", Map.of()));
        edge.send(
                event("hidden", Map.of("id", gone.path("Attributes").path("id").asText(), "part", "1", "parts", "1")));
        edge.send(message(stays, "m-1", "남는 말", Map.of()));
        assertThat(line("남는 말")).hasCount(1);
        assertThat(line("가려질 말")).hasCount(0);
        edge.close();
        await().until(() -> {
            page.title();
            return !joined.isEmpty();
        });
        assertThat(line("먼저 한 말")).hasCount(1);
    }

    @Test
    void what_comes_back_stands_where_it_was_said_and_who_waited_learns_that_it_does_not_come() {
        WebSocketRoute edge = joins(0);
        edge.send(event("line", spoken("one", "처음 말", "2026-11-29T00:00:01Z")));
        edge.send(event("line", spoken("two", "다음 말", "2026-11-29T00:00:02.5Z")));
        edge.send(event("hidden", Map.of("id", "one", "part", "1", "parts", "1")));
        assertThat(line("처음 말")).hasCount(0);
        edge.send(event("line", spoken("three", "끝 말", "2026-11-29T00:00:03Z")));
        edge.send(event("line", spoken("one", "처음 말", "2026-11-29T00:00:01Z")));
        assertThat(page.locator("#chat li .text")).hasText(new String[] {"먼저 한 말", "처음 말", "다음 말", "끝 말"});

        JsonNode held = says("기다릴 말");
        edge.send(message(held, "m-1", "…", Map.of("held", "true")));
        assertThat(page.locator("#chat-told")).containsText("검토 중");
        String id = held.path("Attributes").path("id").asText();
        edge.send(event("hidden", Map.of("id", id, "part", "1", "parts", "1")));
        assertThat(page.locator("#chat-told")).containsText("보이지 않게 되었습니다");
    }

    private static Map<String, String> spoken(String id, String text, String at) {
        return Map.of("id", id, "member", "m-2", "name", "둘", "text", text, "at", at, "part", "1", "parts", "1");
    }

    @Test
    void why_a_name_is_refused_stands_where_it_is_written_until_there_is_another() {
        page.navigate(Ui.app().viewerUrl() + "/live/" + Ui.onAir());
        Locator name = page.locator("#chat-name");
        name.fill("관 리 자");
        name.press("Tab");
        assertThat(page.locator("#chat-name-told")).containsText("운영자나 진행자로 보이는 이름");
        assertThat(page.locator("#chat-words")).isDisabled();
        name.fill("👩\u200D👩\u200D👧 미나");
        name.press("Tab");
        assertThat(page.locator("#chat-name-told")).isHidden();
        assertThat(page.locator("#chat-words")).isEnabled();
        assertThat(name).hasValue("👩\u200D👩\u200D👧 미나");
    }
}
