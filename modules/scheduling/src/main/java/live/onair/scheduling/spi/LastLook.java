package live.onair.scheduling.spi;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import live.onair.kernel.CloudException;
import org.jspecify.annotations.Nullable;

/**
 * What an adapter saw of each channel or run last, so that a plan can be shown also while the backend cannot be asked. Plans are
 * made from it and never decisions: it is forgotten with the process.
 *
 * @param <S> what is seen
 */
public final class LastLook<S> {

    private final Clock clock;
    private final Map<String, Look<S>> looks = new ConcurrentHashMap<>();

    /** One that has seen nothing yet. */
    public LastLook(Clock clock) {
        this.clock = clock;
    }

    /**
     * What is seen, and when; null if it is only assumed.
     */
    public record Look<S>(S seen, @Nullable Instant at) {}

    /** What is there now; while that cannot be read, what was there last; without that, nothing. */
    public Look<S> at(String of, Supplier<S> read, S nothing) {
        try {
            Look<S> look = new Look<>(read.get(), clock.instant());
            looks.put(of, look);
            return look;
        } catch (CloudException e) {
            return looks.getOrDefault(of, new Look<>(nothing, null));
        }
    }
}
