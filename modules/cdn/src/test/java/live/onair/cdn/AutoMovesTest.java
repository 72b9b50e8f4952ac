package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import live.onair.cdn.CdnRows.CdnState;
import live.onair.cdn.CdnRows.SteeringRule;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.cdn.Steering.MoveTerms;
import live.onair.cdn.spi.CdnProbe.Look;
import live.onair.cdn.spi.FakeProbe;
import live.onair.kernel.Actor;
import live.onair.kernel.NotAllowedException;
import live.onair.scheduling.Interruptions;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

/** Viewers are moved away from a bad CDN by the rule, and back long after; what is no reason moves nobody. */
@RoomTest
class AutoMovesTest extends CdnStage {

    private static final String DOMESTIC = "https://kr.cdn.test";
    private static final String GLOBAL = "https://world.cdn.test";

    private void rule(boolean enabled, int step, int healthyMinutes) {
        ops(() -> steering.changeRule(new SteeringRule(enabled, 1_500, 20, 3, step, healthyMinutes, 0), null));
    }

    private List<ViewerMove> active() {
        return steering.moves().stream().filter(move -> move.endedAt() == null).toList();
    }

    private List<String> alarms(String show) {
        return interruptions.of(show).stream()
                .filter(alarm -> alarm.closedAt() == null && alarm.kind().contains("CDN"))
                .map(Interruptions.Row::kind)
                .toList();
    }

    @Test
    void a_slow_cdn_is_left_within_seconds_step_by_step_and_gone_back_to_long_after() {
        policy(80);
        String show = onAir();
        rule(true, 50, 2);
        pass(Duration.ofSeconds(10));
        assertThat(active()).isEmpty();
        assertThat(cdns.health()).extracting(CdnRows.CdnLook::state).containsOnly(CdnState.GOOD);
        probe.sees(DOMESTIC, () -> FakeProbe.LATE);
        pass(Duration.ofSeconds(8));
        assertThat(active()).singleElement().satisfies(move -> {
            assertThat(move.automatic()).isTrue();
            assertThat(move.show()).isEqualTo(show);
            assertThat(move.by()).isEqualTo(Actor.ONAIR.name());
            assertThat(move.percent()).isEqualTo(50);
        });
        assertThat(served(show, "domestic")).isEqualTo(40);
        assertThat(alarms(show)).containsExactly("CDN_BAD");
        pass(Duration.ofSeconds(66));
        assertThat(served(show, "domestic")).isZero();
        probe.isWell();
        pass(Duration.ofSeconds(110));
        assertThat(alarms(show)).isEmpty();
        assertThat(active()).as("not yet").hasSize(1);
        pass(Duration.ofSeconds(20));
        assertThat(active()).isEmpty();
        assertThat(served(show, "domestic")).isEqualTo(80);
    }

    @Test
    void while_a_cdn_is_bad_players_ask_for_their_order_more_often_whether_anybody_is_moved_or_not() {
        policy(80);
        String show = onAir();
        rule(false, 50, 2);
        pass(Duration.ofSeconds(4));
        assertThat(store.of(show).get("default/0.json")).contains("\"TTL\":10");
        probe.sees(DOMESTIC, () -> FakeProbe.LATE);
        pass(Duration.ofSeconds(12));
        assertThat(alarms(show)).containsExactly("CDN_BAD");
        assertThat(active()).isEmpty();
        assertThat(store.of(show).get("default/0.json")).contains("\"TTL\":5");
        probe.isWell();
        pass(Duration.ofSeconds(20));
        assertThat(alarms(show)).isEmpty();
        assertThat(store.of(show).get("default/0.json")).contains("\"TTL\":10");
    }

    @Test
    void what_was_seen_by_a_clock_that_was_ahead_counts_no_more_once_it_is_set_back() {
        policy(80);
        String show = onAir();
        pass(Duration.ofSeconds(60));
        probe.sees(DOMESTIC, () -> FakeProbe.LATE);
        pass(Duration.ofSeconds(12));
        assertThat(alarms(show)).containsExactly("CDN_BAD");
        probe.isWell();
        clock.set(clock.instant().minusSeconds(50));
        pass(Duration.ofSeconds(60));
        assertThat(alarms(show)).isEmpty();
        assertThat(cdns.health()).extracting(CdnRows.CdnLook::state).containsOnly(CdnState.GOOD);
    }

