/** What viewers ask in the chat of a show, and what they are answered. */
@NullMarked
package live.onair.ui.questions;

import org.jspecify.annotations.NullMarked;
