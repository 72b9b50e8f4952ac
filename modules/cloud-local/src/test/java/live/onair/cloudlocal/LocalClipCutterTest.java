package live.onair.cloudlocal;

import live.onair.clips.spi.ClipCutter;
import live.onair.clips.spi.ClipCutterContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of clips, kept with the real media process and what it has really recorded. */
class LocalClipCutterTest extends ClipCutterContract {

    @RegisterExtension
    static final RealMedia media = new RealMedia();

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
        media.dies();
    }
}
