/**
 * What is sold in shows: products with their options, prices and stock, the sellers behind them with what the law wants
 * shown, cosmetics records, and which products a show has.
 *
 * <p>In come the faces, by {@link live.onair.products.Products} and {@link live.onair.products.Sellers}. A product is put
 * away, never deleted. What is not known (a stock, a price) is unknown, never zero. This room decides nothing about a show
 * but what it reports to the gate, and asks no shop inside a transaction.
 */
@NullMarked
package live.onair.products;

import org.jspecify.annotations.NullMarked;
