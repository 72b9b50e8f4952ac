/** Where viewers' pages leave what they tell of. Adapters come in here; faces never do. */
@NullMarked
package live.onair.analytics.spi;

import org.jspecify.annotations.NullMarked;
