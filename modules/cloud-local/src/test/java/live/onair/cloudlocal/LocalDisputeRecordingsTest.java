package live.onair.cloudlocal;

import java.nio.file.Path;
import live.onair.disputes.spi.DisputeRecordings;
import live.onair.disputes.spi.DisputeRecordingsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract of disputed recordings, kept with the real media process and what it has really recorded. */
class LocalDisputeRecordingsTest extends DisputeRecordingsContract {

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
    protected DisputeRecordings port() {
        return new LocalDisputeRecordings(media.control());
    }

    @Override
    protected Recorded recorded() {
        MediaChild.Tape tape = media.tape();
        return new Recorded(tape.show(), tape.from(), tape.from().plusSeconds(3));
    }
}
