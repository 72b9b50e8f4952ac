package live.onair.localmedia;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.BooleanSupplier;

/** The small pictures of a run: of what comes in, for us, and of what viewers are given. On the engine's thread. */
final class Thumbnails {
    private static final String OURS = "thumb-now.jpg";
    private static final String PUBLIC = "thumb.jpg";

    private final Channels.Kit kit;
    private final Path folder;
    private final BooleanSupplier clear;
    private int last;

    /** @param clear whether viewers are given what comes in as it is */
    Thumbnails(Channels.Kit kit, Path folder, BooleanSupplier clear) {
        this.kit = kit;
        this.folder = folder;
        this.clear = clear;
    }

    /** Of every third segment where no decoder runs anyway. */
    void draw(Path segment, Runnable after) {
        if (last++ % 3 == 0) {
            kit.packs().thumbnail(segment, folder.resolve(OURS), () -> {
                after.run();
                kit.engine().execute(this::show);
            });
        } else {
            after.run();
        }
    }

    /** Of a segment that viewers are given blurred: the public one is blurred with it. */
    void drawBlurred(Path segment) {
        kit.packs().thumbnail(segment, folder.resolve(PUBLIC), () -> {});
    }

    /** What is on air becomes the show's public thumbnail. */
    void show() {
        Path now = folder.resolve(OURS);
        Path part = folder.resolve("thumb-part.jpg");
        try {
            if (clear.getAsBoolean() && Files.exists(now)) {
                Files.copy(now, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(
                        part,
                        folder.resolve(PUBLIC),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            Log.warn("thumbnail-not-shown", e);
        }
    }
}
