/**
 * What offers ask of rooms that they do not know.
 *
 * <p>{@link live.onair.offers.spi.ViewerDelay} is asked when something is opened. No rule of an offer lives here.
 */
@NullMarked
package live.onair.offers.spi;

import org.jspecify.annotations.NullMarked;
