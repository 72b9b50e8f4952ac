package live.onair.stories;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import live.onair.testkit.Api;

/** A real day of 17 home-shopping channels. */
final class RealDay {

    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter EPG = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private RealDay() {}

    record Programme(String channel, String title, Instant start, Instant end) {}

    /** The day as it was, so many days from now; aborts the test where there is no such data. */
    static List<Programme> inDays(int days) throws IOException {
        String data = System.getenv("ONAIR_SHARED_DATA");
        if (data == null) {
            abort("not run: ONAIR_SHARED_DATA is not set");
        }
        JsonNode guide = new ObjectMapper().readTree(new File(data, "schedule/skylife_epg_2024-06.json"));
        Duration later = Duration.ofDays(Duration.between(Instant.parse("2024-06-25T00:00:00Z"), Instant.now())
                        .toDays()
                + days);
        List<Programme> programmes = new ArrayList<>();
        for (JsonNode group : guide) {
            if (group.path("name").asText().equals("홈쇼핑")) {
                group.path("channels")
                        .forEach(channel -> channel.path("programs")
                                .forEach(p -> programmes.add(new Programme(
                                        channel.path("name").asText(),
                                        p.path("name").asText(),
                                        at(p, "startTime").plus(later),
                                        at(p, "endTime").plus(later)))));
            }
        }
        return programmes;
    }

    private static Instant at(JsonNode programme, String field) {
        return LocalDateTime.parse(programme.path(field).asText(), EPG)
                .atZone(SEOUL)
                .toInstant();
    }

    /** Page by page, as a client does that minds the rate limit. */
    static Map<String, JsonNode> readBack(Api planner) {
        Map<String, JsonNode> found = new TreeMap<>();
        String cursor = "";
        do {
            JsonNode page = planner.get("/shows?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .ok();
            page.path("shows").forEach(show -> found.put(show.path("id").asText(), show));
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty());
        return found;
    }
}
