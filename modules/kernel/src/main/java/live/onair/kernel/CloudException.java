package live.onair.kernel;

import org.jspecify.annotations.Nullable;

/** The one exception every port throws: what kind of trouble, in which call, in words. */
public class CloudException extends RuntimeException {

    private final CloudFault fault;

    /** Trouble without a cause of its own. */
    public CloudException(CloudFault fault, String message) {
        this(fault, message, null);
    }

    /** Trouble with the exception that showed it. */
    public CloudException(CloudFault fault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /** The kind of trouble. */
    public CloudFault fault() {
        return fault;
    }
}
