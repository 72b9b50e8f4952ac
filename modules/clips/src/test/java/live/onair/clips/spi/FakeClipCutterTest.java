package live.onair.clips.spi;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;

/** The clips in memory keep the contract, too. */
class FakeClipCutterTest extends ClipCutterContract {

    private static final Instant AT = Instant.parse("2026-11-27T10:00:00Z");
    private final FakeClipCutter cutter = new FakeClipCutter();

    @BeforeEach
    void nothing() {
        cutter.loses("SH-NEVER", true);
    }

    @Override
    protected ClipCutter port() {
        return cutter;
    }

    @Override
    protected Recorded recorded() {
        return new Recorded("SH-FAKE", AT, AT.plusSeconds(4));
    }

    @Override
    protected void dies() {
        cutter.dies();
    }
}
