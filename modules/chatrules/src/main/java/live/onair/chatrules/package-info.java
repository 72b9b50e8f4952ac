/**
 * Chat rules: words and expressions that are written here for the chats' filter, beside the rules that come with the program.
 *
 * <p>In come the faces by {@link live.onair.chatrules.ChatRules}. A rule counts for all shows or for one, and may be tried on
 * what was said in the last shows before it is enabled. All of them make one edition, which is told to where chats are held by
 * {@link live.onair.chatrules.spi.ChatJudges}; while nobody answers there the edition before goes on counting, and this room
 * says so. This room keeps no lines: those are moderation's.
 */
@NullMarked
package live.onair.chatrules;

import org.jspecify.annotations.NullMarked;
