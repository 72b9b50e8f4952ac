package live.onair.kernel;

import java.util.List;

/**
 * Where attempts that came to nothing are written down. Implemented by the event log; each call commits in a
 * transaction of its own, whatever becomes of the caller's.
 */
public interface Attempts {

    /** Somebody called a command they may not give. */
    void denied(Actor actor, String command);

    /** A command was refused. */
    void refused(Actor actor, String command, List<Reason> reasons);
}
