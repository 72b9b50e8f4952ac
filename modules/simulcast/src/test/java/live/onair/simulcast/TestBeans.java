package live.onair.simulcast;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import live.onair.scheduling.spi.Backend;
import live.onair.scheduling.spi.ChannelProvisioner;
import live.onair.scheduling.spi.FakeChannels;
import live.onair.simulcast.spi.FakeOutputs;
import live.onair.simulcast.spi.SimulcastOutputs;
import live.onair.simulcast.spi.SimulcastPlanner;
import live.onair.simulcast.spi.SimulcastPlanner.Offer;

class TestBeans {

    /** One for each kind of backend. */
    @Vetoed
    static class Fakes {
        final FakeOutputs local = new FakeOutputs(Offer.AT_ONCE);
        final FakeOutputs medialive = new FakeOutputs(Offer.FROM_START);
        final FakeOutputs ivs = new FakeOutputs(Offer.NONE);
    }

    @Produces
    @Singleton
    @Typed(Fakes.class)
    Fakes fakes() {
        return new Fakes();
    }

    @Produces
    @Singleton
    @Backend("local")
    SimulcastOutputs local(Fakes fakes) {
        return fakes.local;
    }

    @Produces
    @Singleton
    @Backend("local")
    SimulcastPlanner localPlanner(Fakes fakes) {
        return fakes.local;
    }

    @Produces
    @Singleton
    @Backend("medialive")
    SimulcastOutputs medialive(Fakes fakes) {
        return fakes.medialive;
    }

    @Produces
    @Singleton
    @Backend("medialive")
    SimulcastPlanner medialivePlanner(Fakes fakes) {
        return fakes.medialive;
    }

    @Produces
    @Singleton
    @Backend("ivs")
    SimulcastOutputs ivs(Fakes fakes) {
        return fakes.ivs;
    }

    @Produces
    @Singleton
    @Backend("ivs")
    SimulcastPlanner ivsPlanner(Fakes fakes) {
        return fakes.ivs;
    }

    @Produces
    @Singleton
    @Backend("medialive")
    ChannelProvisioner medialiveChannels(FakeChannels fake) {
        return fake;
    }

    @Produces
    @Singleton
    @Backend("ivs")
    ChannelProvisioner ivsChannels(FakeChannels fake) {
        return fake;
    }

    @Produces
    @Dependent
    @Named("onair.simulcast.private")
    Boolean own() {
        return false;
    }
}
