package live.onair.storefront;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import live.onair.storefront.spi.PublishedFiles;

/**
 * Others publish at the same time, and what was read may be old when it is written: whoever writes last must have looked
 * last. So this looks again after writing, until nothing has changed.
 */
final class LastLook {

    /** What should be where nothing should be. */
    static final String GONE = "";

    private static final int LOOKS = 5;

    private final PublishedFiles files;

    LastLook(PublishedFiles files) {
        this.files = files;
    }

    /**
     * Writes what should lie where.
     *
     * @param look a map of its own each time
     * @return whether nothing changed in the end; otherwise it has to be looked at again a little later
     */
    boolean write(Supplier<Map<String, String>> look) {
        Map<String, String> written = Map.of();
        for (int looks = 0; looks < LOOKS; looks++) {
            Map<String, String> wanted = look.get();
            written.keySet().forEach(path -> wanted.putIfAbsent(path, GONE));
            if (wanted.equals(written)) {
                return true;
            }
            for (Map.Entry<String, String> file : wanted.entrySet()) {
                if (!file.getValue().equals(written.get(file.getKey()))) {
                    write(file.getKey(), file.getValue());
                }
            }
            written = wanted;
        }
        return false;
    }

    private void write(String path, String content) {
        if (content.equals(GONE)) {
            files.remove(path);
        } else {
            files.put(path, content.getBytes(StandardCharsets.UTF_8));
        }
    }
}
