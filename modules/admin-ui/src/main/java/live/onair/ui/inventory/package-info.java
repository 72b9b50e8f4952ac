/** The page of the cloud account. */
@NullMarked
package live.onair.ui.inventory;

import org.jspecify.annotations.NullMarked;
