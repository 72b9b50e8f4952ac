package live.onair.moderation;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.MODERATOR;
import static live.onair.pins.Stall.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import live.onair.kernel.Actor;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import live.onair.moderation.ModerationRows.HandOver;
import live.onair.moderation.ModerationRows.OnDuty;
import live.onair.pins.Stall;
import live.onair.scheduling.Gate;
import live.onair.scheduling.ShowState;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who watches is known, hands over in words, and a show that has to be watched waits for somebody. */
@RoomTest
class DutyTest {

    private static final Actor ADMIN = new Actor("admin", "admin", Set.of(Role.ADMIN), Actor.Source.UI);

    @Inject
    Stall stall;

    @Inject
    Duty duty;

    @Inject
    ModerationRounds rounds;

    @Inject
    Gate gate;

    @BeforeEach
    void nobody() {
        as(Actor.ONAIR, () -> {
            rounds.begin();
            return "";
        });
        goes();
    }

    @AfterEach
    void goes() {
        required(false);
        List.of(MODERATOR, ADMIN).forEach(one -> as(one, () -> duty.end(null)));
    }

    private void required(boolean wanted) {
        for (int tier = 1; tier <= 3; tier++) {
            int one = tier;
            as(ADMIN, () -> gate.require(DutyGate.CODE, one, wanted));
        }
    }

    private List<OnDuty> now() {
        return as(AUDITOR, duty::now);
    }

    private static List<String> refused(Supplier<? extends Outcome<?>> deed) {
        return as(MODERATOR, deed).why().stream().map(Reason::code).toList();
    }

    private Gate.Row check(String show) {
        return as(AUDITOR, () -> gate.of(show)).stream()
                .filter(row -> row.code().equals(DutyGate.CODE))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void one_goes_on_duty_once_and_off_it_with_a_word_to_the_next() {
        assertThat(now()).isEmpty();
        assertThat(as(MODERATOR, duty::begin).orThrow().person()).isEqualTo(MODERATOR.id());
        assertThat(refused(duty::begin)).containsExactly("ON_DUTY");
        as(ADMIN, duty::begin).orThrow();
        assertThat(now()).extracting(OnDuty::person).containsExactly(MODERATOR.id(), ADMIN.id());
        assertThat(refused(() -> duty.end("가".repeat(1_001)))).containsExactly("HAND_OVER");
        HandOver left = as(MODERATOR, () -> duty.end(" 도배가 잦습니다 ")).orThrow();
        assertThat(left.note()).isEqualTo("도배가 잦습니다");
        assertThat(refused(() -> duty.end(null))).containsExactly("NOT_ON_DUTY");
        as(ADMIN, () -> duty.end(" ")).orThrow();
        assertThat(as(AUDITOR, () -> duty.handOvers(1))).containsExactly(left);
    }

    @Test
    void who_goes_without_saying_so_is_not_counted_for_ever() {
        as(MODERATOR, duty::begin).orThrow();
        stall.pass(DutyBook.LONGEST.minusMinutes(5));
        assertThat(now()).hasSize(1);
        stall.pass(Duration.ofMinutes(6));
        assertThat(now()).isEmpty();
        as(MODERATOR, duty::begin).orThrow();
        stall.pass(Duration.ofHours(1));
        assertThat(now()).as("the duty of before ends nothing of this one").hasSize(1);
    }

    @Test
    void a_show_that_nobody_watches_is_warned_of_and_starts_all_the_same_while_nobody_has_to() {
        String show = stall.draft();
        assertThat(check(show).verdict()).isEqualTo(Gate.Verdict.WARN);
        assertThat(check(show).holdsBack()).isFalse();
        as(MODERATOR, duty::begin).orThrow();
        assertThat(check(show).verdict()).isEqualTo(Gate.Verdict.GREEN);
        assertThat(check(show).facts()).containsEntry("onDuty", "1");
        as(MODERATOR, () -> duty.end(null)).orThrow();
        assertThat(check(show).verdict()).isEqualTo(Gate.Verdict.WARN);
        assertThat(stall.state(stall.start(show))).isEqualTo(ShowState.ON_AIR);
    }

    @Test
    void where_somebody_has_to_watch_the_start_waits_until_somebody_does() {
        required(true);
        String show = stall.approved();
        assertThat(check(show).verdict()).isEqualTo(Gate.Verdict.RED);
        assertThat(check(show).holdsBack()).isTrue();
        stall.pass(Duration.ofMinutes(121));
        assertThat(stall.state(show)).isEqualTo(ShowState.STANDBY);
        as(MODERATOR, duty::begin).orThrow();
        stall.work();
        assertThat(stall.state(show)).isEqualTo(ShowState.ON_AIR);
    }

    @Test
    void who_only_reads_watches_nothing() {
        assertThatThrownBy(() -> as(AUDITOR, duty::begin)).isInstanceOf(NotAllowedException.class);
    }
}
