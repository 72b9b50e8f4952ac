package live.onair.offers;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import live.onair.kernel.Money;
import live.onair.offers.OfferRows.Coupon;
import live.onair.offers.OfferRows.CouponKind;
import live.onair.offers.OfferRows.Discount;
import live.onair.offers.OfferRows.Share;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** Where coupons lie. Works inside the caller's transaction. */
@Singleton
class CouponShelf extends OfferShelf<Coupon> {

    @Inject
    CouponShelf(Statements sql, OfferDesk desk, Event<OfferEvent> events) {
        super(sql, desk, events, "offers.coupon");
    }

    private static @Nullable Money money(Row row, String column) throws SQLException {
        return row.isNull(column) ? null : new Money(row.big(column), row.text("currency"));
    }

    @Override
    Coupon read(Row row) throws SQLException {
        return new Coupon(
                row.text("id"),
                row.text("show_id"),
                row.number("version"),
                row.text("name"),
                new Discount(
                        CouponKind.valueOf(row.text("kind")),
                        money(row, "amount"),
                        row.numberOrNull("percent"),
                        money(row, "most"),
                        money(row, "minimum"),
                        row.text("currency"),
                        row.textOrNull("product_id")),
                new Share(row.numberOrNull("quantity"), row.number("taken"), row.number("per_person")),
                row.numberOrNull("runs_seconds"),
                row.isTrue("fair_start"),
                row.number("waited_seconds"),
                state(row),
                run(row),
                row.text("changed_by"),
                row.instant("changed_at"));
    }
}
