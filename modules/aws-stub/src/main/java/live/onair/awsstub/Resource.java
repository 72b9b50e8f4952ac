package live.onair.awsstub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One thing that exists at AWS, with a state that moves on by itself. */
final class Resource {

    final String id;
    final ObjectNode tree;
    private final Ground ground;
    private final String stateMember;
    private Consumer<String> told = state -> {};
    private @Nullable String next;
    private long due;

    Resource(Ground ground, String id, String stateMember, ObjectNode tree) {
        this.ground = ground;
        this.id = id;
        this.stateMember = stateMember;
        this.tree = tree;
    }

    /** Each new state is told to this one. */
    Resource tells(Consumer<String> whom) {
        told = whom;
        return this;
    }

    String arn() {
        return tree.path("Arn")
                .asText(tree.path("arn").asText(tree.path("StreamARN").asText()));
    }

    String state() {
        settle();
        return tree.path(stateMember).asText();
    }

    boolean is(String... states) {
        return List.of(states).contains(state());
    }

    Resource becomes(String state) {
        next = null;
        tree.put(stateMember, state);
        told.accept(state);
        return this;
    }

    /** Says {@code via} for a while, then {@code to}. */
    Resource goes(String via, String to) {
        tree.put(stateMember, via);
        told.accept(via);
        next = to;
        due = ground.time.steady() + ground.transition.toNanos();
        return this;
    }

    private void settle() {
        if (next != null && ground.time.steady() - due >= 0) {
            becomes(next);
        }
    }

    ObjectNode view() {
        settle();
        return tree.deepCopy();
    }
}
