package live.onair.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a press would do to the outside world, before it does it: the calls, in order, as they will be sent. Made without
 * calling anything, from what is wanted and what was last seen. What will be executed must have the same hash.
 *
 * @param calls in the order in which they are sent
 * @param shows ids of the shows that are touched
 * @param seenAt when the state was seen from which this was made; null if nothing was ever seen, and then it is the plan
 *     for an account in which there is nothing yet
 */
public record Plan(
        List<Call> calls, List<String> shows, @Nullable Instant seenAt) {

    /** So long a plan counts after it was shown. */
    public static final Duration COUNTS = Duration.ofMinutes(2);

    /** Keeps it unchangeable. */
    public Plan {
        calls = List.copyOf(calls);
        shows = List.copyOf(shows);
    }

    /**
     * One call.
     *
     * @param service word of the service: {@code medialive}
     * @param operation as in its API reference: {@code CreateInput}
     * @param resource what it makes, changes or takes away, in the backend's words
     * @param request the request, as text in one fixed form; ids that are not known yet stand in angle brackets
     * @param permissions what the caller must be allowed to do
     * @param rollback what undoes it, null if nothing does
     */
    public record Call(
            String service,
            String operation,
            String resource,
            String request,
            List<String> permissions,
            @Nullable String rollback) {

        /** Keeps it unchangeable. */
        public Call {
            permissions = List.copyOf(permissions);
        }
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return calls.isEmpty();
    }

    /** Everything the caller must be allowed to do, sorted. */
    public List<String> permissions() {
        TreeSet<String> all = new TreeSet<>();
        calls.forEach(call -> all.addAll(call.permissions()));
        return List.copyOf(all);
    }

    /**
     * SHA-256 over the calls and the shows that are touched, as 64 lower-case hexadecimal digits; not over the moment at
     * which the state was seen.
     */
    public String hash() {
        StringBuilder text = new StringBuilder();
        for (Call call : calls) {
            text.append(call.service()).append(' ').append(call.operation()).append(' ');
            text.append(call.resource()).append('\n').append(call.request()).append('\n');
        }
        shows.forEach(show -> text.append(show).append('\n'));
        return Ids.digest(text.toString());
    }
}
