package live.onair.wiring;

import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import live.onair.kernel.Actor;
import live.onair.kernel.Ids;

/**
 * How many wrong tokens an address may try: who has tried too many is not even looked up. A token that was right lately
 * is always looked up, so that a guesser behind the same proxy locks nobody out.
 */
@Singleton
class WrongTokens {

    static final int BURST = 300;
    private static final int PER_MINUTE = 30;
    private static final int REMEMBERED = 2_000;

    private final Map<String, Bucket> wrong = latest();
    private final Map<String, Boolean> right = latest();

    /** Keeps the latest, so that inventing addresses fills no memory. */
    private static <T> Map<String, T> latest() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > REMEMBERED;
            }
        });
    }

    /** Whether this token from this address is answered without a look. */
    boolean isTooMany(String address, String token) {
        Bucket left = wrong.get(address);
        return left != null && left.getAvailableTokens() < 1 && !right.containsKey(Ids.digest(token));
    }

    /** Looks it up, and counts if it was wrong. */
    Optional<Actor> check(String address, String token, Supplier<Optional<Actor>> look) {
        Optional<Actor> actor = look.get();
        if (actor.isPresent()) {
            right.put(Ids.digest(token), true);
        } else {
            right.remove(Ids.digest(token));
            wrong.computeIfAbsent(address, from -> bucket()).tryConsume(1);
        }
        return actor;
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(BURST).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
                .build();
    }
}
