/** The API of the work board. */
@NullMarked
package live.onair.api.work;

import org.jspecify.annotations.NullMarked;
