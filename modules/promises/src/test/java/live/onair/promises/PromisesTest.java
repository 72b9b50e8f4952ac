package live.onair.promises;

import static live.onair.pins.Stall.AUDITOR;
import static live.onair.pins.Stall.SECOND;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static live.onair.pins.Stall.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import live.onair.cues.CueKind;
import live.onair.cues.CueRows.Act;
import live.onair.cues.Cues;
import live.onair.kernel.Actor;
import live.onair.kernel.Money;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.offers.Coupons;
import live.onair.offers.Coupons.CouponTerms;
import live.onair.offers.FlashSales;
import live.onair.offers.FlashSales.FlashTerms;
import live.onair.pins.Pins;
import live.onair.pins.Stall;
import live.onair.products.LineUps;
import live.onair.products.LineUps.LineUpEntry;
import live.onair.promises.PromiseRows.Promise;
import live.onair.promises.PromiseRows.PromiseKind;
import live.onair.promises.PromiseRows.PromiseState;
import live.onair.promises.Promises.PromiseFilter;
import live.onair.promises.Promises.PromiseTerms;
import live.onair.scheduling.Gate;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was promised on air is written down by itself, and who would sell for less has to say why. */
@RoomTest
class PromisesTest {

    @Inject
    Stall stall;

    @Inject
    Promises promises;

    @Inject
    PromiseGate checks;

    @Inject
    LineUps lineUps;

    @Inject
    Pins pins;

    @Inject
    Cues cues;

    @Inject
    FlashSales sales;

    @Inject
    Coupons coupons;

    @Inject
    Gate gate;

    @Inject
    Lifecycle lifecycle;

    @Inject
    FakeClock clock;

    private String cream = "";

    @BeforeEach
    void aProduct() {
        as(Actor.ONAIR, () -> {
            checks.begin();
            return "";
        });
        cream = stall.product(stall.seller(), "가 크림", 40_000, 100);
    }

    private void prices(String show, long won) {
        done(() ->
                lineUps.arrange(show, new LineUps.LineUpWish(null, List.of(new LineUpEntry(cream, Money.won(won))))));
    }

    private String onAirAt(long won) {
        String show = stall.draft(cream);
        prices(show, won);
        done(() -> lifecycle.submit(show, null, null));
        as(SECOND, () -> lifecycle.approve(show, null, "알고 있음")).orThrow();
        stall.pass(Duration.ofMinutes(121));
        assertThat(stall.state(show)).isEqualTo(ShowState.ON_AIR);
        return show;
    }

    private List<Promise> of(String show) {
        return as(AUDITOR, () -> promises.of(show));
    }

    private Gate.Row check(String show) {
        return as(AUDITOR, () -> gate.of(show)).stream()
                .filter(row -> row.code().equals("promises"))
                .findFirst()
                .orElseThrow();
    }

    private Outcome<ShowRows.Show> approve(String show, @Nullable String why) {
        return as(SECOND, () -> lifecycle.approve(show, null, why));
    }

    @Test
    void a_product_pinned_below_its_price_is_a_promise_once() {
        String show = onAirAt(32_000);
        done(() -> pins.pin(show, cream));
        done(() -> pins.unpin(show, cream));
        done(() -> pins.pin(show, cream));
        Promise one = of(show).get(0);
        assertThat(of(show)).hasSize(1);
        assertThat(one.kind()).isEqualTo(PromiseKind.PIN);
        assertThat(one.price()).isEqualTo(Money.won(32_000));
        assertThat(one.words()).isEqualTo("방송가 ₩32,000 (평소 ₩40,000)");
        assertThat(Duration.between(one.madeAt(), one.until())).isEqualTo(Duration.ofDays(30));
        assertThat(one.state()).isEqualTo(PromiseState.BINDING);
    }

    @Test
    void its_usual_price_promises_nothing() {
        String show = stall.onAir(cream);
        done(() -> pins.pin(show, cream));
        assertThat(of(show)).isEmpty();
    }

