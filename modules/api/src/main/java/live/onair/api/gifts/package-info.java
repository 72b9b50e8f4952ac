/** Gifts and bundles over HTTP. */
@NullMarked
package live.onair.api.gifts;

import org.jspecify.annotations.NullMarked;
