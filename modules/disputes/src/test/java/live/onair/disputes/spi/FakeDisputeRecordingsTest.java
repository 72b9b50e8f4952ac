package live.onair.disputes.spi;

import java.time.Instant;

/** The recordings in memory keep the contract, too. */
class FakeDisputeRecordingsTest extends DisputeRecordingsContract {

    private static final Instant AT = Instant.parse("2026-11-27T10:00:00Z");
    private final FakeDisputeRecordings recordings = new FakeDisputeRecordings();

    @Override
    protected DisputeRecordings port() {
        return recordings;
    }

    @Override
    protected Recorded recorded() {
        return new Recorded("SH-FAKE", AT, AT.plusSeconds(4));
    }

    @Override
    protected String never() {
        recordings.loses("SH-NEVER");
        return "SH-NEVER";
    }
}
