/**
 * The viewers' face: their pages, and the files these read.
 *
 * <p>Everything viewers read is published beforehand and served without the console. No rule of a show lives here, no
 * staff cookie, no database.
 */
@NullMarked
package live.onair.storefront;

import org.jspecify.annotations.NullMarked;
