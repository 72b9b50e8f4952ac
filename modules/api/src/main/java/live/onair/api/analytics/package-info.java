/** How a show's products did, over HTTP. */
@NullMarked
package live.onair.api.analytics;

import org.jspecify.annotations.NullMarked;
