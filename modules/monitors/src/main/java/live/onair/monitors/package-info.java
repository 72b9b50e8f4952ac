/**
 * Monitors: streams beside the programme, to which a camera or a field encoder contributes and at which a few people of
 * the crew look. Not for the audience: each viewer needs a session of their own that expires, and sessions are billed and
 * limited.
 *
 * <p>In come the faces, by {@link live.onair.monitors.Monitors}, and inventory, which asks what is wanted. This room never
 * sends a programme and never asks a backend inside a transaction.
 */
@NullMarked
package live.onair.monitors;

import org.jspecify.annotations.NullMarked;