    @Test
    void without_the_rule_there_is_an_alarm_and_nobody_is_moved() {
        policy(80);
        String show = onAir();
        probe.sees(DOMESTIC, () -> FakeProbe.LATE);
        pass(Duration.ofSeconds(12));
        assertThat(alarms(show)).containsExactly("CDN_BAD");
        assertThat(active()).isEmpty();
    }

    @Test
    void with_both_bad_viewers_stay_and_the_alarm_says_so() {
        policy(80);
        String show = onAir();
        rule(true, 100, 1);
        probe.sees(DOMESTIC, () -> FakeProbe.LATE);
        probe.sees(GLOBAL, () -> FakeProbe.LATE);
        pass(Duration.ofSeconds(12));
        assertThat(alarms(show)).containsExactly("ALL_CDNS_BAD");
        assertThat(store.of(show).get("default/0.json")).contains("PATHWAY-PRIORITY\":[\"");
        pass(Duration.ofMinutes(2));
        assertThat(served(show, "domestic") + served(show, "global")).isEqualTo(100);
        assertThat(active().size()).isLessThanOrEqualTo(1);
    }

    @Test
    void with_both_bad_the_least_bad_is_kept_whichever_was_found_out_first() {
        policy(80);
        String show = onAir();
        rule(true, 100, 1);
        probe.sees(GLOBAL, () -> late(2_000));
        pass(Duration.ofSeconds(12));
        assertThat(served(show, "domestic")).as("one of them is well").isEqualTo(100);
        probe.sees(DOMESTIC, () -> late(3_000));
        pass(Duration.ofSeconds(12));
        assertThat(alarms(show)).containsExactly("ALL_CDNS_BAD");
        assertThat(served(show, "global")).isEqualTo(100);
        assertThat(active())
                .singleElement()
                .satisfies(move -> assertThat(move.from()).isEqualTo("domestic"));
        probe.sees(GLOBAL, () -> late(2_700));
        pass(Duration.ofSeconds(30));
        assertThat(served(show, "global")).as("about the same: nobody is moved").isEqualTo(100);
        probe.sees(GLOBAL, () -> new Look(503, null, null, null));
        pass(Duration.ofSeconds(40));
        assertThat(served(show, "domestic")).as("late is better than nothing").isEqualTo(100);
        assertThat(alarms(show)).containsExactly("ALL_CDNS_BAD");
    }

    @Test
    void nobody_is_led_from_a_late_one_to_one_that_begins_to_be_later() {
        policy(80);
        String show = onAir();
        rule(true, 100, 1);
        probe.sees(GLOBAL, () -> late(2_000));
        pass(Duration.ofSeconds(4));
        probe.sees(DOMESTIC, () -> late(3_000));
        pass(Duration.ofSeconds(20));
        assertThat(steering.moves()).extracting(ViewerMove::from).containsExactly("domestic");
        assertThat(served(show, "global")).isEqualTo(100);
    }

    @Test
    void who_is_the_least_bad_may_change_with_each_look_and_viewers_are_moved_once_in_a_minute_at_most() {
        policy(80);
        onAir();
        rule(true, 100, 1);
        Random random = new Random(7);
        probe.sees(GLOBAL, () -> late(1_800 + random.nextInt(3_000)));
        probe.sees(DOMESTIC, () -> late(1_800 + random.nextInt(3_000)));
        pass(Duration.ofMinutes(6));
        assertThat(steering.moves().size()).isBetween(1, 8);
    }

    @Test
    void for_pictures_that_are_old_where_they_come_from_nobody_goes_back_to_a_slow_one() {
        policy(80);
        String show = onAir();
        rule(true, 100, 1);
        probe.sees(DOMESTIC, () -> late(3_000));
        pass(Duration.ofSeconds(12));
        assertThat(served(show, "global")).isEqualTo(100);
        probe.sees(DOMESTIC, () -> new Look(200, 3_000, 3_000, Duration.ofSeconds(60)));
        probe.sees(GLOBAL, () -> new Look(200, 20, 20, Duration.ofSeconds(60)));
        pass(Duration.ofSeconds(20));
        assertThat(alarms(show)).containsExactly("ALL_CDNS_BAD");
        assertThat(served(show, "global")).as("it is old everywhere").isEqualTo(100);
    }

