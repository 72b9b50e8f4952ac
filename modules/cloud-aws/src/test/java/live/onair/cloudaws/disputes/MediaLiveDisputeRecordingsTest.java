package live.onair.cloudaws.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.awsstub.StubCall;
import live.onair.cloudaws.AwsAtHand;
import live.onair.cloudaws.scheduling.Recorders;
import live.onair.disputes.spi.DisputeRecordings;
import live.onair.disputes.spi.DisputeRecordings.Kept;
import live.onair.disputes.spi.DisputeRecordings.Seen;
import live.onair.disputes.spi.DisputeRecordings.State;
import live.onair.disputes.spi.DisputeRecordings.Wish;
import live.onair.disputes.spi.DisputeRecordingsContract;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.TimeWindow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of disputed recordings, kept with what MediaLive has recorded into S3; and what is special there. */
class MediaLiveDisputeRecordingsTest extends DisputeRecordingsContract {

    private static final Instant BEGIN = Shelf.BEGIN;
    private static final int SEGMENTS = 10;

    private static Shelf shelf;

    private final String show = Shelf.show();
    private final DisputeRecordings port = shelf.port(Recorders.mediaLive(shelf.calls));

    @BeforeAll
    static void start() {
        shelf = new Shelf();
    }

    @AfterAll
    static void stop() {
        shelf.close();
    }

    @BeforeEach
    void an_hour_after_the_show() {
        shelf.clock.set(BEGIN.plus(Duration.ofHours(1)));
        shelf.stub.faults().clear();
        shelf.stub.forgetCalls();
    }

    @Override
    protected DisputeRecordings port() {
        return port;
    }

    @Override
    protected Recorded recorded() {
        shelf.mediaLive(show, 1, BEGIN, SEGMENTS, true);
        return new Recorded(show, BEGIN.plusSeconds(7), BEGIN.plusSeconds(20));
    }

    private Wish wish(int from, int to) {
        return Shelf.wish(show, from, to);
    }

    private String film(Wish wish) {
        return Shelf.film(port, wish);
    }

    private static String best(int run, int... segments) {
        StringBuilder film = new StringBuilder();
        for (int segment : segments) {
            film.append("%d/0/live_720p_%05d.ts;".formatted(run, segment));
        }
        return film.toString();
    }

    @Test
    void the_whole_pieces_that_a_stretch_touches_are_joined_from_the_best_rendition_of_the_longer_pipeline() {
        recorded();
        Wish wish = wish(7, 18);
        assertThat(film(wish)).isEqualTo(best(1, 1, 2));
        assertThat(port.cut(wish).made().format()).isEqualTo("ts");
        assertThat(port.cut(wish).made().covered()).containsExactly(new TimeWindow(Shelf.at(6), Shelf.at(18)));
        assertThat(shelf.stub.calls("s3", "GetObject").stream()
                        .filter(call -> call.input().path("Key").asText().endsWith(".ts")))
                .as("each piece is fetched once")
                .hasSize(2);
    }

    @Test
    void across_pieces_that_are_missing_it_says_what_it_really_shows() {
        recorded();
        shelf.purge(Shelf.runs(show) + "1/0/live_720p_00003");
        shelf.mediaLive(show, 2, Shelf.at(100), 3, true);
        Wish wish = wish(13, 110);
        assertThat(film(wish)).isEqualTo(best(1, 2, 4, 5, 6, 7, 8, 9) + best(2, 0, 1));
        assertThat(port.cut(wish).made().covered())
                .containsExactly(
                        new TimeWindow(Shelf.at(12), Shelf.at(18)),
                        new TimeWindow(Shelf.at(24), Shelf.at(60)),
                        new TimeWindow(Shelf.at(100), Shelf.at(112)));
        assertThat(port.cut(wish(61, 99))).isEqualTo(new Seen(State.FAILED, null, "outside"));
        assertThat(port.recording(show).orElseThrow().cutShort()).isFalse();
        shelf.purge(Shelf.runs(show) + "1/0/live_720p_00000");
        assertThat(port.recording(show).orElseThrow().cutShort()).isTrue();
    }

    @Test
    void what_is_not_there_yet_is_waited_for_and_not_for_ever() {
        shelf.clock.set(Shelf.at(20));
        Wish wish = wish(10, 50);
        assertThat(port.cut(wish).state()).as("no file of it yet").isEqualTo(State.WAITING);
        shelf.mediaLive(show, 1, BEGIN, 3, false);
        assertThat(port.recording(show).orElseThrow().complete()).isFalse();
        assertThat(port.cut(wish).state()).as("not all of it").isEqualTo(State.WAITING);
        assertThat(film(wish(2, 17))).as("what is there is cut at once").isEqualTo(best(1, 0, 1, 2));
        shelf.clock.set(Shelf.at(50).plus(BucketDisputeRecordings.WRITTEN).plusSeconds(1));
        assertThat(film(wish)).as("its encoder died").isEqualTo(best(1, 1, 2));
    }

