package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.Test;

/** The clock is set an hour on, and an hour back, between two runs. */
class ClockTest {

    private static final int CHANNELS = 2;
    private static final List<String> ORDER =
            List.of("DRAFT", "IN_REVIEW", "APPROVED", "STANDBY", "ON_AIR", "ENDED", "REPLAY");
    private static final Duration SETTLED = Duration.ofSeconds(25);

    private record Window(String id, Instant start, Instant end) {}

    private final List<Window> shows = new ArrayList<>();

    @Test
    void each_show_reaches_the_state_its_window_asks_for_and_none_goes_back() {
        Proof proof = Proof.of("clock", 1);
        Duration slowest = Duration.ZERO;
        for (int round = 1; round <= proof.size(); round++) {
            shows.clear();
            try (RunningOnair onair = RunningOnair.prepared("clock", "--no-show")) {
                onair.start();
                plan(onair, proof.random());
                Instant first = shows.get(0).start();
                Waiting.until(first);
                Map<String, String> before = settle(onair, Duration.ZERO, Map.of(), first);
                for (String offset : round == 1 ? List.of("PT1H", "-PT1H") : List.of("-PT1H", "PT1H")) {
                    onair.close();
                    onair.start("--clock-offset", offset);
                    Instant ready = Instant.now();
                    before = settle(onair, Duration.parse(offset), before, ready);
                    Duration took = Duration.between(ready, Instant.now());
                    slowest = took.compareTo(slowest) > 0 ? took : slowest;
                }
                assertEachStateOnce(onair);
            }
        }
        proof.figure(
                "%d rounds of %d shows, the clock an hour on and an hour back, in either order: each in the state of its window at most %s after READY, none back"
                        .formatted(proof.size(), shows.size(), Waiting.seconds(slowest)));
    }

    /** On each channel one show after the other for two hours and a half; the first of all starts at once. */
    private void plan(RunningOnair onair, Random random) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (int i = 1; i <= CHANNELS; i++) {
            Map<String, Object> channel = Map.of("name", "시계 증명 " + i, "warmUpSeconds", 5, "graceSeconds", 5);
            String id =
                    onair.api("ops").post("/channels", channel).ok().path("id").asText();
            Instant start = now.plusSeconds(12 + 400L * (i - 1));
            while (start.isBefore(now.plus(Duration.ofMinutes(150)))) {
                Instant end = start.plusSeconds(600 + random.nextInt(1500));
                shows.add(new Window(approved(onair, id, start, end), start, end));
                start = end.plusSeconds(180 + random.nextInt(300));
            }
        }
    }

    private static String approved(RunningOnair onair, String channel, Instant start, Instant end) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("title", "시계 증명");
        wanted.put("channel", channel);
        wanted.put("start", start.toString());
        wanted.put("end", end.toString());
        wanted.put("feed", Map.of("source", "TEST"));
        return ShortShows.approved(onair, wanted);
    }

    private Map<String, String> settle(RunningOnair onair, Duration offset, Map<String, String> before, Instant since) {
        Map<String, String> states = new TreeMap<>();
        Waiting.forThat(since, SETTLED, () -> {
            Instant now = Instant.now().plus(offset);
            states.clear();
            for (Window show : shows) {
                String state = onair.api("auditor")
                        .get("/shows/" + show.id())
                        .ok()
                        .path("state")
                        .asText();
                states.put(show.id(), state);
                assertThat(state)
                        .as(show + " was " + before.getOrDefault(show.id(), "new"))
                        .isEqualTo(wanted(show, before.getOrDefault(show.id(), "APPROVED"), now));
            }
        });
        return Map.copyOf(states);
    }

    /** What the window asks for, from the state it was in: never an earlier one. */
    private static String wanted(Window show, String was, Instant now) {
        boolean over = !now.isBefore(show.end().plusSeconds(5));
        boolean passed = !now.isBefore(show.end());
        if (was.equals("APPROVED") && passed) {
            return "CANCELLED";
        }
        if (was.equals("APPROVED")) {
            String asked = now.isBefore(show.start()) ? "STANDBY" : "ON_AIR";
            return now.isBefore(show.start().minusSeconds(5)) ? "APPROVED" : asked;
        }
        if (was.equals("STANDBY")) {
            return now.isBefore(show.start()) ? "STANDBY" : "ON_AIR";
        }
        return was.equals("ON_AIR") && over ? "REPLAY" : was;
    }

    private void assertEachStateOnce(RunningOnair onair) {
        for (Window show : shows) {
            List<String> passed = new ArrayList<>();
            for (JsonNode step : onair.api("auditor")
                    .get("/shows/" + show.id() + "/transitions")
                    .ok()) {
                passed.add(step.path("to").asText());
            }
            assertThat(passed).as(show.toString()).doesNotHaveDuplicates();
            assertThat(passed.stream().filter(ORDER::contains).toList())
                    .isSortedAccordingTo(java.util.Comparator.comparingInt(ORDER::indexOf));
        }
    }
}
