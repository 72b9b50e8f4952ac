package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;

/** A merchandiser fills weeks: template, copy, weekly series, and a calendar that others subscribe to. */
class PlanningToolsTest {

    private final Api planner = Ui.app().api("merchandiser");

    private String channel() {
        Map<String, Object> wanted =
                Map.of("name", "도구 채널 " + UUID.randomUUID(), "warmUpSeconds", 0, "graceSeconds", 0);
        return Ui.app().api("ops").post("/channels", wanted).ok().path("id").asText();
    }

    private String show(String title, String channel, Instant start) {
        return planner.post(
                        "/shows",
                        Map.of(
                                "title",
                                title,
                                "channel",
                                channel,
                                "start",
                                start.toString(),
                                "end",
                                start.plusSeconds(3600).toString()))
                .ok()
                .path("id")
                .asText();
    }

    private JsonNode shows(String channel) {
        return planner.get("/shows?channel=" + channel).ok().path("shows");
    }

    /** On days that no board of another test opens at: a board opens at the first show of its day. */
    private static Instant later(int days) {
        return OnBoard.at(OnBoard.TODAY.plusDays(280 + days), "11:00");
    }

    @Test
    void a_show_is_kept_as_a_template_and_another_is_made_of_it() {
        String channel = channel();
        String id = show("데모 브랜드 월요 특가", channel, later(30));
        String name = "월요 틀 " + UUID.randomUUID();
        Page page = Ui.signedInAt("merchandiser", "shows/" + id + "/plan");
        page.locator("#templates-save").click();
        Ui.fill(page, "text", name);
        page.locator("#text-done").click();
        page.locator("#undo").waitFor();
        Ui.go(page, "templates");
        Ui.fill(page, "templates-search", name);
        page.waitForURL("**/templates?q=*");
        Locator row = page.locator("vaadin-grid-cell-content")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
        row.waitFor();
        page.locator("[id^=templates-use-TP]").first().click();
        page.locator("#use-done").click();
        page.waitForURL("**/shows/SH-*");
        assertThat(shows(channel)).hasSize(2);
        Ui.go(page, "templates?q=" + name);
        page.locator("[id^=templates-archive-TP]").first().click();
        page.locator(".on-empty").waitFor();
        page.locator("#undo").click();
        page.locator("[id^=templates-archive-TP]").first().waitFor();
        Ui.leave(page);
    }

    @Test
    void a_copy_says_beforehand_what_is_in_its_way_and_is_taken_back() {
        String channel = channel();
        String id = show("데모 브랜드 복제", channel, later(30));
        show("먼저 잡은 방송", channel, later(37));
        Page page = Ui.signedInAt("merchandiser", "shows/" + id + "/plan");
        page.locator("#copies-make").click();
        page.getByText("먼저 잡은 방송").first().waitFor();
        assertThat(page.locator("#copy-done").isDisabled()).isTrue();
        Ui.fill(page, "copy-days", "8");
        page.getByText("모두 가능합니다").waitFor();
        page.locator("#copy-done").click();
        page.locator("#undo").waitFor();
        assertThat(shows(channel)).hasSize(3);
        page.locator("#undo").click();
        page.getByText("되돌렸습니다").first().waitFor();
        assertThat(shows(channel).findValuesAsText("state")).contains("CANCELLED");
        Ui.leave(page);
    }

    @Test
    void a_weekly_series_shows_its_days_leaves_out_what_is_taken_and_is_seen_beside_the_show() {
        String channel = channel();
        String id = show("데모 브랜드 매주", channel, later(30));
        show("한 주 뒤의 벽", channel, later(37));
        Page page = Ui.signedInAt("merchandiser", "shows/" + id + "/plan");
        page.locator("#series-create").click();
        page.getByText("한 주 뒤의 벽").first().waitFor();
        assertThat(page.locator("#series-done").isDisabled()).isTrue();
        page.locator("#series-skip input").check();
        page.waitForCondition(() -> page.locator("#series-done").isEnabled());
        page.locator("#series-done").click();
        page.getByText("이 회차").first().waitFor();
        assertThat(page.locator(".on-plan-side .on-line").count()).isEqualTo(3);
        Ui.leave(page);
    }

