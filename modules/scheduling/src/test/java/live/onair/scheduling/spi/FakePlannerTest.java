package live.onair.scheduling.spi;

import java.time.Clock;

class FakePlannerTest extends ChannelPlannerContract {

    private final FakeChannels fake = new FakeChannels(Clock.systemUTC());

    @Override
    protected ChannelPlanner port() {
        return new FakePlanner(fake, Clock.systemUTC());
    }

    @Override
    protected ChannelProvisioner channels() {
        return fake;
    }

    @Override
    protected void away(boolean gone) {
        fake.away(gone);
    }
}
