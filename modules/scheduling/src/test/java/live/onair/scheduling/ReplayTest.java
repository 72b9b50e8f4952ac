package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.scheduling.spi.FakeChannels.Strike;
import live.onair.scheduling.spi.FakeReplayPlanner;
import live.onair.scheduling.spi.Recording;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A replay comes when it should, says what it should, and shows the picture that was chosen. */
@RoomTest
class ReplayTest {

    private static final String WORDS = "니트 세 벌을 다시 봅니다.\n사이즈표는 12분부터입니다.";
    private static final Duration PICTURE = Duration.ofSeconds(754);

    @Singleton
    static class Ear {
        private final List<ShowEvent.ReplayPlanned> heard = new ArrayList<>();

        void hear(@Observes ShowEvent.ReplayPlanned event) {
            heard.add(event);
        }

        private final List<String> plans = new ArrayList<>();

        void kept(@Observes ShowEvent.PlanKept event) {
            plans.add("kept " + event.press());
        }

        void broken(@Observes ShowEvent.PlanBroken event) {
            plans.add("broken " + event.press());
        }
    }

    @Inject
    Stage stage;

    @Inject
    Ear ear;

    @Inject
    FakeReplayPlanner replays;

    private String id;

    /** A show that has ended, whose recording is complete, and whose replay nobody has asked for. */
    @BeforeEach
    void anEndedShow() {
        stage.clean();
        id = stage.draft(stage.channel(), Shows.Feed.TEST);
        Shows.Schedule quiet =
                new Shows.Schedule(null, "방송의 설명", null, null, null, null, null, null, null, null, null, false, null);
        Stage.as(Stage.PLANNER, () -> stage.shows.change(new Shows.Change(id, null, quiet)))
                .orThrow();
        stage.approve(id);
        stage.passUntil(stage.show(id).endsAt());
        stage.pass(Duration.ofMinutes(5));
        assertThat(stage.state(id)).isEqualTo(ShowState.ENDED);
        ear.heard.clear();
        ear.plans.clear();
    }

    private Outcome<ShowRows.Show> publish(Instant at, String words, Duration picture) {
        return Stage.as(Stage.PLANNER, () -> stage.publishReplay(id, at, words, picture));
    }

    private Recording recording() {
        return stage.backend.recording(id).orElseThrow();
    }

