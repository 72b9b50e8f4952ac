package live.onair.scheduling;

import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.LongSupplier;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.FakeChannels;
import live.onair.scheduling.spi.FakeMonotonic;
import live.onair.scheduling.spi.StreamKeyStore;
import live.onair.scheduling.spi.TimedMetadata;

class TestBeans {

    @Produces
    @Singleton
    @Typed(FakeChannels.class)
    FakeChannels fake(Clock clock) {
        return new FakeChannels(clock);
    }

    @Produces
    @Singleton
    @Backend("local")
    ChannelProvisioner provisioner(FakeChannels fake) {
        return fake;
    }

    @Produces
    @Singleton
    @Backend("local")
    StreamKeyStore keys(FakeChannels fake) {
        return fake;
    }

    @Produces
    @Singleton
    @Backend("local")
    TimedMetadata marks(FakeChannels fake) {
        return fake;
    }

    @Produces
    @Singleton
    @Typed(FakeMonotonic.class)
    FakeMonotonic fakeMonotonic(Clock clock) {
        return new FakeMonotonic(clock);
    }

    @Produces
    @Singleton
    @Named("onair.monotonic")
    LongSupplier monotonic(FakeMonotonic fake) {
        return fake;
    }
}
