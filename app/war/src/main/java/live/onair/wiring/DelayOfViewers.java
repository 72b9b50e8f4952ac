package live.onair.wiring;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.cdn.latency.LiveLatency;
import live.onair.cdn.latency.LiveLatency.Latency;
import live.onair.offers.spi.ViewerDelay;

/** Offers wait for as long as players told that 95 % of a show's viewers are behind; neither room knows the other. */
@Singleton
class DelayOfViewers implements ViewerDelay {

    private final LiveLatency latency;

    @Inject
    DelayOfViewers(LiveLatency latency) {
        this.latency = latency;
    }

    @Override
    public int seconds(String show) {
        Latency all = latency.map(show).all();
        return all == null ? 0 : all.late();
    }
}
