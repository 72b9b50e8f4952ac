package live.onair.stories;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A short show as it was planned. */
record Planned(String id, String channel, Instant start, Instant end) {

    static final int WARM_UP = 4;
    static final int GRACE = 2;

    /** How far reality may lag behind the plan before it counts. */
    static final Duration LAG = Duration.ofSeconds(4);

    List<Instant> moments() {
        return List.of(start.minusSeconds(WARM_UP), start, end, end.plusSeconds(GRACE));
    }

    /** What its window asks for at this time. */
    String stateAt(Instant now) {
        if (now.isBefore(start.minusSeconds(WARM_UP))) {
            return "APPROVED";
        }
        if (now.isBefore(start)) {
            return "STANDBY";
        }
        return now.isBefore(end.plusSeconds(GRACE)) ? "ON_AIR" : "REPLAY";
    }

    boolean isSettledAt(Instant now) {
        return stateAt(now).equals(stateAt(now.minus(LAG)));
    }

    /** A time without console. */
    record Away(Instant from, Instant to) {

        boolean covers(Planned show) {
            return show.start().isAfter(from.minus(LAG)) && show.end().isBefore(to.plus(LAG));
        }
    }
}
