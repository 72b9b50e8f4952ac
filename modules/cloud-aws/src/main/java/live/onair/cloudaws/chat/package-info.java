/**
 * Chats in IVS Chat. A room there knows no history, no bans and nothing that waits: what it lacks lies in the installation's
 * bucket below {@code onair/<env>/chat/}, where the function that reviews lines reads how each chat is held and writes what it
 * judged.
 */
@NullMarked
package live.onair.cloudaws.chat;

import org.jspecify.annotations.NullMarked;
