package live.onair.scheduling.spi;

import java.time.Clock;
import java.util.List;

/** The fake keeps the port's contract as the adapters do. */
class FakeTimedMetadataTest extends TimedMetadataContract {

    private final FakeChannels fake = new FakeChannels(Clock.systemUTC());

    @Override
    protected TimedMetadata port() {
        return fake;
    }

    @Override
    protected ChannelProvisioner channels() {
        return fake;
    }

    @Override
    protected List<TimedMetadata.Mark> met(Run run) {
        return fake.marksOf(run.id());
    }
}
