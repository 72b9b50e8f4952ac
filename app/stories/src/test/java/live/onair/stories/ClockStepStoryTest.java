package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import live.onair.testkit.Leave;
import live.onair.testkit.RunningOnair;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The system's clock is set while the console runs: nothing starts or stops by itself until somebody says it is right. */
class ClockStepStoryTest {

    private static final Duration SEEN = Duration.ofSeconds(5);
    private static final Duration FOLLOWED = Duration.ofSeconds(15);

    private record Two(String onAir, String due) {}

    @Test
    void a_step_is_held_until_it_is_undone_or_confirmed_and_then_the_windows_decide() throws IOException {
        try (RunningOnair onair = RunningOnair.fresh("clock-step", "--no-show")) {
            Two shows = oneOnAirAndOneDueInHalfAnHour(onair);

            setClock(onair, Duration.ofHours(1));
            assertHeld(onair, shows);
            setClock(onair, Duration.ZERO);
            Waiting.forThat(Instant.now(), SEEN, () -> assertThat(alarms(onair)).isEmpty());
            assertStates(onair, shows, "ON_AIR", "APPROVED");

            setClock(onair, Duration.ofHours(1));
            assertHeld(onair, shows);
            String confirm = "/interruptions/clock/confirm";
            assertThat(onair.api("merchandiser").post(confirm, Map.of()).status())
                    .isEqualTo(403);
            onair.api("ops").post(confirm, Map.of()).ok();
            Waiting.forThat(Instant.now(), FOLLOWED, () -> assertStates(onair, shows, "REPLAY", "ON_AIR"));
            Waiting.forThat(
                    Instant.now(), FOLLOWED, () -> assertThat(alarms(onair)).isEmpty());
            assertThat(passed(onair, shows.onAir()))
                    .containsExactly("IN_REVIEW", "APPROVED", "STANDBY", "ON_AIR", "ENDED", "REPLAY");
            assertThat(passed(onair, shows.due())).containsExactly("IN_REVIEW", "APPROVED", "STANDBY", "ON_AIR");
        }
    }

    private static Two oneOnAirAndOneDueInHalfAnHour(RunningOnair onair) {
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(8);
        String onAir = show(onair, "시계 채널 1", start, start.plus(Duration.ofMinutes(20)));
        String due = show(onair, "시계 채널 2", start.plus(Duration.ofMinutes(30)), start.plus(Duration.ofHours(3)));
        Waiting.forThat(
                start,
                Duration.ofSeconds(25),
                () -> assertThat(state(onair, onAir)).isEqualTo("ON_AIR"));
        return new Two(onAir, due);
    }

    private static String show(RunningOnair onair, String lane, Instant start, Instant end) {
        Map<String, Object> channel = Map.of("name", lane, "warmUpSeconds", 4, "graceSeconds", 2);
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("title", "시계 증명");
        wanted.put(
                "channel",
                onair.api("ops").post("/channels", channel).ok().path("id").asText());
        wanted.put("start", start.toString());
        wanted.put("end", end.toString());
        wanted.put("feed", Map.of("source", "TEST"));
        return ShortShows.approved(onair, wanted);
    }

    /** As somebody who sets the clock of the machine: at once, with no restart. */
    private static void setClock(RunningOnair onair, Duration offset) throws IOException {
        Path fresh = onair.data().resolve("clock-offset.new");
        Files.writeString(fresh, offset.toString());
        Files.move(
                fresh,
                onair.data().resolve("clock-offset"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** The alarm is up within seconds; both windows have passed their edge, yet nothing moves. */
    private static void assertHeld(RunningOnair onair, Two shows) {
        Waiting.forThat(Instant.now(), SEEN, () -> assertThat(alarms(onair)).containsExactly("CLOCK_STEP"));
        Awaitility.await()
                .pollInSameThread()
                .during(Duration.ofSeconds(4))
                .atMost(Leave.of(Duration.ofSeconds(8)))
                .pollInterval(Duration.ofMillis(250))
                .untilAsserted(() -> {
                    assertStates(onair, shows, "ON_AIR", "APPROVED");
                    assertThat(running(onair)).containsExactly(shows.onAir());
                });
    }

    private static void assertStates(RunningOnair onair, Two shows, String onAir, String due) {
        assertThat(List.of(state(onair, shows.onAir()), state(onair, shows.due())))
                .containsExactly(onAir, due);
    }

    private static List<String> running(RunningOnair onair) {
        List<String> shows = new ArrayList<>();
        for (JsonNode channel : onair.control().get("/channels").ok().path("channels")) {
            if (channel.path("state").asText().equals("RUNNING")) {
                shows.add(channel.path("show").asText());
            }
        }
        return shows;
    }

    private static List<String> alarms(RunningOnair onair) {
        List<String> kinds = new ArrayList<>();
        onair.api("ops")
                .get("/interruptions")
                .ok()
                .forEach(row -> kinds.add(row.path("kind").asText()));
        return kinds;
    }

    private static String state(RunningOnair onair, String show) {
        return onair.api("auditor").get("/shows/" + show).ok().path("state").asText();
    }

    private static List<String> passed(RunningOnair onair, String show) {
        List<String> states = new ArrayList<>();
        onair.api("auditor")
                .get("/shows/" + show + "/transitions")
                .ok()
                .forEach(step -> states.add(step.path("to").asText()));
        return states;
    }
}
