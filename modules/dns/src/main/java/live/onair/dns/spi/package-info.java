/** Where records stand, and who answers for them. Adapters come in here; faces never do. */
@NullMarked
package live.onair.dns.spi;

import org.jspecify.annotations.NullMarked;
