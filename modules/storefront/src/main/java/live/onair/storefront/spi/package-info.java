/** What the storefront needs from a backend: a place for files that viewers read without the console. */
@NullMarked
package live.onair.storefront.spi;

import org.jspecify.annotations.NullMarked;