    @Test
    void words_of_a_cue_are_a_promise_of_what_it_pins() {
        String show = stall.draft(cream);
        done(() -> cues.arrange(
                show,
                new Cues.SheetWish(
                        null,
                        List.of(new Cues.ItemWish(
                                null,
                                "크림",
                                "",
                                60,
                                "이 구성은 방송 중에만 드립니다. 오늘 하루!",
                                "",
                                "",
                                true,
                                List.of(new Act(CueKind.PIN, cream)))))));
        done(() -> lifecycle.submit(show, null, null));
        approve(show, null).orThrow();
        stall.pass(Duration.ofMinutes(121));
        assertThat(of(show)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(PromiseKind.SAID);
            assertThat(one.words()).isEqualTo("방송 중에만, 오늘 하루");
            assertThat(one.price()).isEqualTo(Money.won(40_000));
        });
    }

    @Test
    void a_flash_sale_that_opens_is_a_promise_of_its_price() {
        String show = stall.draft(cream);
        var sale = done(() -> sales.add(show, new FlashTerms(cream, Money.won(29_000), 10, 60, null, null)));
        done(() -> lifecycle.submit(show, null, null));
        approve(show, null).orThrow();
        stall.pass(Duration.ofMinutes(121));
        done(() -> sales.start(show, sale.id()));
        assertThat(of(show)).extracting(Promise::kind).containsExactly(PromiseKind.FLASH);
        assertThat(of(show).get(0).price()).isEqualTo(Money.won(29_000));
    }

    @Test
    void a_later_show_that_sells_for_less_is_approved_with_a_reason_only() {
        String first = onAirAt(32_000);
        done(() -> pins.pin(first, cream));
        String later = stall.draft(cream);
        prices(later, 26_000);
        Gate.Row row = check(later);
        assertThat(row.verdict()).isEqualTo(Gate.Verdict.RED);
        assertThat(row.holdsBack()).isFalse();
        assertThat(row.asksWhy()).isTrue();
        assertThat(row.facts().get("wordsKo")).contains(first, "₩32,000", "₩26,000");
        assertThat(as(AUDITOR, () -> promises.broken(later)))
                .singleElement()
                .satisfies(one -> assertThat(one.price()).isEqualTo(Money.won(26_000)));
        assertThat(of(first).get(0).state()).isEqualTo(PromiseState.UNDERCUT);
        done(() -> lifecycle.submit(later, null, null));
        Outcome<ShowRows.Show> no = approve(later, " ");
        assertThat(no.why()).extracting(reason -> reason.code()).containsExactly("GATE_ASKS");
        assertThat(no.sentence(Locale.KOREAN)).contains("지난 약속");
        assertThat(approve(later, "재고 정리").orThrow().state()).isEqualTo(ShowState.APPROVED);
    }

    @Test
    void a_flash_sale_that_is_only_written_undercuts_too() {
        String first = onAirAt(32_000);
        done(() -> pins.pin(first, cream));
        String later = stall.draft(cream);
        assertThat(check(later).verdict()).isEqualTo(Gate.Verdict.GREEN);
        var sale = done(() -> sales.add(later, new FlashTerms(cream, Money.won(30_000), 10, 60, null, null)));
        assertThat(check(later).verdict()).isEqualTo(Gate.Verdict.RED);
        done(() -> sales.remove(sale.id()));
        assertThat(check(later).verdict()).isEqualTo(Gate.Verdict.GREEN);
    }

    private static CouponTerms off(String name, long won, @Nullable String product) {
        return new CouponTerms(name, null, Money.won(won), null, null, null, product, null, null, null, null);
    }

    @Test
    void a_coupon_that_is_only_written_undercuts_by_what_it_leaves() {
        String first = onAirAt(32_000);
        done(() -> pins.pin(first, cream));
        String later = stall.draft(cream);
        prices(later, 32_000);
        assertThat(check(later).verdict()).isEqualTo(Gate.Verdict.GREEN);
        String coupon =
                done(() -> coupons.add(later, off("데모 쿠폰", 5_000, cream))).id();
        assertThat(check(later).verdict()).isEqualTo(Gate.Verdict.RED);
        assertThat(check(later).facts().get("wordsKo")).contains(first, "₩32,000", "₩27,000", "데모 쿠폰");
        assertThat(as(AUDITOR, () -> promises.broken(later)))
                .singleElement()
                .satisfies(one -> assertThat(one.price()).isEqualTo(Money.won(27_000)));
        done(() -> coupons.remove(coupon));
        assertThat(check(later).verdict()).isEqualTo(Gate.Verdict.GREEN);
        done(() -> coupons.add(later, off("모두 쿠폰", 1_000, null)));
        assertThat(check(later).verdict()).as("for all of the show").isEqualTo(Gate.Verdict.RED);
    }

    @Test
    void a_coupon_comes_off_a_flash_sale_too_and_below_its_minimum_off_nothing() {
        String first = onAirAt(32_000);
        done(() -> pins.pin(first, cream));
        String later = stall.draft(cream);
        CouponTerms high = new CouponTerms(
                "큰 장바구니", null, Money.won(9_000), null, null, Money.won(100_000), null, null, null, null, null);
        done(() -> coupons.add(later, high));
        assertThat(check(later).verdict()).as("one piece does not reach it").isEqualTo(Gate.Verdict.GREEN);
        done(() -> coupons.add(later, off("데모 쿠폰", 3_000, cream)));
        assertThat(check(later).verdict()).as("37,000 is more").isEqualTo(Gate.Verdict.GREEN);
        done(() -> sales.add(later, new FlashTerms(cream, Money.won(34_000), 10, 60, null, "함께 쓰면 더 싸다")));
        assertThat(check(later).verdict()).isEqualTo(Gate.Verdict.RED);
        assertThat(as(AUDITOR, () -> promises.broken(later)).get(0).price()).isEqualTo(Money.won(31_000));
    }

    @Test
    void the_same_price_with_the_same_coupon_for_all_of_the_show_undercuts_nothing() {
        String first = onAirAt(32_000);
        done(() -> pins.pin(first, cream));
        String coupon =
                done(() -> coupons.add(first, off("방송 쿠폰", 1_000, null))).id();
        String later = stall.draft(cream);
        prices(later, 32_000);
        done(() -> coupons.add(later, off("방송 쿠폰", 1_000, null)));
        assertThat(check(later).verdict()).as("there it was not open yet").isEqualTo(Gate.Verdict.RED);
        done(() -> coupons.open(first, coupon));
        assertThat(check(later).verdict()).isEqualTo(Gate.Verdict.GREEN);
        done(() -> coupons.add(later, off("더 큰 쿠폰", 2_000, null)));
        assertThat(check(later).verdict()).isEqualTo(Gate.Verdict.RED);
    }

    @Test
    void a_promise_that_is_over_or_taken_back_binds_nobody() {
        String first = onAirAt(32_000);
        done(() -> pins.pin(first, cream));
        String id = of(first).get(0).id();
        String later = stall.draft(cream);
        prices(later, 26_000);
        assertThat(refused(() -> promises.withdraw(id, "짧음"))).containsExactly("REASON");
        assertThat(done(() -> promises.withdraw(id, "고객에게 알림")).state()).isEqualTo(PromiseState.WITHDRAWN);
        assertThat(check(later).verdict()).isEqualTo(Gate.Verdict.GREEN);
        assertThat(done(() -> promises.restore(id)).state()).isEqualTo(PromiseState.UNDERCUT);
        assertThat(check(later).verdict()).isEqualTo(Gate.Verdict.RED);
        clock.advance(Duration.ofDays(31));
        String muchLater = stall.draft(cream);
        prices(muchLater, 26_000);
        assertThat(check(muchLater).verdict()).isEqualTo(Gate.Verdict.GREEN);
        assertThat(of(first).get(0).state()).isEqualTo(PromiseState.OVER);
        assertThat(done(() -> promises.prolong(id, 90)).undercuts())
                .extracting(one -> String.valueOf(one.show()))
                .contains(muchLater);
        assertThat(refused(() -> promises.prolong(id, 366))).containsExactly("DAYS");
    }

    @Test
    void a_catalogue_price_below_the_promise_is_seen_in_the_ledger() {
        String first = onAirAt(32_000);
        done(() -> pins.pin(first, cream));
        String other = stall.product(stall.seller(), "나 밤", 5_000, 1);
        assertThat(other).isNotEmpty();
        stall.pass(Duration.ofHours(2));
        stall.set(cream, 25_000, 100);
        assertThat(of(first).get(0).undercuts()).singleElement().satisfies(one -> {
            assertThat(one.show()).isNull();
            assertThat(one.price()).isEqualTo(Money.won(25_000));
        });
        stall.set(cream, 40_000, 100);
        assertThat(of(first).get(0).state()).isEqualTo(PromiseState.BINDING);
    }

    @Test
    void a_show_that_was_called_off_undercuts_nobody() {
        String first = onAirAt(32_000);
        done(() -> pins.pin(first, cream));
        String later = stall.draft(cream);
        prices(later, 26_000);
        assertThat(of(first).get(0).state()).isEqualTo(PromiseState.UNDERCUT);
        done(() -> lifecycle.cancel(later, null, "품절"));
        assertThat(of(first).get(0).state()).isEqualTo(PromiseState.BINDING);
    }

    @Test
    void what_is_written_by_hand_has_to_make_sense() {
        String show = stall.draft(cream);
        assertThat(refused(() -> promises.make("SH-none", new PromiseTerms(cream, null, "말", null))))
                .containsExactly("NO_SHOW");
        assertThat(refused(() -> promises.make(show, new PromiseTerms("PR-none", null, "말", null))))
                .containsExactly("NOT_IN_LINE_UP");
        assertThat(refused(() -> promises.make(show, new PromiseTerms(cream, Money.won(0), "말", null))))
                .containsExactly("PRICE");
        assertThat(refused(() -> promises.make(show, new PromiseTerms(cream, new Money(1, "USD"), "말", null))))
                .containsExactly("PRICE");
        assertThat(refused(() -> promises.make(show, new PromiseTerms(cream, null, "<b>말</b>", null))))
                .containsExactly("WORDS");
        assertThat(refused(() -> promises.make(show, new PromiseTerms(cream, null, "말", 0))))
                .containsExactly("DAYS");
        Promise made = done(() -> promises.make(show, new PromiseTerms(cream, null, "최저가 약속", 7)));
        assertThat(made.price()).isEqualTo(Money.won(40_000));
        assertThat(refused(() -> promises.make(show, new PromiseTerms(cream, null, "또", 7))))
                .containsExactly("AS_IT_IS");
        assertThatThrownBy(() -> as(AUDITOR, () -> promises.withdraw(made.id(), "사유가 있음")))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void the_ledger_is_searched_and_read_on() {
        String show = stall.draft(cream);
        Stream.of(10, 11, 12)
                .forEach(won ->
                        done(() -> promises.make(show, new PromiseTerms(cream, Money.won(won), "100% 최저가", null))));
        var page = as(AUDITOR, () -> promises.list(new PromiseFilter("100%", show, null, null, null, 2)));
        assertThat(page.items()).extracting(one -> one.price().minor()).containsExactly(12L, 11L);
        var next = as(AUDITOR, () -> promises.list(new PromiseFilter("100%", show, null, null, page.next(), 2)));
        assertThat(next.items()).extracting(one -> one.price().minor()).containsExactly(10L);
        assertThat(next.next()).isNull();
        assertThat(as(AUDITOR, () -> promises.list(new PromiseFilter("1_0%", show, null, null, null, 2)))
                        .items())
                .isEmpty();
        assertThat(as(
                                AUDITOR,
                                () -> promises.list(
                                        new PromiseFilter(null, show, cream, PromiseState.BINDING, null, 50)))
                        .items())
                .hasSize(3);
        assertThat(as(
                                AUDITOR,
                                () -> promises.list(
                                        new PromiseFilter(null, show, null, PromiseState.WITHDRAWN, null, 50)))
                        .items())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "방송 중에만 이 가격",
                "방송에서만 드려요",
                "오늘만 특가",
                "단 하루",
                "온라인 최저가 도전",
                "다시 없을 가격",
                "today only",
                "the lowest price"
            })
    void words_that_promise_are_found(String text) {
        assertThat(PromiseWords.in(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"오늘 소개할 상품", "방송 보러 오세요", "방송이 끝나도 같은 가격입니다", "가격을 확인해 주세요", "only for dry skin", ""})
    void innocent_words_are_not(String text) {
        assertThat(PromiseWords.in(text)).isEmpty();
    }
}
