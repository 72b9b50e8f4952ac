/**
 * What this room asks of a cloud module, and hears from it. Handlers call {@link CloudAccount}, {@link AccountTrail} and {@link RecordingArchive};
 * {@link RemovalPlanner} is pure; {@link CallReports} is called by the cloud module.
 */
@NullMarked
package live.onair.inventory.spi;

import org.jspecify.annotations.NullMarked;
