/**
 * The event log: every act and every change of state, once, in order, so that a change made behind its back shows.
 *
 * <p>Rooms do not call it: it hears every {@link live.onair.kernel.DomainEvent} inside the transaction that fires it,
 * and is told of denied and refused attempts by the guard. People search it and have it verified. It never changes an
 * entry, never holds a business transaction up, and never keeps chat lines, orders or samples: those are facts of their
 * rooms.
 */
@NullMarked
package live.onair.audit;

import org.jspecify.annotations.NullMarked;
