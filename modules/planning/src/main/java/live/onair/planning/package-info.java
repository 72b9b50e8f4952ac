/**
 * What planners use to fill weeks: templates, copies, weekly series, marks in recordings, and calendars to subscribe to.
 *
 * <p>Comes in: the faces. It books, changes and cancels shows only through scheduling's facades, so that no rule of a
 * show lives here; scheduling does not know it. It never starts or stops anything, and never asks a port.
 */
@NullMarked
package live.onair.planning;

import org.jspecify.annotations.NullMarked;
