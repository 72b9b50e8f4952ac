package live.onair.offers;

import static live.onair.pins.Stall.PLANNER;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static live.onair.pins.Stall.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import live.onair.kernel.Actor;
import live.onair.kernel.Money;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.offers.Coupons.CouponTerms;
import live.onair.offers.OfferRows.Claim;
import live.onair.offers.OfferRows.Coupon;
import live.onair.offers.OfferRows.CouponKind;
import live.onair.offers.OfferRows.OfferEnd;
import live.onair.offers.OfferRows.OfferState;
import live.onair.pins.Stall;
import live.onair.scheduling.Lifecycle;
import live.onair.testkit.RoomTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Coupons are written, opened for a while, taken by viewers, and leave by themselves. */
@RoomTest
class CouponsTest {

    @Inject
    Stall stall;

    @Inject
    Coupons coupons;

    @Inject
    Lifecycle lifecycle;

    @Inject
    SetDelay delay;

    private String cream = "";
    private String balm = "";

    @BeforeEach
    void twoProducts() {
        String seller = stall.seller();
        cream = stall.product(seller, "가 크림", 10_000, 10);
        balm = stall.product(seller, "나 밤", 20_000, 0);
    }

    private static CouponTerms amount(String name, long won, @Nullable Integer quantity, @Nullable Integer seconds) {
        return new CouponTerms(name, null, Money.won(won), null, null, null, null, quantity, null, seconds, null);
    }

    private static CouponTerms percent(int percent, @Nullable Long most, @Nullable Long minimum) {
        return new CouponTerms(
                "비율",
                CouponKind.PERCENT,
                null,
                percent,
                most == null ? null : Money.won(most),
                minimum == null ? null : Money.won(minimum),
                null,
                null,
                null,
                null,
                null);
    }

    private static CouponTerms ofProduct(String product, long won) {
        return new CouponTerms("상품 쿠폰", null, Money.won(won), null, null, null, product, null, null, null, null);
    }

    private Coupon written(String show, CouponTerms terms) {
        return done(() -> coupons.add(show, terms));
    }

    private Coupon find(Coupon coupon) {
        return as(PLANNER, () -> coupons.of(coupon.show())).stream()
                .filter(one -> one.id().equals(coupon.id()))
                .findFirst()
                .orElseThrow();
    }

    private Outcome<Claim> claim(Coupon coupon, String viewer) {
        return as(Actor.ONAIR, () -> coupons.claim(UUID.randomUUID(), coupon.id(), viewer));
    }

    @Test
    void terms_that_make_no_sense_are_refused_by_name() {
        String show = stall.draft(cream);
        assertThat(refused(() -> coupons.add(show, amount("", 1_000, null, null))))
                .containsExactly("NAME");
        assertThat(refused(() -> coupons.add(show, amount("<b>굵게</b>", 1_000, null, null))))
                .containsExactly("NAME");
        assertThat(refused(() -> coupons.add(show, amount("영", 0, 0, 59))))
                .containsExactly("AMOUNT", "QUANTITY", "COUPON_TIME");
        assertThat(refused(() -> coupons.add(show, percent(91, null, null)))).containsExactly("PERCENT");
        assertThat(refused(() -> coupons.add(show, percent(10, -1L, null)))).containsExactly("BOUNDS");
        assertThat(refused(() -> coupons.add(show, ofProduct(balm, 1_000)))).containsExactly("NOT_IN_LINE_UP");
        assertThat(refused(() -> coupons.add(show, ofProduct(cream, 10_000)))).containsExactly("FREE");
        assertThat(refused(() -> coupons.add("SH-0", amount("없음", 1_000, null, null))))
                .containsExactly("NO_SHOW");
        assertThatThrownBy(() -> as(Stall.MODERATOR, () -> coupons.add(show, amount("중재", 1_000, null, null))))
                .isInstanceOf(NotAllowedException.class);
        assertThat(as(PLANNER, () -> coupons.of(show))).isEmpty();
    }

    @Test
    void what_it_takes_off_is_never_more_than_all_of_it_and_nothing_below_its_minimum() {
        String show = stall.draft(cream);
        Coupon fixed = written(show, amount("천원", 1_000, null, null));
        assertThat(fixed.discount().off(Money.won(10_000))).isEqualTo(Money.won(1_000));
        assertThat(fixed.discount().off(Money.won(700))).isEqualTo(Money.won(700));
        Coupon share = written(show, percent(15, 2_000L, 5_000L));
        assertThat(share.discount().off(Money.won(4_999))).isEqualTo(Money.won(0));
        assertThat(share.discount().off(Money.won(5_550))).as("whole tens").isEqualTo(Money.won(830));
        assertThat(share.discount().off(Money.won(100_000))).isEqualTo(Money.won(2_000));
        assertThat(share.discount().off(new Money(100_000, "USD"))).isEqualTo(new Money(0, "USD"));
    }

