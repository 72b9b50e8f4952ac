/** Records at names that players ask for, below {@code /api/v1}. */
@NullMarked
package live.onair.api.dns;

import org.jspecify.annotations.NullMarked;
