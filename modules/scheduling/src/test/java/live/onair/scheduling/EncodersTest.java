package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Outcome;
import live.onair.kernel.Plan;
import live.onair.kernel.Refusal;
import live.onair.scheduling.Encoders.Asked;
import live.onair.scheduling.Encoders.ChannelPress;
import live.onair.scheduling.Encoders.Progress;
import live.onair.scheduling.Encoders.Reach;
import live.onair.scheduling.Resources.ResourceEvent;
import live.onair.scheduling.spi.FakeIngestKeys;
import live.onair.scheduling.spi.FakePlanner;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where encoders connect, and the keys of backends that make theirs themselves. */
@RoomTest
class EncodersTest {

    /** What the event log hears of keys. */
    @Singleton
    static class Ear {
        private final List<ResourceEvent> heard = new ArrayList<>();

        void hear(@Observes ResourceEvent event) {
            heard.add(event);
        }

        List<String> of(String channel) {
            return heard.stream()
                    .filter(e -> e.id().equals(channel))
                    .map(e -> e.getClass().getSimpleName())
                    .toList();
        }
    }

    @Inject
    Stage stage;

    @Inject
    FakeIngestKeys ivs;

    @Inject
    Ear ear;

    @Inject
    SweepShowsHandler sweep;

    @Inject
    FakePlanner planner;

    private String channel;

    @BeforeEach
    void a_channel_on_ivs() {
        ivs.away(null);
        planner.worldIs("");
        channel = Stage.as(
                        Stage.OPS,
                        () -> stage.channels.create(
                                new Channels.Create("IVS " + System.nanoTime(), "ivs", null, null, null)))
                .orThrow()
                .id();
    }

    private Outcome<Encoders.NewKey> rotate() {
        return rotate(plan().map(Encoders.PlannedPress::hash).orThrow());
    }

    private Outcome<Encoders.NewKey> rotate(String plan) {
        return Stage.as(Stage.OPS, () -> stage.encoders.rotateKey(channel, null, null, plan));
    }

    private Outcome<Encoders.PlannedPress> plan() {
        return Stage.as(
                Stage.OPS, () -> stage.encoders.plan(channel, new Encoders.Pressing(ChannelPress.NEW_KEY, null, null)));
    }

    private Outcome<Encoders.NewKey> show() {
        return Stage.as(Stage.OPS, () -> stage.encoders.showKey(channel, null));
    }

    private Outcome<Encoders.Keys> take(Asked asked) {
        return Stage.as(
                Stage.OPS, () -> stage.encoders.takeKey(new Encoders.Take(channel, asked.order(), asked.ticket())));
    }

    private Asked asked(Outcome<Encoders.NewKey> answer) {
        Asked asked = answer.orThrow().asked();
        assertThat(asked).isNotNull();
        assertThat(answer.orThrow().key()).isNull();
        return asked;
    }

    private Encoders.Answer answer(Asked asked) {
        return Stage.as(Stage.OPS, () -> stage.encoders.answer(channel, asked.order()))
                .orElseThrow();
    }

    private Encoders.Connection connection() {
        return stage.encoders.connection(channel).orElseThrow();
    }

    private static Refusal why(Outcome<?> refused) {
        return refused.why().get(0).refusal();
    }

    @Test
    void the_backends_key_is_asked_for_taken_once_and_never_kept_in_clear() {
        assertThat(connection().reach()).isEqualTo(Reach.UNREAD);
        Asked asked = asked(rotate());
        assertThat(answer(asked).progress()).isEqualTo(Progress.WAITING);
        assertThat(why(take(asked))).isEqualTo(ShowRefusal.KEY_NOT_YET);
        stage.runner.runDue();
        assertThat(answer(asked).progress()).isEqualTo(Progress.READY);
        String key = String.valueOf(ivs.keyOf(channel));
        assertThat(stage.sql.column("select o::text from scheduling.key_order o"))
                .isNotEmpty()
                .noneMatch(row -> row.contains(key) || row.contains(asked.ticket()));
        assertThat(take(asked).orThrow().keys()).containsExactly(key);
        assertThat(why(take(asked))).isEqualTo(ShowRefusal.KEY_GONE);
        assertThat(connection().reach()).isEqualTo(Reach.THERE);
        assertThat(connection().doors()).singleElement().satisfies(door -> {
            assertThat(door.input()).isEqualTo(Channels.Input.A);
            assertThat(door.server()).startsWith("rtmps://").doesNotContain(key);
        });
        assertThat(ear.of(channel)).containsExactly("Added", "PlanApproved", "KeyAsked", "KeyRotated", "KeyShown");
        assertThat(ear.heard.toString()).doesNotContain(key, asked.ticket());
    }

