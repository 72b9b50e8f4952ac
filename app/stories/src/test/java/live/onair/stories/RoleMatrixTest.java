package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import live.onair.kernel.Role;
import live.onair.testkit.Api;
import live.onair.testkit.RunningOnair;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every operation of the running API and every command behind it, tried by every role and by nobody. */
class RoleMatrixTest {

    private static final String NOTHING = "00000000-0000-4000-8000-000000000000";
    private static final Map<String, Object> BODIES = Map.ofEntries(
            Map.entry("shows.extend", Map.of("bySeconds", 60)),
            Map.entry("shows.moveAll", Map.of("shows", List.of("SH-99999"), "bySeconds", 60)),
            Map.entry("series.create", Map.of("show", "SH-99999")),
            Map.entry("Series.preview", Map.of("show", "SH-99999")),
            Map.entry("series.change", Map.of("show", "SH-99999", "scope", "THIS", "fields", Map.of())),
            Map.entry("series.cancel", Map.of("show", "SH-99999", "scope", "THIS")),
            Map.entry("marks.add", Map.of("show", "SH-99999", "kind", "CHAPTER")),
            Map.entry("streamMarks.put", Map.of("kind", "pin")),
            Map.entry("cards.move", Map.of("to", 0)),
            Map.entry("channels.inputRules", Map.of("second", false, "automatic", true)),
            Map.entry("calendars.create", Map.of("kind", "PERSON")),
            Map.entry("gate.require", Map.of("required", true)),
            Map.entry("tokens.issue", Map.of("name", "", "expiresAt", "2030-01-01T00:00:00Z")));
    private static final Map<String, String> TARGETS = Map.ofEntries(
            Map.entry("shows.transition", "STANDBY"),
            Map.entry("shows.submit", "IN_REVIEW"),
            Map.entry("shows.approve", "APPROVED"),
            Map.entry("shows.sendBack", "DRAFT"),
            Map.entry("shows.cancel", "CANCELLED"),
            Map.entry("shows.archive", "ARCHIVED"),
            Map.entry("shows.rehearse", "REHEARSAL"),
            Map.entry("shows.endRehearsal", "APPROVED"),
            Map.entry("shows.stop", "ENDED"),
            Map.entry("shows.withdrawReplay", "ENDED"));

    private final RunningOnair onair = SharedApp.get();
    private final Strangers strangers = new Strangers(onair.url() + "/api/v1");
    private final Map<String, Integer> denied = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private String archived = "";
    private String rehearsed = "";
    private String replayed = "";

    /** Somebody who calls; null is no body. */
    private interface Caller {
        Api.Answer call(String method, String path, @Nullable Object body);
    }

    @Test
    void every_operation_and_command_is_denied_unless_allowed_and_denials_are_on_record() throws IOException {
        Proof proof = Proof.of("role-matrix", 1);
        RoleMatrix matrix = new RoleMatrix();
        List<RoleMatrix.Line> lines = matrix.lines();
        assertThat(lines)
                .filteredOn(line -> !matrix.isDefined(line))
                .as("undefined")
                .isEmpty();
        Set<String> covered = lines.stream().map(RoleMatrix.Line::command).collect(Collectors.toSet());
        Set<String> offered = new TreeSet<>(matrix.commands());
        offered.removeAll(OneDoorTest.excused("api"));
        assertThat(covered).as("every command has cells").containsAll(offered);
        assertThat(lines.stream().filter(RoleMatrix.Line::isOpen).map(RoleMatrix.Line::operation))
                .as("nothing else answers before anybody is signed in")
                .containsExactlyInAnyOrderElementsOf(matrix.open())
                .containsExactlyInAnyOrder("deviceSignIn.begin", "deviceSignIn.poll");
        prepareShows();
        Instant since = Instant.now().minusSeconds(1);
        int cells = 0;
        for (RoleMatrix.Line line : lines) {
            expect(line, "none", line.isOpen() ? 415 : 401, call(line, strangers::call));
            for (Role role : Role.values()) {
                tryIt(line, role);
            }
            cells += 1 + Role.values().length;
        }
        assertThat(wrong).isEmpty();
        assertDenialsOnRecord(since);
        proof.figure("%d operations, %d commands, %d cells, 0 undefined, %d denied and on record"
                .formatted(
                        lines.stream()
                                .map(RoleMatrix.Line::operation)
                                .distinct()
                                .count(),
                        matrix.commands().size(),
                        cells,
                        denied.values().stream().mapToInt(Integer::intValue).sum()));
    }

    private void tryIt(RoleMatrix.Line line, Role role) {
        Api signedIn = onair.api(role.name().toLowerCase(Locale.ROOT));
        Api.Answer answer = call(line, (method, path, body) -> signedIn.call(method, path, body, Map.of()));
        if (!line.allowed().contains(role)) {
            expect(line, role.name(), 403, answer);
            denied.merge(role.name(), 1, Integer::sum);
        } else if (answer.status() == 401 || answer.status() == 403 || answer.status() >= 500) {
            wrong.add(line.method() + " " + line.path() + " (" + line.command() + ") as " + role + ": "
                    + answer.status() + " " + answer.body());
        }
    }

