/**
 * Replays: what was said and done in the chat of a show, beside the recording, each at its second.
 *
 * <p>In come the faces by {@link live.onair.replays.Replays}. This room keeps nothing: it joins what moderation, pins and
 * scheduling know, in media time, so that a gap of the recording is a gap here, too. It changes nothing either: what is put
 * right from a replay is put right in moderation.
 */
@NullMarked
package live.onair.replays;

import org.jspecify.annotations.NullMarked;
