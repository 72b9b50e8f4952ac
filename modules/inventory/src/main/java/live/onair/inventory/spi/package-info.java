/** What this room asks of a cloud module. Handlers call {@link CloudAccount}; {@link RemovalPlanner} is pure. */
@NullMarked
package live.onair.inventory.spi;

import org.jspecify.annotations.NullMarked;