    @Test
    void somebody_elses_ticket_opens_nothing_and_after_ten_minutes_nobodys_does() {
        Asked first = asked(rotate());
        Asked other = asked(show());
        stage.runner.runDue();
        assertThat(why(take(new Asked(first.order(), other.ticket())))).isEqualTo(ShowRefusal.KEY_TICKET);
        assertThat(why(take(new Asked("no-such-order", other.ticket())))).isEqualTo(ShowRefusal.KEY_GONE);
        assertThat(take(first).isDone()).isTrue();
        stage.clock.advance(Duration.ofMinutes(11));
        assertThat(why(take(other))).isEqualTo(ShowRefusal.KEY_GONE);
    }

    @Test
    void a_lost_answer_is_asked_for_again_and_leaves_one_key() {
        int before = ivs.made();
        ivs.losesNext();
        Asked asked = asked(rotate());
        stage.runner.runDue();
        assertThat(answer(asked).progress()).isEqualTo(Progress.WAITING);
        stage.clock.advance(Duration.ofSeconds(2));
        stage.runner.runDue();
        assertThat(take(asked).orThrow().keys()).containsExactly(ivs.keyOf(channel));
        assertThat(ivs.made()).isEqualTo(before + 1);
    }

    @Test
    void the_same_key_is_shown_again_and_one_that_is_not_there_is_said_in_words() {
        Asked early = asked(show());
        stage.runner.runDue();
        assertThat(answer(early)).satisfies(answer -> {
            assertThat(answer.progress()).isEqualTo(Progress.FAILED);
            assertThat(answer.fault()).isEqualTo("NOT_FOUND");
        });
        assertThat(why(take(early))).isEqualTo(ShowRefusal.KEY_GONE);
        Asked made = asked(rotate());
        stage.runner.runDue();
        Asked again = asked(show());
        stage.runner.runDue();
        assertThat(take(again).orThrow()).isEqualTo(take(made).orThrow());
        assertThat(ear.of(channel))
                .containsExactly(
                        "Added",
                        "KeyAsked",
                        "KeyFailed",
                        "PlanApproved",
                        "KeyAsked",
                        "KeyRotated",
                        "KeyAsked",
                        "KeyShown",
                        "KeyShown");
    }

    @Test
    void what_cannot_work_on_the_backend_is_refused_at_once() {
        assertThat(why(Stage.as(
                        Stage.OPS, () -> stage.encoders.rotateKey(channel, null, Duration.ofMinutes(10), null))))
                .isEqualTo(ShowRefusal.KEY_AT_ONCE);
        assertThat(why(Stage.as(
                        Stage.OPS, () -> stage.encoders.rotateKey(channel, Channels.Input.B, Duration.ZERO, null))))
                .isEqualTo(ShowRefusal.INPUT_SINGLE);
        String local = stage.channel();
        assertThat(why(Stage.as(Stage.OPS, () -> stage.encoders.showKey(local, null))))
                .isEqualTo(ShowRefusal.KEY_NOT_KEPT);
        assertThat(why(Stage.as(Stage.OPS, () -> stage.encoders.showKey("CH-none", null))))
                .isEqualTo(ShowRefusal.NO_SUCH_RESOURCE);
        assertThat(why(Stage.as(Stage.OPS, () -> stage.encoders.readIngest("CH-none"))))
                .isEqualTo(ShowRefusal.NO_SUCH_RESOURCE);
    }

    @Test
    void while_an_encoder_sends_no_new_key_is_made() {
        stage.backend.connect(channel);
        stage.reports.report("ivs", stage.backend.describe(channel));
        assertThat(why(rotate("0"))).isEqualTo(ShowRefusal.KEY_SENDING);
        assertThat(why(plan())).isEqualTo(ShowRefusal.KEY_SENDING);
        assertThat(show().isDone()).as("it may be looked at").isTrue();
        stage.backend.disconnect(channel);
        stage.reports.report("ivs", stage.backend.describe(channel));
        ivs.sending(channel, true);
        Asked asked = asked(rotate());
        stage.runner.runDue();
        assertThat(answer(asked).fault()).as("what was not seen yet").isEqualTo("CONFLICT");
    }

