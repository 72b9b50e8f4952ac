package live.onair.cdn.spi;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;

/** Another store beside the first, when it is told to be there; may be out of reach. */
@Singleton
public class FakeSecondStore implements ManifestStore {

    private final Map<String, Map<String, String>> shows = new ConcurrentHashMap<>();
    private boolean here;
    private boolean away;

    /** Whether players read there, and whether nobody can write there now. */
    public void is(boolean there, boolean outOfReach) {
        here = there;
        away = outOfReach;
    }

    /** What lies there of a show. */
    public Map<String, String> of(String show) {
        return Map.copyOf(shows.getOrDefault(show, Map.of()));
    }

    private void reached() {
        if (away) {
            throw new CloudException(CloudFault.UNAVAILABLE, "out of reach");
        }
    }

    @Override
    public boolean isHere() {
        return here;
    }

    @Override
    public Optional<String> address() {
        return Optional.empty();
    }

    @Override
    public void put(String show, Map<String, String> objects) {
        reached();
        shows.computeIfAbsent(show, any -> new HashMap<>()).putAll(objects);
    }

    @Override
    public void remove(String show) {
        reached();
        shows.remove(show);
    }
}
