/** Where recordings are cut for a dispute and kept from being purged. Adapters come in here; faces never do. */
@NullMarked
package live.onair.disputes.spi;

import org.jspecify.annotations.NullMarked;
