/** The shop that is connected: what it has, and what became of it. */
@NullMarked
package live.onair.ui.shops;

import org.jspecify.annotations.NullMarked;
