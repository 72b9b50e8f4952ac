package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import live.onair.testkit.Api;
import live.onair.testkit.Leave;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The console is killed around transitions and started again; nobody who watches may notice. */
class KillConsoleTest {

    private static final Duration RECONCILED = Duration.ofSeconds(15);
    private static final Duration PATIENCE_OF_VIEWERS = Leave.of(Duration.ofSeconds(8));
    private static final int SMALL = 1;

    private Duration slowest = Duration.ZERO;

    @Test
    @Timeout(value = 3, unit = java.util.concurrent.TimeUnit.HOURS)
    void each_show_passes_each_state_once_and_viewers_keep_watching() {
        Proof proof = Proof.of("kill-console", SMALL);
        try (RunningOnair onair = RunningOnair.fresh("kill-console")) {
            String watched = onAir(onair);
            Instant sentSince = sentElsewhere(onair, watched);
            ShortShows shows = ShortShows.on(onair, 3);
            SellingShow selling = new SellingShow(onair);
            String product = manyLeft(onair, watched);
            int stock = selling.selling(watched, product).path("left").asInt();
            String playlist = onair.media().path("urls").path("domestic").asText() + "/live/" + watched + "/index.m3u8";
            try (HlsViewer viewer = HlsViewer.of(playlist);
                    ViewerPage page = ViewerPage.open(onair.viewerUrl() + "/live/" + watched);
                    Buyers buyers =
                            Buyers.at(onair.viewerUrl(), watched, product, 1).goOn()) {
                for (int i = 1; i <= proof.size(); i++) {
                    killOnce(proof, onair, shows, i);
                    assertThat(sending(onair, watched, Instant.now()))
                            .as("one connection, also while the console was away")
                            .isEqualTo(sentSince);
                    assertThat(viewer.longestWait())
                            .as(viewer.faults().toString())
                            .isLessThan(PATIENCE_OF_VIEWERS);
                }
                double before = page.position();
                page.awaitMovingBeyond(before, Instant.now(), Duration.ofSeconds(5));
                assertThat(page.isTheSamePage()).isTrue();
                assertThat(page.longestStandstill()).isLessThan(PATIENCE_OF_VIEWERS);
                buyers.close();
                assertNothingSoldIsLost(buyers, selling.selling(watched, product), stock);
                shows.windUp();
                shows.assertNothingLostOrDoubled();
                proof.figure(
                        "%d/%d kills; 0 of %d acknowledged holds of pieces lost; %d shows (%d lay within a time without console), each state once, one start and one stop each; slowest reconciled %s after READY; longest wait for a segment %s (%d segments), longest standstill of the page %s"
                                .formatted(
                                        proof.size(),
                                        proof.size(),
                                        buyers.held().size(),
                                        shows.all().size(),
                                        shows.missed(),
                                        Waiting.seconds(slowest),
                                        Waiting.seconds(viewer.longestWait()),
                                        viewer.segments(),
                                        Waiting.seconds(page.longestStandstill())));
            }
        }
    }

    /** A product of the show of which a buyer every 200 ms does not see the end. */
    private static String manyLeft(RunningOnair onair, String show) {
        String product = "";
        int most = 0;
        for (JsonNode one : onair.api("auditor")
                .get("/orders/shows/" + show + "/sales")
                .ok()
                .path("products")) {
            String id = one.path("product").asText();
            boolean plain = onair.api("auditor")
                    .get("/products/" + id)
                    .ok()
                    .path("options")
                    .isEmpty();
            if (plain && one.path("left").asInt() > most) {
                most = one.path("left").asInt();
                product = id;
            }
        }
        return product;
    }

    private static void assertNothingSoldIsLost(Buyers buyers, JsonNode now, int stock) {
        assertThat(buyers.held()).isNotEmpty();
        int out = now.path("held").asInt() + now.path("pieces").asInt();
        assertThat(now.path("left").asInt() + out).as(now.toString()).isEqualTo(stock);
        assertThat(buyers.held()).allSatisfy(id -> assertThat(buyers.ask(id)).isEqualTo(200));
    }

    private void killOnce(Proof proof, RunningOnair onair, ShortShows shows, int number) {
        shows.plan(Instant.now().plusSeconds(100), proof.random());
        Instant moment = shows.momentAround(proof.random());
        Waiting.until(moment);
        onair.killConsole();
        onair.start();
        Instant ready = Instant.now();
        shows.wasAway(moment, ready);
        Duration took = shows.awaitReconciled(ready, RECONCILED);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        proof.tell("kill " + number + " at " + moment + ": READY after "
                + Waiting.seconds(Duration.between(moment, ready)) + ", reconciled after " + Waiting.seconds(took));
    }

    /** S15: the show is sent to another server as well, for which a channel of ours stands; since when. */
    private static Instant sentElsewhere(RunningOnair onair, String show) {
        Api ops = onair.api("ops");
        String channel = ops.post("/channels", Map.of("name", "받는 쪽", "warmUpSeconds", 10, "graceSeconds", 0))
                .ok()
                .path("id")
                .asText();
        String key = ops.post("/channels/" + channel + "/stream-key", Map.of())
                .ok()
                .path("key")
                .asText();
        String address = onair.media().path("urls").path("rtmp").asText();
        String target = ops.post("/simulcast/targets", Map.of("name", "다른 서버", "address", address, "key", key))
                .ok()
                .path("id")
                .asText();
        String switched = "/simulcast/shows/" + show + "/" + target;
        String plan = ops.post(switched + "/plan", Map.of("on", true))
                .ok()
                .path("hash")
                .asText();
        ops.post(switched, Map.of("on", true, "hash", plan)).ok();
        return sending(onair, show, Instant.now());
    }

    /** Since when its output sends, as told after this moment. */
    private static Instant sending(RunningOnair onair, String show, Instant toldAfter) {
        AtomicReference<Instant> since = new AtomicReference<>();
        Waiting.calmly(RECONCILED.multipliedBy(3), () -> {
            JsonNode output = onair.api("auditor")
                    .get("/simulcast/shows/" + show)
                    .ok()
                    .path("items")
                    .path(0);
            assertThat(output.path("state").asText()).as(output.toString()).isEqualTo("SENDING");
            JsonNode look = output.path("look");
            assertThat(Instant.parse(look.path("seenAt").asText())).isAfter(toldAfter);
            since.set(Instant.parse(look.path("since").asText()));
        });
        return since.get();
    }

    static String onAir(RunningOnair onair) {
        for (JsonNode show :
                onair.api("auditor").get("/shows?state=ON_AIR").ok().path("shows")) {
            return show.path("id").asText();
        }
        throw new AssertionError("nothing is on air");
    }
}
