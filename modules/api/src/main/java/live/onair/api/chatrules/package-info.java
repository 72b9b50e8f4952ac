/** The rules of the chats' filter over HTTP. */
@NullMarked
package live.onair.api.chatrules;

import org.jspecify.annotations.NullMarked;
