package live.onair.cloudaws.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import live.onair.cloudaws.scheduling.Recorders;
import live.onair.disputes.spi.DisputeRecordings;
import live.onair.disputes.spi.DisputeRecordings.Kept;
import live.onair.disputes.spi.DisputeRecordings.Made;
import live.onair.disputes.spi.DisputeRecordings.Seen;
import live.onair.disputes.spi.DisputeRecordings.State;
import live.onair.disputes.spi.DisputeRecordings.Wish;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.TimeWindow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A held recording while its pipelines run ahead of each other, and while rules and hands move, delete and break things. */
class HeldRecordingsTest {

    private static final Instant BEGIN = Shelf.BEGIN;

    private static Shelf shelf;

    private final String show = Shelf.show();
    private final String held = "onair/test/held/" + show + "/";
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
    }

    private Wish wish(int from, int to) {
        return Shelf.wish(show, from, to);
    }

    private String film(Wish wish) {
        return Shelf.film(port, wish);
    }

    private List<TimeWindow> covered(Wish wish) {
        Made made = port.cut(wish).made();
        assertThat(made).isNotNull();
        return made.covered();
    }

    private static String segments(String pipeline, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "%s/live_720p_%05d.ts;".formatted(pipeline, i))
                .collect(Collectors.joining());
    }

    private List<String> playlist() {
        return new String(shelf.objects.read(held + "recording.m3u8"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private void recorded() {
        shelf.mediaLive(show, 1, BEGIN, 5, true);
    }

    @Test
    void while_the_pipelines_run_ahead_of_each_other_each_stretch_is_kept_and_shown_once() {
        shelf.pipeline(show, "1/0/", BEGIN, 4, false);
        shelf.pipeline(show, "1/1/", BEGIN, 3, false);
        assertThat(port.hold(show, true).held()).isTrue();
        shelf.pipeline(show, "1/1/", BEGIN, 5, false);
        assertThat(port.recording(show).orElseThrow().held())
                .as("it stays with the one that is kept")
                .isTrue();
        Wish meanwhile = wish(0, 24);
        assertThat(film(meanwhile)).isEqualTo(segments("1/0", 0, 4));
        assertThat(covered(meanwhile)).containsExactly(new TimeWindow(Shelf.at(0), Shelf.at(24)));
        shelf.pipeline(show, "1/0/", BEGIN, 6, true);
        shelf.pipeline(show, "1/1/", BEGIN, 7, true);
        assertThat(port.hold(show, true).held()).isTrue();
        assertThat(playlist()).hasSize(6).allMatch(key -> key.contains("/1/0/live_720p_"));
        shelf.purge(Shelf.runs(show));
        Wish after = wish(0, 60);
        assertThat(film(after)).isEqualTo(segments("1/0", 0, 6));
        assertThat(covered(after)).containsExactly(new TimeWindow(Shelf.at(0), Shelf.at(36)));
    }

    @Test
    void where_the_kept_pipeline_stops_the_other_one_goes_on() {
        shelf.pipeline(show, "1/0/", BEGIN, 4, false);
        shelf.pipeline(show, "1/1/", Shelf.at(1), 3, false);
        port.hold(show, true);
        shelf.pipeline(show, "1/1/", Shelf.at(1), 20, true);
        assertThat(port.hold(show, true).held()).isTrue();
        assertThat(playlist()).hasSize(4 + 16).doesNotHaveDuplicates();
        Wish wish = wish(0, 36);
        assertThat(film(wish)).isEqualTo(segments("1/0", 0, 4) + segments("1/1", 4, 6));
        assertThat(covered(wish))
                .containsExactly(new TimeWindow(Shelf.at(0), Shelf.at(24)), new TimeWindow(Shelf.at(25), Shelf.at(37)));
        shelf.purge(Shelf.runs(show));
        assertThat(film(wish(0, 36))).isEqualTo(segments("1/0", 0, 4) + segments("1/1", 4, 6));
        assertThat(port.recording(show).orElseThrow().complete()).isTrue();
    }

    @Test
    void a_piece_that_a_rule_deletes_before_it_is_copied_is_looked_at_anew() {
        assertThatThrownBy(() -> shelf.objects.copy(List.of(Shelf.runs(show) + "1/0/live_720p_00000.ts"), held))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.fault()).isEqualTo(CloudFault.CONFLICT));
    }

    @Test
    void copies_that_broke_off_go_also_when_nothing_else_is_left() {
        recorded();
        port.hold(show, true);
        shelf.purge(held + "recording.m3u8");
        shelf.purge(Shelf.runs(show));
        assertThat(port.recording(show)).isEmpty();
        assertThat(shelf.below(held)).hasSize(5);
        assertThat(port.hold(show, false).bytes()).isZero();
        assertThat(shelf.below(held)).isEmpty();
    }

    @Test
    void what_lies_in_an_archive_is_said_and_kept_when_it_was_brought_back() {
        recorded();
        shelf.archive(Shelf.runs(show) + "1/0/live_720p_0");
        Seen archived = new Seen(State.FAILED, null, "archived");
        assertThat(port.cut(wish(0, 10))).as("its pieces").isEqualTo(archived);
        Kept there = port.recording(show).orElseThrow();
        assertThat(port.hold(show, true))
                .as("to be asked again")
                .isEqualTo(new Kept(false, false, false, there.bytes()));
        shelf.archive(Shelf.runs(show));
        assertThat(port.cut(wish(0, 10))).as("all of it").isEqualTo(archived);
        assertThat(port.recording(show)).contains(new Kept(false, false, false, 0));
        assertThat(port.hold(show, true).held()).isFalse();
        recorded();
        Kept kept = port.hold(show, true);
        assertThat(kept.held()).isTrue();
        shelf.archive(Shelf.runs(show));
        assertThat(film(wish(0, 12))).as("the copies").isEqualTo(segments("1/0", 0, 2));
        assertThat(port.recording(show)).contains(kept);
    }

    @Test
    void a_copy_of_what_was_cut_short_stays_cut_short() {
        recorded();
        shelf.purge(Shelf.runs(show) + "1/0/live_720p_00000");
        assertThat(port.hold(show, true).cutShort()).isTrue();
        shelf.purge(Shelf.runs(show));
        assertThat(port.recording(show).orElseThrow().cutShort()).isTrue();
    }

    @Test
    void a_rule_that_deletes_only_the_pieces_of_the_copy_is_no_hold() {
        recorded();
        shelf.stub.buckets().expires(held + "onair/", 30);
        assertThat(port.hold(show, true).held()).isFalse();
    }
}
