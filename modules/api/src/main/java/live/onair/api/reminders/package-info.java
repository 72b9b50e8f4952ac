/** Who wants to be told before a show, and the messages that tell them, over HTTP. */
@NullMarked
package live.onair.api.reminders;

import org.jspecify.annotations.NullMarked;
