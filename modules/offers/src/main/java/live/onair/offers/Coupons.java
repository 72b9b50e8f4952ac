package live.onair.offers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import live.onair.kernel.Action;
import live.onair.kernel.AllowedTo;
import live.onair.kernel.Guarded;
import live.onair.kernel.Money;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.offers.OfferRows.Claim;
import live.onair.offers.OfferRows.Coupon;
import live.onair.offers.OfferRows.CouponKind;
import live.onair.offers.OfferRows.OfferEnd;
import org.jspecify.annotations.Nullable;

/** Coupons of a show: taken by viewers while they are open, used in an order of the show. */
@Singleton
@Transactional
@Guarded
public class Coupons {

    private final CouponBook book;
    private final CouponRun run;
    private final CouponClaims claims;
    private final CouponShelf shelf;

    @Inject
    Coupons(CouponBook book, CouponRun run, CouponClaims claims, CouponShelf shelf) {
        this.book = book;
        this.run = run;
        this.claims = claims;
        this.shelf = shelf;
    }

    /**
     * All that is said of a coupon.
     *
     * @param kind null for an amount
     * @param amount taken off
     * @param percent taken off, 1 to 90
     * @param most the most a percentage takes off
     * @param minimum what has to be bought for at least
     * @param product the one product it is for; null for all of the show
     * @param quantity how many there are; null for no end
     * @param perPerson how many a viewer may take, null for one
     * @param seconds how long it stays open, 60 to 86,400; null for the rest of the show
     * @param fairStart whether opening it waits until viewers who see the show late have seen it, 30 seconds at most; null for no
     */
    public record CouponTerms(
            @Nullable String name,
            @Nullable CouponKind kind,
            @Nullable Money amount,
            @Nullable Integer percent,
            @Nullable Money most,
            @Nullable Money minimum,
            @Nullable String product,
            @Nullable Integer quantity,
            @Nullable Integer perPerson,
            @Nullable Integer seconds,
            @Nullable Boolean fairStart) {}

    /**
     * A change: what is said from now on, all of it.
     *
     * @param version the version that was read, null not to look
     */
    public record CouponChange(@Nullable Integer version, CouponTerms terms) {}

    /** The coupons of a show, in the order in which they were written. */
    @AllowedTo
    public List<Coupon> of(String show) {
        return shelf.of(show);
    }

    /** Those that viewers can take now, or see coming. */
    @AllowedTo
    public List<Coupon> shown(String show) {
        return shelf.open(show);
    }

    /** Those that viewers saw at that instant, coming or open, also when they were taken away since. */
    @AllowedTo
    public List<Coupon> shownAt(String show, Instant at) {
        return shelf.shownAt(show, at, FairStart.LONGEST, Coupon::waited);
    }

    /** One, also when it was taken away. */
    @AllowedTo
    public Optional<Coupon> find(String id) {
        return shelf.any(id);
    }

    /** Writes one; viewers do not see it yet. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "coupons.add", ko = "쿠폰 추가", en = "Add a coupon")
    public Outcome<Coupon> add(String show, CouponTerms terms) {
        return book.add(show, terms);
    }

    /** Changes one that is not open; once somebody has taken it, only its name. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "coupons.change", ko = "쿠폰 고치기", en = "Change the coupon")
    public Outcome<Coupon> change(String id, CouponChange wanted) {
        return book.change(id, wanted);
    }

    /** Takes one away that is not open; it can be put back. Who has taken it keeps it. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "coupons.remove", ko = "쿠폰 지우기", en = "Remove the coupon")
    public Outcome<Coupon> remove(String id) {
        return shelf.remove(id);
    }

    /** Puts one back that was taken away. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "coupons.restore", ko = "쿠폰 되살리기", en = "Put the coupon back")
    public Outcome<Coupon> restore(String id) {
        return shelf.restore(id);
    }

    /** Lets viewers of a show on air take it, from now on, or when late ones have seen it, for as long as its terms say. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "coupons.open", ko = "쿠폰 열기", en = "Open the coupon")
    public Outcome<Coupon> open(String show, String id) {
        return run.open(show, id, null);
    }

    /** Lets nobody take it any more; who has it keeps it. */
    @AllowedTo({Role.MERCHANDISER, Role.ADMIN})
    @Action(id = "coupons.close", ko = "쿠폰 닫기", en = "Close the coupon")
    public Outcome<Coupon> close(String show, String id) {
        return shelf.end(show, id, OfferEnd.HAND);
    }

    /**
     * A viewer takes one. The same number again is the same taking.
     *
     * @param claim chosen by the viewer's page
     * @param viewer the page's own number of its viewer
     */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public Outcome<Claim> claim(UUID claim, String coupon, String viewer) {
        return claims.claim(claim, coupon, viewer);
    }

    /** What of these coupons the viewer has taken and not used. */
    @AllowedTo(Role.ADMIN)
    public List<Claim> held(String show, String viewer) {
        return claims.held(show, viewer);
    }

    /** Uses what the viewer has taken for this order; used for it already, it is told as it is. Gives what it takes off. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public Outcome<Coupon> use(UUID claim, String viewer, String order) {
        return claims.use(claim, viewer, order);
    }

    /** The order came to nothing: the viewer can use it for another. */
    @AllowedTo(value = Role.ADMIN, viewers = true)
    public void giveBack(String order) {
        claims.giveBack(order);
    }
}
