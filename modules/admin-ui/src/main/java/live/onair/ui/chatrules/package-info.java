/** The page of the chats' filter: rules that are written here, a line to test, and what a rule would have done. */
@NullMarked
package live.onair.ui.chatrules;

import org.jspecify.annotations.NullMarked;
