package live.onair.cloudaws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.Plan;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/**
 * The way from what is seen to what is wanted. The same pure functions show it as a plan and walk it: to show it, each
 * step's effect is foretold; to walk it, the step is taken and its answer is learned from.
 *
 * @param <S> what is seen of the account
 * @param next the next step, empty when all is as it should be
 * @param after what is seen after a call
 * @param settled what is seen when the service has done what it was on its way to
 */
public record AwsCourse<S>(Function<S, Optional<AwsStep>> next, After<S> after, UnaryOperator<S> settled) {

    /** More steps than any course has; a course that comes to no end is a defect. */
    private static final int MOST = 60;

    /** What is seen after a call. */
    @FunctionalInterface
    public interface After<S> {
        /**
         * The state after it.
         *
         * @param answer null when the call is only foretold: ids that the service gives stand in angle brackets then
         */
        S of(S seen, AwsRequest request, @Nullable AwsResponse answer);
    }

    /** The calls from here to the end. */
    public Plan plan(S seen, List<String> shows, @Nullable Instant seenAt) {
        return plan(List.of(this), (only, before) -> only, seen, shows, seenAt);
    }

    /** The calls of several courses, one for each deed, chosen by what the one before leaves. */
    public static <D, S> Plan plan(
            List<D> deeds,
            BiFunction<D, S, AwsCourse<S>> course,
            S seen,
            List<String> shows,
            @Nullable Instant seenAt) {
        List<Plan.Call> calls = new ArrayList<>();
        S now = seen;
        for (D deed : deeds) {
            AwsCourse<S> chosen = course.apply(deed, now);
            now = chosen.settled().apply(chosen.foretell(now, calls));
        }
        return new Plan(calls, shows, seenAt);
    }

    /** Adds the calls from here to the end; what is seen then. */
    private S foretell(S seen, List<Plan.Call> calls) {
        S now = seen;
        for (int i = 0; i < MOST; i++) {
            Optional<AwsStep> step = next.apply(now);
            if (step.isEmpty()) {
                return now;
            }
            if (step.get() instanceof AwsStep.Send<?, ?, ?> send) {
                calls.add(send.asPlanned());
                now = after.of(now, send.request(), null);
            } else {
                now = settled.apply(now);
            }
        }
        throw new IllegalStateException("a course without an end: " + calls);
    }

    /**
     * Takes steps until all is as it should be or the service is on its way.
     *
     * @return what it is waited for, empty when all is as it should be
     */
    public Optional<String> walk(S seen, AwsCalls calls) {
        S now = seen;
        for (int i = 0; i < MOST; i++) {
            Optional<AwsStep> step = next.apply(now);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            if (step.get() instanceof AwsStep.Await await) {
                return Optional.of(await.what());
            }
            AwsStep.Send<?, ?, ?> send = (AwsStep.Send<?, ?, ?>) step.get();
            now = after.of(now, send.request(), send.by(calls));
        }
        throw new CloudException(CloudFault.CONFLICT, "the account changes under our hands");
    }
}
