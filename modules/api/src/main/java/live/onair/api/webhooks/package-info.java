/** Where news go and who tells some, over HTTP. */
@NullMarked
package live.onair.api.webhooks;

import org.jspecify.annotations.NullMarked;
