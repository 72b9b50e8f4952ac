/**
 * The adapter of the disputes' port on AWS: a stretch of a recording in S3 is joined from its pieces, and a recording that is
 * disputed about is copied into a folder of its own, where nothing that takes recordings away looks.
 *
 * <p>Only the container comes in here. Nothing of a recording itself is ever changed or deleted.
 */
@NullMarked
package live.onair.cloudaws.disputes;

import org.jspecify.annotations.NullMarked;
