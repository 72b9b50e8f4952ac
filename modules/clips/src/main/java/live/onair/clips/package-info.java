/**
 * Highlight clips of a show: proposed from the moments marked on air and the items of its cue sheet, cut from its recording,
 * kept as files of their own, shown to viewers beside the replay.
 *
 * <p>In come the faces, by {@link live.onair.clips.Clips}; files are cut by {@link live.onair.clips.spi.ClipCutter}, called by
 * this room's handler only. What should be stands in this room's table: the handler makes it so, as often as it takes.
 */
@NullMarked
package live.onair.clips;

import org.jspecify.annotations.NullMarked;
