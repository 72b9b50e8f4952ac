package live.onair.monitors;

import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import live.onair.monitors.spi.FakeMonitors;
import live.onair.monitors.spi.MonitorPlanner;
import live.onair.monitors.spi.MonitorStreams;
import live.onair.scheduling.spi.Backend;

class TestBeans {

    @Produces
    @Singleton
    @Typed(FakeMonitors.class)
    FakeMonitors fake(Clock clock) {
        return new FakeMonitors(clock);
    }

    @Produces
    @Singleton
    @Backend("kinesis")
    MonitorStreams port(FakeMonitors fake) {
        return fake;
    }

    @Produces
    @Singleton
    @Backend("kinesis")
    MonitorPlanner planner(FakeMonitors fake) {
        return fake;
    }
}
