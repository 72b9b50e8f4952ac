package live.onair.cloudaws;

import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;

/** What was to be read lies in an archive (S3 Glacier) from which its owner has to bring it back first. */
public final class ArchivedException extends CloudException {

    ArchivedException(String message, Throwable cause) {
        super(CloudFault.INVALID, message, cause);
    }
}
