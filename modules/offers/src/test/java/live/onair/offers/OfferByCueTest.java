package live.onair.offers;

import static live.onair.pins.Stall.PLANNER;
import static live.onair.pins.Stall.as;
import static live.onair.pins.Stall.done;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import live.onair.cues.CueKind;
import live.onair.cues.CueRows;
import live.onair.cues.Cues;
import live.onair.kernel.Money;
import live.onair.offers.OfferRows.OfferEnd;
import live.onair.offers.OfferRows.OfferState;
import live.onair.pins.Stall;
import live.onair.scheduling.Lifecycle;
import live.onair.testkit.RoomTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cue sheet opens and closes offers; what cannot be done stands on its item in words, and the sheet goes on. */
@RoomTest
class OfferByCueTest {

    @Inject
    Stall stall;

    @Inject
    Coupons coupons;

    @Inject
    FlashSales sales;

    @Inject
    Cues cues;

    @Inject
    Lifecycle lifecycle;

    private String show = "";
    private String coupon = "";
    private String flash = "";

    @BeforeEach
    void aSheetWithOffers() {
        String seller = stall.seller();
        String cream = stall.product(seller, "가 크림", 10_000, 10);
        show = stall.draft(cream);
        coupon = done(() -> coupons.add(
                        show,
                        new Coupons.CouponTerms(
                                "천원", null, Money.won(1_000), null, null, null, null, null, null, null, null)))
                .id();
        flash = done(() -> sales.add(show, new FlashSales.FlashTerms(cream, Money.won(9_000), 10, 60, null, null)))
                .id();
        done(() -> cues.arrange(
                show,
                new Cues.SheetWish(
                        null,
                        List.of(
                                item("쿠폰", new CueRows.Act(CueKind.COUPON_ON, coupon)),
                                item(
                                        "특가",
                                        new CueRows.Act(CueKind.FLASH_ON, flash),
                                        new CueRows.Act(CueKind.COUPON_ON, "CP-99999")),
                                item(
                                        "마무리",
                                        new CueRows.Act(CueKind.COUPON_OFF, coupon),
                                        new CueRows.Act(CueKind.FLASH_OFF, flash))))));
        done(() -> lifecycle.submit(show, null, null));
        as(Stall.SECOND, () -> lifecycle.approve(show, null, null)).orThrow();
    }

    private static Cues.ItemWish item(String title, CueRows.Act... acts) {
        return new Cues.ItemWish(null, title, null, 60, null, null, null, null, List.of(acts));
    }

    private CueRows.Sheet sheet() {
        return as(PLANNER, () -> cues.of(show));
    }

    private UUID item(int place) {
        return sheet().items().get(place).id();
    }

    private void next(@Nullable UUID from) {
        done(() -> cues.advance(show, from));
        stall.work();
    }

    private CueRows.ActReport report(int place, int act) {
        return sheet().reports().stream()
                .filter(one -> one.item().equals(item(place)) && one.act() == act)
                .findFirst()
                .orElseThrow();
    }

    private void begin() {
        if (sheet().now().isEmpty()) {
            next(null);
        }
        stall.work();
    }

    @Test
    void what_an_item_says_is_done_when_it_begins_and_what_cannot_be_done_is_told_on_it() {
        stall.pass(Duration.ofMinutes(121));
        begin();
        assertThat(coupons.of(show).get(0).state()).isEqualTo(OfferState.OPEN);
        assertThat(coupons.of(show).get(0).run().cue()).isEqualTo(item(0).toString());
        next(item(0));
        assertThat(sales.of(show).get(0).state()).isIn(OfferState.COUNTDOWN, OfferState.OPEN);
        assertThat(report(1, 1).done()).isFalse();
        assertThat(report(1, 1).ko()).contains("CP-99999");
        next(item(1));
        assertThat(coupons.of(show).get(0).run().end()).isEqualTo(OfferEnd.CUE);
        assertThat(sales.of(show).get(0).run().end()).isEqualTo(OfferEnd.CUE);
        assertThat(report(2, 1).done()).isTrue();
    }

    @Test
    void a_rehearsal_of_the_sheet_leaves_viewers_alone() {
        done(() -> lifecycle.rehearse(show, null, null, null));
        stall.work();
        begin();
        assertThat(coupons.of(show).get(0).state()).isEqualTo(OfferState.READY);
        assertThat(report(0, 0).ko()).contains("리허설");
    }
}