    @Test
    void it_is_opened_on_air_only_and_leaves_by_itself_when_its_time_is_over() {
        String show = stall.approved(cream);
        Coupon coupon = written(show, amount("3분", 1_000, null, 180));
        assertThat(refused(() -> coupons.open(show, coupon.id()))).containsExactly("NOT_NOW");
        stall.pass(Duration.ofMinutes(121));
        Coupon open = done(() -> coupons.open(show, coupon.id()));
        assertThat(open.state()).isEqualTo(OfferState.OPEN);
        assertThat(Duration.between(open.run().opensAt(), open.run().closesAt()))
                .isEqualTo(Duration.ofMinutes(3));
        assertThat(refused(() -> coupons.open(show, coupon.id()))).containsExactly("AS_IT_IS");
        assertThat(refused(() -> coupons.remove(coupon.id()))).containsExactly("RUNS");
        assertThat(claim(coupon, "viewer-0001").isDone()).isTrue();
        stall.pass(Duration.ofMinutes(4));
        assertThat(find(coupon).state()).isEqualTo(OfferState.CLOSED);
        assertThat(find(coupon).run().end()).isEqualTo(OfferEnd.TIME);
        assertThat(claim(coupon, "viewer-0002").why())
                .extracting(why -> why.code())
                .containsExactly("NOT_OPEN");
        done(() -> coupons.open(show, coupon.id()));
        assertThat(claim(coupon, "viewer-0002").isDone()).as("opened once more").isTrue();
    }

    @Test
    void one_that_waits_for_late_viewers_opens_for_all_of_them_at_once_and_for_as_long() {
        String show = stall.onAir(cream);
        CouponTerms terms = new CouponTerms("선착순", null, Money.won(1_000), null, null, null, null, 100, null, 60, true);
        Coupon coupon = written(show, terms);
        assertThat(coupon.fairStart()).isTrue();
        delay.seconds = 9;
        try {
            Coupon open = done(() -> coupons.open(show, coupon.id()));
            assertThat(open.state()).isEqualTo(OfferState.COUNTDOWN);
            assertThat(Duration.between(open.run().opensAt(), open.run().closesAt()))
                    .isEqualTo(Duration.ofSeconds(60));
            assertThat(claim(coupon, "viewer-0001").why())
                    .as("who sees the show early")
                    .extracting(why -> why.code())
                    .containsExactly("NOT_OPEN");
            assertThat(as(PLANNER, () -> coupons.shown(show))).as("seen coming").hasSize(1);
            assertThat(refused(() -> coupons.open(show, coupon.id()))).containsExactly("AS_IT_IS");
            stall.pass(Duration.ofSeconds(10));
            assertThat(find(coupon).state()).isEqualTo(OfferState.OPEN);
            assertThat(claim(coupon, "viewer-0001").isDone()).isTrue();
            stall.pass(Duration.ofSeconds(61));
            assertThat(find(coupon).run().end()).isEqualTo(OfferEnd.TIME);
            delay.seconds = 500;
            Coupon later = done(() -> coupons.open(show, coupon.id()));
            stall.pass(Duration.ofSeconds(FairStart.LONGEST));
            assertThat(find(later).state()).as("nobody waits longer").isEqualTo(OfferState.OPEN);
        } finally {
            delay.seconds = 0;
        }
    }

    @Test
    void where_nobody_knows_how_late_viewers_are_it_opens_at_once() {
        String show = stall.onAir(cream);
        Coupon coupon = written(
                show, new CouponTerms("바로", null, Money.won(1_000), null, null, null, null, null, null, null, true));
        assertThat(done(() -> coupons.open(show, coupon.id())).state()).isEqualTo(OfferState.OPEN);
    }

    @Test
    void a_viewer_takes_as_many_as_allowed_and_the_same_number_again_is_the_same_taking() {
        String show = stall.onAir(cream);
        Coupon coupon = written(show, amount("한 장", 1_000, null, null));
        done(() -> coupons.open(show, coupon.id()));
        UUID number = UUID.randomUUID();
        Claim first = as(Actor.ONAIR, () -> coupons.claim(number, coupon.id(), "viewer-0001"))
                .orThrow();
        assertThat(as(Actor.ONAIR, () -> coupons.claim(number, coupon.id(), "viewer-0001"))
                        .orThrow())
                .isEqualTo(first);
        assertThat(as(Actor.ONAIR, () -> coupons.claim(number, coupon.id(), "viewer-9999"))
                        .isDone())
                .as("another's number")
                .isFalse();
        assertThat(claim(coupon, "viewer-0001").why())
                .extracting(why -> why.code())
                .containsExactly("HAVE_IT");
        assertThat(claim(coupon, "<script>").why())
                .extracting(why -> why.code())
                .containsExactly("VIEWER");
        assertThat(find(coupon).share().taken()).isEqualTo(1);
    }

