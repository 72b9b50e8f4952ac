/** Who wants to be told before a show, on its page. */
@NullMarked
package live.onair.ui.reminders;

import org.jspecify.annotations.NullMarked;
