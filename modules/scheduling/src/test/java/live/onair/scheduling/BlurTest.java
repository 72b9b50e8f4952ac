package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import live.onair.kernel.Actor;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Outcome;
import live.onair.kernel.Plan;
import live.onair.kernel.Reason;
import live.onair.scheduling.Lifecycle.Confirmed;
import live.onair.scheduling.Lifecycle.Planned;
import live.onair.scheduling.Lifecycle.Press;
import live.onair.scheduling.ShowState.Health;
import live.onair.scheduling.spi.FakeChannels.Strike;
import live.onair.scheduling.spi.FakePlanner;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A moderator blurs a show on air for its viewers, and shows it again. */
@RoomTest
class BlurTest {

    @Inject
    Stage stage;

    @Inject
    FakePlanner planner;

    @Inject
    EventsTest.Ear ear;

    private String id;
    private String channel;

    @BeforeEach
    void approved() {
        channel = stage.channel();
        id = stage.approved(channel, Shows.Feed.TEST);
    }

    @AfterEach
    void as_it_was() {
        planner.blurs(true);
        planner.worldIs("");
        stage.backend.blurFull(false);
    }

    private void goOnAir() {
        stage.passUntil(stage.show(id).startsAt().plusSeconds(30));
        assertThat(stage.show(id).state()).isEqualTo(ShowState.ON_AIR);
    }

    private Outcome<ShowRows.Show> blur(String typed, String reason, String plan) {
        return Stage.as(Stage.MODERATOR, () -> stage.lifecycle.blurOn(new Confirmed(id, typed, reason, plan)));
    }

    private Outcome<ShowRows.Show> blur() {
        return blur(id, "운영 정책 위반", null);
    }

    private Outcome<ShowRows.Show> unblur() {
        return Stage.as(Stage.MODERATOR, () -> stage.lifecycle.blurOff(id, "가렸습니다"));
    }

    private Outcome<ShowRows.Show> slate() {
        return Stage.as(Stage.MODERATOR, () -> stage.lifecycle.slateOn(new Confirmed(id, id, "사고", null)));
    }

    private Outcome<ShowRows.Show> unblur(Actor by, String reason) {
        return Stage.as(by, () -> stage.lifecycle.blurOff(id, reason));
    }

    private Outcome<ShowRows.Show> slateOff() {
        return Stage.as(Stage.MODERATOR, () -> stage.lifecycle.slateOff(id, null));
    }

    private Outcome<Planned> plan(Press press) {
        return Stage.as(Stage.MODERATOR, () -> stage.lifecycle.plan(id, press, null));
    }

    private List<String> operations(Press press) {
        return plan(press).orThrow().calls().stream().map(Plan.Call::operation).toList();
    }

    private void shows(boolean blurred, boolean slate) {
        stage.runner.runDue();
        assertThat(stage.backend.describe(channel).blurred()).as("blurred").isEqualTo(blurred);
        assertThat(stage.backend.describe(channel).slateForced()).as("slate").isEqualTo(slate);
    }

    private long told() {
        return ear.of(id).stream().filter("show.BlurSwitched"::equals).count();
    }

    @Test
    void it_needs_the_id_typed_and_a_reason_reaches_the_channel_and_is_taken_back() {
        goOnAir();
        assertThat(blur("SH-1", "사고", null).why())
                .extracting(Reason::refusal)
                .containsExactly(ShowRefusal.CONFIRMATION_WRONG);
        assertThat(blur(id, null, null).why()).extracting(Reason::refusal).containsExactly(ShowRefusal.REASON_MISSING);
        shows(false, false);
        assertThat(blur().orThrow().airtime().blurOn()).isTrue();
        shows(true, false);
        stage.report(channel);
        assertThat(stage.show(id).health()).isEqualTo(Health.WARN);
        assertThat(stage.show(id).airtime().blurs()).isTrue();
        assertThat(unblur().orThrow().airtime().blurOn()).isFalse();
        shows(false, false);
    }

    @Test
    void nobody_ends_it_without_a_reason() {
        goOnAir();
        blur().orThrow();
        for (Actor by : List.of(Stage.PLANNER, Stage.MODERATOR, Stage.OPS, Stage.ADMIN)) {
            for (String none : Arrays.asList(null, "", " ")) {
                assertThat(unblur(by, none).why())
                        .extracting(Reason::refusal)
                        .containsExactly(ShowRefusal.REASON_MISSING);
            }
        }
        shows(true, false);
        unblur(Stage.PLANNER, "가렸습니다").orThrow();
        shows(false, false);
    }

