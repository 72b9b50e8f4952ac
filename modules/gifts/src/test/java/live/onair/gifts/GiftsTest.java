package live.onair.gifts;

import static live.onair.pins.Stall.PLANNER;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static live.onair.pins.Stall.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import live.onair.gifts.GiftRows.Award;
import live.onair.gifts.GiftRows.GiftItem;
import live.onair.gifts.GiftRows.GiftKind;
import live.onair.gifts.GiftRows.GiftRule;
import live.onair.gifts.Gifts.GiftChange;
import live.onair.gifts.Gifts.GiftTerms;
import live.onair.kernel.Actor;
import live.onair.kernel.Money;
import live.onair.kernel.NotAllowedException;
import live.onair.orders.OrderRows.Hold;
import live.onair.orders.Orders;
import live.onair.orders.Orders.HoldWish;
import live.onair.orders.Orders.Wish;
import live.onair.pins.Stall;
import live.onair.sheets.Sheet;
import live.onair.testkit.RoomTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders are given what they have earned, once, while it lasts; the warehouse reads each thing to send. */
@RoomTest
class GiftsTest {

    private static final GiftItem POUCH = new GiftItem("DEMO-POUCH", "데모 파우치", 1);

    @Inject
    Stall stall;

    @Inject
    Gifts gifts;

    @Inject
    Orders orders;

    @Inject
    Heard heard;

    private String cream = "";
    private String balm = "";
    private String show = "";

    /** What was told of gifts. */
    @Singleton
    static class Heard {
        private final List<GiftEvent> all = Collections.synchronizedList(new ArrayList<>());

        void gift(@Observes GiftEvent event) {
            all.add(event);
        }
    }

    @BeforeEach
    void aShowOnAir() {
        String seller = stall.seller();
        cream = stall.product(seller, "가 크림", 10_000, 100);
        balm = stall.product(seller, "나 밤", 20_000, 100);
        show = stall.onAir(cream, balm);
        heard.all.clear();
    }

    private GiftTerms withCream(int pieces, @Nullable Boolean again, @Nullable Integer most, @Nullable Boolean once) {
        return new GiftTerms(GiftKind.PRODUCT, "데모 파우치", cream, pieces, null, again, most, once, List.of(POUCH), null);
    }

    private static GiftTerms spend(long won, @Nullable Boolean earlier) {
        return new GiftTerms(
                GiftKind.SPEND,
                "데모 거울",
                null,
                null,
                Money.won(won),
                null,
                null,
                null,
                List.of(new GiftItem("DEMO-MIRROR", "데모 거울", 1)),
                earlier);
    }

    private GiftTerms bundle() {
        return new GiftTerms(
                GiftKind.BUNDLE,
                "밤 세트",
                balm,
                null,
                null,
                null,
                null,
                null,
                List.of(new GiftItem("BALM-01", "밤 본품", 1), new GiftItem("BALM-REFILL", "밤 리필", 2)),
                null);
    }

    private GiftRule add(GiftTerms terms) {
        return done(() -> gifts.add(show, terms));
    }

    private Hold buy(String viewer, Wish... lines) {
        Hold hold = as(
                        Actor.VIEWER,
                        () -> orders.hold(new HoldWish(UUID.randomUUID(), show, viewer, List.of(lines), null)))
                .orThrow();
        return as(Actor.VIEWER, () -> orders.buy(UUID.fromString(hold.id()), viewer))
                .orThrow();
    }

    private List<Award> awards(Hold order) {
        return as(Actor.VIEWER, () -> gifts.awards(String.valueOf(order.order())));
    }

