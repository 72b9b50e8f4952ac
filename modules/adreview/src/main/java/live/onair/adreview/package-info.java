/**
 * 표시·광고 점검: what a show says of cosmetic products, checked against the rules of {@code claims} before somebody approves it.
 *
 * <p>In come the faces, by {@link live.onair.adreview.AdReview}; on air the rooms that keep words ask by
 * {@link live.onair.claims.ClaimWatch}. The texts stay in their rooms and are read anew each time; this
 * room keeps only what people have decided about findings, and reports the check {@code claims} to the gate. It never
 * changes a text.
 */
@NullMarked
package live.onair.adreview;

import org.jspecify.annotations.NullMarked;