    private void expect(RoleMatrix.Line line, String who, int status, Api.Answer answer) {
        if (answer.status() != status) {
            wrong.add(line.method() + " " + line.path() + " (" + line.command() + ") as " + who + ": " + answer.status()
                    + " instead of " + status + " " + answer.body());
        }
    }

    /** Calls in a way that changes nothing that matters, even where it is allowed. */
    private Api.Answer call(RoleMatrix.Line line, Caller who) {
        String path = line.path()
                .replace("{id}", line.operation().equals("shows.transition") ? show(line.command()) : NOTHING)
                .replace("{tier}", "1")
                .replaceAll("\\{[a-z]+\\}", "nothing");
        Object body = BODIES.getOrDefault(line.command(), Map.of());
        if (line.operation().equals("shows.transition")) {
            body = Map.of("to", TARGETS.get(line.command()), "reason", "권한 증명");
        }
        boolean reads = line.method().equals("GET") || line.method().equals("DELETE");
        Api.Answer answer = who.call(line.method(), path, reads ? null : body);
        if (answer.status() == 429) {
            Waiting.until(Instant.now().plusSeconds(5));
            return who.call(line.method(), path, reads ? null : body);
        }
        return answer;
    }

    /** The show whose state leads to this command. */
    private String show(String command) {
        if (command.equals("shows.endRehearsal")) {
            bring(rehearsed, "REHEARSAL");
            return rehearsed;
        }
        if (command.equals("shows.withdrawReplay")) {
            bring(replayed, "REPLAY");
            return replayed;
        }
        return archived;
    }

    private void bring(String show, String state) {
        if (!state(show).equals(state)) {
            Waiting.forThat(Instant.now(), Duration.ofSeconds(20), () -> {
                if (!state(show).equals(state)) {
                    to(show, state).ok();
                }
            });
        }
    }

    private Api.Answer to(String show, String state) {
        return onair.api("admin").post("/shows/" + show + "/transitions", Map.of("to", state, "reason", "권한 증명"));
    }

    private String state(String show) {
        return onair.api("admin").get("/shows/" + show).ok().path("state").asText();
    }

    private void prepareShows() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        archived = planned("권한 증명 1", now.plus(Duration.ofDays(40)), 0);
        to(archived, "CANCELLED").ok();
        to(archived, "ARCHIVED").ok();
        rehearsed = planned("권한 증명 2", now.plus(Duration.ofDays(41)), 0);
        replayed = planned("권한 증명 3", now.plusSeconds(5), 1);
        Waiting.forThat(
                now, Duration.ofSeconds(30), () -> assertThat(state(replayed)).isEqualTo("ON_AIR"));
        Waiting.forThat(
                now, Duration.ofSeconds(45), () -> assertThat(seconds(replayed)).isGreaterThan(4));
        to(replayed, "ENDED").ok();
        Waiting.forThat(
                now, Duration.ofSeconds(60), () -> assertThat(state(replayed)).isEqualTo("REPLAY"));
    }

    /** How much of the show has been sent: one that sent nothing has no replay. */
    private double seconds(String show) {
        String channel = onair.api("admin")
                .get("/shows/" + show)
                .ok()
                .path("channel")
                .path("id")
                .asText();
        return onair.control().get("/channels/" + channel).ok().path("seconds").asDouble();
    }

    private String planned(String title, Instant start, int warmUp) {
        Map<String, Object> channel = Map.of("name", title + " 채널", "warmUpSeconds", warmUp, "graceSeconds", 0);
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("title", title);
        wanted.put(
                "channel",
                onair.api("ops").post("/channels", channel).ok().path("id").asText());
        wanted.put("start", start.toString());
        wanted.put("end", start.plusSeconds(600).toString());
        wanted.put("feed", Map.of("source", "TEST"));
        return ShortShows.approved(onair, wanted);
    }

    /** As many entries of each role as were denied; nothing was denied to nobody, who has no name. */
    private void assertDenialsOnRecord(Instant since) {
        Map<String, Integer> recorded = new TreeMap<>();
        Set<String> seen = new TreeSet<>();
        String cursor = "";
        for (int page = 0; page < 200 && seen.add(cursor); page++) {
            JsonNode found = onair.api("auditor")
                    .get("/audit/entries?kind=denied" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .ok();
            for (JsonNode row : found.path("rows")) {
                if (ShortShows.instant(row.path("at")).isAfter(since)
                        && row.path("source").asText().equals("API")) {
                    recorded.merge(row.path("roles").asText(), 1, Integer::sum);
                }
            }
            cursor = found.path("next").asText("");
            if (cursor.isEmpty()) {
                break;
            }
        }
        assertThat(recorded).isEqualTo(denied);
    }
}
