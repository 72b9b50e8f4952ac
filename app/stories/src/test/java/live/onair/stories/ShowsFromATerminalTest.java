package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import live.onair.scheduling.ShowState;
import live.onair.testkit.Api;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./onair shows} as somebody types it, on the running app. */
class ShowsFromATerminalTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final RunningOnair onair = SharedApp.get();
    private final Api planner = onair.api("merchandiser");
    private final String channel = channel();
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(90));

    private String channel() {
        Map<String, Object> wanted =
                Map.of("name", "터미널 채널 " + UUID.randomUUID(), "warmUpSeconds", 0, "graceSeconds", 0);
        return onair.api("ops").post("/channels", wanted).ok().path("id").asText();
    }

    private String show(String title, Instant at) {
        Map<String, Object> show = Map.of(
                "title",
                title,
                "channel",
                channel,
                "start",
                at.toString(),
                "end",
                at.plusSeconds(1800).toString(),
                "feed",
                Map.of("source", "TEST"));
        return planner.post("/shows", show).ok().path("id").asText();
    }

    private Commands.Ended shows(String... words) {
        String token = onair.demo().path("tokens").path("merchandiser").asText();
        return run(Map.of("ONAIR_URL", onair.url(), "ONAIR_TOKEN", token, "LANG", "ko_KR.UTF-8"), words);
    }

    private static Commands.Ended run(Map<String, String> environment, String... words) {
        List<String> all = new ArrayList<>(List.of("shows"));
        all.addAll(Arrays.asList(words));
        return Commands.onair(environment, all.toArray(String[]::new));
    }

    /** How many columns of a terminal stand before the word: a Korean letter takes two. */
    private static int columns(String line, String word) {
        assertThat(line).contains(word);
        String before = line.substring(0, line.indexOf(word));
        return before.length()
                + (int) before.chars().filter(letter -> letter >= 0xac00).count();
    }

    private static JsonNode json(Commands.Ended ended) {
        try {
            return new ObjectMapper().readTree(ended.text());
        } catch (IOException e) {
            throw new IllegalStateException(ended.text(), e);
        }
    }

    private static String typed(Instant at) {
        return TYPED.format(at.atZone(SEOUL));
    }

    private int version(String id) {
        return planner.get("/shows/" + id).ok().path("version").asInt();
    }

    @Test
    void a_list_is_narrowed_aligned_for_people_and_whole_for_programs() {
        String first = show("겨울 니트", start);
        String second = show("Knit", start.plusSeconds(7200));
        Commands.Ended table = shows("list", "--channel", channel);
        assertThat(table.status()).as(table.text()).isZero();
        assertThat(table.text()).contains("번호", "상태", "초안", typed(start).substring(0, 10), "방송 2개");
        assertThat(table.text().indexOf(first)).isLessThan(table.text().indexOf(second));
        List<String> lines =
                table.text().lines().filter(line -> line.contains("SH-")).toList();
        int titles = columns(table.text().lines().findFirst().orElseThrow(), "제목");
        assertThat(columns(lines.get(0), "겨울 니트")).isEqualTo(titles);
        assertThat(columns(lines.get(1), "Knit")).isEqualTo(titles);
        JsonNode found =
                json(shows("list", "--channel", channel, "-q", "니트", "--state", "draft,approved", "-o", "json"));
        assertThat(found.path("shows")).hasSize(1);
        assertThat(found.path("shows").get(0).path("id").asText()).isEqualTo(first);
        String day = typed(start).substring(0, 10);
        assertThat(json(shows("list", "--channel", channel, "--from", day, "--to", day, "-o", "json"))
                        .path("shows"))
                .isNotEmpty();
        assertThat(json(shows("list", "--channel", channel, "--to", "2020-01-01", "-o", "json"))
                        .path("shows"))
                .isEmpty();
        assertThat(json(shows("show", second, "-o", "json")).path("title").asText())
                .isEqualTo("Knit");
        assertThat(shows("show", first, "--language", "en").text()).contains("State", "Draft", "겨울 니트");
    }

    @Test
    void a_move_is_foreseen_refused_with_the_holders_name_and_done() {
        String holder = show("자리 주인", start);
        String id = show("옮길 방송", start.plusSeconds(7200));
        int before = version(id);
        String[] onto = {"move", id, "--start", typed(start.plusSeconds(600))};
        Commands.Ended tried = shows(with(onto, "--dry-run"));
        assertThat(tried.status()).as(tried.text()).isEqualTo(1);
        assertThat(tried.text()).contains(holder, "자리 주인", "비어 있는 가장 가까운 시작", "/api/v1/shows/" + id + "/move");
        Commands.Ended refused = shows(onto);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.text()).contains(holder, "자리 주인");
        Commands.Ended english = shows(with(onto, "--language", "en", "-o", "json"));
        assertThat(english.status()).isEqualTo(1);
        assertThat(json(english).path("reasons").get(0).path("sentence").asText())
                .contains("is taken by " + holder);
        String[] free = {"move", id, "--start", typed(start.plusSeconds(14_400))};
        JsonNode possible = json(shows(with(free, "--dry-run", "-o", "json")));
        assertThat(possible.path("possible").asBoolean()).isTrue();
        assertThat(possible.path("request").path("body").path("start").asText()).endsWith("+09:00");
        assertThat(version(id)).as("nothing has changed so far").isEqualTo(before);
        Commands.Ended moved = shows(free);
        assertThat(moved.status()).as(moved.text()).isZero();
        assertThat(moved.text()).contains("옮겼습니다.");
        JsonNode now = planner.get("/shows/" + id).ok();
        assertThat(ShortShows.instant(now.path("startsAt"))).isEqualTo(start.plusSeconds(14_400));
        assertThat(ShortShows.instant(now.path("endsAt"))).isEqualTo(start.plusSeconds(16_200));
    }

    private static String[] with(String[] words, String... more) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }

    @Test
    void a_state_is_changed_where_there_is_a_way_and_only_tried_in_a_dry_run() {
        String id = show("상태", start);
        JsonNode tried = json(shows("transition", id, "--to", "in_review", "--dry-run", "-o", "json"));
        assertThat(tried.path("possible").asBoolean()).isTrue();
        assertThat(tried.path("state").asText()).isEqualTo("DRAFT");
        Commands.Ended none = shows("transition", id, "--to", "REPLAY", "--dry-run");
        assertThat(none.status()).isEqualTo(1);
        assertThat(none.text()).contains("지금 상태: 초안", "갈 수 있는 상태: 검토, 취소");
        assertThat(planner.get("/shows/" + id).ok().path("state").asText()).isEqualTo("DRAFT");
        assertThat(shows("transition", id, "--to", "IN_REVIEW").status()).isZero();
        assertThat(planner.get("/shows/" + id).ok().path("state").asText()).isEqualTo("IN_REVIEW");
        Commands.Ended own = shows("transition", id, "--to", "APPROVED");
        assertThat(own.status()).isEqualTo(1);
        assertThat(own.text()).contains("승인할 수 없습니다");
        assertThat(shows("transition", id, "--to", "CANCELLED", "--reason", "품절")
                        .status())
                .isZero();
        JsonNode passed = planner.get("/shows/" + id + "/transitions").ok();
        assertThat(passed.get(passed.size() - 1).path("reason").asText()).isEqualTo("품절");
    }

    /** A channel in the cloud: its calls are told, with the command that goes by them. */
    @Test
    void a_rehearsal_that_needs_its_plan_tells_the_calls_and_the_command_that_goes_by_them() {
        String cloud = onair.api("ops")
                .post("/channels", Map.of("name", "터미널 클라우드 " + UUID.randomUUID(), "backend", "ivs"))
                .ok()
                .path("id")
                .asText();
        Map<String, Object> wanted = Map.of(
                "title", "클라우드 리허설",
                "channel", cloud,
                "start", start.toString(),
                "end", start.plusSeconds(1800).toString(),
                "feed", Map.of("source", "INPUT"));
        String id = planner.post("/shows", wanted).ok().path("id").asText();
        planner.post("/shows/" + id + "/transitions", Map.of("to", "IN_REVIEW")).ok();
        onair.api("admin")
                .post("/shows/" + id + "/transitions", Map.of("to", "APPROVED"))
                .ok();
        Commands.Ended told = shows("transition", id, "--to", "REHEARSAL");
        assertThat(told.status()).isEqualTo(1);
        assertThat(told.text())
                .contains("보낼 호출", "ivs CreateChannel", "--to REHEARSAL --plan ")
                .containsPattern("--plan [0-9a-f]{64}");
        assertThat(planner.get("/shows/" + id).ok().path("state").asText()).isEqualTo("APPROVED");
        String hash = told.text().replaceAll("(?s).*--plan ([0-9a-f]{64}).*", "$1");
        assertThat(shows("transition", id, "--to", "REHEARSAL", "--plan", hash).status())
                .isZero();
        assertThat(shows("transition", id, "--to", "CANCELLED", "--reason", "시험 끝")
                        .status())
                .isZero();
    }

    @Test
    void every_other_end_has_its_own_status(@TempDir Path folder) throws IOException {
        String url = onair.url();
        String home = folder.toString();
        assertThat(shows("show", "SH-99999").status()).isEqualTo(1);
        assertThat(shows("list", "--from", "yesterday").status()).isEqualTo(2);
        assertThat(shows("move", "SH-00001").status()).isEqualTo(2);
        Commands.Ended away = run(Map.of("ONAIR_TOKEN", "x"), "list", "--url", "http://127.0.0.1:1");
        assertThat(away.status()).isEqualTo(3);
        assertThat(away.text()).contains("http://127.0.0.1:1");
        assertThat(run(Map.of("ONAIR_TOKEN", "wrong", "ONAIR_URL", url), "list").status())
                .isEqualTo(4);
        Map<String, String> nobody = Map.of("HOME", home, "XDG_CONFIG_HOME", home, "ONAIR_URL", url);
        assertThat(run(nobody, "list").status()).isEqualTo(4);
        Path file = folder.resolve("onair").resolve("token");
        Files.createDirectories(file.getParent());
        Files.writeString(file, onair.demo().path("tokens").path("auditor").asText() + "\n");
        assertThat(run(nobody, "list", "--channel", channel).status()).isZero();
        Commands.Ended denied = run(nobody, "move", "SH-00001", "--channel", channel, "--token-file", file.toString());
        assertThat(denied.status()).isEqualTo(1);
        assertThat(denied.text()).contains("권한이 없습니다");
    }

    @Test
    void the_help_names_every_state_and_every_status() {
        String help = run(Map.of(), "list", "--help").text();
        for (ShowState state : ShowState.values()) {
            assertThat(help).contains(state.name());
        }
        assertThat(help).contains("exit status", "not signed in", "--dry-run");
    }
}
