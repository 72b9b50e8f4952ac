package live.onair.offers;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import live.onair.claims.ClaimWatch;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.offers.Coupons.CouponTerms;
import live.onair.offers.OfferRows.Coupon;
import live.onair.offers.OfferRows.Discount;
import live.onair.products.LineUps.LineUpItem;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Writes coupons. Works inside the caller's transaction. */
@Singleton
class CouponBook {

    private final Statements sql;
    private final OfferDesk desk;
    private final CouponShelf shelf;
    private final Event<OfferEvent> events;
    private final Instance<ClaimWatch> watching;

    @Inject
    CouponBook(
            Statements sql,
            OfferDesk desk,
            CouponShelf shelf,
            Event<OfferEvent> events,
            Instance<ClaimWatch> watching) {
        this.sql = sql;
        this.desk = desk;
        this.shelf = shelf;
        this.events = events;
        this.watching = watching;
    }

    Outcome<Coupon> add(String show, CouponTerms terms) {
        return desk.locked(show)
                .then(found -> read(show, terms))
                .then(kept -> shelf.room(show, OfferDesk.MOST - 1).map(room -> {
                    String id = desk.number("CP");
                    sql.run(
                            "insert into offers.coupon (id, show_id, version, name, kind, amount, percent, most, minimum, currency,"
                                    + " product_id, quantity, per_person, runs_seconds, fair_start, state, changed_at, changed_by) values"
                                    + " (?, ?, 1, ?, ?, ?::bigint, ?::integer, ?::bigint, ?::bigint, ?, ?, ?::integer, ?,"
                                    + " ?::integer, ?, 'READY', ?, ?)",
                            values(kept, id, show));
                    events.fire(new OfferEvent.Added(show, id, kept.name(), kept.written()));
                    return shelf.find(id).orElseThrow();
                }))
                .then(this::asked);
    }

    private Outcome<Coupon> asked(Coupon coupon) {
        return ClaimWatch.ask(watching, List.of(coupon.show()), List.of(coupon.id()), coupon);
    }

    private Outcome<CouponCheck> read(String show, CouponTerms terms) {
        List<Reason> wrong = new ArrayList<>();
        LineUpItem item = terms.product() == null
                ? null
                : desk.item(show, terms.product()).orElse(null);
        if (terms.product() != null && item == null) {
            wrong.add(OfferRefusal.NOT_IN_LINE_UP.with("field", "product", "product", terms.product()));
        }
        CouponCheck kept = CouponCheck.read(terms, item, wrong);
        return wrong.isEmpty() ? Outcome.done(kept) : Outcome.refused(wrong);
    }

    private @Nullable Object[] values(CouponCheck kept, @Nullable Object... before) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(before));
        Discount discount = kept.discount();
        values.add(kept.name());
        values.add(discount.kind());
        values.add(minor(discount.amount()));
        values.add(discount.percent());
        values.add(minor(discount.most()));
        values.add(minor(discount.minimum()));
        values.add(discount.currency());
        values.add(discount.product());
        values.add(kept.quantity());
        values.add(kept.perPerson());
        values.add(kept.seconds());
        values.add(kept.fairStart());
        values.add(desk.clock().instant());
        values.add(desk.who());
        return values.toArray();
    }

    private static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : money.minor();
    }

    Outcome<Coupon> change(String id, Coupons.CouponChange wanted) {
        return shelf.still(id, desk::locked, now -> {
            if (wanted.version() != null && wanted.version() != now.version()) {
                return Outcome.refused(OfferRefusal.STALE.with());
            }
            return read(now.show(), wanted.terms()).then(kept -> keep(now, kept));
        });
    }

    private Outcome<Coupon> keep(Coupon now, CouponCheck kept) {
        CouponCheck before = CouponCheck.of(now);
        if (kept.equals(before)) {
            return Outcome.refused(OfferRefusal.AS_IT_IS.with());
        }
        boolean named = kept.equals(before.named(kept.name()));
        if (now.share().taken() > 0 && !named) {
            return Outcome.refused(OfferRefusal.TAKEN.with("taken", now.share().taken()));
        }
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(values(kept)));
        values.add(now.id());
        sql.run(
                "update offers.coupon set version = version + 1, name = ?, kind = ?, amount = ?::bigint,"
                        + " percent = ?::integer, most = ?::bigint, minimum = ?::bigint, currency = ?, product_id = ?,"
                        + " quantity = ?::integer, per_person = ?, runs_seconds = ?::integer, fair_start = ?, changed_at = ?,"
                        + " changed_by = ? where id = ?",
                values.toArray());
        events.fire(new OfferEvent.Changed(
                now.show(),
                now.id(),
                kept.name(),
                before.name() + ": " + before.written(),
                kept.name() + ": " + kept.written()));
        return asked(shelf.find(now.id()).orElseThrow());
    }
}
