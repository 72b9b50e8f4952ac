package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import live.onair.testkit.Api;
import live.onair.testkit.RunningOnair;

/** Short approved shows with the test picture, one after the other on channels of their own: a transition every few seconds. */
final class ShortShows {

    private static final List<String> STATES =
            List.of("1 IN_REVIEW", "2 APPROVED", "3 STANDBY", "4 ON_AIR", "5 ENDED", "6 REPLAY");

    private final RunningOnair onair;
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Planned> shows = new ArrayList<>();
    private final List<Planned.Away> aways = new ArrayList<>();

    /** A channel with the time from which on it is free. */
    private static final class Lane {
        private final String channel;
        private Instant free;

        private Lane(String channel, Instant free) {
            this.channel = channel;
            this.free = free;
        }
    }

    private ShortShows(RunningOnair onair) {
        this.onair = onair;
    }

    /** Makes that many channels, staggered by a few seconds. */
    static ShortShows on(RunningOnair onair, int channels) {
        ShortShows made = new ShortShows(onair);
        Instant first = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(14);
        for (int i = 0; i < channels; i++) {
            Map<String, Object> wanted =
                    Map.of("name", "증명 채널 " + (i + 1), "warmUpSeconds", Planned.WARM_UP, "graceSeconds", Planned.GRACE);
            String id =
                    onair.api("ops").post("/channels", wanted).ok().path("id").asText();
            made.lanes.add(new Lane(id, first.plusSeconds(i * 21L)));
        }
        return made;
    }

    /** Remembers a time without console: a show that lies within it is missed, and called off. */
    void wasAway(Instant from, Instant to) {
        aways.add(new Planned.Away(from, to));
    }

    private boolean isMissed(Planned show) {
        return aways.stream().anyMatch(away -> away.covers(show));
    }

    /** How many may have been missed. */
    long missed() {
        return shows.stream().filter(this::isMissed).count();
    }

    List<Planned> all() {
        return List.copyOf(shows);
    }

    /** Plans and approves shows of a minute until then. */
    void plan(Instant until, Random random) {
        for (Lane lane : lanes) {
            Instant soonest = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(10);
            if (lane.free.isBefore(soonest)) {
                lane.free = soonest;
            }
            while (lane.free.isBefore(until)) {
                Instant end = lane.free.plusSeconds(60 + random.nextInt(12));
                shows.add(new Planned(approved(lane.channel, lane.free, end), lane.channel, lane.free, end));
                lane.free = end.plusSeconds(Planned.WARM_UP + Planned.GRACE + 8 + random.nextInt(6));
            }
        }
    }

