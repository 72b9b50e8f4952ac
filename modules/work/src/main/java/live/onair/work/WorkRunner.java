package live.onair.work;

import jakarta.inject.Singleton;

/** Does the work when it is due. Started once by the deployable; a test calls {@link #runDue()} instead. */
@Singleton
public class WorkRunner {

    /** Starts doing due work in the background, taking over what this node left behind when it died. */
    public void start() {
        throw new UnsupportedOperationException();
    }

    /** Stops taking new work and waits a few seconds for what runs. */
    public void stop() {
        throw new UnsupportedOperationException();
    }

    /** Does all work that is due now by the injected clock, on this thread, until none is; gives how many were done. */
    public int runDue() {
        throw new UnsupportedOperationException();
    }
}
