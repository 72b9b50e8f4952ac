/**
 * What may be said of a cosmetic product in Korea (화장품 표시·광고), as pure text rules: a text and what is known of the
 * product go in, findings come out. Versioned data, no database, no clock, no network. It never decides alone: a finding
 * names the words, the basis, what evidence would allow them and what may be said instead; people decide. Counsel confirms
 * a pack of rules before it is relied on; a pack says whether that was done. Rooms whose words reach viewers ask
 * {@link live.onair.claims.ClaimWatch} on air, which a room above them answers.
 */
@NullMarked
package live.onair.claims;

import org.jspecify.annotations.NullMarked;
