package live.onair.awsstub;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Every call, in the order in which the answers left; and for CloudTrail also what was forgotten here since. */
final class CallLog {

    /** The history ends somewhere, too. */
    private static final int MOST = 20_000;

    private final List<StubCall> calls = new ArrayList<>();
    private final Deque<StubCall> history = new ArrayDeque<>();

    synchronized void add(StubCall call) {
        calls.add(call);
        remember(call);
    }

    /** It was made past the product: only the trail knows. */
    synchronized void remember(StubCall call) {
        history.addLast(call);
        if (history.size() > MOST) {
            history.removeFirst();
        }
    }

    synchronized List<StubCall> history() {
        return List.copyOf(history);
    }

    synchronized List<StubCall> all() {
        return List.copyOf(calls);
    }

    synchronized void clear() {
        calls.clear();
    }
}
