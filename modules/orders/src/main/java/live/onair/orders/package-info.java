/**
 * What viewers buy in a show: pieces are held for some minutes at the prices that stand then, and bought or given back.
 *
 * <p>In come the viewers' door and the faces, by {@link live.onair.orders.Orders} and {@link live.onair.orders.SellOuts}. A
 * hold takes stock, pieces of a flash sale and a coupon in one transaction, or nothing of it. Orders are facts of this room
 * and no acts: they are not in the event log. This room takes no money and knows no viewer but by the number of their page.
 */
@NullMarked
package live.onair.orders;

import org.jspecify.annotations.NullMarked;
