package live.onair.ui.cdn;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import live.onair.cdn.Quality.Grid;
import org.jspecify.annotations.Nullable;

/** What viewers come to, of what {@link live.onair.cdn.Quality} tells by CDN. */
public final class Watchers {

    private Watchers() {}

    /** All of a show, by whichever CDN. */
    public static int of(Map<String, Integer> byCdn) {
        return byCdn.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** All of all shows. */
    public static int of(Collection<Map<String, Integer>> shows) {
        return shows.stream().mapToInt(Watchers::of).sum();
    }

    /** How long pictures stand still where they do most, in percent; null where nobody told. */
    public static @Nullable Double worst(Stream<Grid> fields) {
        return fields.map(one -> one.watched().stalledPercent())
                .filter(Objects::nonNull)
                .max(Double::compare)
                .orElse(null);
    }
}
