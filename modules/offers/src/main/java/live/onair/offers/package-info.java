/**
 * What makes a viewer buy now: coupons and flash sales of a show, written beforehand, opened and closed by a press, a cue or
 * their time.
 *
 * <p>In come the faces and the room that takes orders, by {@link live.onair.offers.Coupons} and
 * {@link live.onair.offers.FlashSales}. An offer whose time is over leaves by itself, whether anybody looks or not; one that
 * is used up leaves in the transaction that used it up. What is opened may
 * wait for viewers who see the show late: how late that is it asks by {@link live.onair.offers.spi.ViewerDelay}. This room takes no
 * orders, touches no stock and publishes nothing.
 */
@NullMarked
package live.onair.offers;

import org.jspecify.annotations.NullMarked;
