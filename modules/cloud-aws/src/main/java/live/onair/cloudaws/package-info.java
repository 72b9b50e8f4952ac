/**
 * The one way to Amazon Web Services: credentials, regions, time-outs, throttling, the read-only switch, tags, the log of
 * calls, and what may be asked of each service. The adapters of a room's ports lie in a package of their own, named for
 * that room.
 *
 * <p>Only those packages come in here. No type of the AWS SDK leaves this module; no rule of a show is kept in it.
 */
@NullMarked
package live.onair.cloudaws;

import org.jspecify.annotations.NullMarked;