    @Test
    void a_held_recording_outlives_its_rules_and_goes_when_it_is_let_go() {
        recorded();
        Kept held = port.hold(show, true);
        assertThat(held.held()).isTrue();
        String folder = "onair/test/held/" + show + "/";
        assertThat(shelf.below(folder)).hasSize(SEGMENTS + 1);
        assertThat(new String(shelf.objects.read(folder + "recording.m3u8"), StandardCharsets.UTF_8))
                .startsWith("#EXTM3U\n")
                .contains("#EXT-X-PROGRAM-DATE-TIME:" + BEGIN + "\n#EXTINF:6.000,\n" + Shelf.runs(show))
                .endsWith("#EXT-X-ENDLIST\n");
        shelf.purge(Shelf.runs(show) + "1/0/live_720p_00001");
        assertThat(film(wish(1, 13))).isEqualTo(best(1, 0, 1, 2));
        assertThat(port.recording(show)).contains(held);
        shelf.purge(Shelf.runs(show));
        assertThat(port.recording(show)).contains(held);
        assertThat(film(wish(1, 13))).isEqualTo(best(1, 0, 1, 2));
        assertThat(port.hold(show, true)).as("again").isEqualTo(held);
        assertThat(port.hold(show, false).bytes()).as("nothing is left").isZero();
        assertThat(port.recording(show)).isEmpty();
        assertThat(shelf.below(folder)).isEmpty();
    }

    @Test
    void neither_letting_go_nor_withdrawing_the_replay_deletes_what_was_recorded() {
        recorded();
        List<String> before = shelf.below(Shelf.runs(show));
        Recorders.publish(shelf.calls, show, true);
        port.hold(show, true);
        Recorders.publish(shelf.calls, show, false);
        assertThat(port.recording(show).orElseThrow().held()).isTrue();
        port.hold(show, false);
        assertThat(shelf.below(Shelf.runs(show))).isEqualTo(before);
        assertThat(shelf.stub.calls("s3", "DeleteObjects"))
                .flatExtracting(call -> call.input().at("/Delete/Objects").findValuesAsText("Key"))
                .allMatch(key -> key.startsWith("onair/test/held/" + show + "/"));
    }

    @Test
    void what_is_recorded_after_it_was_held_is_kept_by_holding_it_again() {
        shelf.mediaLive(show, 1, BEGIN, 3, false);
        assertThat(port.hold(show, true).held()).isTrue();
        shelf.mediaLive(show, 1, BEGIN, 5, true);
        assertThat(port.recording(show).orElseThrow().held()).isFalse();
        shelf.stub.forgetCalls();
        assertThat(port.hold(show, true).held()).isTrue();
        assertThat(shelf.stub.calls("s3", "CopyObject")).as("only what is new").hasSize(2);
        shelf.purge(Shelf.runs(show));
        assertThat(port.recording(show).orElseThrow().complete()).isTrue();
    }

    @Test
    void a_copy_that_breaks_off_is_not_held_and_goes_on_where_it_was() {
        recorded();
        shelf.stub.faults().on("s3", "CopyObject").atMost(1).replyLost();
        assertThatThrownBy(() -> port.hold(show, true))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.UNKNOWN_OUTCOME));
        assertThat(port.recording(show).orElseThrow().held()).isFalse();
        assertThat(port.hold(show, true).held()).isTrue();
        assertThat(shelf.stub.calls("s3", "CopyObject"))
                .extracting(StubCall::problems)
                .allMatch(List::isEmpty);
    }

    @Test
    void a_rule_that_deletes_the_copies_too_is_no_hold() {
        recorded();
        shelf.stub.buckets().expires("onair/test/held/" + show + "/", 30);
        assertThat(port.hold(show, true).held()).isFalse();
    }

    @Test
    void without_the_right_to_write_it_is_cut_and_not_held() {
        recorded();
        BucketObjects readOnly =
                new BucketObjects(AwsAtHand.hasty(AwsAtHand.settings(shelf.stub.uri(), true, Duration.ofSeconds(30))));
        DisputeRecordings port = shelf.port(Recorders.mediaLive(shelf.calls), readOnly);
        assertThat(port.cut(wish(1, 13)).state()).isEqualTo(State.READY);
        assertThatThrownBy(() -> port.hold(show, true))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.DENIED));
        readOnly.close();
    }

    @Test
    void fragments_of_mp4_are_joined_behind_what_they_need() {
        String folder = Shelf.runs(show) + "1/0/";
        shelf.put(folder + "live.m3u8", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nlive_720p.m3u8\n");
        shelf.put(
                folder + "live_720p.m3u8",
                "#EXTM3U\n#EXT-X-MAP:URI=\"init.mp4\"\n#EXT-X-PROGRAM-DATE-TIME:" + BEGIN
                        + "\n#EXTINF:6.000,\n0.m4s\n#EXTINF:6.000,\n1.m4s\n#EXT-X-ENDLIST\n");
        List.of("init.mp4", "0.m4s", "1.m4s").forEach(name -> shelf.put(folder + name, name + ";"));
        port.hold(show, true);
        shelf.purge(Shelf.runs(show));
        Wish wish = wish(7, 9);
        assertThat(film(wish)).isEqualTo("init.mp4;1.m4s;");
        assertThat(port.cut(wish).made().format()).isEqualTo("mp4");
    }
}
