package live.onair.cloudaws;

import io.github.bucket4j.Bucket;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The one door to AWS. A call waits for its turn below the service's rate; what was refused for being too much is asked
 * again after a jittered pause; what only reads is asked again after a fault of the way; what writes never is, since
 * nobody knows whether it was done.
 */
@Singleton
public class AwsCalls {

    private static final Logger LOG = LoggerFactory.getLogger(AwsCalls.class);
    /** Attempts of a call that is throttled, and of a read that breaks. */
    private static final int ATTEMPTS = 4;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(150);
    /** Waiting longer for a turn than this is being throttled by ourselves. */
    private static final Duration TURN = Duration.ofSeconds(5);

    private final AwsClients clients;
    /** By service and operation: AWS counts each operation for itself. */
    private final Map<String, Bucket> turns = new ConcurrentHashMap<>();

    private final AwsWitness witness;
    private final int haste;

    @Inject
    AwsCalls(AwsClients clients, AwsWitness witness) {
        this(clients, witness, 1);
    }

    /** For an AWS that lets so many times its rates through. */
    AwsCalls(AwsClients clients, AwsWitness witness, int haste) {
        this.clients = clients;
        this.witness = witness;
        this.haste = haste;
    }

    /** A burst is part of the rate: in no second are there more calls than a quarter above it. */
    private Bucket turns(AwsOperation<?, ?, ?> operation) {
        int rate = operation.perSecond() * haste;
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(Math.max(1, rate / 4)).refillGreedy(rate, Duration.ofSeconds(1)))
                .build();
    }

    /** Where and as whom. */
    public AwsSettings settings() {
        return clients.settings();
    }

    /**
     * Makes one call.
     *
     * @throws CloudException {@code DENIED} without AWS, in read-only mode for a call that writes, or without valid
     *     credentials; {@code UNKNOWN_OUTCOME} if the answer of a call that writes was lost; the fitting fault otherwise
     */
    public <C, Q extends AwsRequest, R extends AwsResponse> R send(AwsOperation<C, Q, R> operation, Q request) {
        mayLeave(operation);
        for (int attempt = 1; ; attempt++) {
            waitForTurn(operation);
            AwsWitness.Seen seen = witness.leaves(operation, settings(), request);
            long began = System.nanoTime();
            try {
                R answer = operation.call().apply(clients.of(operation.service()), request);
                log(operation, answer.responseMetadata().requestId(), began, "ok");
                witness.answered(seen, answer, answer.responseMetadata().requestId());
                return answer;
            } catch (SdkException e) {
                CloudException trouble = AwsTrouble.of(operation, e);
                log(operation, AwsTrouble.requestId(e), began, trouble.fault().name());
                witness.failed(seen, e, trouble);
                if (attempt == ATTEMPTS || !mayBeAskedAgain(operation, trouble.fault())) {
                    throw trouble;
                }
                pause(attempt);
            }
        }
    }

    /**
     * Makes one call that asks for one thing.
     *
     * @return empty if there is no such thing
     * @throws CloudException as {@link #send}, but never {@code NOT_FOUND}
     */
    public <C, Q extends AwsRequest, R extends AwsResponse> Optional<R> find(
            AwsOperation<C, Q, R> operation, Q request) {
        try {
            return Optional.of(send(operation, request));
        } catch (CloudException e) {
            if (e.fault() == CloudFault.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void mayLeave(AwsOperation<?, ?, ?> operation) {
        if (!settings().enabled()) {
            throw new CloudException(CloudFault.DENIED, "AWS is not connected (onair.aws.enabled)");
        }
        if (settings().readOnly() && operation.writes()) {
            throw new CloudException(
                    CloudFault.DENIED,
                    "read-only: " + operation.service().word() + " " + operation.name() + " was not sent");
        }
    }

    private static boolean mayBeAskedAgain(AwsOperation<?, ?, ?> operation, CloudFault fault) {
        return fault == CloudFault.THROTTLED || (fault == CloudFault.UNAVAILABLE && !operation.writes());
    }

    private void waitForTurn(AwsOperation<?, ?, ?> operation) {
        try {
            Bucket turn =
                    turns.computeIfAbsent(operation.service().word() + " " + operation.name(), key -> turns(operation));
            if (!turn.asBlocking().tryConsume(1, TURN)) {
                throw new CloudException(
                        CloudFault.THROTTLED,
                        "too many calls of ours to " + operation.service().word());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CloudException(CloudFault.UNAVAILABLE, "interrupted before " + operation.name(), e);
        }
    }

    /** Exponential with full jitter, so that those who were refused together do not come back together. */
    private void pause(int attempt) {
        long least = FIRST_PAUSE.toNanos() / haste;
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(least, least << attempt));
    }

    private static void log(AwsOperation<?, ?, ?> operation, String requestId, long began, String outcome) {
        long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        if (operation.writes() && (operation.witnessed() || !outcome.equals("ok"))) {
            LOG.info(
                    "aws {} {} {} {} ms request {}",
                    operation.service().word(),
                    operation.name(),
                    outcome,
                    ms,
                    requestId);
        } else {
            LOG.debug(
                    "aws {} {} {} {} ms request {}",
                    operation.service().word(),
                    operation.name(),
                    outcome,
                    ms,
                    requestId);
        }
    }
}
