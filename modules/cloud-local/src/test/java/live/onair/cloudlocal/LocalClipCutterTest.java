package live.onair.cloudlocal;

import java.nio.file.Path;
import live.onair.clips.spi.ClipCutter;
import live.onair.clips.spi.ClipCutterContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract of clips, kept with the real media process and what it has really recorded. */
class LocalClipCutterTest extends ClipCutterContract {

    @TempDir
    static Path folder;

    private static MediaChild media;

    @BeforeAll
    static void start() throws Exception {
        media = new MediaChild(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        media.close();
    }

    @Override
    protected ClipCutter port() {
        return new LocalClipCutter(media.control());
    }

    @Override
    protected Recorded recorded() {
        MediaChild.Tape tape = media.tape();
        return new Recorded(tape.show(), tape.from(), tape.from().plusSeconds(3));
    }

    @Override
    protected void dies() {
        try {
            media.kill();
            media = new MediaChild(folder);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
