/**
 * What viewers are shown beside the picture of a show by a press: pinned products, notices, questions with answers; and
 * prices that change on air with a second person.
 *
 * <p>In come the faces, by {@link live.onair.pins.Pins}, {@link live.onair.pins.Cards} and
 * {@link live.onair.pins.PriceChanges}. A pin is a row first: that its mark could not be put into the stream is told on
 * it and never undoes it. What an item of the cue sheet is to pin or show is done here, and told to the sheet. This room publishes nothing itself, never pins more than three products at once, and knows no
 * stream but scheduling's marks.
 */
@NullMarked
package live.onair.pins;

import org.jspecify.annotations.NullMarked;
