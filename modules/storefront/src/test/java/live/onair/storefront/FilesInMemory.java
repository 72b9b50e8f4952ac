package live.onair.storefront;

import jakarta.enterprise.inject.Vetoed;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import live.onair.storefront.spi.PublishedFiles;

/** Published files in memory; lets something happen just before a file is written. */
@Vetoed
class FilesInMemory implements PublishedFiles {

    private final Map<String, byte[]> files = new TreeMap<>();
    private Runnable meanwhile = () -> {};

    Map<String, byte[]> files() {
        return files;
    }

    String text(String path) {
        byte[] content = files.get(path);
        return content == null ? "" : new String(content, StandardCharsets.UTF_8);
    }

    /** Happens once, before the next file is written. */
    void meanwhile(Runnable deed) {
        meanwhile = deed;
    }

    @Override
    public void put(String path, byte[] content) {
        Runnable first = meanwhile;
        meanwhile = () -> {};
        first.run();
        files.put(path, content);
    }

    @Override
    public void remove(String path) {
        files.remove(path);
    }
}
