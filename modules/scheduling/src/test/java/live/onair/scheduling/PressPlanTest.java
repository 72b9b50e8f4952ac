package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import live.onair.kernel.Outcome;
import live.onair.kernel.Plan;
import live.onair.kernel.Reason;
import live.onair.scheduling.Lifecycle.Confirmed;
import live.onair.scheduling.Lifecycle.Planned;
import live.onair.scheduling.Lifecycle.Press;
import live.onair.scheduling.spi.FakePlanner;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a press would call is shown first, counts for two minutes, and is what is done. */
@RoomTest
class PressPlanTest {

    @Inject
    Stage stage;

    @Inject
    FakePlanner planner;

    @Inject
    EventsTest.Ear ear;

    private String id;
    private String channel;

    @BeforeEach
    void on_air() {
        channel = stage.channel();
        id = stage.approved(channel, Shows.Feed.TEST);
    }

    @AfterEach
    void as_it_was() {
        planner.worldIs("");
    }

    private Outcome<Planned> plan(Press press) {
        return Stage.as(Stage.MODERATOR, () -> stage.lifecycle.plan(id, press, null));
    }

    private Outcome<ShowRows.Show> slate(String hash) {
        return Stage.as(Stage.MODERATOR, () -> stage.lifecycle.slateOn(new Confirmed(id, id, "사고", hash)));
    }

    private void goOnAir() {
        stage.passUntil(stage.show(id).startsAt().plusSeconds(30));
        assertThat(stage.show(id).state()).isEqualTo(ShowState.ON_AIR);
    }

    @Test
    void what_the_start_will_call_is_shown_long_before() {
        Planned planned = plan(Press.GO_ON_AIR).orThrow();
        assertThat(planned.calls()).extracting(Plan.Call::operation).containsExactly("PREPARE", "START", "GO_ON_AIR");
        assertThat(planned.calls().get(0).request())
                .as("the run that comes next")
                .startsWith(id + ":1 ");
        assertThat(planned.shows()).containsExactly(id);
        assertThat(Duration.between(stage.clock.instant(), planned.expiresAt())).isEqualTo(Duration.ofMinutes(2));
        assertThat(plan(Press.SLATE_ON).why()).extracting(Reason::refusal).containsExactly(ShowRefusal.NOT_NOW);
    }

    @Test
    void the_press_that_brings_its_plan_is_done_as_planned_and_the_log_says_so() {
        goOnAir();
        Planned planned = plan(Press.SLATE_ON).orThrow();
        slate(planned.hash()).orThrow();
        stage.pass(Duration.ofSeconds(10));
        assertThat(stage.backend.describe(channel).slateForced()).isTrue();
        assertThat(ear.of(id)).contains("show.PlanKept").doesNotContain("show.PlanBroken");
    }

    @Test
    void a_plan_that_was_not_shown_or_is_too_old_is_refused_and_nothing_happens() {
        goOnAir();
        assertThat(slate("0".repeat(64)).why()).extracting(Reason::refusal).containsExactly(ShowRefusal.PLAN_OTHER);
        Planned planned = plan(Press.SLATE_ON).orThrow();
        assertThat(Stage.as(Stage.MODERATOR, () -> stage.lifecycle.stop(new Confirmed(id, id, "사고", planned.hash())))
                        .why())
                .as("the plan of another press")
                .extracting(Reason::refusal)
                .containsExactly(ShowRefusal.PLAN_OTHER);
        stage.pass(Duration.ofSeconds(125));
        assertThat(slate(planned.hash()).why()).extracting(Reason::refusal).containsExactly(ShowRefusal.PLAN_EXPIRED);
        stage.pass(Duration.ofSeconds(10));
        assertThat(stage.backend.describe(channel).slateForced()).isFalse();
        assertThat(stage.show(id).airtime().slateOn()).isFalse();
    }

    @Test
    void when_the_outside_has_changed_viewers_are_protected_all_the_same_and_somebody_is_told() {
        goOnAir();
        Planned planned = plan(Press.SLATE_ON).orThrow();
        planner.worldIs(" (moved)");
        slate(planned.hash()).orThrow();
        stage.pass(Duration.ofSeconds(10));
        assertThat(stage.backend.describe(channel).slateForced()).isTrue();
        assertThat(ear.of(id)).contains("show.PlanBroken").doesNotContain("show.PlanKept");
        assertThat(stage.alarms()).contains("PLAN_OTHER");
    }

    @Test
    void a_slate_that_is_wanted_before_the_start_comes_with_the_start() {
        stage.passUntil(stage.show(id).startsAt().minusSeconds(30));
        assertThat(stage.show(id).state()).isEqualTo(ShowState.STANDBY);
        Planned planned = plan(Press.SLATE_ON).orThrow();
        assertThat(planned.calls()).extracting(Plan.Call::operation).contains("GO_ON_AIR");
        slate(planned.hash()).orThrow();
        stage.passUntil(stage.show(id).startsAt().plusSeconds(30));
        assertThat(stage.show(id).state()).isEqualTo(ShowState.ON_AIR);
        assertThat(stage.backend.describe(channel).slateForced()).isTrue();
        assertThat(ear.of(id)).doesNotContain("show.PlanBroken");
    }

    @Test
    void a_plan_that_is_looked_at_again_takes_no_approval_back() {
        goOnAir();
        Planned planned = plan(Press.SLATE_ON).orThrow();
        slate(planned.hash()).orThrow();
        assertThat(plan(Press.SLATE_ON).orThrow().hash()).isEqualTo(planned.hash());
        stage.pass(Duration.ofSeconds(10));
        assertThat(ear.of(id)).contains("show.PlanKept");
    }

