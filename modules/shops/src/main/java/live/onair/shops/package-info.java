/**
 * The shop that is connected: its own catalogue is looked at and taken over by durable work, page by page, and goes into
 * products by the rules of a file.
 *
 * <p>In come the faces, by {@link live.onair.shops.Shops}, and adapters of shops by {@code spi}. It knows no rule of a
 * product, asks no shop inside a transaction, and never writes to a shop.
 */
@NullMarked
package live.onair.shops;

import org.jspecify.annotations.NullMarked;