    @Test
    void addresses_are_read_on_asking_and_stay_when_the_backend_is_away() {
        assertThat(read().reach()).isEqualTo(Reach.READING);
        stage.runner.runDue();
        assertThat(connection().reach()).isEqualTo(Reach.MISSING);
        rotate();
        stage.runner.runDue();
        stage.clock.advance(Duration.ofSeconds(1));
        ivs.away(CloudFault.DENIED);
        read();
        stage.runner.runDue();
        assertThat(connection()).satisfies(now -> {
            assertThat(now.reach()).isEqualTo(Reach.FAILED);
            assertThat(now.fault()).isEqualTo("DENIED");
            assertThat(now.doors()).as("as they were read last").hasSize(1);
            assertThat(now.ours()).isFalse();
        });
    }

    private Encoders.Connection read() {
        return Stage.as(Stage.OPS, () -> stage.encoders.readIngest(channel)).orThrow();
    }

    /** Lets seconds pass in which the work is done that is due. */
    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            stage.runner.runDue();
            stage.clock.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void a_backend_that_stays_away_is_told_after_a_while() {
        ivs.away(CloudFault.UNAVAILABLE);
        Asked asked = asked(show());
        pass(30);
        assertThat(answer(asked)).satisfies(answer -> {
            assertThat(answer.progress()).isEqualTo(Progress.FAILED);
            assertThat(answer.fault()).isEqualTo("UNAVAILABLE");
            assertThat(answer.oldInDoubt()).as("looking ends no key").isFalse();
        });
    }

    @Test
    void a_new_key_that_was_begun_is_led_to_its_end_and_meanwhile_the_old_one_is_in_doubt() {
        ivs.away(CloudFault.UNAVAILABLE);
        Asked asked = asked(rotate());
        pass(60);
        assertThat(answer(asked)).satisfies(answer -> {
            assertThat(answer.progress()).isEqualTo(Progress.WAITING);
            assertThat(answer.fault()).as("told after a while").isEqualTo("UNAVAILABLE");
            assertThat(answer.oldInDoubt()).isTrue();
        });
        ivs.away(null);
        pass(10);
        assertThat(answer(asked).oldInDoubt()).isFalse();
        assertThat(take(asked).orThrow().keys()).containsExactly(ivs.keyOf(channel));
    }

    @Test
    void a_new_key_that_nobody_can_take_any_more_has_failed_and_says_that_the_old_one_is_in_doubt() {
        ivs.away(CloudFault.UNAVAILABLE);
        Asked asked = asked(rotate());
        pass(610);
        assertThat(answer(asked)).satisfies(answer -> {
            assertThat(answer.progress()).isEqualTo(Progress.FAILED);
            assertThat(answer.oldInDoubt()).isTrue();
        });
    }

    @Test
    void of_two_new_keys_the_one_asked_for_last_is_left() {
        ivs.away(CloudFault.UNAVAILABLE);
        Asked first = asked(rotate());
        pass(30);
        Asked last = asked(rotate());
        pass(2);
        ivs.away(null);
        pass(20);
        assertThat(answer(first).progress()).isEqualTo(Progress.FAILED);
        assertThat(take(last).orThrow().keys()).containsExactly(ivs.keyOf(channel));
    }

    @Test
    void a_new_key_whose_turn_comes_too_late_is_not_made_and_the_old_one_stays() {
        asked(rotate());
        stage.runner.runDue();
        String old = ivs.keyOf(channel);
        Asked asked = asked(rotate());
        stage.clock.advance(Duration.ofHours(1));
        stage.runner.runDue();
        assertThat(answer(asked).progress()).isEqualTo(Progress.FAILED);
        assertThat(answer(asked).oldInDoubt()).isFalse();
        assertThat(ivs.keyOf(channel)).isEqualTo(old);
    }

    @Test
    void a_run_that_was_opened_before_its_turn_keeps_the_old_key() {
        String show = stage.draft(stage.channel(), Shows.Feed.INPUT);
        asked(rotate());
        stage.runner.runDue();
        String old = ivs.keyOf(channel);
        Asked asked = asked(rotate());
        stage.sql.run("update scheduling.show set run_open = true, run_channel = '" + channel + "' where id = '" + show
                + "'");
        stage.runner.runDue();
        stage.sql.run("update scheduling.show set run_open = false where id = '" + show + "'");
        assertThat(answer(asked).fault()).isEqualTo("CONFLICT");
        assertThat(answer(asked).oldInDoubt()).isFalse();
        assertThat(ivs.keyOf(channel)).isEqualTo(old);
    }

