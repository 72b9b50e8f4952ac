/** The moderators' screen: chat, what waits for a decision, and who said it. */
@NullMarked
package live.onair.ui.moderation;

import org.jspecify.annotations.NullMarked;
