/**
 * The adapter of the DNS path's port on AWS: records of one hosted zone of Route 53.
 *
 * <p>Only the container comes in here. It remembers nothing but the name of the zone. Whether the zone's servers answer what was written
 * is not asked of Route 53 but of them.
 */
@NullMarked
package live.onair.cloudaws.dns;

import org.jspecify.annotations.NullMarked;