    @Test
    void of_many_who_press_at_once_only_as_many_get_one_as_there_are() throws Exception {
        String show = stall.onAir(cream);
        Coupon coupon = written(show, amount("열 장", 1_000, 10, null));
        done(() -> coupons.open(show, coupon.id()));
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Outcome<Claim>>> presses = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String viewer = "viewer-" + (1000 + i);
                presses.add(() -> claim(coupon, viewer));
            }
            int got = 0;
            for (Future<Outcome<Claim>> press : crowd.invokeAll(presses)) {
                got += press.get().isDone() ? 1 : 0;
            }
            assertThat(got).isEqualTo(10);
        } finally {
            crowd.shutdown();
        }
        Coupon after = find(coupon);
        assertThat(after.share().taken()).isEqualTo(10);
        assertThat(after.run().end()).isEqualTo(OfferEnd.USED_UP);
        assertThat(claim(coupon, "viewer-late").why())
                .extracting(why -> why.code())
                .containsExactly("USED_UP");
        assertThat(refused(() -> coupons.open(show, coupon.id()))).containsExactly("USED_UP");
    }

    @Test
    void once_taken_only_its_name_changes_and_what_is_removed_comes_back() {
        String show = stall.onAir(cream);
        Coupon coupon = written(show, amount("처음", 1_000, null, null));
        done(() -> coupons.open(show, coupon.id()));
        claim(coupon, "viewer-0001").orThrow();
        assertThat(refused(() -> coupons.change(coupon.id(), change(amount("처음", 2_000, null, null)))))
                .containsExactly("RUNS");
        done(() -> coupons.close(show, coupon.id()));
        assertThat(refused(() -> coupons.change(coupon.id(), change(amount("처음", 2_000, null, null)))))
                .containsExactly("TAKEN");
        Coupon named = done(() -> coupons.change(coupon.id(), change(amount("다음", 1_000, null, null))));
        assertThat(named.name()).isEqualTo("다음");
        assertThat(refused(() ->
                        coupons.change(coupon.id(), new Coupons.CouponChange(1, amount("늦음", 1_000, null, null)))))
                .containsExactly("STALE");
        done(() -> coupons.remove(coupon.id()));
        assertThat(as(PLANNER, () -> coupons.of(show))).isEmpty();
        done(() -> coupons.restore(coupon.id()));
        assertThat(find(coupon).share().taken()).isEqualTo(1);
    }

    private static Coupons.CouponChange change(CouponTerms terms) {
        return new Coupons.CouponChange(null, terms);
    }

    @Test
    void one_of_a_sold_out_product_does_not_open_and_all_end_with_the_show() {
        String show = stall.onAir(cream, balm);
        Coupon gone = written(show, ofProduct(balm, 1_000));
        assertThat(refused(() -> coupons.open(show, gone.id()))).containsExactly("SOLD_OUT");
        Coupon open = written(show, ofProduct(cream, 1_000));
        done(() -> coupons.open(show, open.id()));
        as(PLANNER, () -> lifecycle.stop(new Lifecycle.Confirmed(show, show, "끝")))
                .orThrow();
        stall.work();
        assertThat(find(open).run().end()).isEqualTo(OfferEnd.SHOW_OVER);
        assertThat(refused(() -> coupons.open(show, open.id()))).containsExactly("OVER");
    }

    @Test
    void what_was_taken_is_used_for_one_order_and_comes_back_when_that_comes_to_nothing() {
        String show = stall.onAir(cream);
        Coupon coupon = written(show, amount("한 장", 1_000, null, null));
        done(() -> coupons.open(show, coupon.id()));
        Claim claim = claim(coupon, "viewer-0001").orThrow();
        UUID id = UUID.fromString(claim.id());
        assertThat(use(id, "viewer-0002", "A").isDone()).as("another's").isFalse();
        assertThat(use(id, "viewer-0001", "A").orThrow().id()).isEqualTo(coupon.id());
        assertThat(use(id, "viewer-0001", "A").isDone()).as("the same order").isTrue();
        assertThat(use(id, "viewer-0001", "B").isDone()).isFalse();
        as(Actor.ONAIR, () -> {
            coupons.giveBack("A");
            return "";
        });
        assertThat(as(Actor.ONAIR, () -> coupons.held(show, "viewer-0001"))).hasSize(1);
        assertThat(use(id, "viewer-0001", "B").isDone()).isTrue();
    }

    private Outcome<Coupon> use(UUID claim, String viewer, String order) {
        return as(Actor.ONAIR, () -> coupons.use(claim, viewer, order));
    }
}
