package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import live.onair.testkit.Api;
import live.onair.testkit.RunningOnair;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.Test;

/** What planners hand out: a calendar that any reader of calendars can subscribe to, and the public 편성표. */
class PlanningStoryTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    private final RunningOnair onair = SharedApp.get();
    private final Api planner = onair.api("merchandiser");
    private final HttpClient http = HttpClient.newHttpClient();

    private String channel() {
        Map<String, Object> wanted =
                Map.of("name", "일정 채널 " + UUID.randomUUID(), "warmUpSeconds", 0, "graceSeconds", 0);
        return onair.api("ops").post("/channels", wanted).ok().path("id").asText();
    }

    private static Map<String, Object> show(String title, String channel, Instant start) {
        Map<String, Object> show = new LinkedHashMap<>();
        show.put("title", title);
        show.put("channel", channel);
        show.put("start", start.toString());
        show.put("end", start.plusSeconds(1800).toString());
        show.put("feed", Map.of("source", "TEST"));
        return show;
    }

    private HttpResponse<byte[]> read(String url, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static Optional<Component> event(HttpResponse<byte[]> answer, String show) {
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
        System.setProperty("net.fortuna.ical4j.timezone.cache.impl", "net.fortuna.ical4j.util.MapTimeZoneCache");
        try {
            Calendar calendar = new CalendarBuilder().build(new StringReader(text(answer)));
            return calendar
                    .<net.fortuna.ical4j.model.component.CalendarComponent>getComponents(Component.VEVENT)
                    .stream()
                    .filter(event -> value(event, Property.UID).equals(show + "@onair.live"))
                    .map(event -> (Component) event)
                    .findFirst();
        } catch (Exception e) {
            throw new IllegalStateException(text(answer), e);
        }
    }

    private static String value(Component component, String property) {
        return component.<Property>getProperty(property).map(Property::getValue).orElse("");
    }

    @Test
    void a_calendar_is_read_without_signing_in_follows_a_move_and_is_nothing_once_revoked() {
        String channel = channel();
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(3));
        String id = planner.post("/shows", show("겨울, 니트; 특가 🎁", channel, start))
                .ok()
                .path("id")
                .asText();
        JsonNode made = planner.post("/calendars", Map.of("kind", "CHANNEL", "target", channel))
                .ok();
        String url = onair.url() + made.path("path").asText();
        HttpResponse<byte[]> first = read(url);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type")).contains("text/calendar; charset=utf-8");
        assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
        Component event = event(first, id).orElseThrow();
        assertThat(value(event, Property.SUMMARY)).isEqualTo("겨울, 니트; 특가 🎁");
        assertThat(value(event, Property.DTSTART)).isEqualTo(LOCAL.format(start.atZone(SEOUL)));
        assertThat(value(event, Property.URL)).endsWith("/shows/" + id);
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(read(url, "If-None-Match", etag).statusCode()).isEqualTo(304);
        planner.post(
                        "/shows/" + id + "/move",
                        Map.of("start", start.plusSeconds(3600).toString()))
                .ok();
        HttpResponse<byte[]> moved = read(url, "If-None-Match", etag);
        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(value(event(moved, id).orElseThrow(), Property.DTSTART))
                .isEqualTo(LOCAL.format(start.plusSeconds(3600).atZone(SEOUL)));
        assertThat(Integer.parseInt(value(event(moved, id).orElseThrow(), Property.SEQUENCE)))
                .isGreaterThan(Integer.parseInt(value(event, Property.SEQUENCE)));
        planner.post("/shows/" + id + "/transitions", Map.of("to", "CANCELLED", "reason", "품절"))
                .ok();
        assertThat(value(event(read(url), id).orElseThrow(), Property.STATUS)).isEqualTo("CANCELLED");
        planner.call("DELETE", "/calendars/" + made.path("feed").path("id").asText(), null, Map.of())
                .ok();
        HttpResponse<byte[]> revoked = read(url);
        HttpResponse<byte[]> unknown = read(onair.url() + "/calendar/" + "0".repeat(64) + ".ics");
        assertThat(revoked.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(text(revoked)).isEqualTo(text(unknown));
        assertThat(read(onair.url() + "/calendar/x").statusCode()).isEqualTo(404);
        boolean limited = false;
        for (int i = 0; i < 200 && !limited; i++) {
            HttpResponse<byte[]> again = read(url);
            limited = again.statusCode() == 429
                    && again.headers().firstValue("Retry-After").isPresent();
        }
        assertThat(limited).as("who asks without end has to wait").isTrue();
    }

    @Test
    void the_public_schedule_follows_within_seconds_and_never_tells_a_draft() {
        String channel = channel();
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(30));
        String draft = planner.post("/shows", show("초안은 비밀", channel, start.plusSeconds(7200)))
                .ok()
                .path("id")
                .asText();
        String id = ShortShows.approved(onair, show("공개 편성", channel, start));
        Instant approved = Instant.now();
        Waiting.forThat(
                approved,
                Duration.ofSeconds(10),
                () -> assertThat(planned(id).path("title").asText()).isEqualTo("공개 편성"));
        JsonNode row = planned(id);
        assertThat(row.path("startsAt").asText()).endsWith("+09:00");
        assertThat(row.path("pageUrl").asText()).isEqualTo(onair.viewerUrl() + "/live/" + id);
        assertThat(planned(draft).isMissingNode()).isTrue();
        assertThat(text(read(onair.viewerUrl() + "/storefront/v1/schedule"))).doesNotContain("초안은 비밀");
        planner.post("/shows/" + id + "/transitions", Map.of("to", "CANCELLED", "reason", "품절"))
                .ok();
        Waiting.forThat(
                Instant.now(),
                Duration.ofSeconds(10),
                () -> assertThat(planned(id).isMissingNode()).isTrue());
    }

    private JsonNode planned(String id) {
        HttpResponse<byte[]> answer = read(onair.viewerUrl() + "/storefront/v1/schedule");
        assertThat(answer.statusCode()).isEqualTo(200);
        try {
            JsonNode days = new ObjectMapper().readTree(answer.body()).path("days");
            assertThat(days).hasSize(7);
            for (JsonNode day : days) {
                for (JsonNode show : day.path("shows")) {
                    if (show.path("id").asText().equals(id)) {
                        return show;
                    }
                }
            }
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_template_a_copy_and_a_series_are_made_through_the_api() {
        String channel = channel();
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(70));
        String id = planner.post("/shows", show("본보기", channel, start))
                .ok()
                .path("id")
                .asText();
        String template = planner.post("/templates", Map.of("name", "틀 " + UUID.randomUUID(), "show", id))
                .ok()
                .path("id")
                .asText();
        JsonNode used = planner.post(
                        "/templates/" + template + "/shows",
                        Map.of("start", start.plus(Duration.ofDays(1)).toString()))
                .ok();
        assertThat(used.path("title").asText()).isEqualTo("본보기");
        JsonNode copies = planner.post("/templates/copies", Map.of("shows", List.of(id), "bySeconds", 3600))
                .ok();
        assertThat(copies.get(0).path("deed").asText()).isEqualTo("ADDED");
        String day = start.atZone(SEOUL).getDayOfWeek().name();
        JsonNode series = planner.post("/series", Map.of("show", id, "weekdays", List.of(day), "count", 3))
                .ok();
        assertThat(series.path("shows")).hasSize(2);
        JsonNode changed = planner.post(
                        "/series/changes",
                        Map.of("show", id, "scope", "FROM_HERE_ON", "fields", Map.of("title", "모두 바뀜")))
                .ok();
        assertThat(changed.path("lines")).hasSize(3);
        assertThat(planner.get("/series/of/" + id)
                        .ok()
                        .path("occurrences")
                        .get(2)
                        .path("title")
                        .asText())
                .isEqualTo("모두 바뀜");
    }
}
