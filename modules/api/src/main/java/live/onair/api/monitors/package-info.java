/** The API of monitors: what there is, plans and approvals, sessions. */
@NullMarked
package live.onair.api.monitors;

import org.jspecify.annotations.NullMarked;
