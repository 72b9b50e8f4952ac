package live.onair.offers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import live.onair.kernel.Ids;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.offers.OfferRows.Claim;
import live.onair.offers.OfferRows.Coupon;
import live.onair.offers.OfferRows.OfferEnd;
import live.onair.offers.OfferRows.OfferState;
import live.onair.sql.Row;
import live.onair.sql.Statements;

/** What viewers have taken of coupons. Works inside the caller's transaction. */
@Singleton
class CouponClaims {

    private static final String ALL =
            "select k.* from offers.coupon_claim k join offers.coupon c on c.id = k.coupon_id where ";

    private final Statements sql;
    private final OfferDesk desk;
    private final CouponShelf shelf;

    @Inject
    CouponClaims(Statements sql, OfferDesk desk, CouponShelf shelf) {
        this.sql = sql;
        this.desk = desk;
        this.shelf = shelf;
    }

    Outcome<Claim> claim(UUID id, String coupon, String viewer) {
        if (!Ids.isViewer(viewer)) {
            return Outcome.refused(OfferRefusal.VIEWER.with("field", "viewer"));
        }
        Coupon seen = shelf.find(coupon).orElse(null);
        if (seen == null) {
            return Outcome.refused(OfferRefusal.NO_OFFER.with("id", coupon));
        }
        desk.lock(seen.show());
        Claim same = find(id).orElse(null);
        if (same != null) {
            return same.viewer().equals(viewer) && same.coupon().equals(coupon)
                    ? Outcome.done(same)
                    : Outcome.refused(OfferRefusal.NO_OFFER.with("id", id));
        }
        return take(id, shelf.find(coupon).orElse(seen), viewer);
    }

    private Outcome<Claim> take(UUID id, Coupon coupon, String viewer) {
        Instant now = desk.clock().instant();
        if (!isOpen(coupon, now)) {
            boolean gone = coupon.run().end() == OfferEnd.USED_UP;
            return Outcome.refused(gone ? OfferRefusal.USED_UP.with() : OfferRefusal.NOT_OPEN.with());
        }
        Reason unsold = desk.unsold(coupon).orElse(null);
        if (unsold != null) {
            return Outcome.refused(unsold);
        }
        return owned(coupon, viewer) >= coupon.share().perPerson()
                ? Outcome.refused(OfferRefusal.HAVE_IT.with())
                : Outcome.done(taken(id, coupon, viewer, now));
    }

    private long owned(Coupon coupon, String viewer) {
        return sql.one(
                        "select count(*) n from offers.coupon_claim where coupon_id = ? and viewer = ?",
                        row -> row.big("n"),
                        coupon.id(),
                        viewer)
                .orElse(0L);
    }

    private Claim taken(UUID id, Coupon coupon, String viewer, Instant now) {
        sql.run(
                "insert into offers.coupon_claim (id, coupon_id, viewer, claimed_at) values (?, ?, ?, ?)",
                id,
                coupon.id(),
                viewer,
                now);
        sql.run("update offers.coupon set taken = taken + 1 where id = ?", coupon.id());
        Coupon after = shelf.find(coupon.id()).orElseThrow();
        Integer left = after.share().left();
        if (left != null && left == 0) {
            shelf.end(after, OfferEnd.USED_UP);
        }
        return find(id).orElseThrow();
    }

    /** Its time may be over before anybody has closed it. */
    private static boolean isOpen(Coupon coupon, Instant now) {
        Instant closes = coupon.run().closesAt();
        return coupon.state() == OfferState.OPEN && (closes == null || now.isBefore(closes));
    }

    Optional<Claim> find(UUID id) {
        return sql.one(ALL + "k.id = ?", CouponClaims::read, id);
    }

    List<Claim> held(String show, String viewer) {
        return sql.list(
                ALL + "c.show_id = ? and k.viewer = ? and k.used_for is null order by k.claimed_at, k.id",
                CouponClaims::read,
                show,
                viewer);
    }

    Outcome<Coupon> use(UUID id, String viewer, String order) {
        Claim claim = find(id).filter(one -> one.viewer().equals(viewer)).orElse(null);
        int used = claim == null
                ? 0
                : sql.run(
                        "update offers.coupon_claim set used_for = ?, used_at = ? where id = ? and (used_for is null or"
                                + " used_for = ?)",
                        order,
                        desk.clock().instant(),
                        id,
                        order);
        return claim == null || used == 0
                ? Outcome.refused(OfferRefusal.NO_OFFER.with("id", id))
                : shelf.any(claim.coupon())
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(OfferRefusal.NO_OFFER.with("id", id)));
    }

    void giveBack(String order) {
        sql.run("update offers.coupon_claim set used_for = null, used_at = null where used_for = ?", order);
    }

    private static Claim read(Row row) throws SQLException {
        return new Claim(
                row.text("id"),
                row.text("coupon_id"),
                row.text("viewer"),
                row.instant("claimed_at"),
                row.textOrNull("used_for"));
    }
}