    @Test
    void what_a_person_staged_is_kept_where_all_are_bad() {
        policy(80);
        String show = onAir();
        rule(true, 50, 5);
        probe.sees(GLOBAL, () -> late(2_000));
        pass(Duration.ofSeconds(12));
        ViewerMove move = active().get(0);
        ops(() -> steering.stage(move.number(), 5, null));
        probe.sees(DOMESTIC, () -> late(3_000));
        pass(Duration.ofSeconds(30));
        assertThat(alarms(show)).containsExactly("ALL_CDNS_BAD");
        assertThat(active()).singleElement().satisfies(one -> {
            assertThat(one.number()).isEqualTo(move.number());
            assertThat(one.percent()).isEqualTo(5);
        });
    }

    @Test
    void on_a_dead_one_nobody_stays_for_what_a_person_has_staged_elsewhere() {
        policy(80);
        String show = onAir();
        rule(true, 50, 5);
        probe.sees(GLOBAL, () -> late(2_000));
        pass(Duration.ofSeconds(12));
        ViewerMove move = active().get(0);
        ops(() -> steering.stage(move.number(), 5, null));
        probe.sees(DOMESTIC, () -> new Look(503, null, null, null));
        pass(Duration.ofSeconds(40));
        assertThat(served(show, "domestic")).isZero();
        assertThat(active()).anySatisfy(one -> assertThat(one.number()).isEqualTo(move.number()));
    }

    @Test
    void one_that_is_well_again_is_gone_back_to_sooner_where_the_only_other_one_is_bad() {
        policy(80);
        String show = onAir();
        rule(true, 100, 20);
        probe.sees(GLOBAL, () -> late(2_000));
        probe.sees(DOMESTIC, () -> late(3_000));
        pass(Duration.ofSeconds(12));
        assertThat(served(show, "global")).isEqualTo(100);
        probe.sees(DOMESTIC, () -> FakeProbe.WELL);
        pass(Duration.ofSeconds(90));
        assertThat(served(show, "domestic")).isEqualTo(100);
        assertThat(alarms(show)).containsExactly("CDN_BAD");
    }

    private static Look late(int millis) {
        return new Look(200, millis, millis, Duration.ofSeconds(4));
    }

    /** Once here, by ten seeds with {@code ./onair prove lost-looks}: each ten minutes by the clock of the test, one after another. */
    @Test
    void one_lost_look_in_five_moves_nobody_in_ten_minutes() {
        policy(80);
        onAir();
        rule(true, 100, 1);
        int times = Integer.getInteger("onair.proof.size", 1);
        long seed = Long.getLong("onair.proof.seed", System.nanoTime() & 0xffffff);
        AtomicInteger looks = new AtomicInteger();
        AtomicInteger lost = new AtomicInteger();
        for (long own = seed; own < seed + times; own++) {
            Random random = new Random(own);
            probe.sees("https://", () -> {
                looks.incrementAndGet();
                return random.nextInt(5) == 0 ? lost(lost) : FakeProbe.WELL;
            });
            pass(Duration.ofMinutes(10));
            assertThat(steering.moves()).as("seed " + own).isEmpty();
        }
        System.out.println("PROOF|lost-looks|" + times + "|" + seed + "|" + times + " times ten minutes in which "
                + lost + " of " + looks + " looks were lost, one in five by chance: 0 moves");
        assertThat(lost.get()).isBetween(looks.get() / 8, looks.get() / 3);
    }

    private static Look lost(AtomicInteger count) {
        count.incrementAndGet();
        return FakeProbe.LOST;
    }

    /** As a probe that waits in vain: lost only when its time is over. */
    private Look silent() {
        Instant over = clock.instant().plusSeconds(4);
        while (clock.instant().isBefore(over)) {
            LockSupport.parkNanos(5_000_000);
        }
        return FakeProbe.LOST;
    }

