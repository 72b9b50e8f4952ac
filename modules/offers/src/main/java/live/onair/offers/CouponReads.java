package live.onair.offers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import live.onair.kernel.Money;
import live.onair.offers.OfferRows.Coupon;
import live.onair.offers.OfferRows.CouponKind;
import live.onair.offers.OfferRows.Discount;
import live.onair.offers.OfferRows.OfferEnd;
import live.onair.offers.OfferRows.OfferState;
import live.onair.offers.OfferRows.Run;
import live.onair.offers.OfferRows.Share;
import live.onair.sql.Row;
import live.onair.sql.Statements;
import org.jspecify.annotations.Nullable;

/** What is read of coupons. Works inside the caller's transaction. */
@Singleton
class CouponReads {

    private static final String ALL = "select * from offers.coupon where ";

    private final Statements sql;

    @Inject
    CouponReads(Statements sql) {
        this.sql = sql;
    }

    List<Coupon> of(String show) {
        return sql.list(ALL + "show_id = ? and removed_at is null order by id", CouponReads::read, show);
    }

    List<Coupon> open(String show) {
        return sql.list(ALL + "show_id = ? and state = 'OPEN' order by opened_at, id", CouponReads::read, show);
    }

    Optional<Coupon> find(String id) {
        return sql.one(ALL + "id = ? and removed_at is null", CouponReads::read, id);
    }

    /** Also one that was taken away. */
    Optional<Coupon> any(String id) {
        return sql.one(ALL + "id = ?", CouponReads::read, id);
    }

    private static @Nullable Money money(Row row, String column) throws SQLException {
        return row.isNull(column) ? null : new Money(row.big(column), row.text("currency"));
    }

    static @Nullable Integer maybe(Row row, String column) throws SQLException {
        return row.isNull(column) ? null : row.number(column);
    }

    private static Coupon read(Row row) throws SQLException {
        return new Coupon(
                row.text("id"),
                row.text("show_id"),
                row.number("version"),
                row.text("name"),
                new Discount(
                        CouponKind.valueOf(row.text("kind")),
                        money(row, "amount"),
                        maybe(row, "percent"),
                        money(row, "most"),
                        money(row, "minimum"),
                        row.text("currency"),
                        row.textOrNull("product_id")),
                new Share(maybe(row, "quantity"), row.number("taken"), row.number("per_person")),
                maybe(row, "runs_seconds"),
                OfferState.valueOf(row.text("state")),
                new Run(
                        row.textOrNull("cue"),
                        row.instantOrNull("opened_at"),
                        row.instantOrNull("closes_at"),
                        row.instantOrNull("closed_at"),
                        row.maybeText("ended").map(OfferEnd::valueOf).orElse(null)),
                row.text("changed_by"),
                row.instant("changed_at"));
    }
}
