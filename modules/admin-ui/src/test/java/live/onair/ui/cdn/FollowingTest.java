package live.onair.ui.cdn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import live.onair.cdn.CdnRows.BranchShares;
import live.onair.cdn.CdnRows.ShowShares;
import live.onair.cdn.CdnRows.ViewerMove;
import live.onair.ui.cdn.Following.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether viewers follow a move is told by where their players are, by chance where only some are moved, and never guessed. */
class FollowingTest {

    private static final Instant BEGUN = Instant.parse("2026-11-30T11:00:00Z");

    private static ViewerMove move(int percent, Instant staged, @Nullable String branch) {
        return new ViewerMove(
                1, "a", null, null, branch, percent, "느림", false, staged, null, null, null, null, 1, "ops", BEGUN, null,
                null);
    }

    private static BranchShares branch(String id, int a) {
        return new BranchShares(id, Map.of("a", 70, "b", 30), Map.of("a", a, "b", 100 - a), List.of("a", "b"), null);
    }

    private static Following of(ViewerMove move, int share, Map<String, Integer> told, int later) {
        ShowShares show = new ShowShares("SH-1", "시험", 5, List.of(branch("default", share)));
        return Following.of(
                move,
                List.of(show),
                told.isEmpty() ? Map.of() : Map.of("SH-1", told),
                move.stagedAt().plusSeconds(later));
    }

    @Test
    void who_is_still_at_a_drained_cdn_is_to_leave_until_nobody_is() {
        ViewerMove drain = move(100, BEGUN.plusSeconds(60), null);
        assertThat(of(drain, 0, Map.of("a", 3, "b", 7), 2)).isEqualTo(new Following(State.LEAVING, 3, 30, 0, 3));
        assertThat(of(drain, 0, Map.of("b", 10), 12).state()).isEqualTo(State.GONE);
        assertThat(of(drain, 0, Map.of("a", 1, "b", 9), 36).state()).isEqualTo(State.LATE);
    }

    @Test
    void players_that_heard_before_the_move_began_keep_their_order_for_longer() {
        assertThat(of(move(5, BEGUN, null), 66, Map.of("a", 7), 2).seconds()).isEqualTo(8);
        assertThat(of(move(25, BEGUN.plusSeconds(60), null), 52, Map.of("a", 7), 2)
                        .seconds())
                .isEqualTo(3);
        assertThat(of(move(25, BEGUN.plusSeconds(60), null), 52, Map.of("a", 7), 9)
                        .seconds())
                .isZero();
    }

    @Test
    void where_some_are_moved_what_chance_makes_of_them_is_well() {
        ViewerMove some = move(25, BEGUN, null);
        assertThat(of(some, 52, Map.of("a", 700, "b", 300), 5)).isEqualTo(new Following(State.LEAVING, 180, 70, 52, 5));
        assertThat(of(some, 52, Map.of("a", 540, "b", 460), 15).state()).isEqualTo(State.SPREAD);
        assertThat(of(some, 52, Map.of("a", 1), 15).state()).isEqualTo(State.SPREAD);
        assertThat(of(some, 52, Map.of("a", 20, "b", 980), 15).state()).isEqualTo(State.RETURNING);
    }

    @Test
    void what_nobody_told_is_not_known() {
        ViewerMove drain = move(100, BEGUN, null);
        assertThat(of(drain, 0, Map.of(), 5).state()).isEqualTo(State.UNTOLD);
        assertThat(Following.of(drain, List.of(), Map.of(), BEGUN).state()).isEqualTo(State.NO_SHOW);
        ShowShares show = new ShowShares("SH-1", "시험", 5, List.of(branch("kr", 0), branch("default", 70)));
        assertThat(Following.of(move(100, BEGUN, "kr"), List.of(show), Map.of("SH-1", Map.of("a", 4)), BEGUN)
                        .state())
                .isEqualTo(State.BRANCH);
    }
}