    private String approved(String channel, Instant start, Instant end) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("title", "증명 방송");
        wanted.put("channel", channel);
        wanted.put("start", start.toString());
        wanted.put("end", end.toString());
        wanted.put("feed", Map.of("source", "TEST"));
        return approved(onair, wanted);
    }

    /** Plans a show and has it approved by somebody else. */
    static String approved(RunningOnair onair, Map<String, Object> wanted) {
        Api planner = onair.api("merchandiser");
        String id = planner.post("/shows", wanted).ok().path("id").asText();
        planner.post("/shows/" + id + "/transitions", Map.of("to", "IN_REVIEW")).ok();
        onair.api("admin")
                .post("/shows/" + id + "/transitions", Map.of("to", "APPROVED"))
                .ok();
        return id;
    }

    /** A random moment close to one of the next six transitions, at least two seconds ahead. */
    Instant momentAround(Random random) {
        Instant from = Instant.now().plusSeconds(3);
        List<Instant> next = shows.stream()
                .flatMap(show -> show.moments().stream())
                .filter(at -> at.isAfter(from))
                .sorted()
                .limit(6)
                .toList();
        assertThat(next).as("transitions to come").isNotEmpty();
        Instant chosen = next.get(random.nextInt(next.size()));
        return chosen.plusMillis(random.nextInt(3_500) - 1_000L);
    }

    /** Waits until every channel and show is as its window asks; gives how long that took since then. */
    Duration awaitReconciled(Instant since, Duration atMost) {
        return Waiting.forThat(since, atMost, this::assertReconciled);
    }

    private void assertReconciled() {
        Instant now = Instant.now();
        Map<String, JsonNode> channels = new TreeMap<>();
        onair.control()
                .get("/channels")
                .ok()
                .path("channels")
                .forEach(c -> channels.put(c.path("channel").asText(), c));
        Map<String, Planned> live = new TreeMap<>();
        for (Planned show : shows) {
            if (now.isAfter(show.start().minusSeconds(Planned.WARM_UP + 60)) && show.isSettledAt(now)) {
                String wanted = show.stateAt(now);
                if (now.isBefore(show.end().plusSeconds(150))) {
                    assertThat(state(show.id())).as(show.toString()).isIn(over(show, wanted));
                }
                if (wanted.equals("STANDBY") || wanted.equals("ON_AIR")) {
                    live.put(show.channel(), show);
                }
            }
        }
        boolean settled = shows.stream().allMatch(show -> show.isSettledAt(now));
        for (Lane lane : lanes) {
            JsonNode seen = channels.get(lane.channel);
            Planned show = live.get(lane.channel);
            if (show != null) {
                assertThat(seen).as(lane.channel).isNotNull();
                assertThat(seen.path("show").asText()).isEqualTo(show.id());
                assertThat(seen.path("state").asText()).isEqualTo("RUNNING");
                assertThat(seen.path("warmup").asBoolean())
                        .isEqualTo(show.stateAt(now).equals("STANDBY"));
            } else if (settled && seen != null) {
                assertThat(seen.path("state").asText()).as(lane.channel).isNotEqualTo("RUNNING");
            }
        }
    }

    /** A show that lies within a time without console is called off, or over with nothing recorded. */
    private List<String> over(Planned show, String wanted) {
        return isMissed(show) ? List.of(wanted, "CANCELLED", "ENDED") : List.of(wanted);
    }

    String state(String show) {
        return onair.api("auditor").get("/shows/" + show).ok().path("state").asText();
    }

    /** Calls off what has not begun, stops what would run long, and waits for the rest to be over. */
    void windUp() {
        Instant now = Instant.now();
        for (Planned show : List.copyOf(shows)) {
            if (show.start().minusSeconds(Planned.WARM_UP + 5).isAfter(now)) {
                end(show, "CANCELLED");
                shows.remove(show);
            } else if (show.start().isBefore(now.minusSeconds(5)) && show.end().isAfter(now.plusSeconds(20))) {
                end(show, "ENDED");
            }
        }
        Instant last = shows.stream()
                .map(Planned::end)
                .filter(now::isBefore)
                .max(Instant::compareTo)
                .orElse(now);
        Waiting.calmly(Duration.between(now, last).plusSeconds(60), () -> {
            Map<String, String> states = states();
            shows.forEach(s -> assertThat(states.get(s.id())).isIn(over(s, "REPLAY")));
        });
    }

    /** Page by page, not show by show, so that the API's rate limit is never met. */
    private Map<String, String> states() {
        Map<String, String> states = new TreeMap<>();
        String cursor = "";
        do {
            JsonNode page = onair.api("auditor")
                    .get("/shows?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .ok();
            page.path("shows")
                    .forEach(show -> states.put(
                            show.path("id").asText(), show.path("state").asText()));
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty());
        return states;
    }

    private void end(Planned show, String state) {
        onair.api("merchandiser")
                .post("/shows/" + show.id() + "/transitions", Map.of("to", state, "reason", "증명 끝"))
                .ok();
    }

    /** Each state once, in order; one start, one stop. */
    void assertNothingLostOrDoubled() {
        Map<String, List<String>> calls = new TreeMap<>();
        onair.control()
                .get("/calls")
                .ok()
                .path("calls")
                .forEach(call -> calls.computeIfAbsent(call.path("show").asText(), key -> new ArrayList<>())
                        .add(call.path("run").asText() + " "
                                + call.path("effect").asText()));
        for (Planned show : shows) {
            List<String> passed = new ArrayList<>();
            onair.api("auditor")
                    .get("/shows/" + show.id() + "/transitions")
                    .ok()
                    .forEach(t -> passed.add(
                            t.path("seq").asInt() + " " + t.path("to").asText()));
            List<String> effects = calls.getOrDefault(show.id(), List.of()).stream()
                    .filter(call -> !call.endsWith(" already"))
                    .toList();
            if (isMissed(show) && passed.get(passed.size() - 1).endsWith("CANCELLED")) {
                assertThat(passed.subList(0, passed.size() - 1))
                        .isEqualTo(STATES.subList(0, passed.size() - 1))
                        .hasSizeLessThan(4);
                assertThat(effects).as(show.toString()).isIn(calledOff(show, passed.size() - 1));
            } else if (isMissed(show) && passed.get(passed.size() - 1).endsWith("ENDED")) {
                assertThat(passed).as(show.toString()).isEqualTo(STATES.subList(0, 5));
                assertThat(effects).as(show.toString()).isEqualTo(once(show));
            } else {
                assertThat(passed).as(show.toString()).isEqualTo(STATES);
                assertThat(effects).as(show.toString()).isEqualTo(once(show));
            }
        }
    }

    /** What a show that was called off may have done: begun and stopped, or nothing; once prepared, put away unbegun. */
    private static List<List<String>> calledOff(Planned show, int states) {
        List<String> both = once(show);
        return states == 3 ? List.of(List.of(), both.subList(1, 2), both) : List.of(List.of(), both);
    }

    private static List<String> once(Planned show) {
        return List.of(show.id() + ":1 started", show.id() + ":1 stopped");
    }

    static Instant instant(JsonNode text) {
        return OffsetDateTime.parse(text.asText()).toInstant();
    }
}
