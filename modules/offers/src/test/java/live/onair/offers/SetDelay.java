package live.onair.offers;

import jakarta.inject.Singleton;
import live.onair.offers.spi.ViewerDelay;

/** Viewers are behind by as much as a test says. */
@Singleton
class SetDelay implements ViewerDelay {

    int seconds;

    @Override
    public int seconds(String show) {
        return seconds;
    }
}
