package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.kernel.Plan;
import live.onair.scheduling.Lifecycle.Confirmed;
import live.onair.scheduling.Lifecycle.Press;
import live.onair.scheduling.ShowState.Arming;
import live.onair.scheduling.ShowState.Unarmed;
import live.onair.scheduling.spi.FakePlanner;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** S8: the backend's own schedule holds the start, is told so, and is told otherwise when the show may not start. */
@RoomTest
class ArmedStartTest {

    @Inject
    Stage stage;

    @Inject
    FakePlanner planner;

    @Inject
    EventsTest.Ear ear;

    private String channel;
    private String id;
    private Instant start;

    @BeforeEach
    void with_a_schedule() {
        stage.clean();
        planner.schedules(true);
        channel = stage.channel();
    }

    @AfterEach
    void without() {
        planner.schedules(false);
    }

    private void planned(Shows.Feed feed) {
        id = stage.approved(channel, feed);
        start = stage.show(id).startsAt();
    }

    private Arming arming() {
        return stage.show(id).arming();
    }

    private List<String> calls() {
        return stage.backend.calls().stream()
                .filter(call -> call.contains(id))
                .map(call -> call.replace(channel + " ", ""))
                .toList();
    }

    @Test
    void an_approved_show_is_armed_when_its_channel_runs_and_starts_by_what_was_armed() {
        planned(Shows.Feed.TEST);
        assertThat(arming()).isEqualTo(new Arming(null, Unarmed.NOT_READY));
        stage.passUntil(start.minusSeconds(50));
        assertThat(arming()).isEqualTo(new Arming(start, null));
        stage.passUntil(start.plusSeconds(5));
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
        assertThat(arming()).isNull();
        assertThat(calls())
                .containsExactly("start " + id + ":1", "arm " + id + ":1 " + start, "armed start " + id + ":1");
        assertThat(ear.of(id)).containsOnlyOnce("show.StartArmed").doesNotContain("show.StartDisarmed");
    }

    @Test
    void it_starts_to_the_second_while_the_console_is_away_and_is_found_on_air() {
        planned(Shows.Feed.TEST);
        stage.passUntil(start.minusSeconds(50));
        stage.clock.set(start);
        assertThat(stage.backend.describe(channel).warmUp()).isFalse();
        stage.clock.set(start.plusSeconds(600));
        assertThat(stage.state(id)).isEqualTo(ShowState.STANDBY);
        stage.pass(Duration.ofSeconds(5));
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
        assertThat(calls()).contains("armed start " + id + ":1").noneMatch(call -> call.startsWith("disarm"));
        stage.passUntil(stage.show(id).endsAt().plusSeconds(30));
        assertThat(stage.show(id).replay().length())
                .as("recorded from the start on")
                .isGreaterThan(Duration.ofMinutes(59));
    }

    @Test
    void what_went_on_and_passed_while_the_console_was_away_is_no_show_that_never_started() {
        planned(Shows.Feed.TEST);
        stage.passUntil(start.minusSeconds(50));
        stage.clock.set(start.plusSeconds(5));
        assertThat(stage.backend.describe(channel).warmUp()).isFalse();
        stage.clock.set(stage.show(id).endsAt().plusSeconds(600));
        stage.pass(Duration.ofSeconds(30));
        assertThat(stage.passed(id)).contains(ShowState.ON_AIR, ShowState.ENDED).doesNotContain(ShowState.CANCELLED);
    }

    @Test
    void a_red_gate_keeps_the_start_from_being_armed_and_takes_it_back() {
        planned(Shows.Feed.INPUT);
        stage.passUntil(start.minusSeconds(50));
        assertThat(arming()).as("no encoder").isEqualTo(new Arming(null, Unarmed.GATE));
        stage.backend.connect(channel);
        stage.pass(Duration.ofSeconds(6));
        assertThat(arming().armed()).isTrue();
        stage.backend.disconnect(channel);
        stage.pass(Duration.ofSeconds(6));
        assertThat(arming()).isEqualTo(new Arming(null, Unarmed.GATE));
        assertThat(ear.of(id)).containsOnlyOnce("show.StartDisarmed");
        stage.passUntil(start.plusSeconds(10));
        assertThat(stage.state(id)).isEqualTo(ShowState.STANDBY);
        stage.backend.connect(channel);
        stage.pass(Duration.ofSeconds(6));
        assertThat(stage.state(id)).as("the plain way").isEqualTo(ShowState.ON_AIR);
        assertThat(calls()).noneMatch(call -> call.startsWith("armed start"));
    }

    @Test
    void a_gate_that_turns_red_in_the_last_seconds_brings_the_slate_back_at_once() {
        planned(Shows.Feed.INPUT);
        stage.backend.connect(channel);
        stage.passUntil(start.minusSeconds(10));
        assertThat(arming().armed()).isTrue();
        stage.backend.disconnect(channel);
        stage.passUntil(start.plusSeconds(3));
        assertThat(stage.state(id)).isEqualTo(ShowState.STANDBY);
        assertThat(stage.backend.describe(channel).warmUp()).isTrue();
        assertThat(calls()).contains("armed start " + id + ":1", "disarm " + id + ":1");
    }

    @Test
    void a_show_that_is_cancelled_takes_its_armed_start_along() {
        planned(Shows.Feed.TEST);
        stage.passUntil(start.minusSeconds(50));
        Stage.as(Stage.MODERATOR, () -> stage.lifecycle.stop(new Confirmed(id, id, "취소", null)))
                .orThrow();
        stage.passUntil(start.plusSeconds(60));
        assertThat(stage.state(id)).isEqualTo(ShowState.CANCELLED);
        assertThat(calls()).noneMatch(call -> call.startsWith("armed start"));
    }

    @Test
    void a_slate_that_is_wanted_before_the_start_takes_it_back_and_the_sheet_says_so() {
        planned(Shows.Feed.TEST);
        stage.passUntil(start.minusSeconds(50));
        assertThat(Stage.as(Stage.MODERATOR, () -> stage.lifecycle.plan(id, Press.SLATE_ON, null))
                        .orThrow()
                        .calls())
                .extracting(Plan.Call::operation)
                .containsExactly("DISARM", "GO_ON_AIR", "SLATE_ON");
        Stage.as(Stage.MODERATOR, () -> stage.lifecycle.slateOn(new Confirmed(id, id, "사고", null)))
                .orThrow();
        stage.pass(Duration.ofSeconds(6));
        assertThat(arming()).isEqualTo(new Arming(null, Unarmed.SLATE));
        stage.passUntil(start.plusSeconds(10));
        assertThat(stage.backend.describe(channel).slateForced()).isTrue();
    }

    @Test
    void a_backend_without_a_schedule_says_so_and_is_never_asked() {
        planner.schedules(false);
        planned(Shows.Feed.TEST);
        assertThat(arming()).isEqualTo(new Arming(null, Unarmed.NO_SCHEDULE));
        stage.passUntil(start.minusSeconds(50));
        assertThat(arming()).isEqualTo(new Arming(null, Unarmed.NO_SCHEDULE));
        stage.passUntil(start.plusSeconds(5));
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
        assertThat(calls()).containsExactly("start " + id + ":1");
    }
}
