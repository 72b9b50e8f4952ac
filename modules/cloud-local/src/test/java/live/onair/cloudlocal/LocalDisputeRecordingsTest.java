package live.onair.cloudlocal;

import live.onair.disputes.spi.DisputeRecordings;
import live.onair.disputes.spi.DisputeRecordingsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of disputed recordings, kept with the real media process and what it has really recorded. */
class LocalDisputeRecordingsTest extends DisputeRecordingsContract {

    @RegisterExtension
    static final RealMedia media = new RealMedia();

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
