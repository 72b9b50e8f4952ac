package live.onair.pins;

import static live.onair.pins.Stall.PLANNER;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import live.onair.cues.CueRows;
import live.onair.cues.Prompter;
import live.onair.kernel.Actor;
import live.onair.pins.PinRows.End;
import live.onair.pins.PinRows.Pin;
import live.onair.products.Stock;
import live.onair.products.Stock.Pieces;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pin moves on when nothing is left of its product, and the host is told. */
@RoomTest
class MoveOnPinTest {

    @Inject
    Stall stall;

    @Inject
    Pins pins;

    @Inject
    Stock stock;

    @Inject
    Prompter prompter;

    private String cream = "";
    private String balm = "";
    private String toner = "";
    private String show = "";

    @BeforeEach
    void threeProducts() {
        String seller = stall.seller();
        cream = stall.product(seller, "가 크림", 1_000, 12);
        balm = stall.product(seller, "나 밤", 2_000, 0);
        toner = stall.product(seller, "다 토너", 3_000, 5);
        show = stall.onAir(cream, balm, toner);
        done(() -> pins.pin(show, cream));
    }

    private void sold(int count) {
        as(Actor.ONAIR, () -> stock.take(List.of(new Pieces(cream, null, count))))
                .orThrow();
        stall.work();
    }

    private List<String> told() {
        return as(PLANNER, () -> prompter.of(show)).stream()
                .map(CueRows.Message::text)
                .toList();
    }

    @Test
    void few_are_told_and_at_zero_the_next_that_can_be_bought_is_pinned() {
        sold(3);
        assertThat(told()).containsExactly("가 크림: 9개 남음");
        assertThat(as(PLANNER, () -> pins.of(show))).extracting(Pin::product).containsExactly(cream);
        sold(9);
        assertThat(as(PLANNER, () -> pins.of(show)))
                .as("the one between is sold out")
                .extracting(Pin::product)
                .containsExactly(toner);
        assertThat(as(PLANNER, () -> pins.timeline(show)).get(0).end()).isEqualTo(End.SOLD_OUT);
        assertThat(told()).contains("품절: 가 크림 → 다음 상품 고정: 다 토너");
    }

    @Test
    void what_came_back_meanwhile_stays_pinned() {
        as(Actor.ONAIR, () -> stock.take(List.of(new Pieces(cream, null, 12)))).orThrow();
        as(Actor.ONAIR, () -> {
            stock.giveBack(List.of(new Pieces(cream, null, 2)));
            return "";
        });
        stall.work();
        assertThat(as(PLANNER, () -> pins.of(show))).extracting(Pin::product).containsExactly(cream);
    }

    @Test
    void what_somebody_took_down_meanwhile_is_followed_by_nothing() {
        as(Actor.ONAIR, () -> stock.take(List.of(new Pieces(cream, null, 12)))).orThrow();
        done(() -> pins.unpin(show, cream));
        stall.work();
        assertThat(as(PLANNER, () -> pins.of(show))).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void a_catalogue_that_says_nothing_is_left_moves_it_on_too() {
        stall.set(cream, 1_000, 0);
        stall.work();
        assertThat(as(PLANNER, () -> pins.of(show))).extracting(Pin::product).containsExactly(toner);
    }

    @Test
    void with_nothing_else_to_sell_it_only_goes() {
        as(Actor.ONAIR, () -> stock.take(List.of(new Pieces(toner, null, 5)))).orThrow();
        sold(12);
        assertThat(as(PLANNER, () -> pins.of(show))).isEmpty();
        assertThat(told()).contains("품절: 가 크림");
    }
}
