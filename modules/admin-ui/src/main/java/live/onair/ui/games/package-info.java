/** Polls, quizzes, draws and rewards for watching on a show's page, and their winners. */
@NullMarked
package live.onair.ui.games;

import org.jspecify.annotations.NullMarked;
