package live.onair.orders;

import static live.onair.pins.Stall.PLANNER;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import live.onair.kernel.Actor;
import live.onair.kernel.Money;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.offers.Coupons;
import live.onair.offers.FlashSales;
import live.onair.offers.OfferRows;
import live.onair.orders.OrderRows.Hold;
import live.onair.orders.OrderRows.HoldState;
import live.onair.orders.OrderRows.Selling;
import live.onair.orders.Orders.HoldWish;
import live.onair.orders.Orders.Wish;
import live.onair.pins.Stall;
import live.onair.products.Catalogues;
import live.onair.products.ProductField;
import live.onair.products.ProductRows;
import live.onair.products.Products;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Viewers hold pieces at the prices that stand, buy them or give them back; the stock never falls below zero. */
@RoomTest
class OrdersTest {

    private static final String VIEWER = "viewer-0001";

    @Inject
    Stall stall;

    @Inject
    Orders orders;

    @Inject
    Coupons coupons;

    @Inject
    FlashSales sales;

    @Inject
    Products products;

    @Inject
    Catalogues catalogues;

    @Inject
    FakeClock clock;

    private String cream = "";
    private String balm = "";

    @BeforeEach
    void twoProducts() {
        String seller = stall.seller();
        cream = stall.product(seller, "가 크림", 10_000, 10);
        balm = stall.product(seller, "나 밤", 20_000, null);
    }

    private Outcome<Hold> hold(UUID id, String show, String viewer, @Nullable UUID claim, Wish... lines) {
        return as(Actor.ONAIR, () -> orders.hold(new HoldWish(id, show, viewer, List.of(lines), claim)));
    }

    private Hold held(String show, int pieces) {
        return hold(UUID.randomUUID(), show, VIEWER, null, new Wish(cream, null, pieces))
                .orThrow();
    }

    private Outcome<Hold> buy(Hold hold, String viewer) {
        return as(Actor.ONAIR, () -> orders.buy(UUID.fromString(hold.id()), viewer));
    }

    private Outcome<Hold> release(Hold hold) {
        return as(Actor.ONAIR, () -> orders.release(UUID.fromString(hold.id()), VIEWER));
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.why().stream().map(why -> why.code()).toList();
    }

    private @Nullable Integer left() {
        return products.find(cream).orElseThrow().stock();
    }

    @Test
    void what_is_held_is_out_of_the_stock_and_bought_once() {
        String show = stall.onAir(cream);
        UUID id = UUID.randomUUID();
        Hold hold = hold(id, show, VIEWER, null, new Wish(cream, null, 3)).orThrow();
        assertThat(hold.due()).isEqualTo(Money.won(30_000));
        assertThat(left()).isEqualTo(7);
        assertThat(hold(id, show, VIEWER, null, new Wish(cream, null, 3)).orThrow())
                .isEqualTo(hold);
        assertThat(codes(hold(id, show, VIEWER, null, new Wish(cream, null, 2))))
                .containsExactly("NO_HOLD");
        assertThat(left()).as("taken once").isEqualTo(7);
        assertThat(codes(buy(hold, "viewer-0002"))).containsExactly("NO_HOLD");
        Hold bought = buy(hold, VIEWER).orThrow();
        assertThat(bought.order()).startsWith("OR-");
        assertThat(buy(hold, VIEWER).orThrow().order()).as("the same order").isEqualTo(bought.order());
        assertThat(codes(release(hold))).containsExactly("BOUGHT");
        stall.pass(Duration.ofMinutes(15));
        assertThat(left()).isEqualTo(7);
        assertThat(as(PLANNER, () -> orders.find(bought.order())).orElseThrow().state())
                .isEqualTo(HoldState.BOUGHT);
    }

    @Test
    void what_is_not_bought_comes_back_by_hand_or_by_time() {
        String show = stall.onAir(cream);
        Hold given = held(show, 4);
        Hold forgotten = held(show, 6);
        assertThat(left()).isZero();
        assertThat(codes(hold(UUID.randomUUID(), show, VIEWER, null, new Wish(cream, null, 1))))
                .containsExactly("SOLD_OUT");
        assertThat(release(given).orThrow().state()).isEqualTo(HoldState.RELEASED);
        assertThat(release(given).isDone()).as("once more").isTrue();
        assertThat(left()).isEqualTo(4);
        assertThat(codes(hold(UUID.randomUUID(), show, VIEWER, null, new Wish(cream, null, 5))))
                .containsExactly("TOO_FEW");
        stall.pass(Duration.ofMinutes(11));
        assertThat(left()).isEqualTo(10);
        assertThat(codes(buy(forgotten, VIEWER))).containsExactly("EXPIRED");
    }

