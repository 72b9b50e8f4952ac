package live.onair.testkit;

import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;

/** What kind of trouble a call to a backend meets. */
public final class Faults {

    private Faults() {}

    /** The fault of a deed that must meet one. */
    public static CloudFault of(Runnable deed) {
        try {
            deed.run();
        } catch (CloudException e) {
            return e.fault();
        }
        throw new AssertionError("nothing was wrong");
    }
}
