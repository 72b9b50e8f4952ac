package live.onair.offers;

import static live.onair.pins.Stall.PLANNER;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static live.onair.pins.Stall.refused;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import live.onair.kernel.Actor;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.offers.FlashSales.FlashTerms;
import live.onair.offers.OfferRows.FlashSale;
import live.onair.offers.OfferRows.OfferEnd;
import live.onair.offers.OfferRows.OfferState;
import live.onair.pins.Stall;
import live.onair.products.LineUps;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A price that is announced, holds for minutes and ends by itself; it is really low, or a reason is on record. */
@RoomTest
class FlashSalesTest {

    @Inject
    Stall stall;

    @Inject
    FlashSales sales;

    @Inject
    LineUps lineUps;

    @Inject
    FakeClock clock;

    private String cream = "";
    private String balm = "";

    @BeforeEach
    void twoProducts() {
        String seller = stall.seller();
        cream = stall.product(seller, "가 크림", 10_000, 10);
        balm = stall.product(seller, "나 밤", 20_000, 0);
    }

    private static FlashTerms of(String product, long won, @Nullable Integer quantity, @Nullable String reason) {
        return new FlashTerms(product, Money.won(won), 10, 60, quantity, reason);
    }

    private FlashSale written(String show, FlashTerms terms) {
        return done(() -> sales.add(show, terms));
    }

    private FlashSale find(FlashSale sale) {
        return as(PLANNER, () -> sales.of(sale.show())).stream()
                .filter(one -> one.id().equals(sale.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void terms_that_make_no_sense_are_refused_by_name() {
        String show = stall.draft(cream);
        assertThat(refused(() -> sales.add(show, of(balm, 1_000, null, null)))).containsExactly("NOT_IN_LINE_UP");
        assertThat(refused(() -> sales.add(show, of(cream, 10_000, null, null))))
                .containsExactly("PRICE");
        assertThat(refused(() -> sales.add(show, of(cream, 0, null, null)))).containsExactly("PRICE");
        assertThat(refused(() -> sales.add(show, new FlashTerms(cream, null, null, null, null, null))))
                .containsExactly("PRICE");
        assertThat(refused(() -> sales.add(show, new FlashTerms(cream, Money.won(9_000), 9, 1_201, 0, null))))
                .containsExactly("COUNTDOWN", "FLASH_TIME", "QUANTITY");
        assertThat(refused(() -> sales.add(show, new FlashTerms(cream, new Money(900, "USD"), null, null, null, null))))
                .containsExactly("CURRENCY");
        assertThat(refused(() -> sales.add(show, of(cream, 9_000, null, "<script>"))))
                .containsExactly("REASON");
    }

    @Test
    void a_price_that_was_lower_within_thirty_days_needs_a_reason() {
        String show = stall.draft(cream);
        stall.set(cream, 8_000, 10);
        clock.advance(Duration.ofDays(1));
        stall.set(cream, 10_000, 10);
        assertThat(as(PLANNER, () -> sales.lowest(cream))).contains(Money.won(8_000));
        Outcome<FlashSale> no = as(PLANNER, () -> sales.add(show, of(cream, 8_000, null, null)));
        assertThat(no.sentence(Locale.KOREAN)).contains("30일 최저가 ₩8,000");
        assertThat(written(show, of(cream, 8_000, null, "입고 기념")).reason()).isEqualTo("입고 기념");
        assertThat(written(show, of(cream, 7_990, null, null)).reason()).isEmpty();
        clock.advance(Duration.ofDays(31));
        assertThat(as(PLANNER, () -> sales.lowest(cream))).as("long ago").contains(Money.won(10_000));
    }

    @Test
    void it_counts_down_holds_and_ends_by_itself() {
        String show = stall.approved(cream);
        FlashSale sale = written(show, of(cream, 9_000, null, null));
        assertThat(refused(() -> sales.start(show, sale.id()))).containsExactly("NOT_NOW");
        stall.pass(Duration.ofMinutes(121));
        assertThat(refused(() -> sales.add(show, of(cream, 8_000, null, null)))).containsExactly("LOCKED");
        assertThat(done(() -> sales.start(show, sale.id())).state()).isEqualTo(OfferState.COUNTDOWN);
        assertThat(as(PLANNER, () -> sales.holding(show, cream))).isEmpty();
        assertThat(refused(() -> sales.start(show, sale.id()))).containsExactly("AS_IT_IS");
        clock.advance(Duration.ofSeconds(10));
        assertThat(find(sale).state()).isEqualTo(OfferState.OPEN);
        assertThat(as(PLANNER, () -> sales.holding(show, cream)).orElseThrow().price())
                .isEqualTo(Money.won(9_000));
        assertThat(refused(
                        () -> sales.change(sale.id(), new FlashSales.FlashChange(null, of(cream, 8_000, null, null)))))
                .containsExactly("LOCKED");
        stall.pass(Duration.ofMinutes(2));
        assertThat(find(sale).run().end()).isEqualTo(OfferEnd.TIME);
        assertThat(as(PLANNER, () -> sales.shown(show))).isEmpty();
        assertThat(as(PLANNER, () -> sales.lowest(cream))).as("it was asked").contains(Money.won(9_000));
    }

    @Test
    void pieces_at_its_price_end_it_when_they_are_gone_and_one_product_has_one_at_a_time() {
        String show = stall.approved(cream);
        FlashSale first = written(show, of(cream, 9_000, 3, null));
        FlashSale second = written(show, of(cream, 8_000, null, null));
        stall.pass(Duration.ofMinutes(121));
        done(() -> sales.start(show, first.id()));
        assertThat(refused(() -> sales.start(show, second.id()))).containsExactly("ANOTHER");
        assertThat(codes(sell(first, 1))).as("still counting down").containsExactly("NOT_OPEN");
        clock.advance(Duration.ofSeconds(11));
        sell(first, 2).orThrow();
        assertThat(codes(sell(first, 2))).containsExactly("USED_UP");
        sell(first, 1).orThrow();
        assertThat(find(first).run().end()).isEqualTo(OfferEnd.USED_UP);
        done(() -> sales.start(show, second.id()));
        assertThat(done(() -> sales.stop(show, second.id())).run().end()).isEqualTo(OfferEnd.HAND);
        assertThat(refused(() -> sales.stop(show, second.id()))).containsExactly("NOT_OPEN");
    }

    private Outcome<FlashSale> sell(FlashSale sale, int count) {
        return as(Actor.ONAIR, () -> sales.sell(sale.id(), count));
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.why().stream().map(why -> why.code()).toList();
    }

    @Test
    void what_became_wrong_meanwhile_is_said_when_it_starts() {
        String show = stall.approved(cream, balm);
        FlashSale gone = written(show, of(balm, 9_000, null, null));
        FlashSale sale = written(show, of(cream, 9_000, null, null));
        stall.set(cream, 8_900, 10);
        stall.pass(Duration.ofMinutes(121));
        assertThat(refused(() -> sales.start(show, gone.id()))).containsExactly("SOLD_OUT");
        assertThat(refused(() -> sales.start(show, sale.id()))).containsExactly("PRICE");
        assertThat(lineUps.of(show).items()).hasSize(2);
    }
}
