/** The pages of the catalogue. */
@NullMarked
package live.onair.ui.products;

import org.jspecify.annotations.NullMarked;
