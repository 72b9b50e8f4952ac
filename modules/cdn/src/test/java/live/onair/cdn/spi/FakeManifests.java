package live.onair.cdn.spi;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.jspecify.annotations.Nullable;

/** A manifest store in memory; keeps the contract. */
@Singleton
public class FakeManifests implements ManifestStore {

    private final Map<String, Map<String, String>> shows = new ConcurrentHashMap<>();
    private final List<Integer> written = new ArrayList<>();
    private @Nullable CloudFault broken;
    private @Nullable String address;

    /** What lies there of a show. */
    public Map<String, String> of(String show) {
        return Map.copyOf(shows.getOrDefault(show, Map.of()));
    }

    /** How many objects each call wrote, since this was asked last. */
    public List<Integer> written() {
        List<Integer> sizes = List.copyOf(written);
        written.clear();
        return sizes;
    }

    /** From now on each call fails so; null for none. */
    public void breaks(@Nullable CloudFault fault) {
        broken = fault;
    }

    private void stumble() {
        if (broken != null) {
            throw new CloudException(broken, "told to");
        }
    }

    @Override
    public boolean isHere() {
        return true;
    }

    @Override
    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    /** From now on players read below this address; null for where they have read their playlist. */
    public void liesBelow(@Nullable String there) {
        address = there;
    }

    @Override
    public void put(String show, Map<String, String> objects) {
        stumble();
        written.add(objects.size());
        shows.computeIfAbsent(show, any -> new TreeMap<>()).putAll(objects);
    }

    @Override
    public void remove(String show) {
        stumble();
        shows.remove(show);
    }
}