    private ShowRows.Listed listed() {
        return stage.list.snapshot().replays().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_replay_says_and_shows_what_was_chosen() {
        ShowRows.Show shown = publish(null, WORDS, PICTURE).orThrow();
        assertThat(shown.state()).isEqualTo(ShowState.REPLAY);
        assertThat(shown.replay().description()).isEqualTo(WORDS);
        assertThat(shown.replay().thumbnail()).isEqualTo(PICTURE);
        stage.runner.runDue();
        assertThat(recording().published()).isTrue();
        assertThat(recording().thumbnail()).isEqualTo(PICTURE);
        assertThat(listed().description()).isEqualTo(WORDS);
        assertThat(listed().thumbnail()).isEqualTo(PICTURE);
        assertThat(ear.heard).singleElement().satisfies(event -> {
            assertThat(event.description()).isEqualTo(WORDS);
            assertThat(event.thumbnail()).isEqualTo("0:12:34");
        });
    }

    @Test
    void without_a_choice_it_is_as_the_show_was() {
        publish(null, " 방송의 설명 ", null).orThrow();
        stage.runner.runDue();
        assertThat(stage.show(id).replay().description()).isNull();
        assertThat(recording().thumbnail()).isNull();
        assertThat(listed().description()).isEqualTo("방송의 설명");
        assertThat(listed().thumbnail()).isNull();
        assertThat(ear.heard).isEmpty();
    }

    @Test
    void it_comes_when_it_was_asked_for_and_may_be_changed_or_called_off_until_then() {
        Instant at = stage.in(Duration.ofHours(3));
        publish(at, WORDS, null).orThrow();
        assertThat(stage.state(id)).isEqualTo(ShowState.ENDED);
        assertThat(stage.show(id).replay().at()).isEqualTo(at);
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.withdrawReplay(id, "아직 아님", null))
                .orThrow();
        stage.pass(Duration.ofHours(4));
        assertThat(stage.state(id)).isEqualTo(ShowState.ENDED);

        publish(stage.in(Duration.ofHours(3)), WORDS, null).orThrow();
        Instant sooner = stage.in(Duration.ofHours(1));
        publish(sooner, WORDS, PICTURE).orThrow();
        stage.passUntil(sooner.minusSeconds(1));
        assertThat(stage.state(id)).isEqualTo(ShowState.ENDED);
        stage.passUntil(sooner);
        assertThat(stage.state(id)).isEqualTo(ShowState.REPLAY);
        assertThat(recording().thumbnail()).isEqualTo(PICTURE);
        assertThat(ear.heard)
                .extracting(ShowEvent.ReplayPlanned::wanted, ShowEvent.ReplayPlanned::at)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(true, at),
                        org.assertj.core.groups.Tuple.tuple(false, null),
                        org.assertj.core.groups.Tuple.tuple(true, sooner));
    }

    @Test
    void one_that_is_shown_is_changed_and_the_change_is_told_once() {
        publish(null, null, null).orThrow();
        stage.runner.runDue();
        int version = stage.show(id).version();
        assertThat(publish(null, null, null).orThrow().version()).isEqualTo(version);
        assertThat(ear.heard).isEmpty();

        publish(null, WORDS, PICTURE).orThrow();
        assertThat(listed().thumbnail()).as("not before the backend has it").isNull();
        stage.runner.runDue();
        assertThat(recording().thumbnail()).isEqualTo(PICTURE);
        assertThat(recording().published()).isTrue();
        assertThat(listed().description()).isEqualTo(WORDS);
        assertThat(listed().thumbnail()).isEqualTo(PICTURE);
        assertThat(ear.heard).hasSize(1);
        assertThat(stage.passed(id)).endsWith(ShowState.ENDED, ShowState.REPLAY);

        publish(null, WORDS, null).orThrow();
        stage.runner.runDue();
        assertThat(recording().thumbnail()).isNull();
    }

    @Test
    void what_was_chosen_is_still_there_when_it_comes_back_by_the_change_of_state() {
        publish(null, WORDS, PICTURE).orThrow();
        stage.runner.runDue();
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.withdrawReplay(id, "권리 문제", null))
                .orThrow();
        stage.runner.runDue();
        assertThat(recording().published()).isFalse();
        Stage.as(Stage.PLANNER, () -> stage.shows.transition(id, ShowState.REPLAY, null, null, null))
                .orThrow();
        stage.runner.runDue();
        assertThat(listed().description()).isEqualTo(WORDS);
        assertThat(recording().thumbnail()).isEqualTo(PICTURE);
    }

    private Outcome<Lifecycle.Planned> plan(Lifecycle.Press press, Duration picture) {
        return Stage.as(Stage.PLANNER, () -> stage.lifecycle.plan(id, press, picture));
    }

    private Outcome<ShowRows.Show> publishBy(String hash, Duration picture) {
        return Stage.as(
                Stage.PLANNER,
                () -> stage.lifecycle.publishReplay(new Lifecycle.PublishReplay(id, null, null, picture, null, hash)));
    }

    @Test
    void a_replay_is_shown_and_hidden_by_the_calls_that_were_read_before() {
        Lifecycle.Planned planned = plan(Lifecycle.Press.PUBLISH, PICTURE).orThrow();
        assertThat(planned.calls()).hasSize(1);
        assertThat(planned.shows()).containsExactly(id);
        assertThat(recording().published()).as("a plan changes nothing").isFalse();
        publishBy(planned.hash(), PICTURE).orThrow();
        stage.runner.runDue();
        assertThat(recording().thumbnail()).isEqualTo(PICTURE);
        assertThat(ear.plans).containsExactly("kept PUBLISH");

        Lifecycle.Planned away = plan(Lifecycle.Press.WITHDRAW, null).orThrow();
        replays.worldIs(" (moved)");
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.withdrawReplay(id, "권리 문제", away.hash()))
                .orThrow();
        stage.runner.runDue();
        assertThat(recording().published()).as("rights do not wait for a plan").isFalse();
        assertThat(ear.plans).containsExactly("kept PUBLISH", "broken WITHDRAW");
        replays.worldIs("");
    }

    @Test
    void a_replay_is_not_published_by_a_plan_that_was_not_shown_or_is_too_old() {
        plan(Lifecycle.Press.PUBLISH, null).orThrow();
        Lifecycle.Planned planned = plan(Lifecycle.Press.PUBLISH, PICTURE).orThrow();
        assertThat(publishBy("0".repeat(64), null).why())
                .extracting(Reason::refusal)
                .containsExactly(ShowRefusal.PLAN_OTHER);
        stage.clock.set(stage.clock.instant().plusSeconds(125));
        assertThat(publishBy(planned.hash(), PICTURE).why())
                .extracting(Reason::refusal)
                .containsExactly(ShowRefusal.PLAN_EXPIRED);
        assertThat(stage.show(id).state()).isEqualTo(ShowState.ENDED);
    }

    @Test
    void a_lost_answer_about_a_picture_is_asked_again() {
        publish(null, null, null).orThrow();
        stage.runner.runDue();
        stage.backend.failNext("publishRecording", Strike.BEFORE, CloudFault.UNAVAILABLE);
        publish(null, null, PICTURE).orThrow();
        stage.pass(Duration.ofSeconds(10));
        assertThat(recording().thumbnail()).isEqualTo(PICTURE);
    }

    @Test
    void what_cannot_be_is_refused_in_words() {
        assertThat(refused(publish(null, "a\u202Eb", null))).containsExactly(ShowRefusal.FIELD_CONTROL);
        assertThat(refused(publish(null, "가".repeat(4_001), null))).containsExactly(ShowRefusal.FIELD_LENGTH);
        assertThat(refused(publish(stage.in(Duration.ofDays(31)), null, null)))
                .containsExactly(ShowRefusal.FIELD_RANGE);
        Duration length = stage.show(id).replay().length();
        assertThat(refused(publish(null, null, length))).containsExactly(ShowRefusal.THUMBNAIL_OUTSIDE);
        assertThat(refused(publish(null, null, Duration.ofSeconds(-1)))).containsExactly(ShowRefusal.THUMBNAIL_OUTSIDE);
        publish(null, "가".repeat(4_000), length.minusSeconds(1)).orThrow();
        assertThat(refused(publish(stage.in(Duration.ofHours(1)), null, null)))
                .containsExactly(ShowRefusal.REPLAY_SHOWN);
        assertThat(stage.show(id).replay().description()).hasSize(4_000);
    }

    @Test
    void a_picture_is_chosen_once_it_is_known_how_long_the_recording_is() {
        stage.sql.run("update scheduling.recording set complete = false where show_id = '" + id + "'");
        assertThat(refused(publish(null, null, Duration.ofSeconds(5)))).containsExactly(ShowRefusal.THUMBNAIL_EARLY);
    }

    private static List<Object> refused(Outcome<?> outcome) {
        return outcome.why().stream()
                .map(Reason::refusal)
                .map(Object.class::cast)
                .toList();
    }
}
