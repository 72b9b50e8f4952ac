package live.onair.cloudaws;

import live.onair.kernel.Plan;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/** One step of an adapter towards what is wanted. */
public sealed interface AwsStep {

    /**
     * A call.
     *
     * @param resource what it makes, changes or takes away
     * @param rollback what undoes it, null if nothing does
     */
    record Send<C, Q extends AwsRequest, R extends AwsResponse>(
            AwsOperation<C, Q, R> operation,
            Q request,
            String resource,
            @Nullable String rollback) implements AwsStep {

        /** Sends it. */
        public R by(AwsCalls calls) {
            return calls.send(operation, request);
        }

        /** As a plan shows it. */
        public Plan.Call asPlanned() {
            return new Plan.Call(
                    operation.service().word(),
                    operation.name(),
                    resource,
                    Canonical.text(request),
                    operation.permissions(),
                    rollback);
        }
    }

    /**
     * The service is on its way; look again later.
     *
     * @param what it is doing
     */
    record Await(String what) implements AwsStep {}
}
