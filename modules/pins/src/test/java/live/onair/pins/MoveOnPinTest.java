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
import live.onair.products.ProductRows;
import live.onair.products.Products;
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

    @Inject
    Products products;

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
    void what_runs_low_is_told_by_a_shop_too_and_the_newest_only_until_it_was_read() {
        stall.set(cream, 1_000, 9);
        stall.work();
        stall.set(cream, 1_000, 6);
        stall.work();
        assertThat(told()).containsExactly("가 크림: 6개 남음");
        CueRows.Message few = as(PLANNER, () -> prompter.of(show)).get(0);
        assertThat(few.en()).isEqualTo("가 크림: 6 left");
        done(() -> prompter.read(few.id()));
        stall.set(cream, 1_000, 4);
        stall.work();
        assertThat(told()).containsExactly("가 크림: 6개 남음");
    }

    @Test
    void of_a_product_with_options_each_is_told() {
        List<ProductRows.Option> options = List.of(
                new ProductRows.Option("LIP-R" + System.nanoTime(), "레드", null, 11),
                new ProductRows.Option("LIP-P" + System.nanoTime(), "핑크", null, 12));
        Products.ProductTerms plain = Stall.terms(stall.seller(), "O-" + System.nanoTime(), "라 립", 9_000, null);
        ProductRows.Product lip = done(() -> products.add(new Products.ProductTerms(
                plain.seller(),
                plain.sku(),
                plain.name(),
                plain.brand(),
                plain.category(),
                plain.price(),
                null,
                null,
                null,
                options,
                plain.cosmetic(),
                null)));
        String other = stall.onAir(lip.id(), toner);
        done(() -> pins.pin(other, lip.id()));
        as(
                        Actor.ONAIR,
                        () -> stock.take(
                                List.of(new Pieces(lip.id(), options.get(0).sku(), 2))))
                .orThrow();
        stall.work();
        assertThat(as(PLANNER, () -> prompter.of(other)))
                .extracting(CueRows.Message::text)
                .containsExactly("라 립 레드: 9개 남음");
        as(
                        Actor.ONAIR,
                        () -> stock.take(
                                List.of(new Pieces(lip.id(), options.get(0).sku(), 9))))
                .orThrow();
        stall.work();
        assertThat(as(PLANNER, () -> prompter.of(other)))
                .extracting(CueRows.Message::text)
                .containsExactly("품절: 라 립 레드");
        assertThat(as(PLANNER, () -> pins.of(other)))
                .as("the other colour is left")
                .hasSize(1);
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
