package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import live.onair.testkit.Api;
import org.junit.jupiter.api.Test;

/** A real day of 17 home-shopping channels, planned, moved and read back through the API. */
class RealScheduleTest {

    @Test
    void a_day_is_booked_moved_by_an_hour_as_one_batch_and_read_back() throws IOException {
        Api planner = SharedApp.get().api("merchandiser");
        Map<String, String> channels = new TreeMap<>();
        Map<String, RealDay.Programme> booked = new TreeMap<>();
        List<RealDay.Programme> day = RealDay.inDays(20);
        assertThat(day).hasSize(376);
        for (RealDay.Programme programme : day) {
            String channel = channels.computeIfAbsent(programme.channel(), RealScheduleTest::channel);
            booked.put(book(planner, channel, programme), programme);
        }
        assertThat(channels).hasSize(17);
        assertThat(booked).hasSize(376);

        List<String> ids = List.copyOf(booked.keySet());
        planner.post("/shows/moves", Map.of("shows", ids, "bySeconds", 3600)).ok();
        Map<String, JsonNode> read = RealDay.readBack(planner);
        booked.forEach((id, programme) -> {
            JsonNode show = read.get(id);
            assertThat(show).as(id).isNotNull();
            assertThat(instant(show, "startsAt")).isEqualTo(programme.start().plusSeconds(3600));
            assertThat(instant(show, "endsAt")).isEqualTo(programme.end().plusSeconds(3600));
            assertThat(show.path("title").asText()).isEqualTo(programme.title());
        });
        refusedMoveLeavesTheOldSlot(planner, booked);
    }

    /** Two neighbours on one channel: the first cannot be moved onto the second, alone or in a batch. */
    private static void refusedMoveLeavesTheOldSlot(Api planner, Map<String, RealDay.Programme> booked) {
        String first = booked.keySet().iterator().next();
        RealDay.Programme programme = booked.get(first);
        String second = booked.entrySet().stream()
                .filter(e -> e.getValue().channel().equals(programme.channel())
                        && e.getValue().start().equals(programme.end()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        Instant old = programme.start().plusSeconds(3600);
        Api.Answer alone = planner.post(
                "/shows/" + first + "/move",
                Map.of("start", old.plus(Duration.ofMinutes(30)).toString()));
        assertThat(alone.status()).isEqualTo(409);
        assertThat(alone.body().path("code").asText()).isEqualTo("TAKEN");
        assertThat(alone.body().path("title").asText()).contains(second);
        Api.Answer batch = planner.post("/shows/moves", Map.of("shows", List.of(first), "bySeconds", 1800));
        assertThat(batch.status()).isEqualTo(409);
        assertThat(instant(planner.get("/shows/" + first).ok(), "startsAt")).isEqualTo(old);
    }

    private static String channel(String name) {
        return SharedApp.get()
                .api("ops")
                .post("/channels", Map.of("name", name + " (실제 편성)", "warmUpSeconds", 0, "graceSeconds", 0))
                .ok()
                .path("id")
                .asText();
    }

    private static String book(Api planner, String channel, RealDay.Programme programme) {
        JsonNode made = planner.post(
                        "/shows",
                        Map.of(
                                "title", programme.title(),
                                "channel", channel,
                                "start", programme.start().toString(),
                                "end", programme.end().toString()))
                .ok();
        assertThat(made.path("state").asText()).isEqualTo("DRAFT");
        return made.path("id").asText();
    }

    private static Instant instant(JsonNode node, String field) {
        return java.time.OffsetDateTime.parse(node.path(field).asText()).toInstant();
    }
}
