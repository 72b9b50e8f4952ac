package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import live.onair.localmedia.Crowd;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.Test;

/** A merchandiser pins a product while a show is on air: viewers have it at once, the stream and the replay at its second. */
class PinsStoryTest {

    private static final Pattern TEXT = Pattern.compile("X-ONAIR-MARK=\"([A-Za-z0-9_-]+)\"");

    private static final int PRESSES = 20;

    private final RunningOnair onair = SharedApp.get();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Api planner = onair.api("merchandiser");
    private final SellingShow selling = new SellingShow(onair);

    private String text(String address) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode published(String path) {
        try {
            return new ObjectMapper().readTree(text(onair.viewerUrl() + "/storefront/v1/shows/" + path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode window(String show) {
        return published(show + "/window.json");
    }

    private String state(String show) {
        return planner.get("/shows/" + show).ok().path("state").asText();
    }

    private void press(String show, String product, String what) {
        planner.post("/pins/shows/" + show + "/products/" + product + "/" + what, Map.of())
                .ok();
    }

    /** From before the press until a viewer's file says so. */
    private Duration pressed(String show, String product, String what) {
        Instant before = Instant.now();
        press(show, product, what);
        boolean there = what.equals("pin");
        Waiting.forThat(
                before,
                Duration.ofSeconds(20),
                () -> assertThat(window(show)
                                .path("pins")
                                .findValuesAsText("product")
                                .contains(product))
                        .isEqualTo(there));
        return Duration.between(before, Instant.now());
    }

    /** From before the press until each of those who follow the show has it: in turn it is pinned and taken down. */
    private void pressedBeforeMany(Proof proof, String show, String product) throws IOException {
        long[] begun = new long[PRESSES];
        long[][] received = new long[proof.size()][PRESSES];
        int[] next = new int[proof.size()];
        AtomicInteger heard = new AtomicInteger();
        AtomicInteger there = new AtomicInteger();
        URI door = URI.create(onair.viewerUrl());
        Crowd crowd = Crowd.of(proof.size(), door.getHost(), door.getPort(), show, (who, line) -> {
            if (!line.contains("\"pins\":[")) {
                return;
            }
            there.incrementAndGet();
            boolean pinned = line.contains("\"product\":\"" + product + "\"");
            if (next[who] < PRESSES && begun[next[who]] != 0 && pinned == (next[who] % 2 == 0)) {
                received[who][next[who]++] = System.nanoTime();
                heard.incrementAndGet();
            }
        });
        Waiting.forThat(
                Instant.now(),
                Duration.ofSeconds(60),
                () -> assertThat(there.get()).as("all follow").isGreaterThanOrEqualTo(proof.size()));
        for (int i = 0; i < PRESSES; i++) {
            int all = (i + 1) * proof.size();
            begun[i] = System.nanoTime();
            press(show, product, i % 2 == 0 ? "pin" : "unpin");
            Waiting.forThat(
                    Instant.now(),
                    Duration.ofSeconds(20),
                    () -> assertThat(heard.get()).isEqualTo(all));
        }
        crowd.close();
        long[] waits = Crowd.waits(received, begun);
        proof.figure(
                "from a press to each of %d connected viewers: %d presses, none of %d missed, p50 %d ms, p99 %d ms, most %d ms"
                        .formatted(
                                proof.size(),
                                PRESSES,
                                waits.length,
                                Crowd.at(waits, 0.5),
                                Crowd.at(waits, 0.99),
                                Crowd.at(waits, 1)));
        assertThat((double) Crowd.at(waits, 0.99)).as("p99 in ms").isLessThan(Leave.of(1_000));
    }

    /** What the marks in the playlist say, as far as it reaches. */
    private String marks(String show) {
        Matcher found =
                TEXT.matcher(text(published(show + ".json").path("playbackUrl").asText()));
        StringBuilder all = new StringBuilder();
        while (found.find()) {
            all.append(new String(Base64.getUrlDecoder().decode(found.group(1)), StandardCharsets.UTF_8));
        }
        return all.toString();
    }

    @Test
    void a_press_reaches_viewers_in_under_a_second_and_the_stream_and_the_replay_at_its_second() throws IOException {
        Proof proof = Proof.of("pins", 50);
        String cream = selling.product("데모 고정 크림", 12_000, 50);
        String balm = selling.product("데모 고정 밤", 8_000, 50);
        String show = selling.onAir("고정 방송", cream, balm);
        Waiting.forThat(
                Instant.now(),
                Duration.ofSeconds(60),
                () -> assertThat(text(
                                published(show + ".json").path("playbackUrl").asText()))
                        .contains("#EXTINF"));
        List<Duration> waits = new ArrayList<>();
        Instant from = Instant.now();
        waits.add(pressed(show, cream, "pin"));
        Waiting.forThat(
                Instant.now(),
                Duration.ofSeconds(30),
                () -> assertThat(marks(show))
                        .contains("\"pin\"")
                        .contains("{\"product\":\"" + cream + "\",\"price\":{\"minor\":12000,\"currency\":\"KRW\"}}"));
        for (int i = 0; i < 5; i++) {
            waits.add(pressed(show, balm, "pin"));
            waits.add(pressed(show, balm, "unpin"));
        }
        pressedBeforeMany(proof, show, balm);
        Instant to = Instant.now();
        waits.add(pressed(show, cream, "unpin"));
        Collections.sort(waits);
        assertThat(waits.get(waits.size() / 2)).as("all: " + waits).isLessThan(Leave.of(Duration.ofSeconds(1)));
        proof.figure("from a press to the viewers' file: %d presses, median %d ms, most %d ms"
                .formatted(
                        waits.size(),
                        waits.get(waits.size() / 2).toMillis(),
                        waits.get(waits.size() - 1).toMillis()));
        onair.api("ops")
                .post("/shows/" + show + "/transitions", Map.of("to", "ENDED", "reason", "고정 증명"))
                .ok();
        Waiting.forThat(
                Instant.now(),
                Duration.ofSeconds(60),
                () -> assertThat(state(show)).isEqualTo("REPLAY"));
        Waiting.forThat(
                Instant.now(),
                Duration.ofSeconds(30),
                () -> assertThat(published(show + ".json").path("pins")).isNotEmpty());
        JsonNode first = published(show + ".json").path("pins").get(0);
        assertThat(first.path("product").asText()).isEqualTo(cream);
        double wanted = Duration.between(from, to).toMillis() / 1000.0;
        assertThat(first.path("to").asDouble() - first.path("from").asDouble())
                .as("as long as between both presses")
                .isBetween(wanted - 2, wanted + 2);
        assertThat(window(show).path("pins")).isEmpty();
    }
}
