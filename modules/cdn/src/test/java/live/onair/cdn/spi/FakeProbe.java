package live.onair.cdn.spi;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A probe that sees what it is told, by CDN's host. */
@Singleton
public class FakeProbe implements CdnProbe {

    /** All is well. */
    public static final Look WELL = new Look(200, 20, 30, Duration.ofSeconds(3));

    /** It answers, three seconds late. */
    public static final Look LATE = new Look(200, 3_020, 3_030, Duration.ofSeconds(8));

    /** It does not answer. */
    public static final Look LOST = new Look(0, null, null, null);

    private final Map<String, Supplier<Look>> told = new ConcurrentHashMap<>();
    private final Set<String> guarded = ConcurrentHashMap.newKeySet();

    /** What is seen from now on below this address. */
    public void sees(String base, Supplier<Look> look) {
        told.put(base, look);
    }

    /** Below this address a request without a token is refused. */
    public void refusesUnsigned(String base) {
        guarded.add(base);
    }

    /** All is well everywhere, and for everybody. */
    public void isWell() {
        told.clear();
        guarded.clear();
    }

    @Override
    public Look look(String playlist, Duration patience) {
        if (!playlist.contains("token=") && guarded.stream().anyMatch(playlist::startsWith)) {
            return new Look(403, null, null, null);
        }
        return told.entrySet().stream()
                .filter(one -> playlist.startsWith(one.getKey()))
                .map(one -> one.getValue().get())
                .findFirst()
                .orElse(WELL);
    }
}
