package live.onair.cloudaws;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where shows are to be sent as well, as far as it was told since this process started: an encoder gets it when it is made
 * or changed for a run. In memory only, for the sake of the keys; who tells it tells it again.
 */
@Singleton
public class RtmpTargets {

    /**
     * A target.
     *
     * @param backup where a second pipeline sends, null if it cannot
     */
    public record RtmpTarget(
            String id, int version, String url, @Nullable String backup, String key) {

        /** The word by which an encoder's output of it is known: neither the address nor the key. */
        public String word() {
            return PREFIX + id + "-" + version;
        }

        /** The same as a plan shows it. */
        public RtmpTarget hidden() {
            return new RtmpTarget(id, version, url, backup, "<key>");
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return word();
        }
    }

    /** What the word of an output begins with. */
    public static final String PREFIX = "target-";

    private final Map<String, List<RtmpTarget>> told = new ConcurrentHashMap<>();

    /** From its next start the show is sent to these, and to no others. */
    public void put(String show, List<RtmpTarget> targets) {
        if (targets.isEmpty()) {
            told.remove(show);
        } else {
            told.put(show, List.copyOf(targets));
        }
    }

    /** Those of a show. */
    public List<RtmpTarget> of(String show) {
        return told.getOrDefault(show, List.of());
    }
}
