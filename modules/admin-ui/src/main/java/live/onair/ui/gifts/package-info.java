/** Gifts and bundles on a show's page, and the file for the warehouse. Shows what {@code gifts} keeps; no rules in here. */
@NullMarked
package live.onair.ui.gifts;

import org.jspecify.annotations.NullMarked;
