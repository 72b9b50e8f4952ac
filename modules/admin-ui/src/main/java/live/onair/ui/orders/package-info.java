/** How a show sells, on its page. */
@NullMarked
package live.onair.ui.orders;

import org.jspecify.annotations.NullMarked;
