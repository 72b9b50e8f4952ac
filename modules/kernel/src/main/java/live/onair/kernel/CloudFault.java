package live.onair.kernel;

/** What kind of trouble a call to the streaming backend met; decides whether and how it is tried again. */
public enum CloudFault {
    /** Too many calls: wait longer, then again. */
    THROTTLED(true),
    /** Time-out, reset, 5xx: try again. */
    UNAVAILABLE(true),
    /** The answer was lost: read back before anything else. */
    UNKNOWN_OUTCOME(true),
    /** The thing is in another state than the call needs. */
    CONFLICT(true),
    /** What was named does not exist. */
    NOT_FOUND(false),
    /** The request itself is wrong. */
    INVALID(false),
    /** Missing, wrong or expired credentials or permission. */
    DENIED(false),
    /** A quota or the disk is used up. */
    EXHAUSTED(true);

    private final boolean retried;

    CloudFault(boolean retried) {
        this.retried = retried;
    }

    /** Whether trying again can help without a person. */
    public boolean isRetried() {
        return retried;
    }
}
