/** What viewers were promised, over HTTP. */
@NullMarked
package live.onair.api.promises;

import org.jspecify.annotations.NullMarked;
