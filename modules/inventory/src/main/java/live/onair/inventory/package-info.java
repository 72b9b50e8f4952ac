/**
 * What the cloud account holds against what we want: everything in it that is ours by tag or name, with a verdict each,
 * and the clearing away of what nobody wants.
 *
 * <p>Comes in: the faces; the cloud modules through its {@code spi}. It asks scheduling what is wanted and never starts a
 * channel. What it would clear away it shows first, and what was shown is what is done.
 */
@NullMarked
package live.onair.inventory;

import org.jspecify.annotations.NullMarked;
