package live.onair.ui.cdn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import live.onair.cdn.CdnRows.ShowShares;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.cdn.Steering;

/**
 * Whether the viewers of a move follow it, of what their players told last. Pure.
 *
 * @param viewers who are still to go, or to come back; those who are there, where a branch is moved
 * @param percent of the viewers who are at the CDN that is left
 * @param target how many of them may be there
 * @param seconds until the last player reads the new order; 0 once it has
 */
record Following(State state, int viewers, int percent, int target, int seconds) {

    /** A slot of ten seconds is told when it is over, and read a moment later. */
    private static final Duration TOLD = Duration.ofSeconds(35);

    private static final int ALL = 100;

    /** How far it has come. */
    enum State {
        /** No show is on air whose viewers it moves. */
        NO_SHOW,
        /** No player told lately. */
        UNTOLD,
        /** Players tell by country and network: who is of a branch is not counted. */
        BRANCH,
        /** Some are still at the CDN that is left. */
        LEAVING,
        /** They are still there, though all have had the time to go. */
        LATE,
        /** Fewer are there than may be: it was taken back in part. */
        RETURNING,
        /** Nobody is there any more. */
        GONE,
        /** As many are there as are to be. */
        SPREAD
    }

    static Following of(ViewerMove move, List<ShowShares> shows, Map<String, Map<String, Integer>> told, Instant now) {
        List<ShowShares> whose = shows.stream()
                .filter(one -> move.show() == null || move.show().equals(one.show()))
                .toList();
        int seconds = seconds(move, whose, now);
        int all = 0;
        int there = 0;
        double target = 0;
        for (ShowShares one : whose) {
            Map<String, Integer> byCdn = told.getOrDefault(one.show(), Map.of());
            int viewers = Watchers.of(byCdn);
            all += viewers;
            there += byCdn.getOrDefault(move.from(), 0);
            target += viewers * (double) share(one, move.from()) / ALL;
        }
        if (all == 0) {
            return new Following(whose.isEmpty() ? State.NO_SHOW : State.UNTOLD, 0, 0, 0, seconds);
        }
        int percent = percent(there, all);
        if (move.branch() != null
                && whose.stream().anyMatch(one -> one.branches().size() > 1)) {
            return new Following(State.BRANCH, there, percent, 0, seconds);
        }
        State state = state(there, target, all, now.isAfter(move.stagedAt().plus(TOLD)) && seconds == 0);
        int rest = Math.max(1, (int) Math.round(Math.abs(there - target)));
        return new Following(state, rest, percent, percent(target, all), seconds);
    }

    /** Who is where is drawn by lot: as many more or fewer as chance alone makes of them are well. */
    private static State state(int there, double target, int all, boolean late) {
        double chance = 2 * Math.sqrt(target * (1 - target / all));
        if (there > target + chance) {
            return late ? State.LATE : State.LEAVING;
        }
        if (there < target - chance) {
            return State.RETURNING;
        }
        return target == 0 ? State.GONE : State.SPREAD;
    }

    /** Of the branches of a show the largest. */
    private static int share(ShowShares show, String cdn) {
        return show.branches().stream()
                .mapToInt(branch -> branch.shares().getOrDefault(cdn, 0))
                .max()
                .orElse(0);
    }

    /** Who heard their order before the move began keeps it for as long as in peace. */
    private static int seconds(ViewerMove move, List<ShowShares> shows, Instant now) {
        int ttl = move.stagedAt().isAfter(move.at())
                ? shows.stream().mapToInt(ShowShares::ttlSeconds).max().orElse(0)
                : Steering.LONGEST_TTL_SECONDS;
        Duration left = Duration.between(now, move.stagedAt().plusSeconds(ttl));
        return shows.isEmpty()
                ? 0
                : (int) Math.max(0, Math.min(ttl, left.plusMillis(999).toSeconds()));
    }

    private static int percent(double part, int all) {
        return (int) Math.round(ALL * part / all);
    }
}
