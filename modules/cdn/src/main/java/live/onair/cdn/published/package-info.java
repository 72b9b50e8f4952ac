/**
 * Whether what steers viewers lies where they read it: one published object after another is read there and compared with what was written.
 * In comes the room's round; the news of what is not as it was written goes to it, and it has it written anew.
 */
@NullMarked
package live.onair.cdn.published;

import org.jspecify.annotations.NullMarked;