    @Test
    void a_key_that_nobody_took_is_thrown_away_after_ten_minutes() {
        Asked asked = asked(rotate());
        stage.runner.runDue();
        stage.clock.advance(Duration.ofMinutes(11));
        sweep.handle(SweepShowsHandler.SweepShows.DUE);
        assertThat(stage.sql.column("select sealed from scheduling.key_order where channel_id = '" + channel + "'"))
                .containsExactly("null");
        assertThat(why(take(asked))).isEqualTo(ShowRefusal.KEY_GONE);
    }

    @Test
    void a_question_about_a_channel_that_was_put_away_has_failed() {
        Asked asked = asked(rotate());
        Stage.as(Stage.ADMIN, () -> stage.channels.archive(channel)).orThrow();
        stage.runner.runDue();
        assertThat(answer(asked).progress()).isEqualTo(Progress.FAILED);
    }

    @Test
    void the_key_of_a_local_channel_is_there_at_once_and_both_its_inputs_have_an_address() {
        channel = stage.channel();
        Encoders.NewKey made = rotate().orThrow();
        assertThat(made.key()).isNotNull();
        assertThat(made.asked()).isNull();
        read();
        stage.runner.runDue();
        assertThat(connection().ours()).isTrue();
        assertThat(connection().doors())
                .extracting(Encoders.Door::input)
                .containsExactly(Channels.Input.A, Channels.Input.B);
    }

    @Test
    void what_a_new_key_calls_is_shown_before_with_the_shows_that_need_it() {
        String show = stage.approved(channel, Shows.Feed.INPUT);
        stage.approved(stage.channel(), Shows.Feed.INPUT);
        Encoders.PlannedPress plan = plan().orThrow();
        assertThat(plan.calls()).singleElement().satisfies(call -> {
            assertThat(call.operation()).isEqualTo("NEW_KEY");
            assertThat(call.resource()).isEqualTo(channel);
        });
        assertThat(plan.shows()).containsExactly(show);
        assertThat(plan.permissions()).containsExactly("fake:NewKey");
        assertThat(Duration.between(stage.clock.instant(), plan.expiresAt())).isEqualTo(Duration.ofMinutes(2));
        stage.runner.runDue();
        assertThat(ivs.keyOf(channel)).as("looking makes nothing").isNull();
    }

    @Test
    void a_new_key_without_its_plan_is_refused_and_nothing_is_asked() {
        assertThat(why(rotate((String) null))).isEqualTo(ShowRefusal.PLAN_MISSING);
        assertThat(why(rotate("0".repeat(64)))).isEqualTo(ShowRefusal.PLAN_OTHER);
        stage.runner.runDue();
        assertThat(ivs.keyOf(channel)).isNull();
        assertThat(ear.of(channel)).containsExactly("Added");
    }

    @Test
    void a_plan_of_a_new_key_counts_for_two_minutes_and_once() {
        String old = plan().orThrow().hash();
        stage.clock.advance(Duration.ofSeconds(121));
        assertThat(why(rotate(old))).isEqualTo(ShowRefusal.PLAN_EXPIRED);
        String again = plan().orThrow().hash();
        assertThat(again).as("the same calls have the same hash").isEqualTo(old);
        asked(rotate(again));
        assertThat(why(rotate(again))).as("used").isEqualTo(ShowRefusal.PLAN_OTHER);
    }

    @Test
    void the_plan_of_the_other_input_is_none_for_this_one() {
        Channels.InputRules rules = new Channels.InputRules(true, true, null);
        rule(rules, rulesPlan(rules).hash()).orThrow();
        String other = Stage.as(
                        Stage.OPS,
                        () -> stage.encoders.plan(
                                channel, new Encoders.Pressing(ChannelPress.NEW_KEY, Channels.Input.B, null)))
                .orThrow()
                .hash();
        assertThat(why(rotate(other))).isEqualTo(ShowRefusal.PLAN_OTHER);
    }

