package live.onair.scheduling.spi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

class FakeChannelsTest extends ChannelProvisionerContract {

    private Instant now = Instant.parse("2026-11-23T03:00:00Z");

    private final FakeChannels fake = new FakeChannels(new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Override
    protected ChannelProvisioner port() {
        return fake;
    }

    @Override
    protected ReplayPlanner replayPlanner() {
        return new FakeReplayPlanner(fake, Clock.systemUTC());
    }

    @Override
    protected boolean blurs() {
        return true;
    }

    @Override
    protected boolean hasSchedule() {
        return true;
    }

    @Override
    protected Instant now() {
        return now;
    }

    @Override
    protected void letPass(Duration time) {
        now = now.plus(time);
    }
}
