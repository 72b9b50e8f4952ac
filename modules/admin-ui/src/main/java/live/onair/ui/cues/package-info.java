/** The console's cue sheets: written on the show's page, gone through in the control room, read on the prompter. */
@NullMarked
package live.onair.ui.cues;

import org.jspecify.annotations.NullMarked;
