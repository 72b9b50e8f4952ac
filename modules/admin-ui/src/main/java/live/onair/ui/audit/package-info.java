/** The event log on screen: search and verify. */
@NullMarked
package live.onair.ui.audit;

import org.jspecify.annotations.NullMarked;