    @Test
    void a_show_that_is_stopped_stops_also_when_the_calls_are_others() {
        goOnAir();
        Planned planned = plan(Press.STOP).orThrow();
        planner.worldIs(" (moved)");
        Stage.as(Stage.MODERATOR, () -> stage.lifecycle.stop(new Confirmed(id, id, "사고", planned.hash())))
                .orThrow();
        stage.pass(Duration.ofSeconds(10));
        assertThat(stage.show(id).state()).isEqualTo(ShowState.ENDED);
        assertThat(stage.backend.calls()).contains("stop " + channel + " " + id + ":1");
        assertThat(ear.of(id)).contains("show.PlanBroken");
    }

    @Test
    void an_older_approval_does_not_bind_a_press_without_a_plan() {
        goOnAir();
        slate(plan(Press.SLATE_ON).orThrow().hash()).orThrow();
        Stage.as(Stage.MODERATOR, () -> stage.lifecycle.slateOff(id, null)).orThrow();
        stage.pass(Duration.ofSeconds(10));
        planner.worldIs(" (moved)");
        slate(null).orThrow();
        stage.pass(Duration.ofSeconds(10));
        assertThat(stage.backend.describe(channel).slateForced()).isTrue();
        assertThat(List.copyOf(ear.of(id))).doesNotContain("show.PlanBroken");
    }

    private void on_the_cloud() {
        channel = Stage.as(
                        Stage.OPS,
                        () -> stage.channels.create(
                                new Channels.Create("IVS " + System.nanoTime(), "ivs", null, 60, 60)))
                .orThrow()
                .id();
        id = stage.approved(channel, Shows.Feed.TEST);
    }

    private Outcome<ShowRows.Show> rehearse(String hash) {
        return Stage.as(Stage.PLANNER, () -> stage.lifecycle.rehearse(id, null, null, hash));
    }

    private String rehearsal() {
        return Stage.as(Stage.PLANNER, () -> stage.lifecycle.plan(id, Press.REHEARSE, null))
                .orThrow()
                .hash();
    }

    @Test
    void a_rehearsal_begins_by_the_calls_of_its_plan_and_the_log_names_it() {
        on_the_cloud();
        Planned planned = plan(Press.REHEARSE).orThrow();
        assertThat(planned.calls()).extracting(Plan.Call::operation).containsExactly("PREPARE", "START");
        rehearse(planned.hash()).orThrow();
        stage.pass(Duration.ofSeconds(10));
        assertThat(stage.state(id)).isEqualTo(ShowState.REHEARSAL);
        assertThat(stage.backend.describe(channel).state())
                .isEqualTo(live.onair.scheduling.spi.ChannelObservation.State.RUNNING);
        assertThat(ear.of(id)).contains("show.RehearsalStarted", "show.PlanKept");
    }

    @Test
    void a_rehearsal_in_the_cloud_without_its_plan_or_with_an_old_one_is_refused_and_nothing_is_started() {
        on_the_cloud();
        assertThat(rehearse(null).why()).extracting(Reason::refusal).containsExactly(ShowRefusal.PLAN_MISSING);
        assertThat(rehearse("0".repeat(64)).why()).extracting(Reason::refusal).containsExactly(ShowRefusal.PLAN_OTHER);
        String hash = rehearsal();
        stage.pass(Duration.ofSeconds(125));
        assertThat(rehearse(hash).why()).extracting(Reason::refusal).containsExactly(ShowRefusal.PLAN_EXPIRED);
        assertThat(Stage.as(Stage.PLANNER, () -> stage.shows.transition(id, ShowState.REHEARSAL, null, null, null))
                        .why())
                .as("the same by the way of states")
                .extracting(Reason::refusal)
                .containsExactly(ShowRefusal.PLAN_MISSING);
        stage.pass(Duration.ofSeconds(10));
        assertThat(stage.state(id)).isEqualTo(ShowState.APPROVED);
        assertThat(stage.backend.calls()).noneMatch(call -> call.contains(channel));
    }

    @Test
    void a_rehearsal_that_would_need_other_calls_is_not_begun_and_its_history_says_why() {
        on_the_cloud();
        rehearse(rehearsal()).orThrow();
        planner.worldIs(" (moved)");
        stage.pass(Duration.ofSeconds(10));
        assertThat(stage.state(id)).isEqualTo(ShowState.APPROVED);
        assertThat(stage.backend.calls()).noneMatch(call -> call.startsWith("prepare " + channel));
        assertThat(ear.of(id)).contains("show.PlanNotBegun").doesNotContain("show.PlanKept");
        List<ShowRows.Transition> passed = stage.shows.history(id);
        assertThat(passed.get(passed.size() - 1).reason()).isEqualTo("auto:plan-other");
        planner.worldIs("");
        rehearse(rehearsal()).orThrow();
        stage.pass(Duration.ofSeconds(10));
        assertThat(stage.state(id)).as("a new plan begins it").isEqualTo(ShowState.REHEARSAL);
    }

    @Test
    void a_local_rehearsal_may_come_without_a_plan() {
        rehearse(null).orThrow();
        stage.pass(Duration.ofSeconds(10));
        assertThat(stage.state(id)).isEqualTo(ShowState.REHEARSAL);
    }
}
