/** The API of the event log. */
@NullMarked
package live.onair.api.audit;

import org.jspecify.annotations.NullMarked;
