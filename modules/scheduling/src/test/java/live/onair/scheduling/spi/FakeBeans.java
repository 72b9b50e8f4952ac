package live.onair.scheduling.spi;

import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.LongSupplier;

/** What the deployable gives to scheduling, in memory: for its own tests and for those of the rooms above. */
class FakeBeans {

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
    @Backend("ivs")
    ChannelProvisioner ivs(FakeChannels fake) {
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
    @Typed(FakeIngestKeys.class)
    FakeIngestKeys fakeIngestKeys() {
        return new FakeIngestKeys();
    }

    @Produces
    @Singleton
    @Backend("ivs")
    IngestKeys ingestKeys(FakeIngestKeys fake) {
        return fake;
    }

    @Produces
    @Singleton
    @Backend("local")
    IngestKeys localIngest() {
        return channel -> java.util.List.of(
                new IngestKeys.Door(Input.A, "rtmp://media.fake:1935/live"),
                new IngestKeys.Door(Input.B, "rtmp://media.fake:1935/live"));
    }

    @Produces
    @Singleton
    @Backend("local")
    TimedMetadata marks(FakeChannels fake) {
        return fake;
    }

    @Produces
    @Singleton
    @Typed(FakePlanner.class)
    FakePlanner fakePlanner(FakeChannels fake, Clock clock) {
        return new FakePlanner(fake, clock);
    }

    @Produces
    @Singleton
    @Backend("local")
    ChannelPlanner planner(FakePlanner fake) {
        return fake;
    }

    @Produces
    @Singleton
    @Backend("ivs")
    ChannelPlanner ivsPlanner(FakePlanner fake) {
        return fake;
    }

    @Produces
    @Singleton
    @Typed(FakeReplayPlanner.class)
    FakeReplayPlanner fakeReplayPlanner(FakeChannels fake, Clock clock) {
        return new FakeReplayPlanner(fake, clock);
    }

    @Produces
    @Singleton
    @Backend("local")
    ReplayPlanner replayPlanner(FakeReplayPlanner fake) {
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
