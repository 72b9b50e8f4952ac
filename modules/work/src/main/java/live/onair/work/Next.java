package live.onair.work;

import java.time.Duration;
import java.time.Instant;

/** What comes after a piece of work was handled. */
public sealed interface Next {

    /** Nothing: it is done. */
    record Done() implements Next {}

    /** The same work again, not before this instant. */
    record Again(Instant at) implements Next {}

    /** The same work again after a pause. */
    record After(Duration pause) implements Next {}

    /** Nothing more to do. */
    static Next done() {
        return new Done();
    }

    /** Again, not before this instant. */
    static Next at(Instant instant) {
        return new Again(instant);
    }

    /** Again after a pause. */
    static Next after(Duration pause) {
        return new After(pause);
    }
}