    @Test
    void one_that_says_nothing_at_all_is_left_within_fifteen_seconds() {
        policy(80);
        String show = onAir();
        rule(true, 50, 1);
        pass(Duration.ofSeconds(6));
        probe.sees(DOMESTIC, this::silent);
        pass(Duration.ofSeconds(7));
        assertThat(active()).isEmpty();
        pass(Duration.ofSeconds(8));
        assertThat(served(show, "domestic")).isZero();
        assertThat(alarms(show)).containsExactly("CDN_BAD");
        probe.isWell();
        pass(Duration.ofSeconds(10));
        assertThat(alarms(show)).isEmpty();
    }

    @Test
    void looks_that_wait_in_vain_one_in_five_move_nobody() {
        policy(80);
        onAir();
        rule(true, 100, 1);
        long seed = Long.getLong("onair.proof.seed", System.nanoTime() & 0xffffff);
        Random random = new Random(seed);
        probe.sees("https://", () -> random.nextInt(5) == 0 ? silent() : FakeProbe.WELL);
        pass(Duration.ofSeconds(60));
        assertThat(steering.moves()).as("seed " + seed).isEmpty();
    }

    @Test
    void one_that_comes_and_goes_is_left_once_and_not_gone_back_to() {
        policy(80);
        onAir();
        rule(true, 100, 2);
        Instant from = clock.instant();
        probe.sees(
                DOMESTIC,
                () -> Duration.between(from, clock.instant()).toSeconds() / 20 % 2 == 0
                        ? FakeProbe.LATE
                        : FakeProbe.WELL);
        pass(Duration.ofMinutes(10));
        assertThat(steering.moves()).hasSize(1);
        assertThat(active()).hasSize(1);
    }

    private ViewerMove moved(String show, int percent) {
        MoveTerms terms = new MoveTerms("domestic", "global", show, null, percent);
        return ops(() -> steering.move(terms, ops(() -> steering.plan(terms)).hash(), "우리가 먼저"));
    }

    @Test
    void what_ops_have_begun_is_taken_over_where_it_is_not_enough_and_handed_back_when_all_is_well() {
        policy(80);
        String show = onAir();
        ViewerMove own = moved(show, 5);
        rule(true, 50, 1);
        probe.sees(DOMESTIC, () -> FakeProbe.LOST);
        pass(Duration.ofSeconds(30));
        assertThat(cdns.health())
                .filteredOn(look -> look.cdn().equals("domestic"))
                .extracting(CdnRows.CdnLook::state)
                .containsOnly(CdnState.DEAD);
        assertThat(active()).singleElement().satisfies(move -> {
            assertThat(move.number()).isEqualTo(own.number());
            assertThat(move.automatic()).isTrue();
            assertThat(move.ownPercent()).isEqualTo(5);
            assertThat(move.percent()).as("nobody stays on a dead one").isEqualTo(100);
        });
        assertThat(served(show, "domestic")).isZero();
        probe.isWell();
        pass(Duration.ofSeconds(70));
        assertThat(active()).singleElement().satisfies(move -> {
            assertThat(move.automatic()).isFalse();
            assertThat(move.percent()).isEqualTo(5);
        });
    }

    @Test
    void a_small_move_of_all_shows_keeps_no_show_on_a_dead_one() {
        policy(80);
        String show = onAir();
        MoveTerms terms = new MoveTerms("domestic", null, null, null, 5);
        ops(() -> steering.move(terms, ops(() -> steering.plan(terms)).hash(), "모두 조금"));
        rule(true, 50, 1);
        probe.sees(DOMESTIC, () -> FakeProbe.LOST);
        pass(Duration.ofSeconds(30));
        assertThat(served(show, "domestic")).isZero();
        assertThat(store.of(show).get("default/0.json"))
                .as("a dead one is not even named")
                .contains("\"PATHWAY-PRIORITY\":[\"global\"]");
    }

    @Test
    void one_that_is_slow_first_and_dies_then_is_left_by_all_at_once() {
        policy(80);
        String show = onAir();
        rule(true, 25, 1);
        probe.sees(DOMESTIC, () -> FakeProbe.LATE);
        pass(Duration.ofSeconds(10));
        assertThat(served(show, "domestic")).isEqualTo(60);
        probe.sees(DOMESTIC, () -> FakeProbe.LOST);
        pass(Duration.ofSeconds(24));
        assertThat(served(show, "domestic")).isZero();
    }

