/** The console's claim checks: findings of a show, and the rules with a box to try sentences. */
@NullMarked
package live.onair.ui.adreview;

import org.jspecify.annotations.NullMarked;
