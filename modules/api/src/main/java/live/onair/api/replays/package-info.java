/** The chat beside the recording, below {@code /api/v1}. */
@NullMarked
package live.onair.api.replays;

import org.jspecify.annotations.NullMarked;
