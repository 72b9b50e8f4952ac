/**
 * The cue sheet (큐시트) of a show and the host's prompter: what comes when, who says what, and what is done when an item
 * begins.
 *
 * <p>In come the faces, by {@link live.onair.cues.Cues} and {@link live.onair.cues.Prompter}. An item holds acts, each a kind
 * and an opaque target: this room knows no product. When an item begins, the step alone is committed and
 * {@link live.onair.cues.CueEvent.Due} is fired for each act; rooms above observe it, put work, and say by
 * {@link live.onair.cues.Cues#report} what became of it. Whatever they say, the sheet goes on. The slate is switched by this
 * room itself, and an item that begins on air becomes a chapter of the replay.
 */
@NullMarked
package live.onair.cues;

import org.jspecify.annotations.NullMarked;
