/** Coupons and flash sales on a show's page. */
@NullMarked
package live.onair.ui.offers;

import org.jspecify.annotations.NullMarked;
