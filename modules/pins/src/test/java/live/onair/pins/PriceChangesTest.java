package live.onair.pins;

import static live.onair.pins.Stall.PLANNER;
import static live.onair.pins.Stall.SECOND;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static live.onair.pins.Stall.refused;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import live.onair.identity.Approvals;
import live.onair.kernel.Actor;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.pins.PriceChangeRows.PriceChange;
import live.onair.pins.PriceChangeRows.PriceState;
import live.onair.products.LineUps;
import live.onair.scheduling.Lifecycle;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class PriceChangesTest {

    @Inject
    Stall stall;

    @Inject
    PriceChanges changes;

    @Inject
    Approvals approvals;

    @Inject
    LineUps lineUps;

    @Inject
    Lifecycle lifecycle;

    private String cream = "";
    private String show = "";

    @BeforeEach
    void aShowOnAir() {
        cream = stall.product(stall.seller(), "가 크림", 1_000, 10);
        show = stall.onAir(cream);
    }

    private PriceChange asked(long won) {
        return done(() -> changes.ask(show, cream, wish(won)));
    }

    private static PriceChanges.PriceWish wish(long won) {
        return new PriceChanges.PriceWish(Money.won(won), "현장 할인");
    }

    private PriceChange now(String id) {
        return as(PLANNER, () -> changes.of(show)).stream()
                .filter(change -> change.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Money price() {
        Money cost = as(PLANNER, () -> lineUps.of(show)).items().get(0).cost();
        return java.util.Objects.requireNonNull(cost);
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.why().stream().map(Reason::code).toList();
    }

    @Test
    void a_locked_price_changes_when_a_second_person_agrees() {
        PriceChange change = asked(900);
        assertThat(change.state()).isEqualTo(PriceState.ASKED);
        assertThat(change.before()).isEqualTo(Money.won(1_000));
        assertThat(codes(as(PLANNER, () -> changes.approve(change.id())))).containsExactly("SAME_PERSON");
        stall.work();
        assertThat(price()).isEqualTo(Money.won(1_000));
        as(SECOND, () -> changes.approve(change.id())).orThrow();
        stall.work();
        assertThat(price()).isEqualTo(Money.won(900));
        PriceChange after = now(change.id());
        assertThat(after.state()).isEqualTo(PriceState.DONE);
        assertThat(after.askedBy()).isEqualTo("kim");
        assertThat(after.decidedBy()).isEqualTo("lee");
        assertThat(codes(as(SECOND, () -> changes.approve(change.id())))).containsExactly("SETTLED");
    }

    @Test
    void what_the_catalogue_says_meanwhile_does_not_touch_a_show_that_runs() {
        stall.set(cream, 5_000, 10);
        assertThat(price()).isEqualTo(Money.won(1_000));
        assertThat(refused(() -> lineUps.arrange(
                        show, new LineUps.LineUpWish(null, List.of(new LineUps.LineUpEntry(cream, Money.won(1)))))))
                .containsExactly("TOO_LATE_TO_CHANGE");
    }

    @Test
    void the_yes_can_be_given_where_all_approvals_are() {
        PriceChange change = asked(800);
        as(SECOND, () -> approvals.approve(change.approval(), "좋아요")).orThrow();
        stall.work();
        assertThat(price()).isEqualTo(Money.won(800));
    }

    @Test
    void a_second_person_who_does_not_agree_says_why_and_the_price_stays() {
        PriceChange change = asked(800);
        assertThat(codes(as(SECOND, () -> changes.refuse(change.id(), " ")))).containsExactly("REASON");
        as(SECOND, () -> changes.refuse(change.id(), "약속한 가격")).orThrow();
        stall.work();
        assertThat(price()).isEqualTo(Money.won(1_000));
        assertThat(now(change.id()).state()).isEqualTo(PriceState.REFUSED);
        assertThat(now(change.id()).whyKo()).isEqualTo("약속한 가격");
        asked(850);
    }

    @Test
    void one_change_of_a_product_waits_at_a_time_and_nonsense_is_refused() {
        assertThat(refused(() -> changes.ask(show, cream, new PriceChanges.PriceWish(Money.won(0), ""))))
                .containsExactly("PRICE", "REASON");
        assertThat(refused(() -> changes.ask(show, cream, new PriceChanges.PriceWish(new Money(1, "USD"), "x"))))
                .containsExactly("CURRENCY");
        assertThat(refused(() -> changes.ask(show, cream, wish(1_000)))).containsExactly("SAME");
        assertThat(refused(() -> changes.ask(show, "PR-0", wish(1)))).containsExactly("NOT_IN_LINE_UP");
        assertThat(refused(() -> changes.ask("SH-0", cream, wish(1)))).containsExactly("NO_SHOW");
        assertThat(refused(() -> changes.ask(stall.approved(cream), cream, wish(1))))
                .containsExactly("NOT_LOCKED");
        assertThat(refused(() -> changes.approve("PC-0"))).containsExactly("NO_CHANGE");
        asked(900);
        assertThat(refused(() -> changes.ask(show, cream, wish(700)))).containsExactly("OPEN");
    }

    @Test
    void what_is_not_decided_when_the_show_ends_is_over_with_it() {
        PriceChange change = asked(900);
        as(Actor.ONAIR, () -> lifecycle.stop(new Lifecycle.Confirmed(show, show, "끝")))
                .orThrow();
        stall.pass(Duration.ofMinutes(1));
        assertThat(now(change.id()).state()).isEqualTo(PriceState.EXPIRED);
        assertThat(codes(as(SECOND, () -> changes.approve(change.id())))).containsExactly("SETTLED");
        as(SECOND, () -> approvals.approve(change.approval(), "늦었어요"));
        stall.work();
        assertThat(now(change.id()).state()).isEqualTo(PriceState.EXPIRED);
        assertThat(price()).isEqualTo(Money.won(1_000));
    }

    @Test
    void a_price_that_was_agreed_and_cannot_be_changed_says_why() {
        PriceChange change = asked(900);
        as(SECOND, () -> changes.approve(change.id())).orThrow();
        as(Actor.ONAIR, () -> lineUps.reprice(show, cream, new LineUps.Repricing(Money.won(1_000), Money.won(950))))
                .orThrow();
        stall.work();
        assertThat(now(change.id()).state()).isEqualTo(PriceState.FAILED);
        assertThat(now(change.id()).whyKo()).contains("₩950");
        assertThat(price()).isEqualTo(Money.won(950));
    }
}
