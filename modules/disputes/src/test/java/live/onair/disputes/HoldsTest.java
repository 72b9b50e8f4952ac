package live.onair.disputes;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static live.onair.pins.Stall.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import live.onair.disputes.DisputeHolds.HoldFilter;
import live.onair.disputes.HoldRows.DisputeHold;
import live.onair.disputes.HoldRows.ReleasePlan;
import live.onair.disputes.HoldRows.TapeState;
import live.onair.disputes.spi.FakeDisputeRecordings;
import live.onair.kernel.CloudFault;
import live.onair.kernel.NotAllowedException;
import live.onair.pins.Stall;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A show that is disputed about is held: its recording stays until the last hold was released for a reason. */
@RoomTest
class HoldsTest {

    @Inject
    Stall stall;

    @Inject
    Court court;

    @Inject
    Disputes disputes;

    @Inject
    DisputeHolds holds;

    @Inject
    @Any
    FakeDisputeRecordings recordings;

    private String cream = "";

    @BeforeEach
    void aProduct() {
        recordings.breaks(null);
        cream = stall.product(stall.seller(), "가 크림", 10_000, 50);
    }

    private List<DisputeHold> open(String show) {
        return as(AUDITOR, () -> holds.list(new HoldFilter(show, true, null, 50)))
                .items();
    }

    private ReleasePlan plan(DisputeHold hold) {
        return done(() -> holds.plan(hold.id()));
    }

    @Test
    void two_orders_hold_one_show_and_the_last_lets_it_go() {
        String show = stall.onAir(cream);
        String first = court.order(show, cream, 1);
        String second = court.order(show, cream, 1);
        court.ends();
        court.made(first);
        assertThat(recordings.isHeld(show)).isTrue();
        court.made(first);
        court.made(second);
        List<DisputeHold> both = open(show);
        assertThat(both).extracting(DisputeHold::order).containsExactly(second, first);
        assertThat(both.get(0).tape().state()).isEqualTo(TapeState.HELD);
        ReleasePlan plan = plan(both.get(1));
        assertThat(plan.others()).containsExactly(second);
        assertThat(plan.isLast()).isFalse();
        done(() -> holds.release(both.get(1).id(), "고객과 합의했습니다", plan.hash()));
        court.work();
        assertThat(recordings.isHeld(show)).isTrue();
        assertThat(plan(both.get(0)).isLast()).isTrue();
        done(() -> holds.release(both.get(0).id(), "소비자원 종결", plan(both.get(0)).hash()));
        court.work();
        assertThat(recordings.isHeld(show)).isFalse();
        assertThat(open(show)).isEmpty();
        DisputeHold over = as(AUDITOR, () -> holds.of(show)).get(0);
        assertThat(over.release().because()).isEqualTo("소비자원 종결");
        assertThat(over.release().by()).isEqualTo("kim");
        assertThat(over.tape().state()).isEqualTo(TapeState.THERE);
        court.made(first);
        assertThat(recordings.isHeld(show)).as("held again with the next pack").isTrue();
    }

    @Test
    void it_is_released_with_a_reason_and_the_plan_that_was_seen() {
        String show = stall.onAir(cream);
        String order = court.order(show, cream, 1);
        String other = court.order(show, cream, 1);
        court.ends();
        court.made(order);
        DisputeHold hold = open(show).get(0);
        String seen = plan(hold).hash();
        assertThat(refused(() -> holds.release(hold.id(), " ", seen))).containsExactly("REASON");
        assertThat(refused(() -> holds.release(hold.id(), "<b>해제해요</b>", seen))).containsExactly("REASON");
        assertThat(refused(() -> holds.release(hold.id(), "합의했습니다", null))).containsExactly("PLAN");
        court.made(other);
        assertThat(refused(() -> holds.release(hold.id(), "합의했습니다", seen)))
                .as("another order holds it since")
                .containsExactly("PLAN");
        assertThat(refused(() -> holds.release("DH-0", "합의했습니다", seen))).containsExactly("NO_HOLD");
        assertThatThrownBy(() -> as(AUDITOR, () -> holds.release(hold.id(), "합의했습니다", seen)))
                .isInstanceOf(NotAllowedException.class);
        done(() -> holds.release(hold.id(), "합의했습니다", plan(hold).hash()));
        assertThat(refused(() -> holds.release(hold.id(), "합의했습니다", seen))).containsExactly("AS_IT_IS");
    }

    @Test
    void it_is_made_so_when_the_media_process_is_there_again() {
        String show = stall.onAir(cream);
        String order = court.order(show, cream, 1);
        court.ends();
        recordings.breaks(CloudFault.UNAVAILABLE);
        done(() -> disputes.make(order, false));
        court.work();
        assertThat(recordings.isHeld(show)).isFalse();
        recordings.breaks(null);
        stall.pass(Duration.ofMinutes(1));
        court.work();
        assertThat(recordings.isHeld(show)).isTrue();
    }

    @Test
    void what_somebody_else_keeps_is_not_let_go() {
        String show = stall.onAir(cream);
        String order = court.order(show, cream, 1);
        court.ends();
        recordings.hold(show, true);
        done(() -> disputes.plan(order));
        court.work();
        assertThat(recordings.isHeld(show)).isTrue();
    }
}