    private GiftRule now(GiftRule rule) {
        return as(PLANNER, () -> gifts.of(show)).stream()
                .filter(one -> one.id().equals(rule.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> warehouse() {
        Sheet sheet = as(PLANNER, () -> gifts.warehouse(show));
        return sheet.lines().stream()
                .map(line -> String.join(
                        "|",
                        line.cells().get(2),
                        line.cells().get(3),
                        line.cells().get(6)))
                .toList();
    }

    @Test
    void a_gift_is_earned_by_pieces_again_and_again_or_once_an_order() {
        GiftRule each = add(withCream(2, true, null, null));
        assertThat(awards(buy("viewer-0001", new Wish(cream, null, 1)))).isEmpty();
        assertThat(awards(buy("viewer-0001", new Wish(cream, null, 5))).get(0).times())
                .isEqualTo(2);
        assertThat(now(each).given()).isEqualTo(2);
        assertThat(awards(buy("viewer-0001", new Wish(balm, null, 4)))).isEmpty();
        done(() -> gifts.stop(each.id()));
        GiftRule single = add(withCream(2, false, null, null));
        assertThat(awards(buy("viewer-0001", new Wish(cream, null, 5))))
                .hasSize(1)
                .allMatch(award -> award.times() == 1);
        assertThat(now(single).given()).isEqualTo(1);
        assertThat(now(each).given()).as("stopped").isEqualTo(2);
    }

    @Test
    void an_amount_earns_it_after_coupons_and_once_a_viewer_is_once() {
        add(spend(30_000, null));
        GiftRule once = add(withCream(1, true, null, true));
        assertThat(awards(buy("viewer-0001", new Wish(cream, null, 2))))
                .extracting(Award::name)
                .containsExactly("데모 파우치");
        assertThat(awards(buy("viewer-0001", new Wish(cream, null, 3))))
                .extracting(Award::name)
                .containsExactly("데모 거울");
        assertThat(awards(buy("viewer-0002", new Wish(cream, null, 1))))
                .extracting(Award::name)
                .containsExactly("데모 파우치");
        assertThat(now(once).given()).isEqualTo(2);
    }

    @Test
    void the_first_come_are_given_it_never_more_though_all_buy_at_once() throws Exception {
        GiftRule few = add(withCream(1, false, 7, null));
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Hold>> all = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                String viewer = "viewer-%04d".formatted(i);
                all.add(() -> buy(viewer, new Wish(cream, null, 1)));
            }
            int given = 0;
            for (Future<Hold> one : crowd.invokeAll(all)) {
                given += awards(one.get()).size();
            }
            assertThat(given).isEqualTo(7);
        } finally {
            crowd.shutdownNow();
        }
        assertThat(now(few).left()).isZero();
        assertThat(as(PLANNER, () -> gifts.shown(show)))
                .as("viewers are not told of it any more")
                .isEmpty();
        assertThat(heard.all).filteredOn(GiftEvent.UsedUp.class::isInstance).hasSize(1);
    }

    @Test
    void the_warehouse_sends_a_bundle_as_its_parts_and_gifts_besides() {
        add(bundle());
        add(withCream(1, true, null, null));
        buy("viewer-0001", new Wish(cream, null, 2), new Wish(balm, null, 3));
        buy("viewer-0002", new Wish(cream, null, 1));
        assertThat(warehouse())
                .containsExactly(
                        "상품|" + cream + "|2",
                        "구성품|BALM-01|3",
                        "구성품|BALM-REFILL|6",
                        "사은품|DEMO-POUCH|2",
                        "상품|" + cream + "|1",
                        "사은품|DEMO-POUCH|1");
        assertThat(refused(() -> gifts.add(show, bundle()))).containsExactly("BUNDLED");
    }

    @Test
    void what_is_announced_on_air_reaches_orders_of_before_in_their_order() {
        Hold first = buy("viewer-0001", new Wish(balm, null, 2));
        Hold second = buy("viewer-0002", new Wish(balm, null, 2));
        GiftRule late = add(new GiftTerms(
                GiftKind.SPEND, "데모 거울", null, null, Money.won(30_000), null, 1, null, List.of(POUCH), true));
        assertThat(awards(first)).hasSize(1);
        assertThat(awards(second)).as("only one there was").isEmpty();
        assertThat(now(late).given()).isEqualTo(1);
        add(spend(10_000, null));
        assertThat(awards(second)).as("not asked for").isEmpty();
    }

    @Test
    void what_was_given_does_not_change_and_a_stop_can_be_taken_back() {
        GiftRule rule = add(withCream(1, true, null, null));
        GiftRule changed =
                done(() -> gifts.change(rule.id(), new GiftChange(rule.version(), withCream(2, true, 10, null))));
        assertThat(changed.left()).isEqualTo(10);
        assertThat(refused(() -> gifts.change(rule.id(), new GiftChange(rule.version(), withCream(3, true, 10, null)))))
                .containsExactly("STALE");
        assertThat(refused(() -> gifts.change(rule.id(), new GiftChange(null, withCream(2, true, 10, null)))))
                .containsExactly("AS_IT_IS");
        buy("viewer-0001", new Wish(cream, null, 2));
        assertThat(refused(() -> gifts.change(rule.id(), new GiftChange(null, withCream(3, true, null, null)))))
                .containsExactly("GIVEN");
        done(() -> gifts.stop(rule.id()));
        assertThat(refused(() -> gifts.stop(rule.id()))).containsExactly("AS_IT_IS");
        assertThat(awards(buy("viewer-0001", new Wish(cream, null, 2)))).isEmpty();
        done(() -> gifts.resume(rule.id()));
        assertThat(awards(buy("viewer-0001", new Wish(cream, null, 2)))).hasSize(1);
        GiftRule never = add(spend(1, null));
        done(() -> gifts.stop(never.id()));
        assertThat(as(PLANNER, () -> gifts.of(show))).extracting(GiftRule::id).containsExactly(rule.id());
        assertThat(heard.all.stream().map(event -> event.getClass().getSimpleName()))
                .containsExactly("Added", "Changed", "Stopped", "Resumed", "Added", "Stopped");
    }

    @Test
    void what_is_wrong_is_said_of_every_field() {
        assertThat(refused(() -> gifts.add("SH-0", spend(1, null)))).containsExactly("NO_SHOW");
        assertThat(refused(() ->
                        gifts.add(show, new GiftTerms(null, "x", null, null, null, null, null, null, null, null))))
                .containsExactly("KIND");
        assertThat(refused(() -> gifts.add(
                        show,
                        new GiftTerms(
                                GiftKind.PRODUCT,
                                "<b>",
                                "PR-0",
                                0,
                                null,
                                null,
                                0,
                                null,
                                List.of(new GiftItem("", "=1+1", 0)),
                                null))))
                .containsExactlyInAnyOrder("NAME", "NOT_IN_LINE_UP", "PIECES", "MOST", "ITEM");
        assertThat(refused(() -> gifts.add(
                        show,
                        new GiftTerms(
                                GiftKind.SPEND,
                                "거울",
                                null,
                                null,
                                Money.won(0),
                                null,
                                null,
                                null,
                                List.of(POUCH, POUCH),
                                null))))
                .containsExactlyInAnyOrder("SPEND", "ITEMS");
        assertThatThrownBy(() -> as(Stall.AUDITOR, () -> gifts.add(show, spend(1, null))))
                .isInstanceOf(NotAllowedException.class);
        assertThat(as(PLANNER, () -> gifts.of(show))).isEmpty();
    }
}
