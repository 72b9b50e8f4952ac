/**
 * The adapter of the monitors' ports on AWS: Kinesis Video Streams.
 *
 * <p>Only the container comes in here. It remembers nothing. What it changes is a pure course, shown as a plan and walked by
 * the same functions.
 */
@NullMarked
package live.onair.cloudaws.monitors;

import org.jspecify.annotations.NullMarked;