    @Test
    void when_other_calls_would_be_needed_than_were_approved_none_is_made_and_that_is_said() {
        asked(rotate());
        stage.runner.runDue();
        String old = ivs.keyOf(channel);
        String plan = plan().orThrow().hash();
        Asked asked = asked(rotate(plan));
        planner.worldIs(" (moved)");
        stage.runner.runDue();
        assertThat(answer(asked)).satisfies(answer -> {
            assertThat(answer.progress()).isEqualTo(Progress.FAILED);
            assertThat(answer.fault()).isEqualTo("PLAN_OTHER");
            assertThat(answer.oldInDoubt()).isFalse();
        });
        assertThat(ivs.keyOf(channel)).isEqualTo(old);
        assertThat(ear.of(channel)).endsWith("PlanApproved", "KeyAsked", "KeyFailed");
        assertThat(ear.heard.toString()).contains(plan);
    }

    @Test
    void a_local_key_has_a_short_plan_which_may_be_left_out() {
        channel = stage.channel();
        assertThat(plan().orThrow().calls()).hasSize(1);
        rotate((String) null).orThrow();
        assertThat(why(rotate("0".repeat(64)))).isEqualTo(ShowRefusal.PLAN_OTHER);
        assertThat(rotate().orThrow().key()).isNotNull();
    }

    private Encoders.PlannedPress rulesPlan(Channels.InputRules rules) {
        return Stage.as(
                        Stage.OPS,
                        () -> stage.encoders.plan(
                                channel, new Encoders.Pressing(ChannelPress.INPUT_RULES, null, rules)))
                .orThrow();
    }

    private Outcome<Channels.Row> rule(Channels.InputRules rules, String plan) {
        return Stage.as(Stage.OPS, () -> stage.channels.inputRules(channel, rules, plan));
    }

    private Channels.InputRules ruled() {
        return stage.channels.find(channel).orElseThrow().inputRules();
    }

    @Test
    void rules_of_the_inputs_go_by_their_plan_and_the_log_names_it() {
        Channels.InputRules rules = new Channels.InputRules(true, true, 30);
        Encoders.PlannedPress plan = rulesPlan(rules);
        assertThat(plan.calls()).as("without a run nothing is called now").isEmpty();
        assertThat(plan.later())
                .as("and this by the next one")
                .extracting(Plan.Call::operation)
                .containsExactly("PREPARE");
        rule(rules, plan.hash()).orThrow();
        assertThat(ruled()).isEqualTo(rules);
        assertThat(ear.of(channel)).containsExactly("Added", "PlanApproved", "Changed");
        assertThat(why(rule(new Channels.InputRules(true, false, null), plan.hash())))
                .as("the plan of other rules")
                .isEqualTo(ShowRefusal.PLAN_OTHER);
    }

    @Test
    void rules_without_a_plan_or_by_an_old_one_are_refused_and_nothing_changes() {
        Channels.InputRules before = ruled();
        Channels.InputRules rules = new Channels.InputRules(true, true, 30);
        assertThat(why(rule(rules, null))).isEqualTo(ShowRefusal.PLAN_MISSING);
        assertThat(why(rule(rules, "0".repeat(64)))).isEqualTo(ShowRefusal.PLAN_OTHER);
        String plan = rulesPlan(rules).hash();
        stage.clock.advance(Duration.ofSeconds(121));
        assertThat(why(rule(rules, plan))).isEqualTo(ShowRefusal.PLAN_EXPIRED);
        assertThat(ruled()).isEqualTo(before);
        assertThat(ear.of(channel)).containsExactly("Added");
    }

    @Test
    void rules_for_which_a_running_channel_would_need_other_calls_by_now_are_refused() {
        String show = stage.approved(channel, Shows.Feed.TEST);
        stage.passUntil(stage.show(show).startsAt().minusSeconds(30));
        Channels.InputRules before = ruled();
        Channels.InputRules rules = new Channels.InputRules(true, true, 30);
        Encoders.PlannedPress plan = rulesPlan(rules);
        assertThat(plan.shows()).containsExactly(show);
        assertThat(plan.calls()).isEmpty();
        planner.worldIs(" (moved)");
        assertThat(rulesPlan(rules).calls()).extracting(Plan.Call::operation).containsExactly("PREPARE");
        assertThat(why(rule(rules, plan.hash()))).isEqualTo(ShowRefusal.PLAN_OTHER);
        assertThat(ruled()).isEqualTo(before);
    }

