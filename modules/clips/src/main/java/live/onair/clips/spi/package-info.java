/** Where clips are cut and kept. Adapters come in here; faces never do. */
@NullMarked
package live.onair.clips.spi;

import org.jspecify.annotations.NullMarked;
