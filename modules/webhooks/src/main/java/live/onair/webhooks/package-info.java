/**
 * News to other people's servers and back, signed: Standard Webhooks, both ways.
 *
 * <p>In come the faces, by {@link live.onair.webhooks.Webhooks} (where news go, and what became of each) and by
 * {@link live.onair.webhooks.ShopDoors} (shops that tell of orders and stock). It hears the rooms below inside their
 * transactions and writes down what is to be sent; durable work sends it, with the same id each time. It connects to no
 * address of our own network, and follows nobody elsewhere.
 */
@NullMarked
package live.onair.webhooks;

import org.jspecify.annotations.NullMarked;
