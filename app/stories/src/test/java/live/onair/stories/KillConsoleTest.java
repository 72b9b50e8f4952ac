package live.onair.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import live.onair.testkit.RunningOnair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The console is killed around transitions and started again; nobody who watches may notice. */
class KillConsoleTest {

    private static final Duration RECONCILED = Duration.ofSeconds(15);
    private static final Duration PATIENCE_OF_VIEWERS = Duration.ofSeconds(8);
    private static final int SMALL = 1;

    private Duration slowest = Duration.ZERO;

    @Test
    @Timeout(value = 3, unit = java.util.concurrent.TimeUnit.HOURS)
    void each_show_passes_each_state_once_and_viewers_keep_watching() {
        Proof proof = Proof.of("kill-console", SMALL);
        try (RunningOnair onair = RunningOnair.fresh("kill-console")) {
            String watched = onAir(onair);
            ShortShows shows = ShortShows.on(onair, 3);
            String playlist = onair.media().path("urls").path("domestic").asText() + "/live/" + watched + "/index.m3u8";
            try (HlsViewer viewer = HlsViewer.of(playlist);
                    ViewerPage page = ViewerPage.open(onair.viewerUrl() + "/live/" + watched)) {
                for (int i = 1; i <= proof.size(); i++) {
                    killOnce(proof, onair, shows, i);
                    assertThat(viewer.longestWait())
                            .as(viewer.faults().toString())
                            .isLessThan(PATIENCE_OF_VIEWERS);
                }
                double before = page.position();
                page.awaitMovingBeyond(before, Instant.now(), Duration.ofSeconds(5));
                assertThat(page.isTheSamePage()).isTrue();
                assertThat(page.longestStandstill()).isLessThan(PATIENCE_OF_VIEWERS);
                shows.windUp();
                shows.assertNothingLostOrDoubled();
                proof.figure(
                        "%d/%d kills; %d shows (%d lay within a time without console), each state once, one start and one stop each; slowest reconciled %s after READY; longest wait for a segment %s (%d segments), longest standstill of the page %s"
                                .formatted(
                                        proof.size(),
                                        proof.size(),
                                        shows.all().size(),
                                        shows.missed(),
                                        Waiting.seconds(slowest),
                                        Waiting.seconds(viewer.longestWait()),
                                        viewer.segments(),
                                        Waiting.seconds(page.longestStandstill())));
            }
        }
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

    static String onAir(RunningOnair onair) {
        for (JsonNode show :
                onair.api("auditor").get("/shows?state=ON_AIR").ok().path("shows")) {
            return show.path("id").asText();
        }
        throw new AssertionError("nothing is on air");
    }
}
