/**
 * The durable to-do list: what leaves the process, waits or repeats.
 *
 * <p>Every room may put work; it is kept in the caller's transaction and done at least once, in order per key. Nothing
 * here knows what the work means.
 */
@NullMarked
package live.onair.work;

import org.jspecify.annotations.NullMarked;
