/** Dispute packs and holds over HTTP. */
@NullMarked
package live.onair.api.disputes;

import org.jspecify.annotations.NullMarked;
