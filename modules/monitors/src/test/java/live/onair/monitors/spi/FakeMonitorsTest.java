package live.onair.monitors.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;

/** The one in memory keeps the contract, so that what is tested with it holds. */
class FakeMonitorsTest extends MonitorStreamsContract {

    private final FakeMonitors fake = new FakeMonitors(Clock.systemUTC());

    @Override
    protected MonitorStreams port() {
        return fake;
    }

    @Override
    protected void cameraSends(String id) {
        fake.sends(id, true);
    }

    @Override
    protected void plays(MonitorStreams.Session session) {
        assertThat(session.url().getHost()).isEqualTo("fake.test");
    }
}
