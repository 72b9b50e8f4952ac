/** What shows say of cosmetic products, for machines. */
@NullMarked
package live.onair.api.adreview;

import org.jspecify.annotations.NullMarked;
