/** Dispute packs and shows that are held, on a page. */
@NullMarked
package live.onair.ui.disputes;

import org.jspecify.annotations.NullMarked;
