package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The media process is killed: it comes back by itself, and what was watched or acknowledged is not lost. */
class KillMediaTest {

    private static final Duration BACK = Duration.ofSeconds(15);
    private static final int SMALL = 1;

    private Duration slowestPage = Duration.ZERO;
    private Duration slowestChannels = Duration.ZERO;

    @Test
    @Timeout(value = 3, unit = java.util.concurrent.TimeUnit.HOURS)
    void channels_run_and_an_open_page_plays_again_by_itself() {
        Proof proof = Proof.of("kill-media", SMALL);
        try (RunningOnair onair = RunningOnair.fresh("kill-media")) {
            String watched = KillConsoleTest.onAir(onair);
            onAirOnAnotherChannel(onair);
            try (ViewerPage page = ViewerPage.open(onair.viewerUrl() + "/live/" + watched);
                    Beacons beacons = Beacons.to(onair.viewerUrl() + "/storefront/v1/events")) {
                for (int i = 1; i <= proof.size(); i++) {
                    killOnce(proof, onair, page, i);
                }
                beacons.close();
                assertThat(page.isTheSamePage()).isTrue();
                Set<Integer> kept = spooled(onair.control());
                assertThat(beacons.acknowledged()).hasSizeGreaterThan(proof.size());
                assertThat(kept).as("acknowledged events").containsAll(beacons.acknowledged());
                proof.figure(
                        "%d/%d kills; page plays new picture at most %s and all channels run at most %s after the kill, no reload, longest standstill %s; 0 of %d acknowledged events lost"
                                .formatted(
                                        proof.size(),
                                        proof.size(),
                                        Waiting.seconds(slowestPage),
                                        Waiting.seconds(slowestChannels),
                                        Waiting.seconds(page.longestStandstill()),
                                        beacons.acknowledged().size()));
            }
        }
    }

    private static void onAirOnAnotherChannel(RunningOnair onair) {
        String channel = onair.api("ops")
                .post("/channels", Map.of("name", "증명 채널", "warmUpSeconds", 2, "graceSeconds", 0))
                .ok()
                .path("id")
                .asText();
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
        String show = ShortShows.approved(onair, show(channel, start, start.plus(Duration.ofHours(3))));
        Waiting.forThat(
                Instant.now(),
                Duration.ofSeconds(25),
                () -> assertThat(onair.api("auditor")
                                .get("/shows/" + show)
                                .ok()
                                .path("state")
                                .asText())
                        .isEqualTo("ON_AIR"));
    }

    private static Map<String, Object> show(String channel, Instant start, Instant end) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("title", "증명 방송");
        wanted.put("channel", channel);
        wanted.put("start", start.toString());
        wanted.put("end", end.toString());
        wanted.put("feed", Map.of("source", "TEST"));
        return wanted;
    }

    private void killOnce(Proof proof, RunningOnair onair, ViewerPage page, int number) {
        Waiting.until(Instant.now().plusMillis(1_500 + proof.random().nextInt(6_000)));
        double loaded = page.loaded();
        long before = onair.media().path("pid").asLong();
        Instant killed = Instant.now();
        onair.killMedia();
        Duration channels = Waiting.forThat(killed, BACK, () -> {
            assertThat(onair.media().path("pid").asLong()).isNotEqualTo(before);
            JsonNode seen = onair.control().get("/channels").ok().path("channels");
            assertThat(seen).hasSize(2);
            for (JsonNode channel : seen) {
                assertThat(channel.path("state").asText()).isEqualTo("RUNNING");
                assertThat(channel.path("lastSegmentAt").asText("")).isGreaterThan(killed.toString());
                assertThat(channel.path("output").asText()).isEqualTo("test");
            }
        });
        Duration left = BACK.minus(Duration.between(killed, Instant.now()));
        Duration took = page.awaitMovingBeyond(loaded + 0.3, killed, left);
        slowestPage = took.compareTo(slowestPage) > 0 ? took : slowestPage;
        slowestChannels = channels.compareTo(slowestChannels) > 0 ? channels : slowestChannels;
        proof.tell("kill " + number + ": channels run after " + Waiting.seconds(channels) + ", page plays after "
                + Waiting.seconds(took));
    }

    private static Set<Integer> spooled(Api control) {
        Set<Integer> found = new TreeSet<>();
        long from = 0;
        for (int pages = 0; pages < 10_000; pages++) {
            JsonNode page = control.get("/spool?max=500&from=" + from).ok();
            for (JsonNode entry : page.path("entries")) {
                if (entry.path("kind").asText().equals("viewer")) {
                    entry.findValuesAsText("product").stream()
                            .filter(product -> product.startsWith("n-"))
                            .forEach(product -> found.add(Integer.parseInt(product.substring(2))));
                }
            }
            if (page.path("entries").isEmpty()) {
                return found;
            }
            from = page.path("next").asLong();
        }
        throw new AssertionError("the spool has no end");
    }

    @Test
    void an_older_build_is_adopted_and_replaced_once_its_show_is_over() {
        try (RunningOnair onair = RunningOnair.prepared("older-media", "--no-show")) {
            onair.start("--media-build", "an-older-build");
            long old = onair.media().path("pid").asLong();
            String channel = onair.api("ops")
                    .post("/channels", Map.of("name", "증명 채널", "warmUpSeconds", 2, "graceSeconds", 0))
                    .ok()
                    .path("id")
                    .asText();
            Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(5);
            String show = ShortShows.approved(onair, show(channel, start, start.plusSeconds(600)));
            String playlist = onair.media().path("urls").path("domestic").asText() + "/live/" + show + "/index.m3u8";
            awaitState(onair, show, "ON_AIR", 20);
            try (HlsViewer viewer = HlsViewer.of(playlist)) {
                onair.killConsole();
                onair.start();
                assertThat(onair.media().path("pid").asLong()).isEqualTo(old);
                assertThat(onair.control().get("/status").ok().path("build").asText())
                        .isEqualTo("an-older-build");
                assertThat(viewer.segments()).isGreaterThan(5);
                assertThat(viewer.longestWait()).isLessThan(Leave.of(Duration.ofSeconds(8)));
                onair.api("merchandiser")
                        .post("/shows/" + show + "/transitions", Map.of("to", "ENDED", "reason", "증명 끝"))
                        .ok();
            }
            awaitState(onair, show, "REPLAY", 30);
            Waiting.forThat(Instant.now(), Duration.ofSeconds(30), () -> {
                assertThat(onair.media().path("pid").asLong()).isNotEqualTo(old);
                assertThat(onair.control().get("/status").ok().path("build").asText())
                        .isNotEqualTo("an-older-build");
            });
            List<String> effects = new java.util.ArrayList<>();
            onair.control()
                    .get("/calls")
                    .ok()
                    .path("calls")
                    .forEach(c -> effects.add(c.path("effect").asText()));
            assertThat(effects).containsExactly("started", "stopped");
        }
    }

    private static void awaitState(RunningOnair onair, String show, String state, int seconds) {
        Waiting.forThat(
                Instant.now(),
                Duration.ofSeconds(seconds),
                () -> assertThat(onair.api("auditor")
                                .get("/shows/" + show)
                                .ok()
                                .path("state")
                                .asText())
                        .isEqualTo(state));
    }
}
