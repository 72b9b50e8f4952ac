package live.onair.pins;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import live.onair.kernel.Actor;
import live.onair.kernel.Role;
import live.onair.pins.CardRows.CardKind;
import live.onair.scheduling.Gate;
import live.onair.scheduling.ShowState;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A show that sells has a notice at hand, or says in red that it has none. */
@RoomTest
class NoticeGateTest {

    private static final Actor ADMIN = new Actor("admin", "admin", Set.of(Role.ADMIN), Actor.Source.UI);

    @Inject
    Stall stall;

    @Inject
    NoticeGate checks;

    @Inject
    Cards cards;

    @Inject
    Gate gate;

    private String cream = "";

    @BeforeEach
    void aCream() {
        as(Actor.ONAIR, () -> {
            checks.begin();
            return "";
        });
        required(false);
        cream = stall.product(stall.seller(), "가 크림", 10_000, 10);
    }

    private void required(boolean wanted) {
        for (int tier = 1; tier <= 3; tier++) {
            int one = tier;
            as(ADMIN, () -> gate.require(NoticeGate.CODE, one, wanted));
        }
    }

    private Gate.Row check(String show) {
        return as(AUDITOR, () -> gate.of(show)).stream()
                .filter(row -> row.code().equals(NoticeGate.CODE))
                .findFirst()
                .orElseThrow();
    }

    private String notice(String show) {
        return done(() -> cards.add(new Cards.NewCard(CardKind.NOTICE, show, null, null, "배송은 이틀 걸립니다")))
                .id();
    }

    @Test
    void a_show_that_sells_without_a_notice_is_red_and_starts_all_the_same_while_none_is_required() {
        String show = stall.draft(cream);
        assertThat(check(show).verdict()).isEqualTo(Gate.Verdict.RED);
        assertThat(check(show).holdsBack()).isFalse();
        String id = notice(show);
        assertThat(check(show).verdict()).isEqualTo(Gate.Verdict.GREEN);
        done(() -> cards.remove(id));
        assertThat(check(show).verdict()).isEqualTo(Gate.Verdict.RED);
        assertThat(stall.state(stall.start(show))).isEqualTo(ShowState.ON_AIR);
    }

    @Test
    void a_show_that_sells_nothing_needs_none() {
        assertThat(check(stall.draft()).verdict()).isEqualTo(Gate.Verdict.NOT_APPLICABLE);
    }

    @Test
    void where_one_is_required_its_absence_holds_the_start_until_it_is_written() {
        required(true);
        String show = stall.approved(cream);
        assertThat(check(show).holdsBack()).isTrue();
        stall.pass(Duration.ofMinutes(121));
        assertThat(stall.state(show)).isEqualTo(ShowState.STANDBY);
        notice(show);
        stall.work();
        assertThat(stall.state(show)).isEqualTo(ShowState.ON_AIR);
    }
}
