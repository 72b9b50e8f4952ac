/**
 * What a CDN's own configuration lacks, mended by a plan that is shown before a press, and taken back the same way.
 *
 * <p>In come the faces by {@link live.onair.cdn.mending.Mends}, and the room's own looks at accounts by
 * {@link live.onair.cdn.mending.Lacking}. It never calls an account inside a transaction, and never writes what was not shown.
 */
@NullMarked
package live.onair.cdn.mending;

import org.jspecify.annotations.NullMarked;
