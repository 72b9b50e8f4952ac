/** The catalogue over HTTP. */
@NullMarked
package live.onair.api.products;

import org.jspecify.annotations.NullMarked;
