package live.onair.cdn.grid;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import live.onair.cdn.Quality.SentTo;
import live.onair.cdn.Quality.Watched;
import live.onair.cdn.grid.PlaceBook.PlaceSlot;

/**
 * Where viewers are hurt by one CDN alone, as they tell it within a minute. One viewer's line or phone is no trouble of a CDN: two at least
 * and a tenth of those who watch there have it in the same ten seconds, three times in the minute. What all CDNs have at a place in the
 * same way is its network's, or the show's own. Pure.
 */
public final class Hurting {

    /** With more of the time than that standing still, in percent, it is not well. */
    private static final double STALLED = 2.0;
    /** The same for answers that did not come, for each viewer within a minute. */
    private static final double FAILED = 0.5;
    /** Players stay away from a CDN for five minutes after it has failed them, as hls.js does, however well it is by then. */
    public static final Duration AWAY = Duration.ofMinutes(7);
    /** Of fewer nothing is said. */
    private static final int ENOUGH = 3;

    private static final int FEWEST = 2;
    /** Chance alone brings two together now and then, and seldom in half of a minute's slots. */
    private static final int AGAIN = 3;

    private static final int TENTH = 10;
    private static final NavigableSet<Integer> STEPS =
            new TreeSet<>(List.of(0, 2, 5, 10, 20, 33, 50, 75, 100, 200, 500, 1_000, 2_000, 5_000, 10_000));

    private Hurting() {}

    /** What is wrong. */
    public enum What {
        /** Pictures stand still. */
        STALLED,
        /** Answers do not come. */
        FAILED,
        /** Players are not where they are sent. */
        LEFT
    }

    /**
     * Where something is wrong, and with what.
     *
     * @param branch of the policy, where it is that of players who were sent there; empty for those of a country and network
     * @param country empty where it is not known; the same for the network
     * @param viewers who have it
     * @param atLeast in percent of time or of players; for answers how many did not come. By steps: what is only a little more is the same
     */
    public record Hurt(String cdn, String branch, String country, String isp, What what, int viewers, int atLeast) {}

    private record Place(String country, String isp) {}

    /** What was told of a CDN at a place within the minute; the most viewers of a slot, and in how many slots enough of them had it. */
    private static final class Sum {
        private int viewers;
        private int stood;
        private int failing;
        private long failed;
        private long stalled;
        private long whole;

        void add(PlaceSlot slot) {
            viewers = Math.max(viewers, slot.viewers());
            int least = Math.max(FEWEST, (slot.viewers() + TENTH - 1) / TENTH);
            stood += slot.stood() >= least ? 1 : 0;
            failing += slot.failing() >= least ? 1 : 0;
            failed += slot.failed();
            stalled += slot.stalledMillis();
            whole += slot.playedMillis() + slot.stalledMillis();
        }

        private double stalledPercent() {
            return whole == 0 ? 0 : 100.0 * stalled / whole;
        }

        boolean is(What what) {
            return what == What.STALLED
                    ? stood >= AGAIN && stalledPercent() >= STALLED
                    : failing >= AGAIN && isFailing(failed, viewers);
        }

        int atLeast(What what) {
            return step(what == What.STALLED ? stalledPercent() : failed);
        }
    }

    private static int step(double amount) {
        Integer step = STEPS.floor((int) amount);
        return step == null ? 0 : step;
    }

    private static boolean isFailing(long failed, int viewers) {
        return failed > viewers * FAILED + 2;
    }

    /** Whether nobody more is to be sent there. */
    public static boolean isBad(Watched watched, int viewers) {
        Double stalled = watched.stalledPercent();
        return stalled != null && stalled >= STALLED || isFailing(watched.failed(), viewers);
    }

    /** Whether players do not stay where they are sent: more than a third of them, and not a few only. */
    public static boolean isLeft(int viewers, int elsewhere) {
        return elsewhere >= ENOUGH && elsewhere * 3 > viewers;
    }

    /** Where a show's viewers are hurt, those of whom there are the most first; who has left a CDN watches elsewhere, and is told of last. */
    public static List<Hurt> of(List<PlaceSlot> minute, List<SentTo> sent) {
        Map<Place, Map<String, Sum>> places = new HashMap<>();
        minute.forEach(slot -> places.computeIfAbsent(new Place(slot.country(), slot.isp()), any -> new HashMap<>())
                .computeIfAbsent(slot.cdn(), any -> new Sum())
                .add(slot));
        List<Hurt> hurt = new ArrayList<>();
        places.forEach((place, cdns) -> {
            cdns.values().removeIf(sum -> sum.viewers < ENOUGH);
            hurt.addAll(at(place, cdns, What.STALLED));
            hurt.addAll(at(place, cdns, What.FAILED));
        });
        sent.stream()
                .filter(one -> isLeft(one.viewers(), one.elsewhere()))
                .map(one -> new Hurt(
                        one.cdn(),
                        one.branch(),
                        "",
                        "",
                        What.LEFT,
                        one.elsewhere(),
                        step(100.0 * one.elsewhere() / one.viewers())))
                .forEach(hurt::add);
        hurt.sort(Comparator.comparing((Hurt one) -> one.what() == What.LEFT)
                .thenComparing(Comparator.comparing(Hurt::viewers).reversed())
                .thenComparing(Hurt::what)
                .thenComparing(Hurt::cdn));
        return hurt;
    }

    /** How many they are, nobody twice. */
    public static int viewers(List<Hurt> hurt) {
        Map<String, Integer> places = new HashMap<>();
        hurt.stream()
                .filter(one -> one.what() != What.LEFT)
                .forEach(one ->
                        places.merge(one.cdn() + "/" + one.country() + "/" + one.isp(), one.viewers(), Math::max));
        return places.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static List<Hurt> at(Place place, Map<String, Sum> cdns, What what) {
        List<Hurt> hurt = cdns.entrySet().stream()
                .filter(one -> one.getValue().is(what))
                .map(one -> new Hurt(
                        one.getKey(),
                        "",
                        place.country(),
                        place.isp(),
                        what,
                        one.getValue().viewers,
                        one.getValue().atLeast(what)))
                .toList();
        return hurt.size() > 1 && hurt.size() == cdns.size() ? List.of() : hurt;
    }
}
