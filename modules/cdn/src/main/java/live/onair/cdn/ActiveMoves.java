package live.onair.cdn;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import live.onair.cdn.CdnRows.Branch;
import live.onair.cdn.CdnRows.ViewerMove;

/** The moves that count at a moment, in the order in which they count. */
record ActiveMoves(List<ViewerMove> all) {

    /** Players look again after so long: in peace, and while viewers are being moved or soon may have to be. */
    static final int PEACE_SECONDS = 10;

    private static final int MOVING_SECONDS = 5;

    /** How the viewers of a branch of a show are spread. */
    Shares shares(Branch branch, String show) {
        Shares shares = Shares.of(branch.weights());
        for (ViewerMove move : all) {
            if (concerns(move, show, branch.id())) {
                shares = shares.moved(move.from(), move.to(), move.percent());
            }
        }
        return shares;
    }

    /** How long players keep the order they have; {@code troubled} are the shows of which a CDN is bad. */
    int ttlSeconds(String show, String branch, Set<String> troubled) {
        boolean moving = troubled.contains(show) || all.stream().anyMatch(move -> concerns(move, show, branch));
        return moving ? MOVING_SECONDS : PEACE_SECONDS;
    }

    /** Whether a move is of these viewers. */
    static boolean concerns(ViewerMove move, String show, String branch) {
        return (move.show() == null || move.show().equals(show))
                && (move.branch() == null || move.branch().equals(branch));
    }

    /** Those of all viewers of this show and no other. */
    List<ViewerMove> ofShow(String show) {
        return all.stream()
                .filter(move -> show.equals(move.show()) && move.branch() == null)
                .toList();
    }

    /** The one away from a CDN of all viewers of this show. */
    Optional<ViewerMove> ofShow(String show, String from) {
        return ofShow(show).stream().filter(move -> move.from().equals(from)).findFirst();
    }
}
