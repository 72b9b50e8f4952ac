package live.onair.uitests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Real players in a real browser follow what ops decide: viewers are moved from one CDN to the other and back, a CDN dies or
 * answers late, and no picture stands still. Once here, ten times with {@code ./onair prove steered-players}.
 */
class SteeredPlayersTest {

    private static final int TIMES = Integer.getInteger("onair.proof.size", 1);
    private static final int PLAYERS = 2;
    private static final double SECOND = 1_000;
    private static final double PEACE_TTL = 10;
    private static final double MOVING_TTL = 5;

    /** Counts how long the picture stood still since it first moved, and how often it went back to what was shown. */
    private static final String WATCH = """
            window.stood = 0; window.stalls = 0; window.again = 0;
            document.addEventListener('DOMContentLoaded', () => {
              let last = -1, at = 0, moved = false;
              setInterval(() => {
                const video = document.querySelector('video'), now = performance.now();
                if (!video) return;
                if (video.currentTime !== last) {
                  if (moved && now - at > 500) { window.stood += now - at; window.stalls++; }
                  if (moved && video.currentTime < last) window.again++;
                  moved = moved || last > 0; last = video.currentTime; at = now;
                }
              }, 50);
            });
            """;

    /** A viewer, and when each edge was last asked for a piece of the picture. */
    private record Player(Page page, Map<String, Long> asked) {

        String at() {
            return asked.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse("");
        }

        double stood() {
            return ((Number) page.evaluate("window.stood")).doubleValue();
        }

        double time() {
            return Ui.currentTime(page);
        }
    }

    private final List<Player> players = new ArrayList<>();
    private final Map<String, List<Double>> figures = new TreeMap<>();
    private String show = "";

    @AfterEach
    void all_is_well() {
        dial("OK", 0);
        players.forEach(player -> player.page().context().close());
        if (!show.isEmpty()) {
            Ui.app()
                    .api("merchandiser")
                    .post("/shows/" + show + "/transitions", Map.of("to", "ENDED", "reason", "시험이 끝났습니다"));
        }
    }

    private static void dial(String mode, int millis) {
        Ui.app()
                .control()
                .call("PUT", "/edges/domestic", Map.of("mode", mode, "millis", millis), Map.of())
                .ok();
    }

    private static String edge(String name) {
        return Ui.app().media().path("urls").path(name).asText();
    }

    private static String onAir() {
        String channel = Ui.app()
                .api("ops")
                .post(
                        "/channels",
                        Map.of("name", "스티어링 채널 " + System.nanoTime(), "warmUpSeconds", 2, "graceSeconds", 0))
                .ok()
                .path("id")
                .asText();
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(4);
        Map<String, Object> plan = new HashMap<>(Map.of("title", "스티어링 시험", "channel", channel));
        plan.put("start", start.toString());
        plan.put("end", start.plusSeconds(3_600).toString());
        plan.put("feed", Map.of("source", "TEST"));
        String show = Ui.app()
                .api("merchandiser")
                .post("/shows", plan)
                .ok()
                .path("id")
                .asText();
        OnBoard.approve(show);
        await("on air, and players can be steered")
                .atMost(Leave.of(Duration.ofSeconds(40)))
                .until(() -> Ui.app()
                                .api("ops")
                                .get("/steering/shows")
                                .ok()
                                .path("items")
                                .findValuesAsText("show")
                                .contains(show)
                        && OnBoard.read(show).path("state").asText().equals("ON_AIR"));
        return show;
    }

    /** One who is served by the domestic CDN. */
    private Player watching() {
        String domestic = edge("domestic");
        for (int tries = 0; tries < 20; tries++) {
            Page page = Ui.context("ko-KR", false, 390, 844).newPage();
            Map<String, Long> asked = new ConcurrentHashMap<>();
            page.onRequest(request -> {
                if (request.url().contains(".ts")) {
                    String from = request.url().startsWith(domestic) ? "domestic" : "global";
                    asked.put(from, System.nanoTime());
                }
            });
            page.addInitScript(WATCH);
            page.navigate(Ui.app().viewerUrl() + "/live/" + show);
            page.waitForCondition(() -> Ui.currentTime(page) > 0 && !asked.isEmpty());
            Player player = new Player(page, asked);
            if (player.at().equals("domestic")) {
                return player;
            }
            page.context().close();
        }
        throw new AssertionError("no viewer is served by the domestic CDN");
    }

    private JsonNode plan(Map<String, Object> move) {
        return Ui.app().api("ops").post("/steering/plan", move).ok();
    }

    private long moved() {
        Map<String, Object> move = Map.of("from", "domestic", "to", "global", "show", show, "percent", 100);
        Map<String, Object> approval =
                Map.of("move", move, "plan", plan(move).path("hash").asText(), "reason", "시험");
        return Ui.app()
                .api("ops")
                .post("/steering/moves", approval)
                .ok()
                .path("number")
                .asLong();
    }

