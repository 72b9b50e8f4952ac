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

    private static final String VIEWERS = "https://viewers.test/";

    private final Map<String, Map<String, String>> shows = new ConcurrentHashMap<>();
    private final Map<String, String> between = new ConcurrentHashMap<>();
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
    public Optional<String> readAt(String show, String path) {
        return Optional.of(VIEWERS + show + "/" + path);
    }

    /** What lies at an address of a viewer's player; null for nothing. */
    @Nullable
    String at(String address) {
        String[] parts = address.substring(VIEWERS.length()).split("/", 2);
        return between.getOrDefault(parts[1], of(parts[0]).get(parts[1]));
    }

    /** Whatever is written, viewers read this; null for what was written. */
    public void viewersFind(String path, @Nullable String text) {
        if (text == null) {
            between.remove(path);
        } else {
            between.put(path, text);
        }
    }

    /** Somebody else changes an object there; null takes it away. */
    public void tamper(String show, String path, @Nullable String text) {
        shows.computeIfPresent(show, (any, objects) -> {
            Map<String, String> changed = new TreeMap<>(objects);
            changed.remove(path);
            if (text != null) {
                changed.put(path, text);
            }
            return changed;
        });
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
