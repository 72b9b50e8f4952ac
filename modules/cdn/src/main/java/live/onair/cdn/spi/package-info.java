/** Where what steers viewers' players lies. Adapters come in here; faces never do. */
@NullMarked
package live.onair.cdn.spi;

import org.jspecify.annotations.NullMarked;
