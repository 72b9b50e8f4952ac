package live.onair.work;

import jakarta.inject.Singleton;
import java.time.Instant;

/** Puts work on the list, in the caller's transaction. */
@Singleton
public class WorkQueue {

    /** Work to be done as soon as this transaction has committed. */
    public void put(Work work) {
        throw new UnsupportedOperationException();
    }

    /** Work to be done not before {@code due}; the same key put earlier keeps the earlier of both times. */
    public void put(Work work, Instant due) {
        throw new UnsupportedOperationException();
    }
}
