/**
 * What viewers do with products, as numbers: seen, clicked, put into the cart, ordered; for a show and for each of its products.
 *
 * <p>In come the faces and the rooms above, by {@link live.onair.analytics.Analytics}; viewers' events are pulled from where
 * viewers leave them, by {@link live.onair.analytics.spi.ViewerEvents}, and orders are seen where they happen. Each event has an id:
 * told twice, it counts once. This room knows a viewer by a digest that leads nowhere else, and decides nothing.
 */
@NullMarked
package live.onair.analytics;

import org.jspecify.annotations.NullMarked;
