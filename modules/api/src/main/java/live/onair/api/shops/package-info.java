/** The shop that is connected, over HTTP. */
@NullMarked
package live.onair.api.shops;

import org.jspecify.annotations.NullMarked;
