/** Cue sheets and prompters for machines. */
@NullMarked
package live.onair.api.cues;

import org.jspecify.annotations.NullMarked;
