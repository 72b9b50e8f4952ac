/**
 * Questions: what viewers ask in the chat of a show, the same asked by many as one, beside the product that was pinned then.
 *
 * <p>In come the faces by {@link live.onair.questions.Questions}. An answer is given once and reaches all: in the chat, as a card
 * that stays, or as both; what nobody answered stays listed after the show. Likeness is a matter of words that two questions
 * share, told by this room itself. This room keeps which lines ask what, never the lines: those are moderation's.
 */
@NullMarked
package live.onair.questions;

import org.jspecify.annotations.NullMarked;