    @Test
    void what_is_so_already_is_told_once() {
        goOnAir();
        blur().orThrow();
        blur().orThrow();
        shows(true, false);
        unblur().orThrow();
        unblur().orThrow();
        shows(false, false);
        assertThat(told()).isEqualTo(2);
        assertThat(stage.backend.calls()).containsOnlyOnce("blur " + channel + " " + id + ":1");
    }

    @Test
    void only_a_show_on_air_is_blurred_and_others_are_refused_in_words() {
        for (Outcome<ShowRows.Show> refused : List.of(blur(), unblur())) {
            assertThat(refused.why()).extracting(Reason::refusal).containsExactly(ShowRefusal.NOT_NOW);
        }
        stage.passUntil(stage.show(id).startsAt().minusSeconds(30));
        assertThat(stage.show(id).state()).isEqualTo(ShowState.STANDBY);
        assertThat(blur().why()).extracting(Reason::refusal).containsExactly(ShowRefusal.NOT_NOW);
        assertThat(plan(Press.BLUR_ON).why()).extracting(Reason::refusal).containsExactly(ShowRefusal.NOT_NOW);
    }

    @Test
    void the_press_that_brings_its_plan_is_done_as_planned_and_the_log_says_so() {
        goOnAir();
        Planned planned = plan(Press.BLUR_ON).orThrow();
        assertThat(planned.calls()).extracting(Plan.Call::operation).containsExactly("BLUR_ON");
        assertThat(blur(id, "사고", "0".repeat(64)).why())
                .extracting(Reason::refusal)
                .containsExactly(ShowRefusal.PLAN_OTHER);
        blur(id, "사고", planned.hash()).orThrow();
        shows(true, false);
        assertThat(ear.of(id)).contains("show.PlanKept").doesNotContain("show.PlanBroken");
        assertThat(operations(Press.BLUR_ON)).isEmpty();
        assertThat(operations(Press.BLUR_OFF)).containsExactly("BLUR_OFF");
    }

    @Test
    void the_slate_stands_before_the_blur_and_the_blur_is_still_there_behind_it() {
        goOnAir();
        blur().orThrow();
        slate().orThrow();
        shows(true, true);
        slateOff().orThrow();
        shows(true, false);
    }

    @Test
    void a_run_that_was_lost_is_blurred_again() {
        goOnAir();
        blur().orThrow();
        shows(true, false);
        stage.backend.stopBehindOurBack(channel);
        stage.pass(Duration.ofSeconds(20));
        assertThat(stage.show(id).airtime().run()).isEqualTo(id + ":2");
        shows(true, false);
        assertThat(stage.backend.calls())
                .as("no picture went before it")
                .contains("blurred start " + channel + " " + id + ":2");
    }

    @Test
    void a_run_that_is_taken_up_again_begins_blurred_although_nobody_could_tell_its_backend_before() {
        goOnAir();
        stage.backend.away(true);
        stage.backend.crash();
        blur().orThrow();
        stage.pass(Duration.ofSeconds(4));
        stage.backend.away(false);
        stage.pass(Duration.ofSeconds(4));
        shows(true, false);
        assertThat(stage.backend.calls())
                .contains("blurred start " + channel + " " + id + ":1")
                .noneMatch(call -> call.startsWith("blur "));
    }

    @Test
    void a_show_that_starts_with_the_slate_shows_nothing_before_it() {
        stage.passUntil(stage.show(id).startsAt().minusSeconds(30));
        slate().orThrow();
        stage.runner.runDue();
        stage.backend.failNext("slate", Strike.BEFORE, CloudFault.UNAVAILABLE);
        stage.passUntil(stage.show(id).startsAt().plusSeconds(1));
        assertThat(stage.backend.describe(channel).warmUp()).isFalse();
        assertThat(stage.backend.describe(channel).slateForced()).isTrue();
    }

    @Test
    void a_blur_that_fails_is_an_alarm_until_it_works_again_or_is_over() {
        goOnAir();
        blur().orThrow();
        shows(true, false);
        stage.backend.blurFails(channel, true);
        stage.report(channel);
        assertThat(stage.alarms()).containsExactly("BLUR_FAILS");
        stage.report(channel);
        stage.backend.blurFails(channel, false);
        stage.report(channel);
        assertThat(stage.alarms()).isEmpty();

        stage.backend.blurFails(channel, true);
        stage.report(channel);
        assertThat(stage.alarms()).containsExactly("BLUR_FAILS");
        unblur().orThrow();
        shows(false, false);
        stage.report(channel);
        assertThat(stage.alarms()).isEmpty();
        assertThat(ear.of(id)).filteredOn("interruption.Opened"::equals).hasSize(2);
    }

