/**
 * Moderation: the chats of shows, what was said in them, and what moderators did about it.
 *
 * <p>In come the faces by {@link live.onair.moderation.Moderation}, and viewers' pages for a pass by
 * {@link live.onair.moderation.ChatEntrance}. A chat is open while its show is on air. What was said is pulled from where it
 * is kept durably, so that nothing is lost while the console is away; what a moderator does is written here first, then told
 * there. This room keeps no personal data that the filter has taken out of a line, and no viewer's address.
 */
@NullMarked
package live.onair.moderation;

import org.jspecify.annotations.NullMarked;
