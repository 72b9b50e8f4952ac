/** The highlight clips of a show: proposed, cut, played, shown to viewers. Shows what {@code clips} keeps; no rules in here. */
@NullMarked
package live.onair.ui.clips;

import org.jspecify.annotations.NullMarked;
