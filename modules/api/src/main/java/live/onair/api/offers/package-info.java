/** Coupons and flash sales, over HTTP. */
@NullMarked
package live.onair.api.offers;

import org.jspecify.annotations.NullMarked;
