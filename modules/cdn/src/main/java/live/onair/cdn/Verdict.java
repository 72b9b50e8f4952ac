package live.onair.cdn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    /** So many in a row whose piece of the picture never came are none either; each of them has waited for seconds. */
    private static final int CUT = 5;

    /** No verdict but the way back asks for more looks than that. */
    static final int MOST = 10;

    /** Who never answered counts as late where others of the same row came late: so many of them. */
    private static final int SLOW = 2;

    /** A picture is not old by chance: two looks are enough. */
    private static final int OLD = 2;

    /** What others showed longer ago is compared with nothing. */
    private static final Duration SAME_TIME = Duration.ofSeconds(15);

    /** Viewers are not moved for a smaller difference between two that are late. */
    private static final double CLEARLY = 1.25;

    /** With more single looks lost than one in so many nothing is well again. */
    private static final int RARELY = 20;

    /** With fewer looks in a minute nobody knows whether it is well again. */
    private static final int FEWEST = 10;

    private Verdict() {}

    /** A look, and when. */
    record Seen(Instant at, Look look) {}

    /**
     * What a show's CDNs came to, by which rule, and from what.
     *
     * @param latest newest first
     */
    record Judged(Map<String, CdnState> states, SteeringRule rule, Map<String, List<Seen>> latest) {

        static Judged of(Map<String, List<Seen>> latest, SteeringRule rule) {
            return new Judged(Verdict.of(latest, rule), rule, latest);
        }

        Set<String> bad() {
            return states.entrySet().stream()
                    .filter(one -> one.getValue().isBad())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** Who is to be left: the bad ones beside which there is a better one; none for pictures that are old where they come from. */
        Set<String> left() {
            return bad().stream()
                    .filter(one -> state(one) != CdnState.STALE || isBehind(one, latest, rule))
                    .filter(one -> states.keySet().stream().anyMatch(other -> isBetter(other, one)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /**
         * Bad in another way, or clearly less late. Who begins to be late as well is no better because less is known of it: neither one
         * whose last look was late, nor one at which it is being looked for longer than is in time.
         */
        private boolean isBetter(String other, String one) {
            CdnState there = state(other);
            if (there.isBad() && there != state(one)) {
                return there.compareTo(state(one)) < 0;
            }
            Seen last = newest(other).orElse(null);
            Instant soonest =
                    newest(one).orElseThrow().at().minus(LookAtCdnHandler.PAUSE.plusMillis(rule.lateMillis()));
            if (!there.isBad() && (last == null || last.at().isBefore(soonest))) {
                return last == null || state(one) != CdnState.LATE;
            }
            boolean late = there == CdnState.LATE || last != null && (isCut(last.look()) || isLate(last.look(), rule));
            double now = last == null ? 0 : last.look().waitedMillis();
            return late ? Math.max(wait(other), now) * CLEARLY < wait(one) : !there.isBad();
        }

        private Optional<Seen> newest(String cdn) {
            return latest.getOrDefault(cdn, List.of()).stream().findFirst();
        }

        /** For how long its answers were waited for lately, in ms: the middle one; without end where it never came. */
        private double wait(String cdn) {
            double[] waits = last(latest.getOrDefault(cdn, List.of()), rule.looks()).stream()
                    .mapToDouble(seen -> seen.look().waitedMillis())
                    .sorted()
                    .toArray();
            return waits.length == 0 ? Double.POSITIVE_INFINITY : waits[waits.length / 2];
        }

        CdnState state(String cdn) {
            return states.getOrDefault(cdn, CdnState.UNKNOWN);
        }

        /** The reason of the rule, as it is kept. */
        String why(String cdn) {
            return "auto:" + state(cdn);
        }

        /** Who is slow is left step by step, so that the others are not overrun; on who gives nothing, or nothing new, nobody stays. */
        int step(String cdn) {
            return state(cdn) == CdnState.LATE ? rule.stepPercent() : Shares.BUCKETS;
        }
    }

    /** What the latest looks come to. */
    static CdnState of(List<Seen> newestFirst, SteeringRule rule) {
        if (newestFirst.isEmpty()) {
            return CdnState.UNKNOWN;
        }
        List<Seen> few = last(newestFirst, rule.looks());
        List<Seen> lost = last(newestFirst, LOST);
        if (lost.size() == LOST && lost.stream().allMatch(seen -> seen.look().status() != 200)) {
            return few.stream().anyMatch(seen -> isCut(seen.look())) ? CdnState.LATE : CdnState.DEAD;
        }
        if (few.size() < rule.looks()) {
            return CdnState.UNSURE;
        }
        List<Seen> cut = last(newestFirst, CUT);
        if (few.stream().allMatch(seen -> isLate(seen.look(), rule)) || cut.size() == CUT && isSlow(cut, rule)) {
            return CdnState.LATE;
        }
        if (last(newestFirst, OLD).stream().allMatch(seen -> isStale(seen.look(), rule))) {
            return CdnState.STALE;
        }
        return few.stream().allMatch(seen -> isWell(seen.look(), rule)) ? CdnState.GOOD : CdnState.UNSURE;
    }

    /** The same for all CDNs of a show: one that is far behind another is stale long before its picture is old by itself. */
    static Map<String, CdnState> of(Map<String, List<Seen>> newestFirst, SteeringRule rule) {
        Map<String, CdnState> states = new TreeMap<>();
        newestFirst.forEach((cdn, seen) -> {
            CdnState state = of(seen, rule);
            states.put(cdn, !state.isBad() && isBehind(cdn, newestFirst, rule) ? CdnState.STALE : state);
        });
        return states;
    }

    /** Whether another shows newer pictures of the same show; where none does they are old where they come from. */
    static boolean isBehind(String cdn, Map<String, List<Seen>> newestFirst, SteeringRule rule) {
        List<Seen> own = last(newestFirst.getOrDefault(cdn, List.of()), OLD);
        Duration margin = Duration.ofSeconds(rule.staleSeconds()).dividedBy(2);
        return newestFirst.entrySet().stream()
                .filter(one -> !one.getKey().equals(cdn))
                .map(one -> last(one.getValue(), OLD))
                .anyMatch(other -> isBehind(own, other, margin));
    }

    private static boolean isBehind(List<Seen> own, List<Seen> other, Duration margin) {
        return own.size() == OLD
                && other.size() == OLD
                && own.stream().allMatch(mine -> other.stream().allMatch(theirs -> isBehind(mine, theirs, margin)));
    }

    private static boolean isBehind(Seen mine, Seen theirs, Duration margin) {
        Duration old = mine.look().age();
        Duration young = theirs.look().age();
        return mine.look().status() == 200
                && theirs.look().status() == 200
                && old != null
                && young != null
                && Duration.between(mine.at(), theirs.at()).abs().compareTo(SAME_TIME) <= 0
                && old.minus(young).compareTo(margin) > 0;
    }

    private static List<Seen> last(List<Seen> newestFirst, int most) {
        return newestFirst.subList(0, Math.min(most, newestFirst.size()));
    }

    /** The playlist was there, and the piece of the picture was waited for in vain: it answers, too slowly for any player. */
    private static boolean isCut(Look look) {
        return look.status() == 0 && look.playlistMillis() != null;
    }

    /** Cut off or late each time; or none came in time and some came late, which is no matter of lost looks. */
    private static boolean isSlow(List<Seen> row, SteeringRule rule) {
        long late = row.stream().filter(seen -> isLate(seen.look(), rule)).count();
        return row.stream().allMatch(seen -> isCut(seen.look()) || isLate(seen.look(), rule))
                || late >= SLOW
                        && row.stream().allMatch(seen -> seen.look().status() != 200 || isLate(seen.look(), rule));
    }

    private static boolean isLost(Look look) {
        return look.status() != 200 && !isCut(look);
    }

    static boolean isLate(Look look, SteeringRule rule) {
        return look.status() == 200
                && (look.playlistMillis() != null && look.playlistMillis() > rule.lateMillis()
                        || look.segmentMillis() != null && look.segmentMillis() > rule.lateMillis());
    }

    private static boolean isStale(Look look, SteeringRule rule) {
        Duration age = look.age();
        return look.status() == 200 && age != null && age.compareTo(Duration.ofSeconds(rule.staleSeconds())) > 0;
    }

    private static boolean isWell(Look look, SteeringRule rule) {
        return look.status() == 200 && !isLate(look, rule) && !isStale(look, rule);
    }

    /**
     * Whether it has been well for so long that viewers can go back: looked at all the time, and never not well; a lost look here and there
     * may have been lost by whoever looked, two in a row were not.
     */
    static boolean isHealthyAgain(List<Seen> newestFirst, SteeringRule rule, Duration asked, Instant now) {
        Instant since = now.minus(asked);
        List<Seen> window =
                newestFirst.stream().filter(seen -> !seen.at().isBefore(since)).toList();
        boolean whole = newestFirst.size() > window.size();
        boolean enough = window.size() >= asked.toMinutes() * FEWEST;
        return whole && enough && isWell(window, rule) && of(newestFirst, rule) == CdnState.GOOD;
    }

    private static boolean isWell(List<Seen> window, SteeringRule rule) {
        int lost = 0;
        boolean before = false;
        for (Seen seen : window) {
            boolean well = isWell(seen.look(), rule);
            if (!well && (before || !isLost(seen.look()))) {
                return false;
            }
            lost += well ? 0 : 1;
            before = !well;
        }
        return lost * RARELY <= window.size();
    }
}
