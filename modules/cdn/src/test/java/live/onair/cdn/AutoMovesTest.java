package live.onair.cdn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import live.onair.cdn.CdnRows.CdnState;
import live.onair.cdn.CdnRows.SteeringRule;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.cdn.Steering.MoveTerms;
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
    void one_lost_look_in_five_moves_nobody_in_ten_minutes() {
        policy(80);
        onAir();
        rule(true, 100, 1);
        long seed = Long.getLong("onair.proof.seed", System.nanoTime() & 0xffffff);
        Random random = new Random(seed);
        probe.sees("https://", () -> random.nextInt(5) == 0 ? FakeProbe.LOST : FakeProbe.WELL);
        pass(Duration.ofMinutes(10));
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

    @Test
    void a_dead_or_stale_one_is_left_too_and_what_ops_have_moved_is_theirs() {
        policy(80);
        String show = onAir();
        MoveTerms terms = new MoveTerms("domestic", "global", show, null, 25);
        ViewerMove own =
                ops(() -> steering.move(terms, ops(() -> steering.plan(terms)).hash(), "우리가 먼저"));
        rule(true, 100, 1);
        probe.sees(DOMESTIC, () -> FakeProbe.LOST);
        pass(Duration.ofSeconds(30));
        assertThat(cdns.health())
                .filteredOn(look -> look.cdn().equals("domestic"))
                .extracting(CdnRows.CdnLook::state)
                .containsOnly(CdnState.DEAD);
        assertThat(active()).containsExactly(own);
        ops(() -> steering.undo(own.number()));
        pass(Duration.ofSeconds(4));
        assertThat(active())
                .singleElement()
                .satisfies(move -> assertThat(move.automatic()).isTrue());
        assertThat(served(show, "domestic")).isZero();
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
