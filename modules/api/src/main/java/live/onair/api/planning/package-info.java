/** The API of planning: templates, copies, series, marks, and calendars to subscribe to. */
@NullMarked
package live.onair.api.planning;

import org.jspecify.annotations.NullMarked;
