/** The operators' home: what is wrong now, how tonight goes, the way of a signal, and what watching is like. */
@NullMarked
package live.onair.ui.home;

import org.jspecify.annotations.NullMarked;
