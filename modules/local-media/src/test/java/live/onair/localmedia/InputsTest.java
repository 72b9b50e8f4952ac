package live.onair.localmedia;

import static live.onair.localmedia.RunningMedia.aRun;
import static live.onair.localmedia.RunningMedia.timeUntil;
import static live.onair.localmedia.RunningMedia.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import live.onair.testkit.Leave;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real encoders on one channel: the backup takes over by itself without a slate, by hand, and gives back. */
class InputsTest {
    private static final String A = "key-of-input-a";
    private static final String B = "key-of-input-b";

    @TempDir
    Path state;

    private final PlaylistChecks checks = new PlaylistChecks();

    private static ObjectNode run(boolean automatic, int returnSeconds) {
        ObjectNode run = aRun("SH-1:1", "SH-1", "input");
        run.putObject("inputs").put("automatic", automatic).put("returnSeconds", returnSeconds);
        return run;
    }

    private static String active(RunningMedia media) {
        return inputs(media).path("active").asText();
    }

    private static JsonNode inputs(RunningMedia media) {
        return media.channel("CH-1").path("inputs");
    }

    private static boolean comes(RunningMedia media, String input) {
        JsonNode seen = inputs(media).path(input);
        return seen.path("connected").asBoolean() && seen.path("frames").asInt() > 60;
    }

    private int status(RunningMedia media, String input) {
        ObjectNode body = Json.object().put("run", "SH-1:1").put("input", input);
        return media.call("POST", "channels/CH-1/input", Json.bytes(body)).statusCode();
    }

    private List<PlaylistChecks.Entry> polled(RunningMedia media) {
        String text = media.live("SH-1");
        return text.isEmpty() ? List.of() : checks.next(text).entries();
    }

    /** Both encoders send, A is on air. */
    private void onAir(RunningMedia media, ObjectNode run) {
        media.put("CH-1", run);
        media.start("CH-1", "SH-1:1");
        until(
                20,
                () -> comes(media, "A")
                        && comes(media, "B")
                        && media.output("CH-1").equals("input"));
        int shown = polled(media).size();
        until(20, () -> polled(media).size() >= shown + 2);
        assertThat(active(media)).isEqualTo("A");
    }

    /** The picture goes on in another session, a discontinuity and no slate between. */
    private void goesOn(RunningMedia media, long after) {
        until(
                12,
                () -> polled(media).stream()
                        .anyMatch(e -> e.sequence() > after && e.discontinuity() > discontinuity(media, after)));
        assertThat(polled(media))
                .filteredOn(entry -> entry.sequence() > after)
                .allSatisfy(entry -> assertThat(entry.uri()).doesNotStartWith("slate-"));
    }

    private long discontinuity(RunningMedia media, long sequence) {
        return polled(media).stream()
                .filter(entry -> entry.sequence() == sequence)
                .findFirst()
                .orElseThrow()
                .discontinuity();
    }

    private long last(RunningMedia media) {
        return polled(media).get(polled(media).size() - 1).sequence();
    }

    private interface Course {
        void take(RunningMedia media, RtmpEncoder a) throws Exception;
    }

    /** Both encoders send and A is on air; whatever happens then, B sends to the end. */
    private void withBoth(ObjectNode run, Course course) throws Exception {
        try (RunningMedia media = RunningMedia.inside(state)) {
            media.keys("CH-1", A, B);
            try (RtmpEncoder a = RtmpEncoder.push(media.rtmp(), A);
                    RtmpEncoder b = RtmpEncoder.push(media.rtmp(), B)) {
                onAir(media, run);
                course.take(media, a);
                assertThat(b.running()).isTrue();
            }
            media.stop("CH-1", "SH-1:1");
        }
    }

    @Test
    void the_backup_takes_over_by_itself_without_a_slate_and_gives_back_when_a_is_steady() throws Exception {
        withBoth(run(true, 4), (media, a) -> {
            long before = last(media);
            a.kill();
            assertThat(timeUntil(5, () -> active(media).equals("B"))).isLessThan(Leave.of(Duration.ofSeconds(3)));
            goesOn(media, before);
            JsonNode told = inputs(media).path("lastSwitch");
            assertThat(told.path("byHand").asBoolean()).isFalse();
            assertThat(told.path("gapMillis").asLong(-1)).isBetween(0L, 1500L);
            assertThat(inputs(media).path("A").path("lostSince").isNull()).isFalse();

            long onB = last(media);
            try (RtmpEncoder again = RtmpEncoder.push(media.rtmp(), A)) {
                until(10, () -> comes(media, "A"));
                assertThat(timeUntil(12, () -> active(media).equals("A"))).isLessThan(Leave.of(Duration.ofSeconds(8)));
                goesOn(media, onB);
                assertThat(again.running()).isTrue();
            }
            assertThat(media.spooled()).contains("input-switched");
        });
    }

    @Test
    void an_input_that_stands_still_is_left_as_one_that_is_gone() throws Exception {
        withBoth(run(true, 0), (media, a) -> {
            long before = last(media);
            a.freeze();
            assertThat(timeUntil(6, () -> active(media).equals("B"))).isLessThan(Leave.of(Duration.ofSeconds(3)));
            goesOn(media, before);
            a.thaw();
            until(10, () -> comes(media, "A"));
            assertThat(active(media)).as("no return without being told").isEqualTo("B");
        });
    }

    @Test
    void a_hand_switches_to_an_input_that_has_a_picture_and_nothing_switches_back() throws Exception {
        try (RunningMedia media = RunningMedia.inside(state)) {
            media.keys("CH-1", A, B);
            try (RtmpEncoder a = RtmpEncoder.push(media.rtmp(), A)) {
                media.put("CH-1", run(true, 1));
                assertThat(status(media, "B")).as("not running").isEqualTo(409);
                media.start("CH-1", "SH-1:1");
                until(15, () -> comes(media, "A"));
                assertThat(status(media, "B")).as("no picture").isEqualTo(409);
                assertThat(status(media, "C")).isEqualTo(400);
                try (RtmpEncoder b = RtmpEncoder.push(media.rtmp(), B)) {
                    onAir(media, run(true, 1));
                    long before = last(media);
                    assertThat(status(media, "B")).isEqualTo(200);
                    assertThat(status(media, "B")).as("again").isEqualTo(200);
                    assertThat(active(media)).isEqualTo("B");
                    goesOn(media, before);
                    assertThat(inputs(media).path("lastSwitch").path("byHand").asBoolean())
                            .isTrue();
                    assertThat(active(media)).as("A is steady, and stays off").isEqualTo("B");
                    assertThat(a.running() && b.running()).isTrue();
                }
                assertThat(timeUntil(6, () -> active(media).equals("A")))
                        .as("but a lost one is left by itself")
                        .isLessThan(Leave.of(Duration.ofSeconds(3)));
            }
            media.stop("CH-1", "SH-1:1");
        }
    }

    @Test
    void without_leave_a_lost_input_is_waited_for_behind_the_slate() throws Exception {
        withBoth(run(false, 0), (media, a) -> {
            a.kill();
            until(10, () -> media.output("CH-1").equals("slate-reconnect"));
            assertThat(active(media)).isEqualTo("A");
            assertThat(status(media, "B")).isEqualTo(200);
            until(10, () -> media.output("CH-1").equals("input"));
        });
    }
}
