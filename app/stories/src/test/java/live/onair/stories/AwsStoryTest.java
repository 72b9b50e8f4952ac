package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import live.onair.awsstub.AwsStub;
import live.onair.awsstub.Faults.Where;
import live.onair.awsstub.Manner;
import live.onair.awsstub.StubCall;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The main job on AWS, against what stands for it: a channel is made, a show goes on air by itself, carries a mark, ends
 * by itself, and the channel is put away. Nothing is left behind, and every call that writes is on a list that is
 * checked in.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AwsStoryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** How often an adapter asks depends on how fast the stand-in is; what it writes does not. */
    private static final Set<String> ASKING = Set.of("Get", "List", "Describe", "Head");

    private static AwsStub stub;
    private static RunningOnair onair;
    private static CdnsBeforeOrigin cdns;

    @BeforeAll
    static void start() {
        stub = AwsStub.start(Manner.quick());
        cdns = new CdnsBeforeOrigin();
        onair = RunningOnair.prepared("aws", "--no-show")
                .with(Map.of(
                        "ONAIR_AWS_ENABLED", "true",
                        "ONAIR_AWS_ENV", "story",
                        "ONAIR_AWS_BUCKET", "onair-story",
                        "ONAIR_AWS_ACCESS", "arn:aws:iam::111122223333:role/onair-media",
                        "ONAIR_AWS_ENDPOINT", stub.uri().toString(),
                        "ONAIR_AWS_NEWS_TOPIC", "arn:aws:sns:ap-northeast-2:111122223333:onair-story",
                        "AWS_ACCESS_KEY_ID", "AKIAONAIRSTORY",
                        "AWS_SECRET_ACCESS_KEY", "secret-of-the-story"));
        makeBucket();
        onair.start();
    }

    @AfterAll
    static void stop() {
        onair.close();
        cdns.close();
        stub.close();
    }

    /**
     * A show on one backend.
     *
     * @param services whose calls are its own
     * @param last where it comes to rest: what stands for MediaLive records nothing, so there is no replay
     */
    private record Told(String backend, Set<String> services, String last, String channel, String show) {}

    @Test
    void shows_on_medialive_and_on_ivs_go_on_air_carry_a_mark_end_and_leave_nothing_behind() throws IOException {
        stub.forgetCalls();
        stub.buckets().copies("ivs/v1/", "FAILED");
        stub.buckets().copies("onair/story/replays/", "COMPLETED");
        stub.buckets().expires("ivs/v1/", 90);
        List<Told> shows = List.of(
                planned("medialive", Set.of("medialive", "mediapackagev2"), "TEST", "ENDED"),
                planned("ivs", Set.of("ivs", "s3"), "INPUT", "REPLAY"));
        shows.forEach(show -> reaches(show.show(), "STANDBY"));
        Map<String, List<String>> foretold = new LinkedHashMap<>();
        shows.forEach(show -> foretold.put(show.show(), foretold(show)));
        encoderSends(shows.get(1).channel());
        assertThat(isArmed(shows.get(0), null)).isTrue();
        assertThat(isArmed(shows.get(1), "NO_SCHEDULE")).isTrue();
        shows.forEach(show -> reaches(show.show(), "ON_AIR"));
        isWatched(shows.get(0).show(), "null");
        isWatched(
                shows.get(1).show(),
                "https://[a-z0-9]+\\.ap-northeast-2\\.playback\\.live-video\\.net/api/video/v1/.*\\.m3u8");
        cdns.play(
                onair,
                shows.get(0).show(),
                "/out/v1/onair-story/onair-story-" + shows.get(0).channel() + "/live/hls.m3u8");
        shows.forEach(show -> watched(show.channel(), show.backend().equals("ivs") ? 2 : 8));
        assertThat(switched()).as("by what was armed").containsExactly("FixedModeScheduleActionStartSettings");
        shows.forEach(show -> mark(show.show()));
        shows.forEach(show -> reaches(show.show(), show.last()));
        // on air, over, and the replay: each an object in the bucket
        Waiting.calmly(PATIENCE, () -> assertThat(stub.calls("s3", "PutObject")).hasSize(3));
        isKept(shows.get(1).show());
        shows.forEach(show -> putAway(show.channel()));
        Waiting.calmly(PATIENCE, () -> assertThat(stub.leftBehind()).isEmpty());
        shows.forEach(show -> watched(show.channel(), 0));
        assertThat(stub.unserved()).isEmpty();
        assertThat(stub.calls())
                .allSatisfy(call -> assertThat(call.problems()).as(call.name()).isEmpty());
        for (Told show : shows) {
            assertThat(written(show))
                    .as("what was shown before is what was called")
                    .containsSubsequence(foretold.get(show.show()));
            compare(show);
        }
        everyWriteIsToldByTheTrail(shows);
    }

    /** W6: each call of ours that changed something has its event in CloudTrail by the same request id; nothing is a stranger's. */
    private static void everyWriteIsToldByTheTrail(List<Told> shows) {
        Set<String> written = new TreeSet<>();
        stub.calls().stream()
                .filter(call -> ASKING.stream().noneMatch(call.operation()::startsWith))
                .filter(call -> !call.service().equals("cloudtrail"))
                .forEach(call -> written.add(call.requestId()));
        assertThat(written).hasSizeGreaterThan(30);
        onair.api("ops").post("/inventory/refresh", Map.of()).ok();
        Waiting.calmly(PATIENCE, () -> {
            Map<String, String> states = new TreeMap<>();
            for (JsonNode call : pages("/inventory/calls?")) {
                String expected = call.path("service").asText().equals("s3") ? "NOT_KEPT" : "MATCHED";
                if (written.contains(call.path("requestId").asText())) {
                    states.put(
                            call.path("requestId").asText(), call.path("trail").asText());
                    assertThat(call.path("trail").asText()).as(call.toString()).isEqualTo(expected);
                }
            }
            assertThat(states.keySet()).isEqualTo(written);
        });
        for (Told show : shows) {
            assertThat(pages("/inventory/calls?show=" + show.show())).hasSizeGreaterThan(5);
            assertThat(pages("/inventory/foreign?q=" + show.channel())).isEmpty();
        }
    }

    private static List<JsonNode> pages(String path) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = onair.api("auditor").get(path + cursor).ok();
            page.path("items").forEach(all::add);
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        return all;
    }

    /** Somebody's hand in the account, past Onair: it is told with who, when and from where. */
    @Test
    void what_is_called_past_onair_on_our_things_is_listed_as_a_strangers() throws Exception {
        HttpRequest create = HttpRequest.newBuilder(stub.uri().resolve("/CreateChannel"))
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIASTRANGER/20261126/ap-northeast-2/ivs/aws4_request,"
                                + " SignedHeaders=host, Signature=0")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"name\": \"onair-story-CH-BYHAND\", \"tags\": {\"onair:env\": \"story\"}}"))
                .build();
        HttpResponse<String> made = HttpClient.newHttpClient().send(create, HttpResponse.BodyHandlers.ofString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        onair.api("ops").post("/inventory/refresh", Map.of()).ok();
        Waiting.calmly(
                PATIENCE, () -> assertThat(pages("/inventory/foreign?q=BYHAND")).hasSize(1));
        JsonNode act = pages("/inventory/foreign?q=BYHAND").get(0);
        assertThat(act.path("operation").asText()).isEqualTo("CreateChannel");
        assertThat(act.path("principal").asText()).isEqualTo("arn:aws:iam::111122223333:user/akiastranger");
        assertThat(act.path("source").asText()).isEqualTo("127.0.0.1");
        assertThat(act.path("asUs").asBoolean()).isFalse();
        assertThat(Instant.parse(act.path("at").asText())).isBefore(Instant.now());
        assertThat(pages("/inventory/calls?q=BYHAND")).isEmpty();
        String arn = made.body().replaceAll("(?s).*\"arn\": ?\"(arn:aws:ivs:[^\"]*:channel/[^\"]*)\".*", "$1");
        stub.somebodyElse(
                "ivs", "DeleteChannel", JsonNodeFactory.instance.objectNode().put("arn", arn));
    }

    /** Whether the start comes to be held by the encoder's own schedule, or is not for this reason. */
    private static boolean isArmed(Told show, String why) {
        Waiting.calmly(PATIENCE, () -> {
            JsonNode arming =
                    onair.api("auditor").get("/shows/" + show.show()).ok().path("arming");
            assertThat(arming.path("why").asText(null)).isEqualTo(why);
            assertThat(arming.path("at").isTextual()).isEqualTo(why == null);
        });
        return true;
    }

    /** How the switches of inputs begin that have been ordered. */
    private static List<String> switched() {
        List<String> starts = new ArrayList<>();
        for (StubCall call : stub.calls("medialive", "BatchUpdateSchedule")) {
            for (JsonNode action : call.input().path("Creates").path("ScheduleActions")) {
                if (action.path("ScheduleActionSettings").has("InputSwitchSettings")) {
                    action.path("ScheduleActionStartSettings").fieldNames().forEachRemaining(starts::add);
                }
            }
        }
        return starts;
    }

    private static Told planned(String backend, Set<String> services, String source, String last) {
        String channel = channel(backend, 40);
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(45);
        return new Told(backend, services, last, channel, show(channel, source, start, start.plusSeconds(60)));
    }

    /** Whatever AWS does to one show is told on its page, in words and in AWS's own; the others feel nothing of it. */
    @Test
    void every_fault_is_seen_on_the_screen_in_words_and_no_other_show_feels_it() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String beside = channel("local", 20);
        String other = show(beside, "TEST", now.plusSeconds(2), now.plusSeconds(1_800));
        stub.faults().on("medialive", "*").throttled();
        String troubled = channel("medialive", 3_600);
        String show = show(troubled, "TEST", now.plusSeconds(1_800), now.plusSeconds(3_600));
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = ViewerPage.chromium(playwright)) {
            Page page = browser.newContext(new Browser.NewContextOptions().setLocale("ko-KR"))
                    .newPage();
            page.navigate(onair.url() + "/sign-in");
            page.locator("#demo-ops").click();
            page.waitForURL("**/schedule**");
            page.navigate(onair.url() + "/shows/" + show);
            isTold(page, "호출이 많다고 거절합니다", "TooManyRequests", Where::throttled, "*");
            reaches(other, "ON_AIR");
            isTold(page, "서비스에 장애가 있습니다", "(500,", Where::broken, "*");
            isTold(page, "자격 증명이 없거나 만료되었거나", "Expired", Where::expired, "*");
            isTold(page, "서비스에 장애가 있습니다", "no answer", Where::reset, "*");
            isTold(page, "되었는지 알 수 없습니다", "CreateInputSecurityGroup", Where::broken, "CreateInputSecurityGroup");
            isTold(page, "서비스에 장애가 있습니다", "no answer", fault -> fault.late(Duration.ofSeconds(30)), "*");
            onBoard(page, show, "예약 안 됨");
            page.navigate(onair.url() + "/shows/" + show);
            stub.faults().clear();
            PlaywrightAssertions.assertThat(page.locator(".prob"))
                    .hasCount(
                            0,
                            new LocatorAssertions.HasCountOptions()
                                    .setTimeout(Leave.of(PATIENCE).toMillis()));
            onBoard(page, show, "예약됨");
        } finally {
            stub.faults().clear();
        }
        reaches(show, "STANDBY");
        JsonNode unhurt = onair.api("auditor").get("/shows/" + other).ok();
        assertThat(unhurt.path("state").asText()).isEqualTo("ON_AIR");
        assertThat(unhurt.path("health").asText()).isEqualTo("OK");
        ends("ops", other, "ENDED");
        ends("merchandiser", show, "CANCELLED");
        List.of(beside, troubled).forEach(AwsStoryTest::putAway);
        Waiting.calmly(PATIENCE, () -> assertThat(stub.leftBehind()).isEmpty());
    }

    /** S8: the board says whether a start is armed. */
    private static void onBoard(Page page, String show, String words) {
        page.navigate(onair.url() + "/schedule");
        PlaywrightAssertions.assertThat(page.locator("onair-board [data-show=" + show + "]"))
                .hasAttribute(
                        "aria-label",
                        Pattern.compile(".*" + words + ".*", Pattern.DOTALL),
                        new LocatorAssertions.HasAttributeOptions()
                                .setTimeout(Leave.of(PATIENCE).toMillis()));
    }

    /**
     * S8: the console is killed with an armed start; at its time the channel's own schedule starts the show, and the console
     * that comes back, in read-only mode, takes it as it is and wants nothing written. Each screen says that mode, and a
     * press that would write is refused in words before it leaves. The last story: the console stays like that.
     */
    @Test
    @Order(Integer.MAX_VALUE)
    void an_armed_show_starts_while_the_console_is_away_and_read_only_lets_nothing_out() {
        String channel = channel("ivs", 40);
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(40);
        String armed = channel("medialive", 35);
        Told show = new Told("medialive", Set.of(), "", armed, show(armed, "TEST", start, start.plusSeconds(1_800)));
        stub.forgetCalls();
        reaches(show.show(), "STANDBY");
        assertThat(isArmed(show, null)).isTrue();
        startsWithoutUs();
        stub.forgetCalls();
        onair.with(Map.of("ONAIR_AWS_READ_ONLY", "true")).start();
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = ViewerPage.chromium(playwright)) {
            Page page = browser.newContext(new Browser.NewContextOptions().setLocale("ko-KR"))
                    .newPage();
            page.navigate(onair.url() + "/sign-in");
            page.locator("#demo-ops").click();
            page.waitForURL("**/schedule**");
            saysReadOnly(page, channel);
        }
        wentOnAirOnce(show.show());
        assertThat(stub.calls())
                .filteredOn(call -> ASKING.stream().noneMatch(call.operation()::startsWith))
                .filteredOn(call -> !call.service().equals("cloudtrail"))
                .isEmpty();
    }

    private static void startsWithoutUs() {
        List<StubCall> starts = stub.calls("medialive", "StartChannel");
        assertThat(starts).hasSize(1);
        String encoder = starts.get(0).input().path("ChannelId").asText();
        assertThat(stub.mediaLive().played(encoder)).isEmpty();
        onair.killConsole();
        Waiting.calmly(
                PATIENCE, () -> assertThat(stub.mediaLive().played(encoder)).hasSize(1));
    }

    /** It is on air once, and nothing was wanted that was refused. */
    private static void wentOnAirOnce(String show) {
        reaches(show, "ON_AIR");
        assertThat(onair.api("auditor")
                        .get("/shows/" + show + "/transitions")
                        .ok()
                        .findValuesAsText("to"))
                .filteredOn("ON_AIR"::equals)
                .hasSize(1);
        assertThat(onair.api("auditor")
                        .get("/shows/" + show)
                        .ok()
                        .path("health")
                        .asText())
                .isEqualTo("OK");
    }

    private static void saysReadOnly(Page page, String channel) {
        LocatorAssertions.ContainsTextOptions patient = new LocatorAssertions.ContainsTextOptions()
                .setTimeout(Leave.of(PATIENCE).toMillis());
        PlaywrightAssertions.assertThat(page.locator("#account-chip")).containsText("읽기 전용", patient);
        page.navigate(onair.url() + "/channels");
        page.locator("#connection-" + channel).click();
        page.locator("#channels-rotateKey").click();
        page.locator("#certain-done").click();
        Locator refused = page.locator("#connection-keys");
        PlaywrightAssertions.assertThat(refused).containsText("읽기 전용", patient);
        PlaywrightAssertions.assertThat(refused).containsText("CreateChannel was not sent", patient);
    }

    private static void ends(String role, String show, String state) {
        onair.api(role)
                .post("/shows/" + show + "/transitions", Map.of("to", state, "reason", "시험 끝"))
                .ok();
    }

    private static void isTold(Page page, String words, String its, Consumer<Where> fault, String operation) {
        stub.faults().clear();
        fault.accept(stub.faults().on("medialive", operation));
        Locator alarm = page.locator(".prob")
                .filter(new Locator.FilterOptions().setHasText(words))
                .filter(new Locator.FilterOptions().setHasText(its));
        PlaywrightAssertions.assertThat(alarm)
                .isVisible(new LocatorAssertions.IsVisibleOptions()
                        .setTimeout(Leave.of(PATIENCE).toMillis()));
    }

    /** What somebody left in the account with our tag is listed, and goes by the plan that was shown. */
    @Test
    void an_orphan_is_listed_and_goes_by_its_plan() {
        JsonNode tags =
                JsonNodeFactory.instance.objectNode().put("onair:env", "story").put("onair:channel", "CH-NOBODYS");
        stub.somebodyElse(
                "ivs",
                "CreateChannel",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("name", "onair-story-CH-NOBODYS")
                        .set("tags", tags));
        onair.api("ops").post("/inventory/refresh", Map.of()).ok();
        Waiting.calmly(PATIENCE, () -> assertThat(orphans().size()).isEqualTo(1));
        JsonNode account = onair.api("auditor").get("/inventory/account").ok();
        assertThat(account.path("account").asText()).matches("\\d{12}");
        String path = "/inventory/" + orphans().path(0).path("id").asText();
        JsonNode plan = onair.api("ops").post(path + "/plan", Map.of()).ok();
        assertThat(plan.path("calls").findValuesAsText("operation")).containsExactly("DeleteChannel");
        Map<String, Object> approval = Map.of("hash", plan.path("hash").asText(), "reason", "주인 없는 채널");
        assertThat(onair.api("merchandiser").post(path + "/remove", approval).status())
                .isEqualTo(403);
        onair.api("ops").post(path + "/remove", approval).ok();
        Waiting.calmly(PATIENCE, () -> assertThat(orphans().size()).isZero());
        Waiting.calmly(PATIENCE, () -> assertThat(stub.leftBehind()).noneMatch(arn -> arn.contains("ivs")));
    }

    /** A key is made by the plan that was shown: without one, by an old one's hash or by another's nothing is called. */
    @Test
    void a_new_key_is_made_by_its_plan_and_by_no_other() {
        String channel = channel("ivs", 60);
        String path = "/channels/" + channel + "/stream-key";
        assertThat(onair.api("ops").post(path, Map.of()).body().toString()).contains("PLAN_MISSING");
        assertThat(onair.api("ops")
                        .post(path, Map.of("plan", "0".repeat(64)))
                        .body()
                        .toString())
                .contains("PLAN_OTHER");
        JsonNode plan = onair.api("ops")
                .post("/channels/" + channel + "/plan", Map.of("press", "NEW_KEY"))
                .ok();
        assertThat(plan.path("calls").findValuesAsText("operation"))
                .containsExactly("CreateChannel", "DeleteStreamKey", "CreateStreamKey");
        assertThat(plan.path("permissions").toString()).contains("ivs:CreateStreamKey");
        assertThat(writtenFor(channel)).as("so far").isEmpty();
        JsonNode asked = onair.api("ops")
                .post(path, Map.of("plan", plan.path("hash").asText()))
                .ok()
                .path("asked");
        Waiting.calmly(
                PATIENCE,
                () -> assertThat(onair.api("ops")
                                .get("/channels/" + channel + "/encoder/key/"
                                        + asked.path("order").asText())
                                .ok()
                                .path("progress")
                                .asText())
                        .isEqualTo("READY"));
        assertThat(writtenFor(channel)).containsExactly("CreateChannel", "DeleteStreamKey", "CreateStreamKey");
        assertThat(onair.api("auditor")
                        .get("/audit/entries?subject=" + channel)
                        .ok()
                        .toString())
                .contains("resource.PlanApproved", plan.path("hash").asText());
        putAway(channel);
        Waiting.calmly(PATIENCE, () -> assertThat(stub.leftBehind()).noneMatch(arn -> arn.contains("ivs")));
    }

    /** What was sent to IVS since the channel was there, of what makes keys. */
    private static List<String> writtenFor(String channel) {
        return stub.calls().stream()
                .dropWhile(call -> !call.input().toString().contains(channel))
                .filter(call -> call.service().equals("ivs"))
                .map(StubCall::operation)
                .filter(Set.of("CreateChannel", "CreateStreamKey", "DeleteStreamKey")::contains)
                .toList();
    }

    /** A camera in the field: made, looked at by a session that is handed over once, not an orphan, gone by its plan. */
    @Test
    void a_monitor_is_made_looked_at_and_taken_away_by_its_plan() {
        JsonNode first =
                onair.api("ops").post("/monitors/plan", Map.of("hours", 2)).ok();
        assertThat(first.path("calls").findValuesAsText("operation")).containsExactly("CreateStream");
        JsonNode made = onair.api("ops")
                .post(
                        "/monitors",
                        Map.of(
                                "name",
                                "현장 카메라",
                                "hours",
                                2,
                                "monitor",
                                first.path("monitor").asText(),
                                "hash",
                                first.path("hash").asText()))
                .ok();
        String id = made.path("id").asText();
        String path = "/monitors/" + id;
        Waiting.calmly(PATIENCE, () -> assertThat(monitor(path, "state")).isEqualTo("READY"));
        isWanted(id);
        stub.video().plays("https://b-1.kinesisvideo.ap-northeast-2.amazonaws.com/hls?SessionToken=secret");
        stub.video().producerConnects("onair-story-" + id);
        isHandedOverOnce(path);
        JsonNode plan = onair.api("ops").post(path + "/plan", Map.of()).ok();
        assertThat(plan.path("calls").findValuesAsText("operation")).containsExactly("DeleteStream");
        onair.api("ops")
                .post(path + "/remove", Map.of("hash", plan.path("hash").asText(), "reason", "행사가 끝남"))
                .ok();
        Waiting.calmly(
                PATIENCE,
                () -> assertThat(onair.api("auditor").get(path).status()).isEqualTo(404));
        Waiting.calmly(PATIENCE, () -> assertThat(stub.leftBehind()).noneMatch(arn -> arn.contains("kinesisvideo")));
    }

    /** What the account holds of a monitor is no orphan. */
    private static void isWanted(String id) {
        onair.api("ops").post("/inventory/refresh", Map.of()).ok();
        Waiting.calmly(
                PATIENCE,
                () -> assertThat(onair.api("auditor")
                                .get("/inventory?q=" + id)
                                .ok()
                                .path("items")
                                .findValuesAsText("verdict"))
                        .containsExactly("WANTED"));
    }

    private static void isHandedOverOnce(String path) {
        Api planner = onair.api("merchandiser");
        JsonNode asked = planner.post(path + "/sessions", Map.of()).ok();
        String order = asked.path("order").asText();
        Waiting.calmly(
                PATIENCE,
                () -> assertThat(planner.get(path + "/sessions/" + order)
                                .ok()
                                .path("progress")
                                .asText())
                        .isEqualTo("READY"));
        Map<String, Object> ticket =
                Map.of("order", order, "ticket", asked.path("ticket").asText());
        JsonNode session = planner.post(path + "/sessions/take", ticket).ok();
        assertThat(session.path("url").asText()).contains("SessionToken");
        assertThat(planner.post(path + "/sessions/take", ticket).status()).isEqualTo(409);
        assertThat(onair.api("auditor").post(path + "/sessions", Map.of()).status())
                .isEqualTo(403);
    }

    private static String monitor(String path, String field) {
        return onair.api("auditor").get(path).ok().path(field).asText();
    }

    /** S20: what is planned is held against what the account may hold; a channel in use counts before it is ever made. */
    @Test
    void quotas_are_told_against_the_calendar() {
        stub.quotaIs("ivs", "L-FD1EB8A7", "Concurrent streams", 1);
        Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(9, ChronoUnit.DAYS);
        List<String> channels = List.of(channel("ivs", 20), channel("ivs", 20));
        List<String> shows = channels.stream()
                .map(channel -> show(channel, "INPUT", start, start.plusSeconds(1_800)))
                .toList();
        onair.api("ops").post("/inventory/refresh", Map.of()).ok();
        Waiting.calmly(
                PATIENCE, () -> assertThat(streams().path("limit").asLong()).isEqualTo(1));
        JsonNode streams = streams();
        assertThat(streams.path("headroom").asText()).isEqualTo("OVER");
        assertThat(streams.path("peak").path("count").asLong()).isEqualTo(2);
        assertThat(Instant.parse(streams.path("peak").path("at").asText())).isEqualTo(start.minusSeconds(20));
        assertThat(streams.path("tight")).hasSize(1);
        shows.forEach(show -> onair.api("merchandiser")
                .post("/shows/" + show + "/transitions", Map.of("to", "CANCELLED", "reason", "시험"))
                .ok());
        assertThat(streams().path("headroom").asText()).isEqualTo("FREE");
        channels.forEach(AwsStoryTest::putAway);
    }

    private static JsonNode streams() {
        for (JsonNode quota : onair.api("auditor").get("/inventory/quotas").ok().path("items")) {
            if (quota.path("word").asText().equals("ivs.stream")) {
                return quota;
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }

    private static JsonNode orphans() {
        return onair.api("auditor")
                .get("/inventory?verdict=ORPHAN&q=CH-NOBODYS")
                .ok()
                .path("items");
    }

    @Test
    void anybody_may_post_news_and_only_what_sns_has_signed_is_heard() throws Exception {
        assertThat(posted("<xml/>")).isEqualTo(400);
        assertThat(posted(
                        "{\"Type\":\"Notification\",\"TopicArn\":\"arn:aws:sns:ap-northeast-2:111122223333:onair-story\","
                                + "\"Message\":\"{}\",\"SignatureVersion\":\"2\",\"Signature\":\"AAAA\","
                                + "\"SigningCertURL\":\"https://somebody.example/a.pem\"}"))
                .isEqualTo(403);
        assertThat(posted("x".repeat(300_000))).isEqualTo(413);
    }

    private static int posted(String body) throws Exception {
        HttpRequest post = HttpRequest.newBuilder(URI.create(onair.url() + "/hooks/aws"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(post, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** The bucket is the owner's, made before Onair is told of it. */
    private static void makeBucket() {
        try {
            HttpRequest put = HttpRequest.newBuilder(stub.uri().resolve("/onair-story"))
                    .header(
                            "Authorization",
                            "AWS4-HMAC-SHA256 Credential=AKIAOWNER/20261126/ap-northeast-2/s3/aws4_request,"
                                    + " SignedHeaders=host, Signature=0")
                    .PUT(HttpRequest.BodyPublishers.ofString(
                            "<CreateBucketConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                                    + "<LocationConstraint>ap-northeast-2</LocationConstraint>"
                                    + "</CreateBucketConfiguration>"))
                    .build();
            HttpResponse<String> made = HttpClient.newHttpClient().send(put, HttpResponse.BodyHandlers.ofString());
            assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String channel(String backend, int warmUp) {
        return onair.api("ops")
                .post(
                        "/channels",
                        Map.of(
                                "name",
                                "AWS " + System.nanoTime(),
                                "backend",
                                backend,
                                "warmUpSeconds",
                                warmUp,
                                "graceSeconds",
                                5))
                .ok()
                .path("id")
                .asText();
    }

    private static String show(String channel, String source, Instant start, Instant end) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("title", "데모 브랜드 AWS 방송");
        wanted.put("channel", channel);
        wanted.put("start", start.toString());
        wanted.put("end", end.toString());
        wanted.put("feed", Map.of("source", source));
        return ShortShows.approved(onair, wanted);
    }

    /** The calls that bring the show on air, as a person is shown them beforehand; each once in a row, as they are written. */
    private static List<String> foretold(Told show) {
        JsonNode plan = onair.api("ops")
                .post("/shows/" + show.show() + "/plan", Map.of("press", "GO_ON_AIR"))
                .ok();
        assertThat(plan.path("hash").asText()).hasSize(64);
        assertThat(plan.path("permissions").size()).isPositive();
        List<String> calls = new ArrayList<>();
        for (JsonNode call : plan.path("calls")) {
            String name =
                    call.path("service").asText() + ":" + call.path("operation").asText();
            String service = call.path("service").asText();
            boolean own = show.services().contains(service) || service.equals("cloudwatch");
            if (own && (calls.isEmpty() || !calls.get(calls.size() - 1).equals(name))) {
                calls.add(name);
            }
        }
        assertThat(calls).hasSizeGreaterThan(1);
        return calls;
    }

    /** With what the operator reads in the console: the address, and the key that IVS holds. */
    private static void encoderSends(String channel) {
        JsonNode asked = onair.api("ops")
                .post("/channels/" + channel + "/encoder/key/show", Map.of())
                .ok()
                .path("asked");
        Waiting.calmly(
                PATIENCE,
                () -> assertThat(onair.api("ops")
                                .get("/channels/" + channel + "/encoder/key/"
                                        + asked.path("order").asText())
                                .ok()
                                .path("progress")
                                .asText())
                        .isEqualTo("READY"));
        JsonNode taken = onair.api("ops")
                .post(
                        "/channels/" + channel + "/encoder/key/take",
                        Map.of(
                                "order", asked.path("order").asText(),
                                "ticket", asked.path("ticket").asText()))
                .ok();
        // the address is read behind the key
        Waiting.calmly(
                PATIENCE,
                () -> assertThat(onair.api("auditor")
                                .get("/channels/" + channel + "/encoder")
                                .ok()
                                .path("doors")
                                .path(0)
                                .path("server")
                                .asText())
                        .startsWith("rtmps://"));
        assertThat(stub.ivs().encoderConnects(taken.path("keys").path(0).asText()))
                .isTrue();
    }

    private static void reaches(String show, String state) {
        Waiting.calmly(
                PATIENCE,
                () -> assertThat(onair.api("auditor")
                                .get("/shows/" + show)
                                .ok()
                                .path("state")
                                .asText())
                        .isEqualTo(state));
    }

    /** What has become of the recording in its bucket is said: what IVS wrote and the replay that we published. */
    private static void isKept(String show) {
        Waiting.calmly(PATIENCE, () -> {
            JsonNode kept =
                    onair.api("auditor").get("/inventory/recordings/" + show).ok();
            assertThat(kept.path("copies").asText()).as(kept.toString()).isEqualTo("FAILED");
            assertThat(kept.path("objects").asLong()).isGreaterThanOrEqualTo(5);
            assertThat(kept.path("failedKey").asText()).startsWith("ivs/v1/");
            assertThat(Instant.parse(kept.path("goneAt").asText())).isAfter(Instant.now());
        });
    }

    /** What the viewers' page of a show on air plays: IVS's own address; MediaLive's waits for a CDN, and says so. */
    private static void isWatched(String show, String address) {
        Api viewer = new Api(onair.viewerUrl(), "none");
        Waiting.calmly(PATIENCE, () -> {
            JsonNode published =
                    viewer.get("/storefront/v1/shows/" + show + ".json").ok();
            assertThat(published.path("state").asText()).isEqualTo("ON_AIR");
            assertThat(published.path("playbackUrl").asText("null")).matches(address);
        });
        assertThat(viewer.get("/live/" + show).header("Content-Security-Policy"))
                .contains(" https://*.live-video.net");
    }

    /** The account's own watch has so many alarms for the show, and the console has read them. */
    private static void watched(String channel, int alarms) {
        Waiting.calmly(
                PATIENCE,
                () -> assertThat(onair.api("auditor")
                                .get("/channels/" + channel + "/alarms")
                                .ok())
                        .hasSize(alarms));
    }

    private static void mark(String show) {
        onair.api("merchandiser")
                .post("/shows/" + show + "/stream-marks", Map.of("kind", "pin", "payload", Map.of("text", "데모 니트 1+1")))
                .ok();
        Waiting.calmly(PATIENCE, () -> {
            JsonNode marks =
                    onair.api("auditor").get("/shows/" + show + "/stream-marks").ok();
            assertThat(marks.toString()).contains("IN_STREAM");
        });
    }

    private static void putAway(String channel) {
        Waiting.calmly(
                PATIENCE,
                () -> onair.api("ops")
                        .post("/channels/" + channel + "/archive", Map.of())
                        .ok());
    }

    /** What was written, in order, each call once however often it was repeated in a row. */
    private static List<String> written(Told show) {
        List<String> calls = new ArrayList<>();
        for (StubCall call : stub.calls()) {
            boolean asks = ASKING.stream().anyMatch(call.operation()::startsWith);
            boolean own = show.services().contains(call.service())
                    || (call.service().equals("cloudwatch")
                            && call.input().toString().contains(show.channel()));
            String name = call.name() + armed(call);
            if (own && !asks && (calls.isEmpty() || !calls.get(calls.size() - 1).equals(name))) {
                calls.add(name);
            }
        }
        return calls;
    }

    /** A start that is put ahead is another thing than what is ordered for at once. */
    private static String armed(StubCall call) {
        return call.input().toString().contains("FixedModeScheduleActionStartSettings") ? " (armed)" : "";
    }

    private static void compare(Told show) throws IOException {
        Path golden = Commands.home().resolve("ops/aws/calls/" + show.backend() + ".txt");
        if ("write".equals(System.getProperty("onair.golden"))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, String.join("\n", written(show)) + "\n");
        }
        assertThat(written(show)).isEqualTo(Files.readAllLines(golden));
    }
}