    @Test
    void a_backend_that_blurs_as_many_as_it_may_shows_the_slate_says_so_and_blurs_when_it_can() {
        goOnAir();
        stage.backend.away(true);
        stage.backend.blurFull(true);
        blur().orThrow();
        stage.pass(Duration.ofSeconds(12));
        assertThat(stage.alarms()).containsExactly("MEDIA_DOWN");
        stage.backend.away(false);
        stage.pass(Duration.ofSeconds(12));
        shows(false, true);
        assertThat(stage.alarms()).containsExactly("BLUR_FULL");
        stage.backend.away(true);
        stage.pass(Duration.ofSeconds(12));
        assertThat(stage.alarms()).containsExactlyInAnyOrder("BLUR_FULL", "MEDIA_DOWN");
        stage.backend.away(false);
        stage.pass(Duration.ofSeconds(12));
        shows(false, true);
        assertThat(stage.alarms()).containsExactly("BLUR_FULL");
        stage.backend.blurFull(false);
        stage.pass(Duration.ofSeconds(12));
        shows(true, false);
        assertThat(stage.alarms()).isEmpty();

        stage.backend.blurFull(true);
        stage.backend.stopBehindOurBack(channel);
        stage.pass(Duration.ofSeconds(20));
        shows(false, true);
        assertThat(stage.alarms()).containsExactly("BLUR_FULL");
        unblur().orThrow();
        shows(false, false);
        assertThat(stage.alarms()).isEmpty();
    }

    @Test
    void the_end_of_the_show_ends_the_blur() {
        goOnAir();
        blur().orThrow();
        shows(true, false);
        Stage.as(Stage.MODERATOR, () -> stage.lifecycle.stop(new Confirmed(id, id, "위반", null)))
                .orThrow();
        assertThat(stage.show(id).airtime().blurOn()).isFalse();
        assertThat(ear.blurs(id))
                .containsExactly(
                        new ShowEvent.BlurSwitched(id, true, "운영 정책 위반"), new ShowEvent.BlurSwitched(id, false, "위반"));
        assertThat(blur().why()).extracting(Reason::refusal).containsExactly(ShowRefusal.NOT_NOW);
    }

    @Test
    void a_show_whose_time_is_over_is_no_longer_blurred_and_one_that_was_not_tells_nothing() {
        goOnAir();
        blur().orThrow();
        stage.passUntil(stage.show(id).endsAt().plusSeconds(1));
        assertThat(stage.show(id).state().isOver()).isTrue();
        assertThat(ear.blurs(id)).extracting(ShowEvent.BlurSwitched::on).containsExactly(true, false);
        String plain = stage.approved(stage.channel(), Shows.Feed.TEST);
        stage.passUntil(stage.show(plain).endsAt().plusSeconds(1));
        assertThat(stage.show(plain).state().isOver()).isTrue();
        assertThat(ear.blurs(plain)).isEmpty();
    }

    @Test
    void where_a_picture_cannot_be_blurred_the_slate_stands_for_it_until_neither_is_wanted() {
        planner.blurs(false);
        goOnAir();
        assertThat(stage.show(id).airtime().blurs()).isFalse();
        Planned planned = plan(Press.BLUR_ON).orThrow();
        assertThat(planned.calls()).extracting(Plan.Call::operation).containsExactly("SLATE_ON");
        blur(id, "위반", planned.hash()).orThrow();
        shows(false, true);
        assertThat(ear.of(id)).contains("show.PlanKept").doesNotContain("show.PlanBroken");
        assertThat(stage.show(id).airtime().slateOn())
                .as("nobody wanted the slate itself")
                .isFalse();

        slate().orThrow();
        assertThat(operations(Press.SLATE_OFF)).isEmpty();
        slateOff().orThrow();
        shows(false, true);
        slate().orThrow();
        assertThat(operations(Press.BLUR_OFF)).isEmpty();
        unblur().orThrow();
        shows(false, true);
        assertThat(operations(Press.SLATE_OFF)).containsExactly("SLATE_OFF");
        slateOff().orThrow();
        shows(false, false);
        assertThat(stage.backend.calls()).noneMatch(call -> call.contains("blur " + channel));
    }
}
