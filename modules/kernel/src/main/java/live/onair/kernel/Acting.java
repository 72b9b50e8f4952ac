package live.onair.kernel;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Who acts on this thread, and for which request. The doors (sign-in filter, work runner, captured user interface) set
 * it for the length of one request; facades read it.
 */
public final class Acting implements AutoCloseable {

    private record Scene(Actor actor, @Nullable String requestId) {}

    private static final ThreadLocal<@Nullable Scene> NOW = new ThreadLocal<>();

    private final @Nullable Scene before;

    private Acting(Scene scene) {
        before = NOW.get();
        NOW.set(scene);
    }

    /** Lets the actor act until the result is closed; what was before comes back then. */
    public static Acting as(Actor actor) {
        return new Acting(new Scene(actor, requestId().orElse(null)));
    }

    /** The same, with the id of the request that logs and the event log carry. */
    public static Acting as(Actor actor, String requestId) {
        return new Acting(new Scene(actor, requestId));
    }

    /** Runs the call as the actor; a checked exception of the call comes out as {@link IllegalStateException}. */
    public static <T extends @Nullable Object> T call(Actor actor, Callable<T> call) {
        try (Acting ignored = as(actor)) {
            return call.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The actor of this thread, if a door has set one. */
    public static Optional<Actor> current() {
        Scene scene = NOW.get();
        return scene == null ? Optional.empty() : Optional.of(scene.actor());
    }

    /** The actor of this thread. Fails where no door has set one: nobody acts anonymously behind the doors. */
    public static Actor actor() {
        return current().orElseThrow(() -> new IllegalStateException("nobody is acting on this thread"));
    }

    /** The id of the request being served, if there is one. */
    public static Optional<String> requestId() {
        Scene scene = NOW.get();
        return scene == null ? Optional.empty() : Optional.ofNullable(scene.requestId());
    }

    @Override
    public void close() {
        if (before == null) {
            NOW.remove();
        } else {
            NOW.set(before);
        }
    }
}
