package live.onair.cdn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.cdn.CdnRows.CdnState;
import live.onair.cdn.CdnRows.SteeringRule;
import live.onair.cdn.spi.CdnProbe.Look;

/** What looks at a CDN come to. Pure: who is asked twice says the same. */
final class Verdict {

    /**
     * So many looks in a row without an answer are no chance: of single lost ones one in five may be lost for hours. Players leave a dead
     * CDN by themselves, so there is time.
     */
    static final int LOST = 8;

    /** No verdict but the way back asks for more looks than that. */
    static final int MOST = 10;

    /** With more of them lost than this part nothing is well again. */
    private static final double LOSS = 1 / 3.0;

    private Verdict() {}

    /** A look, and when. */
    record Seen(Instant at, Look look) {}

    /** What the latest looks come to. */
    static CdnState of(List<Seen> newestFirst, SteeringRule rule) {
        if (newestFirst.isEmpty()) {
            return CdnState.UNKNOWN;
        }
        if (last(newestFirst, LOST).stream().allMatch(seen -> isLost(seen.look())) && newestFirst.size() >= LOST) {
            return CdnState.DEAD;
        }
        List<Seen> few = last(newestFirst, rule.looks());
        if (few.size() < rule.looks()) {
            return CdnState.UNSURE;
        }
        if (few.stream().allMatch(seen -> isLate(seen.look(), rule))) {
            return CdnState.LATE;
        }
        if (few.stream().allMatch(seen -> isStale(seen.look(), rule))) {
            return CdnState.STALE;
        }
        return few.stream().allMatch(seen -> isWell(seen.look(), rule)) ? CdnState.GOOD : CdnState.UNSURE;
    }

    private static List<Seen> last(List<Seen> newestFirst, int most) {
        return newestFirst.subList(0, Math.min(most, newestFirst.size()));
    }

    private static boolean isLost(Look look) {
        return look.status() != 200;
    }

    private static boolean isLate(Look look, SteeringRule rule) {
        return !isLost(look)
                && (look.playlistMillis() != null && look.playlistMillis() > rule.lateMillis()
                        || look.segmentMillis() != null && look.segmentMillis() > rule.lateMillis());
    }

    private static boolean isStale(Look look, SteeringRule rule) {
        Duration age = look.age();
        return !isLost(look) && age != null && age.compareTo(Duration.ofSeconds(rule.staleSeconds())) > 0;
    }

    private static boolean isWell(Look look, SteeringRule rule) {
        return !isLost(look) && !isLate(look, rule) && !isStale(look, rule);
    }

    /** Whether it has been well for so long that viewers can go back: looked at all the time, and hardly ever not well. */
    static boolean isHealthyAgain(List<Seen> newestFirst, SteeringRule rule, Instant now) {
        Instant since = now.minus(Duration.ofMinutes(rule.healthyMinutes()));
        List<Seen> window =
                newestFirst.stream().filter(seen -> !seen.at().isBefore(since)).toList();
        boolean whole = newestFirst.size() > window.size();
        long bad = window.stream()
                .filter(seen -> isLate(seen.look(), rule) || isStale(seen.look(), rule))
                .count();
        long lost = window.stream().filter(seen -> isLost(seen.look())).count();
        return whole && bad == 0 && lost <= window.size() * LOSS && of(newestFirst, rule) == CdnState.GOOD;
    }
}