    private String ruledForTheNextRun() {
        Channels.InputRules rules = new Channels.InputRules(true, true, 30);
        rule(rules, rulesPlan(rules).hash()).orThrow();
        String show = stage.approved(channel, Shows.Feed.TEST);
        ear.heard.clear();
        return show;
    }

    @Test
    void the_next_run_is_made_ready_by_the_calls_that_were_approved_with_the_rules() {
        String show = ruledForTheNextRun();
        stage.passUntil(stage.show(show).startsAt().minusSeconds(30));
        assertThat(ear.of(channel)).containsOnlyOnce("PlanKept").doesNotContain("PlanBroken");
        assertThat(alarms(show)).isEmpty();
    }

    private List<String> alarms(String show) {
        return stage.interruptions.of(show).stream()
                .filter(alarm -> alarm.closedAt() == null)
                .map(Interruptions.Row::kind)
                .toList();
    }

    @Test
    void calls_of_the_next_run_that_nobody_approved_with_the_rules_are_told_and_hold_no_show_back() {
        String show = ruledForTheNextRun();
        planner.worldIs(" (moved)");
        stage.passUntil(stage.show(show).startsAt().minusSeconds(30));
        assertThat(ear.of(channel)).containsOnlyOnce("PlanBroken").doesNotContain("PlanKept");
        assertThat(alarms(show)).containsExactly("PLAN_OTHER");
        assertThat(stage.interruptions.of(show).get(0).facts()).containsEntry("calls", "fake PREPARE");
        stage.passUntil(stage.show(show).startsAt().plusSeconds(1));
        assertThat(stage.state(show)).isEqualTo(ShowState.ON_AIR);
        assertThat(ruled().second()).isTrue();
    }

    @Test
    void two_presses_before_the_next_run_are_held_against_both_their_plans() {
        Channels.InputRules first = new Channels.InputRules(true, false, null);
        rule(first, rulesPlan(first).hash()).orThrow();
        String show = ruledForTheNextRun();
        stage.passUntil(stage.show(show).startsAt().minusSeconds(30));
        assertThat(ear.of(channel)).containsOnlyOnce("PlanKept");
    }

    @Test
    void rules_for_which_a_running_channel_needs_other_calls_after_the_press_are_taken_back() {
        String show = stage.approved(channel, Shows.Feed.TEST);
        stage.passUntil(stage.show(show).startsAt().minusSeconds(30));
        Channels.InputRules before = ruled();
        Channels.InputRules rules = new Channels.InputRules(true, true, 30);
        rule(rules, rulesPlan(rules).hash()).orThrow();
        planner.worldIs(" (moved)");
        ear.heard.clear();
        stage.pass(Duration.ofSeconds(1));
        assertThat(ruled()).isEqualTo(before);
        assertThat(ear.of(channel)).contains("PlanNotBegun").doesNotContain("PlanKept");
        assertThat(alarms(show)).containsExactly("RULES_TAKEN_BACK");
        stage.passUntil(stage.show(show).startsAt().plusSeconds(1));
        assertThat(stage.state(show)).isEqualTo(ShowState.ON_AIR);
    }

    @Test
    void rules_of_a_running_channel_count_for_its_next_run_by_the_same_approval() {
        String show = stage.approved(channel, Shows.Feed.TEST);
        stage.passUntil(stage.show(show).startsAt().minusSeconds(30));
        Channels.InputRules rules = new Channels.InputRules(true, true, 30);
        Encoders.PlannedPress plan = rulesPlan(rules);
        assertThat(plan.later()).extracting(Plan.Call::operation).containsExactly("PREPARE");
        rule(rules, plan.hash()).orThrow();
        ear.heard.clear();
        stage.pass(Duration.ofSeconds(1));
        assertThat(ear.of(channel)).containsExactly("PlanKept");
        assertThat(ruled()).isEqualTo(rules);
        Stage.as(Stage.OPS, () -> stage.lifecycle.stop(new Lifecycle.Confirmed(show, show, "끝")))
                .orThrow();
        stage.pass(Duration.ofSeconds(10));
        String next = stage.approved(channel, Shows.Feed.TEST);
        stage.passUntil(stage.show(next).startsAt().minusSeconds(30));
        assertThat(ear.of(channel)).containsExactly("PlanKept", "PlanKept");
        assertThat(alarms(next)).isEmpty();
    }
}
