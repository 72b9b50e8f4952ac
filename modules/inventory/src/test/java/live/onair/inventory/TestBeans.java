package live.onair.inventory;

import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import live.onair.inventory.spi.AccountTrail;
import live.onair.inventory.spi.CloudAccount;
import live.onair.inventory.spi.FakeArchive;
import live.onair.inventory.spi.RecordingArchive;
import live.onair.inventory.spi.RemovalPlanner;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.ChannelPlanner;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.FakeChannels;
import live.onair.scheduling.spi.FakePlanner;

class TestBeans {

    @Produces
    @Singleton
    @Typed(FakeAccount.class)
    FakeAccount account() {
        return new FakeAccount();
    }

    @Produces
    @Singleton
    CloudAccount port(FakeAccount fake) {
        return fake;
    }

    @Produces
    @Singleton
    @Typed(FakeTrail.class)
    FakeTrail trail() {
        return new FakeTrail();
    }

    @Produces
    @Singleton
    AccountTrail trailPort(FakeTrail fake) {
        return fake;
    }

    @Produces
    @Singleton
    @Typed(FakeArchive.class)
    FakeArchive archive() {
        return new FakeArchive();
    }

    @Produces
    @Singleton
    RecordingArchive archivePort(FakeArchive fake) {
        return fake;
    }

    @Produces
    @Singleton
    RemovalPlanner planner(FakeAccount fake) {
        return fake;
    }

    /** What a show on AWS runs on in these tests. */
    @Produces
    @Singleton
    @Backend("ivs")
    ChannelProvisioner ivs(FakeChannels fake) {
        return fake;
    }

    /** What foretells the rules of its inputs. */
    @Produces
    @Singleton
    @Backend("medialive")
    ChannelPlanner mediaLive(FakePlanner fake) {
        return fake;
    }
}
