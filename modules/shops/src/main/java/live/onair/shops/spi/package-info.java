/** Where a shop's own catalogue is read. Adapters come in here; faces never do. */
@NullMarked
package live.onair.shops.spi;

import org.jspecify.annotations.NullMarked;
