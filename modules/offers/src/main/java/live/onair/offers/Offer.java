package live.onair.offers;

import org.jspecify.annotations.Nullable;

/** What coupons and flash sales have in common. */
public sealed interface Offer permits OfferRows.Coupon, OfferRows.FlashSale {

    /** Its number. */
    String id();

    /** The show it is of. */
    String show();

    /** What it is called. */
    String name();

    /** The one product it is for; null for all of the show. */
    @Nullable
    String about();

    /** How many viewers took it, or how many pieces were sold at its price. */
    int count();

    /** When it was opened and closed. */
    OfferRows.Run run();

    /** Whether viewers could have it, now or before; one that was ended while it counted down never was. */
    default boolean wasOpen() {
        OfferRows.Run last = run();
        return last.opensAt() != null
                && (last.closedAt() == null || last.closedAt().isAfter(last.opensAt()));
    }

    /** Whether viewers see it now, also counting down. */
    default boolean runs() {
        return run().opensAt() != null && run().closedAt() == null;
    }
}
