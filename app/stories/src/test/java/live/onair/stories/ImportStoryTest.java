package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import live.onair.testkit.Api;
import org.junit.jupiter.api.Test;

/** A real day of 17 home-shopping channels comes in as one file, comes again an hour later, and is taken back. */
class ImportStoryTest {

    private static final String SUFFIX = " (가져온 편성)";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(RealDay.SEOUL);

    private record Counts(int added, int changed, int same, int wrong) {
        static Counts of(JsonNode answer) {
            JsonNode counts = answer.path("counts");
            return new Counts(
                    counts.path("added").asInt(-1),
                    counts.path("changed").asInt(-1),
                    counts.path("same").asInt(-1),
                    counts.path("wrong").asInt(-1));
        }
    }

    private final Api planner = SharedApp.get().api("merchandiser");

    @Test
    void a_real_day_comes_in_moves_by_an_hour_as_a_whole_and_is_taken_back_as_a_whole() throws IOException {
        List<RealDay.Programme> day = RealDay.inDays(24);
        assertThat(day).hasSize(376);
        List<String> channels =
                day.stream().map(RealDay.Programme::channel).distinct().toList();
        assertThat(channels).hasSize(17);
        channels.forEach(ImportStoryTest::channel);

        assertThat(Counts.of(timed("look at 376 new", "/imports/look", table(day, 0))))
                .isEqualTo(new Counts(376, 0, 0, 0));
        JsonNode first = timed("apply 376 new", "/imports", table(day, 0));
        assertThat(Counts.of(first)).isEqualTo(new Counts(376, 0, 0, 0));
        assertThat(starts("DRAFT")).isEqualTo(wanted(day, 0));

        JsonNode look = timed("look at 376 moved", "/imports/look", table(day, 3600));
        assertThat(Counts.of(look)).isEqualTo(new Counts(0, 376, 0, 0));
        look.path("lines")
                .forEach(line -> assertThat(fields(line))
                        .as(line.path("title").asText())
                        .containsExactlyInAnyOrder("start", "end"));
        JsonNode numbered = timed("look at 376 by number", "/imports/look", numbered(table(day, 3600), look));
        assertThat(Counts.of(numbered)).isEqualTo(new Counts(0, 376, 0, 0));
        JsonNode second = timed("apply 376 moved", "/imports", table(day, 3600));
        assertThat(Counts.of(second)).isEqualTo(new Counts(0, 376, 0, 0));
        assertThat(starts("DRAFT")).isEqualTo(wanted(day, 3600));

        timed("undo 376 moved", "/imports/" + second.path("id").asText() + "/undo", null);
        assertThat(starts("DRAFT")).isEqualTo(wanted(day, 0));
        timed("undo 376 new", "/imports/" + first.path("id").asText() + "/undo", null);
        assertThat(starts("DRAFT")).isEmpty();
        assertThat(starts("CANCELLED")).isEqualTo(wanted(day, 0));
    }

    private JsonNode timed(String what, String path, String table) {
        long start = System.nanoTime();
        JsonNode answer = planner.post(path, table == null ? Map.of() : Map.of("name", "실제 편성.csv", "text", table))
                .ok();
        System.out.println("PROOF|import|1|0|" + what + ": "
                + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
        return answer;
    }

    private static void channel(String name) {
        SharedApp.get()
                .api("ops")
                .post("/channels", Map.of("name", name + SUFFIX, "warmUpSeconds", 0, "graceSeconds", 0))
                .ok();
    }

    private static String table(List<RealDay.Programme> day, int later) {
        return "채널,제목,시작,끝\n"
                + day.stream()
                        .map(p -> quoted(p.channel() + SUFFIX) + "," + quoted(p.title()) + ","
                                + TIME.format(p.start().plusSeconds(later)) + ","
                                + TIME.format(p.end().plusSeconds(later)))
                        .collect(Collectors.joining("\n"));
    }

    /** The same lines, each with the number of the show it was found to be. */
    private static String numbered(String table, JsonNode look) {
        List<String> lines = table.lines().toList();
        StringBuilder numbered = new StringBuilder("번호," + lines.get(0));
        for (int i = 1; i < lines.size(); i++) {
            String show = look.path("lines").path(i - 1).path("show").asText();
            numbered.append('\n').append(show).append(',').append(lines.get(i));
        }
        return numbered.toString();
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static List<String> fields(JsonNode line) {
        return StreamSupport.stream(line.path("differences").spliterator(), false)
                .map(difference -> difference.path("field").asText())
                .toList();
    }

    /** Title and end by channel and start, as wished. */
    private static Map<String, String> wanted(List<RealDay.Programme> day, int later) {
        Map<String, String> wanted = new TreeMap<>();
        day.forEach(p -> wanted.put(
                p.channel() + SUFFIX + " " + p.start().plusSeconds(later),
                p.title().strip() + " ~ " + p.end().plusSeconds(later)));
        assertThat(wanted).hasSize(376);
        return wanted;
    }

    /** Title and end by channel and start, as they are read back. */
    private Map<String, String> starts(String state) {
        Map<String, String> found = new TreeMap<>();
        RealDay.readBack(planner).values().stream()
                .filter(show -> show.path("state").asText().equals(state))
                .filter(show -> show.path("channel").path("name").asText().endsWith(SUFFIX))
                .forEach(show -> found.put(
                        show.path("channel").path("name").asText() + " " + instant(show, "startsAt"),
                        show.path("title").asText() + " ~ " + instant(show, "endsAt")));
        return found;
    }

    private static Instant instant(JsonNode show, String field) {
        return OffsetDateTime.parse(show.path(field).asText()).toInstant();
    }
}