    @Test
    void what_shows_old_pictures_is_left_as_soon_as_another_shows_newer_ones() {
        policy(80);
        String show = onAir();
        rule(true, 50, 1);
        Instant from = clock.instant();
        probe.sees(
                DOMESTIC,
                () -> new Look(
                        200, 20, 30, Duration.between(from, clock.instant()).plusSeconds(3)));
        pass(Duration.ofSeconds(9));
        assertThat(active()).isEmpty();
        pass(Duration.ofSeconds(8));
        assertThat(served(show, "domestic")).isZero();
        assertThat(alarms(show)).containsExactly("CDN_BAD");
    }

    @Test
    void pictures_that_are_old_where_they_come_from_move_nobody() {
        policy(80);
        onAir();
        rule(true, 50, 1);
        Instant from = clock.instant();
        probe.sees(
                "https://",
                () -> new Look(
                        200, 20, 30, Duration.between(from, clock.instant()).plusSeconds(3)));
        pass(Duration.ofSeconds(60));
        assertThat(active()).isEmpty();
    }

    @Test
    void a_dead_one_is_gone_back_to_only_after_the_healthy_minutes_and_later_each_time() {
        policy(80);
        onAir();
        rule(true, 100, 2);
        probe.sees(DOMESTIC, () -> FakeProbe.LOST);
        pass(Duration.ofSeconds(150));
        probe.isWell();
        pass(Duration.ofSeconds(110));
        assertThat(active()).as("not yet").hasSize(1);
        pass(Duration.ofSeconds(20));
        assertThat(active()).isEmpty();
        probe.sees(DOMESTIC, () -> FakeProbe.LOST);
        pass(Duration.ofSeconds(30));
        probe.isWell();
        pass(Duration.ofSeconds(200));
        assertThat(active()).as("it has been left twice").hasSize(1);
        pass(Duration.ofSeconds(50));
        assertThat(active()).isEmpty();
    }

    @Test
    void what_a_person_undoes_stays_undone_for_a_while_unless_it_gets_worse() {
        policy(80);
        String show = onAir();
        rule(true, 50, 2);
        probe.sees(DOMESTIC, () -> FakeProbe.LATE);
        pass(Duration.ofSeconds(10));
        long first = active().get(0).number();
        ops(() -> steering.undo(first));
        pass(Duration.ofSeconds(60));
        assertThat(active()).isEmpty();
        probe.sees(DOMESTIC, () -> FakeProbe.LOST);
        pass(Duration.ofSeconds(24));
        assertThat(served(show, "domestic")).as("it is dead now").isZero();
        long second = active().get(0).number();
        ops(() -> steering.undo(second));
        pass(Duration.ofSeconds(100));
        assertThat(active()).isEmpty();
        pass(Duration.ofSeconds(30));
        assertThat(active()).as("the while is over").hasSize(1);
    }

    @Test
    void a_stage_that_a_person_chose_for_a_move_of_the_rule_counts_for_a_while() {
        policy(80);
        onAir();
        rule(true, 50, 3);
        probe.sees(DOMESTIC, () -> FakeProbe.LATE);
        pass(Duration.ofSeconds(10));
        ops(() -> steering.stage(active().get(0).number(), 5, null));
        pass(Duration.ofSeconds(90));
        assertThat(active()).extracting(ViewerMove::percent).containsExactly(5);
        pass(Duration.ofSeconds(100));
        assertThat(active()).extracting(ViewerMove::percent).containsExactly(55);
    }

    @Test
    void the_rule_has_bounds_and_is_changed_by_ops_only() {
        assertThat(refused(() -> steering.changeRule(new SteeringRule(true, 10, 20, 3, 50, 5, 0), null)))
                .containsExactly("RULE");
        rule(true, 50, 5);
        assertThat(refused(() -> steering.changeRule(new SteeringRule(true, 1_500, 20, 3, 50, 5, 0), 99)))
                .containsExactly("STALE");
        assertThatThrownBy(() ->
                        as(PLANNER, () -> steering.changeRule(new SteeringRule(true, 1_500, 20, 3, 50, 5, 0), null)))
                .isInstanceOf(NotAllowedException.class);
    }
}
