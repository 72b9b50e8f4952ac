/**
 * Replays: what was said and done in the chat of a show, beside the recording, each at its second.
 *
 * <p>In come the faces by {@link live.onair.replays.Replays}, which joins what moderation, pins and scheduling know, in media
 * time, so that a gap of the recording is a gap here, too; what is put right from a replay is put right in moderation. And by
 * {@link live.onair.replays.ReplayRestrictions}, which keeps a replay from viewers while a claim against it is looked into
 * (임시조치): scheduling asks this room before it shows one.
 */
@NullMarked
package live.onair.replays;

import org.jspecify.annotations.NullMarked;
