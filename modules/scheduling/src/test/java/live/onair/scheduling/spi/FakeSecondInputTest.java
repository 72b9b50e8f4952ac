package live.onair.scheduling.spi;

import java.time.Clock;

/** The fake keeps the port's contract as the adapters do. */
class FakeSecondInputTest extends SecondInputContract {

    private final FakeChannels fake = new FakeChannels(Clock.systemUTC());

    @Override
    protected ChannelPlanner planner() {
        return new FakePlanner(port(), Clock.systemUTC());
    }

    @Override
    protected ChannelProvisioner port() {
        return fake;
    }

    @Override
    protected void sends(String channel, Input input) {
        if (input == Input.A) {
            fake.connect(channel);
        } else {
            fake.connectBackup(channel);
        }
    }

    @Override
    protected void loses(String channel, Input input) {
        if (input == Input.A) {
            fake.disconnect(channel);
        } else {
            fake.disconnectBackup(channel);
        }
    }
}
