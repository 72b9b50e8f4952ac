/**
 * What viewers of a show take part in: polls, quizzes, draws and rewards for watching, written beforehand, opened and closed
 * by a press, a cue or their time; and who won.
 *
 * <p>In come the faces, by {@link live.onair.games.Games} and {@link live.onair.games.Winners}, and viewers, by
 * {@link live.onair.games.Plays}. The right answer of a quiz and the seed of a draw are told to nobody outside before the
 * result is. A viewer is known by the number of their page; what a winner leaves to be reached by lies apart, is shown
 * masked and is deleted after its days. This room publishes nothing and knows no product: a prize is a text.
 */
@NullMarked
package live.onair.games;

import org.jspecify.annotations.NullMarked;
