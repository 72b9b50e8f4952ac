package live.onair.work;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The handlers of all rooms by the name of their work, and the name of this node. */
@Singleton
class Handlers {

    private final Instance<WorkHandler<?>> found;
    private final Attempt attempt;
    private final Hold hold;
    private final String node;
    private @Nullable Map<String, WorkHandler<?>> byName;

    @Inject
    Handlers(Instance<WorkHandler<?>> found, Attempt attempt, Hold hold, @Named("onair.node") Instance<String> node) {
        this.found = found;
        this.attempt = attempt;
        this.hold = hold;
        this.node = node.isResolvable() ? node.get() : "console";
    }

    String node() {
        return node;
    }

    Collection<String> types() {
        return byName().keySet();
    }

    List<Task<?>> tasks() {
        return byName().values().stream().<Task<?>>map(this::task).toList();
    }

    /** Looked up late: handlers put work themselves. */
    private synchronized Map<String, WorkHandler<?>> byName() {
        if (byName == null) {
            Map<String, WorkHandler<?>> all = new TreeMap<>();
            for (WorkHandler<?> handler : found) {
                WorkHandler<?> other = all.put(Wire.nameOf(handler.type()), handler);
                if (other != null) {
                    throw new IllegalStateException("two handlers for " + Wire.nameOf(handler.type()));
                }
            }
            byName = all;
        }
        return byName;
    }

    private <W extends Work> Task<W> task(WorkHandler<W> handler) {
        return Tasks.custom(Wire.nameOf(handler.type()), handler.type())
                .onDeadExecution((complete, ignored) -> hold.unpick(complete.getExecution()))
                .onFailure((complete, ignored) -> hold.unpick(complete.getExecution()))
                .execute((instance, context) -> {
                    attempt.at(handler, context.getExecution(), node);
                    return (complete, ignored) -> {};
                });
    }
}
