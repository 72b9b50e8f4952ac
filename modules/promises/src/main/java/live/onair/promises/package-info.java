/**
 * What viewers were promised: a price shown or said to hold "on air only", "today only" or to be the lowest, with the day
 * until which nobody may sell for less without being told.
 *
 * <p>In come the faces, by {@link live.onair.promises.Promises}. Promises are written down by themselves when a product is
 * pinned below its price, a flash sale or a coupon opens, or such words are said by the cue sheet or a notice; a person may
 * add others. A show that would undercut one is told of at its approval. This room sets no prices and holds no show back.
 */
@NullMarked
package live.onair.promises;

import org.jspecify.annotations.NullMarked;
