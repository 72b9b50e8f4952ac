package live.onair.localmedia;

import static live.onair.localmedia.RunningMedia.aRun;
import static live.onair.localmedia.RunningMedia.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledMediaTest {
    @TempDir
    Path folder;

    @Test
    void a_killed_process_is_resumed_where_it_was_and_leaves_no_ffmpeg() throws Exception {
        PlaylistChecks checks = new PlaylistChecks();
        try (RunningMedia media = RunningMedia.child(folder.resolve("state"))) {
            media.put("CH-1", aRun("SH-1:1", "SH-1", "test"));
            media.start("CH-1", "SH-1:1");
            until(
                    10,
                    () -> !media.live("SH-1").isEmpty()
                            && checks.next(media.live("SH-1")).entries().size() >= 2);
            List<ProcessHandle> children = media.process().descendants().toList();
            assertThat(children).isNotEmpty();
            int port = media.port("domestic");

            media.kill();
            until(8, () -> children.stream().noneMatch(ProcessHandle::isAlive));
            media.startChild();

            assertThat(media.port("domestic")).isEqualTo(port);
            assertThat(media.channel("CH-1").path("state").asText()).isEqualTo("INTERRUPTED");
            PlaylistChecks.Playlist before = checks.next(media.live("SH-1"));
            assertThat(before.ended()).isFalse();
            assertThat(media.start("CH-1", "SH-1:1")).isEqualTo("resumed");
            until(
                    10,
                    () -> !checks.next(media.live("SH-1")).last().uri().startsWith("slate-")
                            && checks.next(media.live("SH-1")).last().sequence()
                                    > before.last().sequence());
            PlaylistChecks.Playlist after = checks.next(media.live("SH-1"));
            assertThat(after.last().discontinuity()).isGreaterThan(before.last().discontinuity());
            assertThat(media.stop("CH-1", "SH-1:1")).isEqualTo("stopped");
            assertThat(calls(media)).containsExactly("start", "resume", "stop");
            assertThat(checks.next(media.live("SH-1")).ended()).isTrue();
        }
    }

    private static List<String> calls(RunningMedia media) {
        JsonNode calls = media.asks("calls").path("calls");
        return java.util.stream.StreamSupport.stream(calls.spliterator(), false)
                .map(call -> call.path("call").asText())
                .collect(Collectors.toList());
    }

    @Test
    void no_acknowledged_event_is_lost_when_the_process_is_killed() throws Exception {
        try (RunningMedia media = RunningMedia.child(folder.resolve("state"))) {
            AtomicInteger acknowledged = new AtomicInteger(-1);
            AtomicBoolean killed = new AtomicBoolean();
            Thread viewer = new Thread(() -> {
                for (int i = 0; !killed.get() && i < 400; i++) {
                    if (sent(media, i)) {
                        acknowledged.set(i);
                    }
                }
            });
            viewer.start();
            until(10, () -> acknowledged.get() >= 15);
            media.kill();
            killed.set(true);
            viewer.join(5000);
            int last = acknowledged.get();
            media.startChild();

            TreeSet<Integer> kept = new TreeSet<>();
            long expected = 0;
            for (JsonNode entry : media.asks("spool?from=0&max=5000").path("entries")) {
                assertThat(entry.path("offset").asLong()).isEqualTo(expected++);
                kept.add(Integer.parseInt(
                        entry.findValuesAsText("product").get(0).replace("n-", "")));
            }
            assertThat(kept.headSet(last, true)).hasSize(last + 1);
            media.does("POST", "spool/trim", Json.object().put("upTo", 5));
            assertThat(media.asks("spool?from=0")
                            .path("entries")
                            .get(0)
                            .path("offset")
                            .asInt())
                    .isEqualTo(5);
        }
    }

    private static boolean sent(RunningMedia media, int number) {
        try {
            String url = "http://127.0.0.1:" + media.port("viewer") + "/storefront/v1/events";
            int status = media.send(HttpRequest.newBuilder(URI.create(url))
                            .POST(HttpRequest.BodyPublishers.ofString(ViewerDoorTest.event("click", "n-" + number))))
                    .statusCode();
            return status == 202;
        } catch (IllegalStateException gone) {
            return false;
        }
    }
}
