/**
 * Gifts and bundles: what a warehouse sends with an order besides what was ordered, or in its place. Merchandisers write rules,
 * also while the show is on air; each order is given what it has earned in the transaction in which it is placed; the
 * warehouse reads it line by line.
 *
 * <p>Way in: {@link live.onair.gifts.Gifts}. Lies above orders, whose news it hears.
 */
@NullMarked
package live.onair.gifts;

import org.jspecify.annotations.NullMarked;
