package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

@RoomTest
class LifecycleTableTest {

    private static final Actor EVERYBODY = new Actor("all", "all", EnumSet.allOf(Role.class), Actor.Source.API);

    /** Where a person can take a show from each state. What the clock alone does is not in it. */
    private static final Map<ShowState, Set<ShowState>> BY_HAND = Map.of(
            ShowState.DRAFT, Set.of(ShowState.IN_REVIEW, ShowState.CANCELLED),
            ShowState.IN_REVIEW, Set.of(ShowState.APPROVED, ShowState.DRAFT, ShowState.CANCELLED),
            ShowState.APPROVED, Set.of(ShowState.REHEARSAL, ShowState.CANCELLED),
            ShowState.REHEARSAL, Set.of(ShowState.APPROVED, ShowState.CANCELLED),
            ShowState.STANDBY, Set.of(ShowState.CANCELLED),
            ShowState.ON_AIR, Set.of(ShowState.ENDED),
            ShowState.ENDED, Set.of(ShowState.REPLAY, ShowState.ARCHIVED),
            ShowState.REPLAY, Set.of(ShowState.ENDED, ShowState.ARCHIVED),
            ShowState.ARCHIVED, Set.of(),
            ShowState.CANCELLED, Set.of(ShowState.ARCHIVED));

    @Inject
    Stage stage;

    private String in(ShowState state) {
        String id = stage.draft(stage.channel(), Shows.Feed.TEST);
        stage.sql.run("update scheduling.show set state = '" + state + "', ended_at = case when '" + state
                + "' in ('ENDED', 'REPLAY') then starts_at end where id = '" + id + "'");
        stage.sql.run("insert into scheduling.recording values ('" + id + "', true, 1, 60, '[]', now())");
        return id;
    }

    private Outcome<ShowRows.Show> go(String id, ShowState to) {
        return Stage.as(EVERYBODY, () -> stage.shows.transition(id, to, "시험", null, null));
    }

    @Test
    void every_state_to_every_state_does_what_the_table_says() {
        List<String> wrong = new ArrayList<>();
        for (ShowState from : ShowState.values()) {
            for (ShowState to : ShowState.values()) {
                String id = in(from);
                Outcome<ShowRows.Show> outcome = go(id, to);
                boolean expected = BY_HAND.get(from).contains(to);
                ShowState after = stage.state(id);
                if (outcome.isDone() != expected || after != (expected ? to : from)) {
                    wrong.add(from + " to " + to + ": " + outcome + ", now " + after);
                }
                if (!expected) {
                    assertThat(outcome.why()).hasSize(1);
                    assertThat(outcome.why().get(0).refusal())
                            .isEqualTo(
                                    from.mayBecome(to) && (to == ShowState.STANDBY || to == ShowState.ON_AIR)
                                            ? ShowRefusal.AUTOMATIC_ONLY
                                            : ShowRefusal.ILLEGAL_TRANSITION);
                    assertThat(stage.passed(id)).isEmpty();
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_a_person_may_do_is_a_part_of_what_the_table_of_states_allows() {
        BY_HAND.forEach((from, all) -> all.stream()
                .filter(to -> !(from == ShowState.REHEARSAL && to == ShowState.CANCELLED))
                .forEach(to ->
                        assertThat(from.mayBecome(to)).as("%s to %s", from, to).isTrue()));
        assertThat(ShowState.ARCHIVED.next()).isEmpty();
    }

    @Test
    void a_cancelled_rehearsal_passes_through_approval_so_that_no_step_is_left_out() {
        String id = in(ShowState.REHEARSAL);
        go(id, ShowState.CANCELLED).orThrow();
        assertThat(stage.passed(id)).containsExactly(ShowState.APPROVED, ShowState.CANCELLED);
    }

    @Test
    void a_step_cannot_be_written_twice() {
        String id = in(ShowState.DRAFT);
        go(id, ShowState.IN_REVIEW).orThrow();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> stage.sql.run(
                        "insert into scheduling.transition select show_id, seq, 'DRAFT', 'CANCELLED', 'x', 'x', 'UI', '', now()"
                                + " from scheduling.transition where show_id = '" + id + "'"))
                .hasStackTraceContaining("transition_show_id_seq_key");
    }

    @Test
    void a_show_that_does_not_exist_is_refused_in_words() {
        assertThat(go("SH-99999", ShowState.IN_REVIEW).why().get(0).refusal()).isEqualTo(ShowRefusal.NO_SUCH_SHOW);
    }
}