    @Test
    void a_change_of_a_series_asks_how_far_it_reaches() {
        String channel = channel();
        String id = show("데모 브랜드 연속", channel, later(50));
        String day = later(50)
                .atZone(java.time.ZoneId.of("Asia/Seoul"))
                .getDayOfWeek()
                .name();
        JsonNode made = planner.post("/series", Map.of("show", id, "weekdays", java.util.List.of(day), "count", 4))
                .ok();
        String second = made.path("shows").get(0).asText();
        Page page = Ui.signedInAt("merchandiser", "shows/" + second + "/plan");
        page.locator("#series-change").click();
        Ui.fill(page, "text", "데모 브랜드 새 이름");
        page.locator("#text-done").click();
        page.locator("#series-scope vaadin-radio-button").nth(1).click();
        page.locator("#series-scope-done").click();
        page.getByText("회차 3개에 적용했습니다").first().waitFor();
        assertThat(shows(channel).findValuesAsText("title"))
                .containsExactly("데모 브랜드 연속", "데모 브랜드 새 이름", "데모 브랜드 새 이름", "데모 브랜드 새 이름");
        page.locator("#series-cancel").click();
        page.locator("#series-scope-done").click();
        Ui.fill(page, "reason", "휴방");
        page.locator("#reason-done").click();
        page.waitForCondition(() ->
                planner.get("/shows/" + second).ok().path("state").asText().equals("CANCELLED"));
        assertThat(shows(channel).findValuesAsText("state"))
                .as("this one only")
                .containsExactly("DRAFT", "CANCELLED", "DRAFT", "DRAFT");
        Ui.leave(page);
    }

    @Test
    void viewers_find_their_way_in_a_replay_by_the_chapters_a_planner_has_set() {
        String id = replay();
        Page page = Ui.signedInAt("merchandiser", "shows/" + id + "/plan");
        mark(page, "00:00:00", "여는 말");
        page.getByText("여는 말").first().waitFor();
        mark(page, "00:00:04", "너무 가까운 챕터");
        page.getByText("챕터 사이는").first().waitFor();
        planner.post("/marks", Map.of("show", id, "kind", "HIGHLIGHT", "title", "놓치면 아까운 순간", "positionMillis", 4000))
                .ok();
        Ui.leave(page);
        Page viewer = Ui.visitor();
        viewer.navigate(Ui.app().viewerUrl() + "/replay/" + id);
        viewer.locator("#chapters button").first().waitFor();
        assertThat(viewer.locator("#chapters button").first().getAttribute("aria-label"))
                .contains("여는 말");
        viewer.waitForCondition(() -> Ui.currentTime(viewer) > 0.5);
        viewer.locator("#marks .tick.highlight").waitFor();
        viewer.locator("#highlights button").click();
        viewer.waitForCondition(() -> Ui.currentTime(viewer) >= 3.9);
        viewer.locator("#chapters button[aria-current=true]").waitFor();
        viewer.locator("#chapters button").first().press("Enter");
        viewer.waitForCondition(() -> Ui.currentTime(viewer) < 3);
        Ui.leave(viewer);
    }

    private static void mark(Page page, String position, String title) {
        Ui.fill(page, "mark-position", position);
        Ui.fill(page, "mark-title", title);
        page.locator("#marks-add").click();
    }

    /** A show that was on air for some seconds and can be watched again. */
    private String replay() {
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(8);
        String id = planner.post(
                        "/shows",
                        Map.of(
                                "title",
                                "데모 브랜드 다시보기",
                                "channel",
                                channel(),
                                "start",
                                start.toString(),
                                "end",
                                start.plusSeconds(600).toString(),
                                "feed",
                                Map.of("source", "TEST")))
                .ok()
                .path("id")
                .asText();
        to(planner, id, "IN_REVIEW");
        to(Ui.app().api("admin"), id, "APPROVED");
        await(id, "ON_AIR");
        String channel =
                planner.get("/shows/" + id).ok().path("channel").path("id").asText();
        org.awaitility.Awaitility.await()
                .atMost(Leave.of(Duration.ofSeconds(60)))
                .until(() -> Ui.app()
                                .control()
                                .get("/channels/" + channel)
                                .ok()
                                .path("seconds")
                                .asDouble()
                        > 9);
        to(planner, id, "ENDED");
        await(id, "REPLAY");
        return id;
    }

    private static void to(Api who, String id, String state) {
        who.post("/shows/" + id + "/transitions", Map.of("to", state, "reason", "시험"))
                .ok();
    }

    private void await(String id, String state) {
        org.awaitility.Awaitility.await("the state " + state)
                .atMost(Leave.of(Duration.ofSeconds(60)))
                .until(() ->
                        planner.get("/shows/" + id).ok().path("state").asText().equals(state));
    }

    @Test
    void a_calendar_address_is_shown_once_read_and_revoked() throws Exception {
        Page page = Ui.signedInAt("merchandiser", "templates");
        page.locator("#calendars").click();
        page.locator("#calendars-create").click();
        Locator field = page.locator("#calendar-url input");
        field.waitFor();
        String path = URI.create(field.inputValue()).getPath();
        assertThat(path).matches("/calendar/[0-9a-f]{64}\\.ics");
        assertThat(status(path)).isEqualTo(200);
        page.locator("[id^=calendars-revoke]").first().click();
        field.waitFor(
                new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        assertThat(status(path)).isEqualTo(404);
        Ui.leave(page);
    }

    private static int status(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(Ui.app().url() + path))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
