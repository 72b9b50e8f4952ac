package live.onair.api;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * 1,200 requests a minute and person, in bursts of up to 400; every answer says what is left (the header fields of
 * draft-ietf-httpapi-ratelimit-headers-06).
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 10)
public class RateLimit implements ContainerRequestFilter, ContainerResponseFilter {

    static final int BURST = 400;
    private static final int PER_MINUTE = 1_200;
    private static final String PROBE = "onair.rate";
    private static final Map<String, Bucket> BUCKETS = new ConcurrentHashMap<>();

    @Context
    private @Nullable HttpHeaders headers;

    @Override
    public void filter(ContainerRequestContext request) {
        String who = Acting.current().map(Actor::id).orElse("nobody");
        ConsumptionProbe probe = BUCKETS.computeIfAbsent(who, id -> bucket()).tryConsumeAndReturnRemaining(1);
        request.setProperty(PROBE, probe);
        if (!probe.isConsumed()) {
            request.abortWith(Problem.of(429, Sentence.TOO_MANY, Problem.locale(headers), null));
        }
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(BURST).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
                .build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(PROBE) instanceof ConsumptionProbe probe) {
            long wait = TimeUnit.NANOSECONDS.toSeconds(
                    probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill());
            response.getHeaders().putSingle("RateLimit-Limit", BURST);
            response.getHeaders().putSingle("RateLimit-Remaining", probe.getRemainingTokens());
            response.getHeaders().putSingle("RateLimit-Reset", Math.max(1, wait));
            if (!probe.isConsumed()) {
                response.getHeaders().putSingle("Retry-After", Math.max(1, wait));
            }
        }
    }
}