    @Test
    void nonsense_is_refused_and_takes_nothing() {
        String show = stall.onAir(cream, balm);
        UUID id = UUID.randomUUID();
        assertThat(codes(hold(id, show, "<b>", null, new Wish(cream, null, 1)))).containsExactly("VIEWER");
        assertThat(codes(hold(id, "SH-0", VIEWER, null, new Wish(cream, null, 1))))
                .containsExactly("NOT_ON_SALE");
        assertThat(codes(hold(id, show, VIEWER, null))).containsExactly("LINES");
        assertThat(codes(hold(id, show, VIEWER, null, new Wish(cream, null, -1))))
                .containsExactly("LINES");
        assertThat(codes(hold(id, show, VIEWER, null, new Wish("PR-0", null, 1))))
                .containsExactly("NOT_HERE");
        assertThat(codes(hold(id, show, VIEWER, null, new Wish(cream, null, 2), new Wish(balm, null, 1))))
                .as("one of two cannot be had")
                .containsExactly("STOCK_UNKNOWN");
        assertThat(left()).isEqualTo(10);
        String draft = stall.draft(cream);
        assertThat(codes(hold(id, draft, VIEWER, null, new Wish(cream, null, 1))))
                .containsExactly("NOT_ON_SALE");
        assertThatThrownBy(() -> as(
                        PLANNER,
                        () -> orders.hold(new HoldWish(id, show, VIEWER, List.of(new Wish(cream, null, 1)), null))))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void options_are_held_each_from_its_own_stock() {
        Products.ProductTerms terms = new Products.ProductTerms(
                stall.seller(),
                "O-" + System.nanoTime(),
                "다 립",
                "데모 브랜드",
                "립",
                Money.won(9_000),
                null,
                null,
                null,
                List.of(
                        new ProductRows.Option("LIP-R" + System.nanoTime(), "레드", null, 2),
                        new ProductRows.Option("LIP-P" + System.nanoTime(), "핑크", Money.won(9_500), 0)),
                ProductRows.Cosmetic.GENERAL,
                null);
        ProductRows.Product lip = done(() -> products.add(terms));
        String red = lip.options().get(0).sku();
        String pink = lip.options().get(1).sku();
        String show = stall.onAir(lip.id());
        UUID id = UUID.randomUUID();
        assertThat(codes(hold(id, show, VIEWER, null, new Wish(lip.id(), null, 1))))
                .containsExactly("WHICH_OPTION");
        assertThat(codes(hold(id, show, VIEWER, null, new Wish(lip.id(), pink, 1))))
                .containsExactly("SOLD_OUT");
        Hold hold = hold(id, show, VIEWER, null, new Wish(lip.id(), red, 2)).orThrow();
        assertThat(hold.lines().get(0).name()).isEqualTo("다 립 레드");
        assertThat(products.find(lip.id()).orElseThrow().stock()).isZero();
    }

    @Test
    void each_option_has_its_own_forecast_and_what_the_shop_sells_itself_counts() {
        String key = String.valueOf(System.nanoTime());
        ProductRows.Product lip = done(() -> products.add(lip(key, "핑크", 9_500)));
        String sku = lip.options().get(0).sku();
        String show = stall.onAir(lip.id(), cream);
        hold(UUID.randomUUID(), show, VIEWER, null, new Wish(lip.id(), sku, 1)).orThrow();
        Orders.Elsewhere three = new Orders.Elsewhere(UUID.randomUUID(), show, lip.id(), sku, 3, clock.instant());
        for (int i = 0; i < 2; i++) {
            as(Actor.ONAIR, () -> {
                orders.soldElsewhere(List.of(three));
                return "";
            });
        }
        Selling selling = as(PLANNER, () -> orders.sales(show)).products().get(0);
        assertThat(selling.elsewhere()).as("told twice, counted once").isEqualTo(3);
        assertThat(selling.perMinute()).isEqualTo(4.0);
        assertThat(selling.minutesLeft()).isEqualTo(1);
        assertThat(selling.options()).containsExactly(new OrderRows.SellingOption(sku, "핑크", 4, 4.0, 1));
        assertThat(as(PLANNER, () -> orders.sales(show)).products().get(1).options())
                .isEmpty();
    }

    @Test
    void the_price_of_an_option_is_locked_while_a_show_sells_it_and_all_else_of_it_is_not() {
        String key = String.valueOf(System.nanoTime());
        ProductRows.Product lip = done(() -> products.add(lip(key, "핑크", 9_500)));
        String show = stall.onAir(lip.id());
        assertThat(codes(changed(lip, lip(key, "핑크", 5_000)))).containsExactly("OPTION_LOCKED");
        assertThat(codes(changed(lip, lip(key, "핑크", 0)))).containsExactly("OPTION_LOCKED");
        assertThat(codes(changed(lip, inDollars(lip(key, "핑크", 0))))).contains("CURRENCY_LOCKED");
        assertThat(changed(lip, lip(key, "연한 핑크", 9_500)).isDone()).isTrue();
        stall.pass(Duration.ofHours(2));
        assertThat(stall.state(show).isLive()).isFalse();
        assertThat(changed(lip, lip(key, "연한 핑크", 5_000)).isDone()).isTrue();
    }

    @Test
    void no_file_changes_the_currency_or_the_price_of_an_option_while_a_show_sells_it_nor_does_taking_one_back() {
        String key = String.valueOf(System.nanoTime());
        ProductRows.Product lip = done(() -> products.add(lip(key, "핑크", 9_500)));
        String option = lip.options().get(0).sku();
        String head = "SKU,상품명,판매가,통화,옵션 이름,옵션 SKU,옵션 판매가,옵션 재고\n";
        String row = lip.sku() + ",다 립,%s,%s,핑크," + option + ",%s,%d\n";
        Catalogues.CatalogueImport before =
                done(() -> catalogues.apply(file(head + row.formatted("9000", "KRW", "8000", 3))));
        stall.onAir(lip.id());
        assertThat(codes(as(PLANNER, () -> catalogues.apply(file(head + row.formatted("9000", "KRW", "5000", 3))))))
                .containsExactly("WRONG_LINES");
        Catalogues.Look look = done(() -> catalogues.look(file(head + row.formatted("9.00", "USD", "8.00", 3))));
        assertThat(look.lines().get(0).reasons())
                .extracting(why -> why.code())
                .containsExactlyInAnyOrder("OPTION_LOCKED", "CURRENCY_LOCKED");
        assertThat(codes(as(PLANNER, () -> catalogues.undo(before.id())))).containsExactly("OPTION_LOCKED");
        Map<ProductField, String> told = Map.of(
                ProductField.SELLER, stall.seller(),
                ProductField.SKU, lip.sku(),
                ProductField.NAME, "다 립",
                ProductField.CURRENCY, "USD",
                ProductField.PRICE, "9.00");
        Catalogues.Taken taken = done(() -> catalogues.take(new Catalogues.Offer(
                "shop",
                List.of(new Catalogues.Offered(told, List.of(new Catalogues.OfferedOption(option, "핑크", "8.00", "3")))),
                List.of(),
                any -> List.of())));
        assertThat(taken.held()).as("stays behind until the show is over").isEqualTo(1);
        assertThat(products.find(lip.id()).orElseThrow().currency()).isEqualTo("KRW");
        done(() -> catalogues.apply(file(head + row.formatted("9000", "KRW", "8000", 30))));
        assertThat(products.find(lip.id()).orElseThrow().stock()).isEqualTo(30);
    }

    private Catalogues.Upload file(String text) {
        return new Catalogues.Upload(null, null, text, null, stall.seller(), null, false);
    }

    private Outcome<ProductRows.Product> changed(ProductRows.Product product, Products.ProductTerms terms) {
        return as(PLANNER, () -> products.change(product.id(), new Products.Change(null, terms)));
    }

    private static Products.ProductTerms inDollars(Products.ProductTerms won) {
        return new Products.ProductTerms(
                won.seller(),
                won.sku(),
                won.name(),
                won.brand(),
                won.category(),
                new Money(900, "USD"),
                null,
                "USD",
                null,
                won.options(),
                won.cosmetic(),
                won.reportNumber());
    }

    /** A lipstick of one colour; nothing as its price is the product's own. */
    private Products.ProductTerms lip(String key, String colour, long price) {
        return new Products.ProductTerms(
                stall.seller(),
                "O-" + key,
                "다 립",
                "데모 브랜드",
                "립",
                Money.won(9_000),
                null,
                null,
                null,
                List.of(new ProductRows.Option("LIP-" + key, colour, price == 0 ? null : Money.won(price), 5)),
                ProductRows.Cosmetic.GENERAL,
                null);
    }

    @Test
    void a_coupon_and_a_flash_price_count_as_they_stand_and_come_back() {
        String show = stall.approved(cream);
        OfferRows.FlashSale flash =
                done(() -> sales.add(show, new FlashSales.FlashTerms(cream, Money.won(8_000), 10, 60, 5, null)));
        OfferRows.Coupon coupon = done(() -> coupons.add(
                show,
                new Coupons.CouponTerms(
                        "천원", null, Money.won(1_000), null, null, Money.won(8_000), null, null, null, null, null)));
        stall.pass(Duration.ofMinutes(121));
        done(() -> coupons.open(show, coupon.id()));
        UUID claim = UUID.randomUUID();
        as(Actor.ONAIR, () -> coupons.claim(claim, coupon.id(), VIEWER)).orThrow();
        done(() -> sales.start(show, flash.id()));
        assertThat(held(show, 1).total()).as("still counting down").isEqualTo(Money.won(10_000));
        clock.advance(Duration.ofSeconds(11));
        Hold hold = hold(UUID.randomUUID(), show, VIEWER, claim, new Wish(cream, null, 2))
                .orThrow();
        assertThat(hold.total()).isEqualTo(Money.won(16_000));
        assertThat(hold.due()).isEqualTo(Money.won(15_000));
        assertThat(codes(hold(UUID.randomUUID(), show, VIEWER, claim, new Wish(cream, null, 1))))
                .as("used already")
                .containsExactly("NO_OFFER");
        assertThat(sales.of(show).get(0).sold()).isEqualTo(2);
        release(hold).orThrow();
        assertThat(sales.of(show).get(0).sold()).isZero();
        assertThat(codes(hold(UUID.randomUUID(), show, VIEWER, null, new Wish(cream, null, 6))))
                .as("more than there are at this price")
                .containsExactly("USED_UP");
        assertThat(hold(UUID.randomUUID(), show, VIEWER, claim, new Wish(cream, null, 1))
                        .isDone())
                .isTrue();
    }

    @Test
    void of_many_who_buy_at_once_only_as_many_get_it_as_there_are() throws Exception {
        String show = stall.onAir(cream);
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Outcome<Hold>>> presses = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                String viewer = "viewer-" + (1000 + i);
                presses.add(() -> hold(UUID.randomUUID(), show, viewer, null, new Wish(cream, null, 1)));
            }
            int got = 0;
            for (Future<Outcome<Hold>> press : crowd.invokeAll(presses)) {
                got += press.get().isDone() ? 1 : 0;
            }
            assertThat(got).isEqualTo(10);
            assertThat(left()).isZero();
        } finally {
            crowd.shutdown();
        }
    }

    @Test
    void a_viewer_who_presses_everywhere_at_once_holds_as_much_as_one_may() throws Exception {
        String show = stall.onAir(cream);
        ExecutorService windows = Executors.newFixedThreadPool(8);
        try {
            Callable<Outcome<Hold>> press = () -> hold(UUID.randomUUID(), show, VIEWER, null, new Wish(cream, null, 1));
            int got = 0;
            for (Future<Outcome<Hold>> pressed : windows.invokeAll(java.util.Collections.nCopies(8, press))) {
                got += pressed.get().isDone() ? 1 : 0;
            }
            assertThat(got).isEqualTo(HoldBook.MOST);
        } finally {
            windows.shutdown();
        }
    }

    @Test
    void who_writes_about_a_product_meanwhile_does_not_bring_sold_pieces_back() {
        String show = stall.onAir(cream);
        ProductRows.Product seen = products.find(cream).orElseThrow();
        held(show, 4);
        Products.ProductTerms terms = Stall.terms(seen.seller().id(), seen.sku(), "가 크림 새 이름", 10_000, seen.stock());
        done(() -> products.change(cream, new Products.Change(seen.version(), terms, Map.of(seen.sku(), 10))));
        assertThat(left()).isEqualTo(6);
        assertThat(products.find(cream).orElseThrow().name()).isEqualTo("가 크림 새 이름");
    }

    @Test
    void a_hold_whose_minutes_are_over_is_not_bought_even_if_nobody_has_taken_it_back_yet() {
        String show = stall.onAir(cream);
        Hold hold = held(show, 1);
        clock.advance(Duration.ofMinutes(10));
        assertThat(codes(buy(hold, VIEWER))).containsExactly("EXPIRED");
        stall.work();
        assertThat(left()).isEqualTo(10);
    }

    @Test
    void a_viewer_holds_three_things_at_once_and_the_same_product_in_two_lines_counts_together() {
        String show = stall.onAir(cream);
        Hold first = held(show, 1);
        held(show, 1);
        held(show, 1);
        UUID id = UUID.randomUUID();
        assertThat(codes(hold(id, show, VIEWER, null, new Wish(cream, null, 1))))
                .containsExactly("TOO_MANY");
        release(first).orThrow();
        assertThat(codes(hold(id, show, VIEWER, null, new Wish(cream, null, 15), new Wish(cream, null, 15))))
                .containsExactly("LINES");
        assertThat(hold(id, show, VIEWER, null, new Wish(cream, null, 1)).isDone())
                .isTrue();
    }

    @Test
    void an_option_with_a_price_of_its_own_keeps_it_while_a_flash_sale_runs() {
        String sku = "SET-" + System.nanoTime();
        Products.ProductTerms terms = new Products.ProductTerms(
                stall.seller(),
                "F-" + System.nanoTime(),
                "라 세트",
                "데모 브랜드",
                "세트",
                Money.won(10_000),
                null,
                null,
                null,
                List.of(
                        new ProductRows.Option(sku + "-1", "1개", null, 5),
                        new ProductRows.Option(sku + "-3", "3개", Money.won(27_000), 5)),
                ProductRows.Cosmetic.GENERAL,
                null);
        String set = done(() -> products.add(terms)).id();
        String show = stall.approved(set);
        String flash = done(() -> sales.add(show, new FlashSales.FlashTerms(set, Money.won(8_000), 10, 60, null, null)))
                .id();
        stall.pass(Duration.ofMinutes(121));
        done(() -> sales.start(show, flash));
        clock.advance(Duration.ofSeconds(11));
        Hold hold = hold(
                        UUID.randomUUID(),
                        show,
                        VIEWER,
                        null,
                        new Wish(set, sku + "-1", 1),
                        new Wish(set, sku + "-3", 1))
                .orThrow();
        assertThat(hold.total()).isEqualTo(Money.won(35_000));
    }

    @Test
    void what_sells_out_takes_its_offers_along() {
        String show = stall.onAir(cream);
        OfferRows.Coupon coupon = done(() -> coupons.add(
                show,
                new Coupons.CouponTerms(
                        "상품", null, Money.won(1_000), null, null, null, cream, null, null, null, null)));
        done(() -> coupons.open(show, coupon.id()));
        held(show, 10);
        assertThat(codes(as(Actor.ONAIR, () -> coupons.claim(UUID.randomUUID(), coupon.id(), VIEWER))))
                .containsExactly("SOLD_OUT");
        stall.work();
        assertThat(coupons.of(show).get(0).run().end()).isEqualTo(OfferRows.OfferEnd.SOLD_OUT);
    }

    @Test
    void sales_tell_what_went_and_when_the_rest_will_be_gone() {
        String show = stall.onAir(cream, balm);
        buy(held(show, 2), VIEWER).orThrow();
        clock.advance(Duration.ofMinutes(2));
        buy(held(show, 2), VIEWER).orThrow();
        held(show, 2);
        OrderRows.Sales now = as(PLANNER, () -> orders.sales(show));
        assertThat(now.orders()).isEqualTo(2);
        assertThat(now.sum()).isEqualTo(Money.won(40_000));
        Selling selling = now.products().get(0);
        assertThat(selling.pieces()).isEqualTo(4);
        assertThat(selling.held()).isEqualTo(2);
        assertThat(selling.left()).isEqualTo(4);
        assertThat(selling.perMinute()).isEqualTo(3.0);
        assertThat(selling.minutesLeft()).isEqualTo(2);
        assertThat(now.products().get(1).minutesLeft()).as("nobody knows").isNull();
        assertThat(as(PLANNER, () -> orders.of(show, null, 1)).orders()).hasSize(1);
        String next = as(PLANNER, () -> orders.of(show, null, 1)).next();
        assertThat(as(PLANNER, () -> orders.of(show, next, 1)).next()).isNull();
        clock.advance(Duration.ofMinutes(6));
        assertThat(as(PLANNER, () -> orders.sales(show)).products().get(0).minutesLeft())
                .as("nothing went lately")
                .isNull();
    }
}
