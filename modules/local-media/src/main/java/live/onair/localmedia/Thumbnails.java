package live.onair.localmedia;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
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

    /**
     * Of a segment whose turn has come.
     *
     * @param decode whether no decoder draws what comes in anyway
     * @param shown whether viewers are given it, and {@code blurred} so
     * @param after to be run when it has been looked at
     */
    void take(Path segment, boolean decode, boolean shown, boolean blurred, Runnable after) {
        if (shown && blurred) {
            drawBlurred(segment);
        } else if (decode) {
            draw(segment, after);
        } else {
            after.run();
            if (shown) {
                show();
            }
        }
    }

    /** Of every third segment. */
    private void draw(Path segment, Runnable after) {
        if (last++ % 3 == 0) {
            kit.packs().thumbnail(segment, folder.resolve(OURS), () -> {
                after.run();
                kit.engine().execute(this::show);
            });
        } else {
            after.run();
        }
    }

    /** The public one is blurred with it. */
    private void drawBlurred(Path segment) {
        kit.packs().thumbnail(segment, folder.resolve(PUBLIC), () -> {});
    }

    /**
     * Until there is a blurred one, and if there will be none: the public one is that of a slate with these words.
     *
     * @return false while there is no such slate yet
     */
    boolean drawHidden(String words) {
        List<Packs.Item> slate = kit.packs().slate(words);
        if (slate != null && !slate.isEmpty()) {
            kit.packs().thumbnail(slate.get(0).file(), folder.resolve(PUBLIC), () -> {});
        }
        return slate != null;
    }

    /** What is on air becomes the show's public thumbnail. */
    private void show() {
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
