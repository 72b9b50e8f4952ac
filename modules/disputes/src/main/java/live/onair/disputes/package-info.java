/**
 * Dispute packs (분쟁 자료): an order number gives a sealed ZIP of what was sent and shown around that order, and the show is
 * held so that its recording is not purged meanwhile.
 *
 * <p>In come the faces, by {@link live.onair.disputes.Disputes} and {@link live.onair.disputes.DisputeHolds}. What is in a
 * pack is read from the other rooms' facades; recordings are cut and kept by
 * {@link live.onair.disputes.spi.DisputeRecordings}, called by this room's handlers only. It never judges who is right, and
 * never changes a pack once it is sealed.
 */
@NullMarked
package live.onair.disputes;

import org.jspecify.annotations.NullMarked;
