/** What viewers bought, and how a show sells, over HTTP. */
@NullMarked
package live.onair.api.orders;

import org.jspecify.annotations.NullMarked;
