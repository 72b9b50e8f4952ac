package live.onair.offers;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import live.onair.offers.spi.ViewerDelay;

/**
 * How long an opening waits. Whoever presses is in the studio, and viewers see that moment some seconds later, each by another way: what
 * is opened for all of them when 95 % have seen it gives late ones the same chance and the same time.
 */
@Singleton
class FairStart {

    /** In seconds: nobody waits longer for those who are further behind. */
    static final int LONGEST = 30;

    private final Instance<ViewerDelay> delays;

    @Inject
    FairStart(@Any Instance<ViewerDelay> delays) {
        this.delays = delays;
    }

    /** In seconds; 0 where nobody knows. */
    int wait(String show) {
        return delays.stream()
                .mapToInt(delay -> Math.max(0, Math.min(LONGEST, delay.seconds(show))))
                .max()
                .orElse(0);
    }
}
