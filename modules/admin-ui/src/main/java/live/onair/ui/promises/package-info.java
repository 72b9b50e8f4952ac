/** What viewers were promised, on a page. */
@NullMarked
package live.onair.ui.promises;

import org.jspecify.annotations.NullMarked;
