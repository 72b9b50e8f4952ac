/** The console's part of planning: templates, copies, series, marks, calendars to subscribe to. */
@NullMarked
package live.onair.ui.planning;

import org.jspecify.annotations.NullMarked;
