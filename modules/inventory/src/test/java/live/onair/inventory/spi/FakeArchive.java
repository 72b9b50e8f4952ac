package live.onair.inventory.spi;

import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import org.jspecify.annotations.Nullable;

/** A place for recordings in memory, and trouble when a test orders it. */
@Vetoed
public class FakeArchive implements RecordingArchive {

    private record Thing(
            int bytes, String storage, @Nullable Copy copy) {}

    private final Map<String, Map<String, Thing>> shows = new HashMap<>();
    private final Map<String, Integer> days = new HashMap<>();
    /** How often it was looked. */
    public int looks;

    /** What it does not do the next time. */
    public @Nullable CloudFault fault;

    /** Nothing lies there any more. */
    public void clear() {
        shows.clear();
        days.clear();
        looks = 0;
        fault = null;
    }

    /** An object is written. */
    public void put(String show, String name, int bytes, String storage) {
        shows.computeIfAbsent(show, key -> new LinkedHashMap<>()).put(name, new Thing(bytes, storage, null));
    }

    /** Objects whose names begin so stand like this. */
    public void copies(String show, String names, @Nullable Copy copy) {
        shows.getOrDefault(show, Map.of())
                .replaceAll((name, thing) ->
                        name.startsWith(names) ? new Thing(thing.bytes(), thing.storage(), copy) : thing);
    }

    /** They are deleted after so many days. */
    public void expires(String show, int after) {
        days.put(show, after);
    }

    @Override
    public Optional<Look> look(String show, String backend, int from) {
        looks++;
        if (fault != null) {
            CloudFault now = fault;
            fault = null;
            throw new CloudException(now, "s3 ListObjectsV2: no answer");
        }
        Map<String, Thing> all = shows.getOrDefault(show, Map.of());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Integer after = days.get(show);
        Instant gone = after == null ? null : Instant.now().plus(after, ChronoUnit.DAYS);
        List<Fate> fates = all.entrySet().stream()
                .skip(from)
                .limit(MOST)
                .map(it -> new Fate(show + "/" + it.getKey(), it.getValue().copy(), gone))
                .toList();
        return Optional.of(new Look(
                all.size(),
                all.values().stream().mapToLong(Thing::bytes).sum(),
                all.values().stream().collect(Collectors.groupingBy(Thing::storage, Collectors.counting())),
                gone,
                fates));
    }
}
