/**
 * What scheduling needs from a streaming backend, and what a backend reports.
 *
 * <p>Adapters implement the outgoing ports ({@link live.onair.scheduling.spi.ChannelProvisioner},
 * {@link live.onair.scheduling.spi.StreamKeyStore}, {@link live.onair.scheduling.spi.IngestKeys}), each marked with {@link live.onair.scheduling.spi.Backend}, and call
 * the incoming one ({@link live.onair.scheduling.spi.StreamHealthReports}). No rule of a show lives here.
 */
@NullMarked
package live.onair.scheduling.spi;

import org.jspecify.annotations.NullMarked;
