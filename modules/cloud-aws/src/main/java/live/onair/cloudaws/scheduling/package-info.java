/**
 * The adapters of scheduling's ports on AWS: channels on MediaLive with MediaPackage, on IVS, and monitors on Kinesis
 * Video Streams.
 *
 * <p>Only the container comes in here. What an adapter knows it reads from AWS, by name and by tag; it remembers nothing.
 * Each adapter is a pure course (what is wanted, what is seen, the next call) and a reader.
 */
@NullMarked
package live.onair.cloudaws.scheduling;

import org.jspecify.annotations.NullMarked;
