/** Highlight clips of shows, over HTTP. */
@NullMarked
package live.onair.api.clips;

import org.jspecify.annotations.NullMarked;
