/** CDNs, the policy and moves of viewers, below {@code /api/v1}. */
@NullMarked
package live.onair.api.cdn;

import org.jspecify.annotations.NullMarked;
