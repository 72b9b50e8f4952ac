package live.onair.api;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * 1,200 requests a minute and person, in bursts of up to 400; before anybody is signed in 60 a minute and address. Every
 * answer says what is left (the header fields of draft-ietf-httpapi-ratelimit-headers-06).
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 10)
public class RateLimit implements ContainerRequestFilter, ContainerResponseFilter {

    static final int BURST = 400;
    private static final int PER_MINUTE = 1_200;
    private static final String PROBE = "onair.rate";
    private static final String SIZE = "onair.rate.size";
    private static final Map<String, Bucket> PEOPLE = new ConcurrentHashMap<>();
    private static final int STRANGERS_PER_MINUTE = 60;
    private static final int MOST_ADDRESSES = 10_000;
    /** By address, the longest unused ones forgotten, so that inventing addresses fills no memory. */
    private static final Map<String, Bucket> STRANGERS =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > MOST_ADDRESSES;
                }
            });

    @Context
    private @Nullable HttpHeaders headers;

    @Context
    private @Nullable HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<String> person = Acting.current().map(Actor::id);
        Bucket bucket = person.map(id -> PEOPLE.computeIfAbsent(id, who -> bucket(BURST, PER_MINUTE)))
                .orElseGet(() -> STRANGERS.computeIfAbsent(
                        address(), who -> bucket(STRANGERS_PER_MINUTE, STRANGERS_PER_MINUTE)));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        request.setProperty(PROBE, probe);
        request.setProperty(SIZE, person.isPresent() ? BURST : STRANGERS_PER_MINUTE);
        if (!probe.isConsumed()) {
            request.abortWith(Problem.of(429, Sentence.TOO_MANY, Problem.locale(headers), null));
        }
    }

    private String address() {
        return servlet == null ? "" : servlet.getRemoteAddr();
    }

    private static Bucket bucket(int burst, int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(PROBE) instanceof ConsumptionProbe probe) {
            long wait = TimeUnit.NANOSECONDS.toSeconds(
                    probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill());
            response.getHeaders().putSingle("RateLimit-Limit", request.getProperty(SIZE));
            response.getHeaders().putSingle("RateLimit-Remaining", probe.getRemainingTokens());
            response.getHeaders().putSingle("RateLimit-Reset", Math.max(1, wait));
            if (!probe.isConsumed()) {
                response.getHeaders().putSingle("Retry-After", Math.max(1, wait));
            }
        }
    }
}
