package live.onair.awsstub;

import java.util.ArrayList;
import java.util.List;

/** Every call, in the order in which the answers left. */
final class CallLog {

    private final List<StubCall> calls = new ArrayList<>();

    synchronized void add(StubCall call) {
        calls.add(call);
    }

    synchronized List<StubCall> all() {
        return List.copyOf(calls);
    }

    synchronized void clear() {
        calls.clear();
    }
}
