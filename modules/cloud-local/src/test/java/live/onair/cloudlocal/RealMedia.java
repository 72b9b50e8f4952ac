package live.onair.cloudlocal;

import java.nio.file.Files;
import java.nio.file.Path;
import live.onair.testkit.Ground;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One real media process for all tests of a class, on a folder of its own. */
final class RealMedia implements BeforeAllCallback, AfterAllCallback {

    private Path folder = Path.of("");
    private MediaChild child;

    @Override
    public void beforeAll(ExtensionContext tests) throws Exception {
        folder = Path.of("target", "media-" + tests.getRequiredTestClass().getSimpleName())
                .toAbsolutePath();
        Ground.clear(folder);
        Files.createDirectories(folder);
        child = new MediaChild(folder);
    }

    @Override
    public void afterAll(ExtensionContext tests) throws Exception {
        child.close();
    }

    /** What it keeps lies below. */
    Path folder() {
        return folder;
    }

    MediaControl control() {
        return child.control();
    }

    MediaAddress address() {
        return child.address();
    }

    String door(String name) {
        return child.door(name);
    }

    MediaChild.Tape tape() {
        return child.tape();
    }

    /** kill -9, and another one on what it has left. */
    void dies() {
        try {
            child.kill();
            child = new MediaChild(folder);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
