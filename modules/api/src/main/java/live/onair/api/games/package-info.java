/** Polls, quizzes, draws and rewards for watching, over HTTP. */
@NullMarked
package live.onair.api.games;

import org.jspecify.annotations.NullMarked;
