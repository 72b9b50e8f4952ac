package live.onair.ui.home;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/**
 * When all that the page rests on was last seen: as long ago as the oldest of it. A page that is drawn anew each second has seen nothing
 * new by that.
 *
 * @param at of the oldest; now where there is nothing to be seen
 */
record LastSeen(Instant at, Instant now) {

    /** What was seen longer ago may be otherwise by now. */
    static final Duration FRESH = Duration.ofSeconds(10);

    static LastSeen of(Collection<Instant> seen, Instant now) {
        return new LastSeen(seen.stream().min(Comparator.naturalOrder()).orElse(now), now);
    }

    boolean isOld() {
        return isOld(at, now);
    }

    static boolean isOld(Instant at, Instant now) {
        return Duration.between(at, now).compareTo(FRESH) > 0;
    }

    String words() {
        return isOld()
                ? Texts.of("home.unseen", Duration.between(at, now).toSeconds())
                : Texts.of("home.checked", Times.seconds(at));
    }
}
