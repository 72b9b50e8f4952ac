/** Chats and their moderation over HTTP. */
@NullMarked
package live.onair.api.moderation;

import org.jspecify.annotations.NullMarked;
