package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Some operations of one service, played by us. Only called with requests that the model allows. */
abstract class Script {

    /** Does it and answers, or throws {@link Refused}. */
    @FunctionalInterface
    interface Act {
        ObjectNode on(ObjectNode input);
    }

    final Ground ground;
    private final Map<String, Act> acts = new HashMap<>();

    Script(Ground ground) {
        this.ground = ground;
    }

    final void act(String operation, Act act) {
        acts.put(operation, act);
    }

    final Optional<Act> act(String operation) {
        return Optional.ofNullable(acts.get(operation));
    }

    final Set<String> operations() {
        return acts.keySet();
    }

    /** Everything of this script's own that exists. */
    List<Resources> keeps() {
        return List.of();
    }

    static void copy(ObjectNode from, ObjectNode to, String... members) {
        for (String member : members) {
            if (from.has(member)) {
                to.set(member, from.get(member).deepCopy());
            }
        }
    }
}
