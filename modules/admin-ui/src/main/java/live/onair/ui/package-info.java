/**
 * The console's shell: layout, sign-in, words, icons and the parts every view uses.
 *
 * <p>Views of a room live in {@code live.onair.ui.<room>} and use facades only. No rule, no SQL, no view of another room
 * in here.
 */
@NullMarked
package live.onair.ui;

import org.jspecify.annotations.NullMarked;
