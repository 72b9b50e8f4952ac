package live.onair.ui.offers;

import com.vaadin.flow.component.button.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.offers.Coupons;
import live.onair.offers.Coupons.CouponChange;
import live.onair.offers.Coupons.CouponTerms;
import live.onair.offers.OfferRows.Coupon;
import live.onair.offers.OfferRows.Discount;
import live.onair.products.LineUps;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.adreview.ClaimAsk;
import live.onair.ui.adreview.ClaimHints;
import live.onair.ui.offers.OfferLine.Told;

/** The coupons of a show, with their buttons. */
final class CouponsOf implements OfferList.Of<Coupon> {

    private final Coupons coupons;
    private final LineUps lineUps;
    private final ClaimHints hints;
    private final String show;
    private final OfferList<Coupon> list;

    private CouponsOf(Coupons coupons, LineUps lineUps, ClaimHints hints, String show, Pulse pulse) {
        this.coupons = coupons;
        this.lineUps = lineUps;
        this.hints = hints;
        this.show = show;
        this.list = new OfferList<>("coupons", Actions.button(Coupons.class, "coupons.add", this::adding), this, pulse);
    }

    static OfferList<Coupon> pane(Coupons coupons, LineUps lineUps, ClaimHints hints, String show, Pulse pulse) {
        return new CouponsOf(coupons, lineUps, hints, show, pulse).list;
    }

    private CouponDialog form() {
        return new CouponDialog(lineUps.of(show).items(), show, hints);
    }

    private void adding() {
        CouponDialog.open(
                Texts.of("coupons.add"),
                form(),
                null,
                terms -> list.kept(
                        coupons.add(show, terms),
                        added -> Texts.of("offer.added", added.name()),
                        added -> coupons.remove(added.id())));
    }

    @Override
    public List<Coupon> read() {
        return coupons.of(show);
    }

    @Override
    public Told told(Coupon coupon) {
        String count = coupon.share().quantity() == null
                ? Texts.of("coupons.taken", coupon.share().taken())
                : Texts.of(
                        "coupons.takenOf",
                        coupon.share().taken(),
                        coupon.share().quantity());
        return new Told(
                coupon.id(),
                coupon.name(),
                terms(coupon),
                count,
                coupon.state(),
                coupon.run(),
                Actions.isAllowed(Coupons.class, "coupons.change"));
    }

    private String terms(Coupon coupon) {
        Discount discount = coupon.discount();
        List<String> words = new ArrayList<>();
        Money amount = discount.amount();
        words.add(
                amount == null
                        ? Texts.of("coupons.percentOff", String.valueOf(discount.percent()))
                        : Texts.of("coupons.off", amount));
        if (discount.most() != null) {
            words.add(Texts.of("coupons.most.words", discount.most()));
        }
        if (discount.minimum() != null) {
            words.add(Texts.of("coupons.minimum.words", discount.minimum()));
        }
        if (discount.product() != null) {
            words.add(product(discount.product()));
        }
        words.add(Texts.of("coupons.perPerson.words", coupon.share().perPerson()));
        if (coupon.seconds() != null) {
            words.add(Texts.of("offer.minutes", Math.max(1, coupon.seconds() / 60)));
        }
        if (coupon.fairStart()) {
            words.add(Texts.of("coupons.fairStart.words"));
        }
        return String.join(" · ", words);
    }

    private String product(String id) {
        return lineUps.of(show).item(id).map(item -> item.product().name()).orElse(id);
    }

    @Override
    public Button press(Coupon coupon) {
        return coupon.runs()
                ? Actions.button(Coupons.class, "coupons.close", () -> closing(coupon))
                : Actions.button(
                        Coupons.class,
                        "coupons.open",
                        () -> ClaimAsk.press(
                                () -> coupons.open(show, coupon.id()),
                                outcome -> list.act(
                                        outcome, opened(coupon, outcome), () -> coupons.close(show, coupon.id()))));
    }

    private static String opened(Coupon coupon, Outcome<Coupon> outcome) {
        int wait = outcome instanceof Outcome.Done<Coupon> done ? done.value().waited() : 0;
        return wait == 0
                ? Texts.of("coupons.opened", coupon.name())
                : Texts.of("coupons.opened.later", coupon.name(), wait);
    }

    /** Opened again it would run for all of its time, or wait again: only one without a time and a wait is taken back. */
    private void closing(Coupon coupon) {
        Outcome<Coupon> outcome = coupons.close(show, coupon.id());
        String words = Texts.of("coupons.closed", coupon.name());
        if (coupon.seconds() == null && !coupon.fairStart()) {
            list.act(outcome, words, () -> coupons.open(show, coupon.id()));
            return;
        }
        if (Parts.showed(outcome)) {
            Parts.done(words);
        }
        list.refresh();
    }

    @Override
    public Button change(Coupon coupon) {
        return Actions.button(
                Coupons.class,
                "coupons.change",
                () -> CouponDialog.open(Texts.of("coupons.change"), form(), coupon, terms -> changed(coupon, terms)));
    }

    private Outcome<Coupon> changed(Coupon before, CouponTerms terms) {
        return list.kept(
                coupons.change(before.id(), new CouponChange(before.version(), terms)),
                after -> Texts.of("offer.changed", after.name()),
                after -> coupons.change(
                        before.id(), new CouponChange(after.version(), terms(before, before.discount()))));
    }

    private static CouponTerms terms(Coupon coupon, Discount discount) {
        return new CouponTerms(
                coupon.name(),
                discount.kind(),
                discount.amount(),
                discount.percent(),
                discount.most(),
                discount.minimum(),
                discount.product(),
                coupon.share().quantity(),
                coupon.share().perPerson(),
                coupon.seconds(),
                coupon.fairStart());
    }

    @Override
    public Button remove(Coupon coupon) {
        return Actions.button(
                Coupons.class,
                "coupons.remove",
                () -> list.act(
                        coupons.remove(coupon.id()),
                        Texts.of("offer.removed", Objects.requireNonNull(coupon.name())),
                        () -> coupons.restore(coupon.id())));
    }
}
