package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import live.onair.kernel.CloudFault;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.scheduling.StreamMarks.Failure;
import live.onair.scheduling.StreamMarks.State;
import live.onair.scheduling.spi.FakeChannels.Strike;
import live.onair.scheduling.spi.TimedMetadata.Mark;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class StreamMarksTest {

    @Inject
    Stage stage;

    @Inject
    StreamMarks marks;

    @Inject
    EventsTest.Ear ear;

    private String channel;
    private String show;

    @BeforeEach
    void a_show_on_air() {
        stage.clean();
        stage.sql.run("delete from scheduling.stream_mark");
        channel = stage.channel();
        show = stage.approved(channel, Shows.Feed.TEST);
        stage.passUntil(stage.show(show).startsAt());
        stage.report(channel);
        assertThat(stage.state(show)).isEqualTo(ShowState.ON_AIR);
    }

    @AfterEach
    void the_backend_is_there() {
        stage.backend.away(false);
    }

    private Outcome<StreamMarks.Row> put(UUID id, String kind, String payload) {
        return Stage.as(
                Stage.PLANNER, () -> marks.put(new StreamMarks.Put(id, show, kind, payload, Duration.ofSeconds(30))));
    }

    private UUID put(String text) {
        return put(null, "notice", "{\"text\": \"" + text + "\"}").orThrow().id();
    }

    private StreamMarks.Row only() {
        List<StreamMarks.Row> all = marks.list(show);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<Mark> met() {
        return stage.backend.marksOf(show + ":1");
    }

    private void refused(Outcome<StreamMarks.Row> outcome, ShowRefusal why) {
        assertThat(outcome.why()).extracting(Reason::refusal).containsExactly(why);
    }

    @Test
    void a_mark_waits_is_put_and_says_where_it_lies() {
        UUID id = put("10분 뒤에 마감합니다");
        assertThat(only().state()).isEqualTo(State.WAITING);
        assertThat(only().at()).isNull();
        Instant asked = stage.clock.instant();
        stage.pass(Duration.ofSeconds(1));
        StreamMarks.Row there = only();
        assertThat(there.state()).isEqualTo(State.IN_STREAM);
        assertThat(there.at()).isBetween(asked, asked.plusSeconds(1));
        assertThat(there.askedBy()).isEqualTo("kim");
        assertThat(met())
                .containsExactly(
                        new Mark(id.toString(), "notice", "{\"text\":\"10분 뒤에 마감합니다\"}", Duration.ofSeconds(30)));
        assertThat(told()).containsExactly("show.StreamMarkAsked", "show.StreamMarkPlaced");
    }

    private List<String> told() {
        return ear.of(show).stream()
                .filter(kind -> kind.startsWith("show.StreamMark"))
                .toList();
    }

    @Test
    void asked_again_with_the_same_id_nothing_changes() {
        UUID id = UUID.randomUUID();
        StreamMarks.Row first = put(id, "pin", "{\"sku\":\"A-1\"}").orThrow();
        stage.pass(Duration.ofSeconds(1));
        StreamMarks.Row again = put(id, "pin", "{ \"sku\" : \"A-1\" }").orThrow();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.state()).isEqualTo(State.IN_STREAM);
        refused(put(id, "pin", "{\"sku\":\"B-2\"}"), ShowRefusal.MARK_ID_TAKEN);
        assertThat(only().payload()).isEqualTo("{\"sku\":\"A-1\"}");
        assertThat(met()).hasSize(1);
    }

    @Test
    void after_a_lost_answer_it_is_put_again_and_met_once() {
        stage.backend.failNext("mark", Strike.AFTER, CloudFault.UNKNOWN_OUTCOME);
        put("한 번만");
        Instant asked = stage.clock.instant();
        stage.pass(Duration.ofSeconds(5));
        assertThat(only().state()).isEqualTo(State.IN_STREAM);
        assertThat(only().at()).isEqualTo(asked);
        assertThat(met()).hasSize(1);
    }

    @Test
    void a_backend_that_is_away_is_tried_again_until_the_moment_is_over() {
        stage.backend.away(true);
        put("늦지 않게");
        stage.pass(Duration.ofSeconds(3));
        assertThat(only().state()).isEqualTo(State.WAITING);
        stage.backend.away(false);
        stage.pass(Duration.ofSeconds(3));
        assertThat(only().state()).isEqualTo(State.IN_STREAM);
        assertThat(met()).hasSize(1);
    }

    @Test
    void one_whose_moment_is_over_is_never_put() {
        stage.loseWork();
        put("너무 늦다");
        stage.clock.advance(StreamMarkBook.PATIENCE);
        stage.runner.runDue();
        assertThat(only().state()).isEqualTo(State.FAILED);
        assertThat(only().failure()).isEqualTo(Failure.TOO_LATE);
        assertThat(met()).isEmpty();
        assertThat(told()).containsExactly("show.StreamMarkAsked", "show.StreamMarkFailed");
    }

    @Test
    void of_one_that_was_tried_and_never_answered_nobody_knows() {
        stage.backend.away(true);
        put("모른다");
        stage.pass(StreamMarkBook.PATIENCE.plusSeconds(5));
        assertThat(only().failure()).isEqualTo(Failure.UNKNOWN);
    }

    @Test
    void what_the_backend_does_not_take_fails_at_once_in_words() {
        stage.backend.failNext("mark", Strike.BEFORE, CloudFault.DENIED);
        put("권한");
        stage.pass(Duration.ofSeconds(1));
        assertThat(only().failure()).isEqualTo(Failure.DENIED);
        for (Failure failure : Failure.values()) {
            assertThat(failure.ko()).containsPattern("[가-힣]").endsWith(".");
            assertThat(ShowRows.reason(failure.code(), Locale.KOREAN)).isEqualTo(failure.ko());
            assertThat(ShowRows.reason(failure.code(), Locale.ENGLISH)).isEqualTo(failure.en());
            assertThat(failure.en()).doesNotContainPattern("[가-힣]").endsWith(".");
        }
    }

    @Test
    void one_that_meets_a_run_that_is_over_says_so() {
        stage.backend.stopBehindOurBack(channel);
        put("끝난 송출");
        stage.pass(Duration.ofSeconds(1));
        assertThat(only().failure()).isEqualTo(Failure.NOT_RUNNING);
    }

    @Test
    void it_needs_a_channel_that_runs() {
        String other = stage.draft(stage.channel(), Shows.Feed.TEST);
        Outcome<StreamMarks.Row> early =
                Stage.as(Stage.PLANNER, () -> marks.put(new StreamMarks.Put(null, other, "pin", "{}", null)));
        refused(early, ShowRefusal.MARK_NOT_RUNNING);
        Stage.as(Stage.OPS, () -> stage.lifecycle.stop(new Lifecycle.Confirmed(show, show, "끝")))
                .orThrow();
        stage.pass(Duration.ofSeconds(5));
        refused(put(null, "pin", "{}"), ShowRefusal.MARK_NOT_RUNNING);
        assertThat(marks.list(show)).isEmpty();
    }

    @Test
    void what_could_not_travel_is_refused_and_names_its_field() {
        for (String kind : new String[] {null, "", "Pin", "핀", "a b", "a".repeat(17), "-a"}) {
            refused(put(null, kind, "{}"), ShowRefusal.MARK_KIND);
        }
        for (String payload : new String[] {"", "[]", "text", "{\"a\":", "null"}) {
            refused(put(null, "pin", payload), ShowRefusal.FIELD_FORM);
        }
        refused(put(null, "pin", "{\"text\":\"" + "가".repeat(340) + "\"}"), ShowRefusal.MARK_SIZE);
        assertThat(put(null, "pin", "{\"text\":\"" + "가".repeat(300) + "\"}").isDone())
                .isTrue();
        Outcome<StreamMarks.Row> endless = Stage.as(
                Stage.PLANNER, () -> marks.put(new StreamMarks.Put(null, show, "pin", "{}", Duration.ofHours(5))));
        refused(endless, ShowRefusal.FIELD_RANGE);
    }

    @Test
    void there_is_an_end_to_them() {
        stage.sql.run("insert into scheduling.stream_mark (id, show_id, run, channel_id, kind, payload, state, failure,"
                + " tried, asked_at, asked_name) select gen_random_uuid(), '" + show + "', 'r', '" + channel
                + "', 'pin', '{}', 'FAILED', 'UNKNOWN', true, now(), 'kim' from generate_series(1, "
                + StreamMarkBook.MOST + ")");
        refused(put(null, "pin", "{}"), ShowRefusal.MARK_COUNT);
    }

    @Test
    void a_rehearsal_has_marks_of_its_own_run() {
        String other = stage.approved(stage.channel(), Shows.Feed.TEST);
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.rehearse(other, null, null, null))
                .orThrow();
        stage.pass(Duration.ofSeconds(5));
        stage.report(stage.show(other).channel().id());
        Stage.as(Stage.PLANNER, () -> marks.put(new StreamMarks.Put(null, other, "pin", "{}", null)))
                .orThrow();
        stage.pass(Duration.ofSeconds(1));
        assertThat(stage.backend.marksOf(other + ":1")).hasSize(1);
    }

    @Test
    void who_only_reads_puts_nothing() {
        assertThatThrownBy(() ->
                        Stage.as(Stage.AUDITOR, () -> marks.put(new StreamMarks.Put(null, show, "pin", "{}", null))))
                .isInstanceOf(NotAllowedException.class);
        assertThat(Stage.as(Stage.AUDITOR, () -> marks.list(show))).isEmpty();
    }
}