    /** Until all players ask the other edge only; how long it took in seconds. */
    private double follow(String to, String away) {
        long from = System.nanoTime();
        for (Player player : players) {
            player.page()
                    .waitForCondition(() -> player.at().equals(to)
                            && System.nanoTime() - player.asked().getOrDefault(away, 0L) > 3_000_000_000L);
        }
        return players.stream()
                .mapToDouble(player -> Math.max(0, (player.asked().getOrDefault(away, from) - from) / 1e9))
                .max()
                .orElseThrow();
    }

    private void afresh() {
        players.forEach(player -> player.page().context().close());
        players.clear();
        for (int i = 0; i < PLAYERS; i++) {
            players.add(watching());
        }
    }

    /** The picture moves on, long after what was in hand. */
    private void goesOn() {
        for (Player player : players) {
            double played = player.time();
            player.page().waitForCondition(() -> player.time() > played + 4);
        }
    }

    private void figure(String name, double value) {
        figures.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    private double worst(String name) {
        return figures.get(name).stream().mapToDouble(one -> one).max().orElseThrow();
    }

    private double stood() {
        return players.stream().mapToDouble(Player::stood).max().orElseThrow() / SECOND;
    }

    @Test
    void players_leave_a_cdn_that_shows_old_pictures_and_show_none_twice() {
        show = onAir();
        players.add(watching());
        double before = stood();
        dial("STALE", 0);
        double left = follow("global", "domestic");
        goesOn();
        double lost = stood() - before;
        assertThat(((Number) players.get(0).page().evaluate("window.again")).intValue())
                .as("went back to older pictures")
                .isZero();
        assertThat(lost)
                .as("stood still, left after " + left + " s")
                .isLessThan(Leave.of(Duration.ofSeconds(6)).toMillis() / SECOND);
    }

    @Test
    void players_leave_a_cdn_that_takes_connections_and_says_nothing() {
        show = onAir();
        players.add(watching());
        double before = stood();
        dial("SILENT", 0);
        double left = follow("global", "domestic");
        goesOn();
        double lost = stood() - before;
        System.out.println("a CDN that says nothing: left after " + left + " s, stood still " + lost + " s");
        assertThat(lost)
                .as("stood still, left after " + left + " s")
                .isLessThan(Leave.of(Duration.ofSeconds(2)).toMillis() / SECOND);
    }

    @Test
    void players_follow_a_move_and_its_way_back_and_leave_a_dead_or_slow_cdn() {
        show = onAir();
        afresh();
        for (int time = 0; time < TIMES; time++) {
            double before = stood();
            long move = moved();
            figure("there", follow("global", "domestic"));
            Ui.app()
                    .api("ops")
                    .post("/steering/moves/" + move + "/undo", Map.of())
                    .ok();
            figure("back", follow("domestic", "global"));
            figure("stood while moved", stood() - before);
        }
        for (int time = 0; time < TIMES; time++) {
            afresh();
            double before = stood();
            dial("DOWN", 0);
            figure("left a dead one", follow("global", "domestic"));
            goesOn();
            figure("stood at a death", stood() - before);
            dial("OK", 0);
        }
        for (int time = 0; time < TIMES; time++) {
            afresh();
            double before = stood();
            dial("SLOW", 3_000);
            figure("left a slow one", follow("global", "domestic"));
            goesOn();
            figure("stood at a slow one", stood() - before);
            dial("OK", 0);
        }
        String text = String.format(
                Locale.ROOT,
                "%d times with %d players: all followed a move within %.1f s (TTL 10 s) and its way back within %.1f s (TTL 5 s),"
                        + " stood still %.1f s at most; a dead CDN was left within %.1f s, stood still %.1f s at most; one that"
                        + " answers 3 s late within %.1f s, stood still %.1f s at most",
                TIMES,
                PLAYERS,
                worst("there"),
                worst("back"),
                worst("stood while moved"),
                worst("left a dead one"),
                worst("stood at a death"),
                worst("left a slow one"),
                worst("stood at a slow one"));
        System.out.println("PROOF|steered-players|" + TIMES + "|0|" + text);
        assertThat(worst("there"))
                .as(text)
                .isLessThan(Leave.of(Duration.ofMillis((long) ((PEACE_TTL + 3) * SECOND)))
                                .toMillis()
                        / SECOND);
        assertThat(worst("back"))
                .as(text)
                .isLessThan(Leave.of(Duration.ofMillis((long) ((MOVING_TTL + 3) * SECOND)))
                                .toMillis()
                        / SECOND);
        assertThat(worst("stood while moved"))
                .as(text)
                .isLessThan(Leave.of(Duration.ofMillis(500)).toMillis() / SECOND);
        assertThat(worst("stood at a slow one"))
                .as(text)
                .isLessThan(Leave.of(Duration.ofSeconds(2)).toMillis() / SECOND);
        assertThat(worst("stood at a death"))
                .as(text)
                .isLessThan(Leave.of(Duration.ofMillis(500)).toMillis() / SECOND);
    }
}
