/** Pins, cards and prices that change on air, over HTTP. */
@NullMarked
package live.onair.api.pins;

import org.jspecify.annotations.NullMarked;
