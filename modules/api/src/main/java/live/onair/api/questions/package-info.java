/** What viewers ask in chats, below {@code /api/v1}. */
@NullMarked
package live.onair.api.questions;

import org.jspecify.annotations.NullMarked;
