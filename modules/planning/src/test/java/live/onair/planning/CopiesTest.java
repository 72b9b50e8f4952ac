package live.onair.planning;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.scheduling.Bookings;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

@RoomTest
class CopiesTest {

    @Inject
    Stage stage;

    private Outcome<List<Bookings.Line>> copy(List<String> shows, Duration by, Instant start) {
        return Stage.as(Stage.PLANNER, () -> stage.copies.make(new Copies.Wanted(shows, by, start)));
    }

    private List<String> day(String channel) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ids.add(stage.draft(channel, stage.in(Duration.ofHours(2L + 2 * i))));
        }
        return ids;
    }

    @Test
    void a_day_is_copied_to_the_next_week_as_drafts() {
        List<String> day = day(stage.channel());
        stage.approve(day.get(0));
        List<Bookings.Line> made = copy(day, Duration.ofDays(7), null).orThrow();
        assertThat(made).hasSize(4);
        for (int i = 0; i < 4; i++) {
            ShowRows.Show copy = stage.show(made.get(i).show());
            assertThat(copy.startsAt())
                    .isEqualTo(stage.show(day.get(i)).startsAt().plus(Duration.ofDays(7)));
            assertThat(copy.state()).isEqualTo(ShowState.DRAFT);
            assertThat(copy.title()).isEqualTo(stage.show(day.get(i)).title());
        }
    }

    @Test
    void with_a_start_the_first_one_is_there_and_the_others_follow_as_they_did() {
        List<String> day = day(stage.channel());
        Instant start = stage.in(Duration.ofDays(10));
        List<Bookings.Line> made =
                copy(List.of(day.get(2), day.get(1)), null, start).orThrow();
        assertThat(stage.show(made.get(1).show()).startsAt()).isEqualTo(start);
        assertThat(stage.show(made.get(0).show()).startsAt()).isEqualTo(start.plus(Duration.ofHours(2)));
    }

    @Test
    void one_copy_without_room_leaves_none_and_is_foretold() {
        String channel = stage.channel();
        List<String> day = day(channel);
        String wall = stage.draft(channel, stage.in(Duration.ofHours(26)));
        List<Bookings.Line> looked =
                Stage.as(Stage.PLANNER, () -> stage.copies.look(new Copies.Wanted(day, Duration.ofDays(1), null)));
        assertThat(looked.get(0).wrong().get(0).facts()).containsEntry("holder", wall);
        assertThat(looked.get(1).wrong()).isEmpty();
        String before = stage.sql.one("select count(*) from scheduling.show");
        Outcome<List<Bookings.Line>> refused = copy(day, Duration.ofDays(1), null);
        assertThat(refused.why()).extracting(Reason::code).containsExactly("TAKEN");
        assertThat(refused.why().get(0).facts()).containsEntry("index", 0);
        assertThat(stage.sql.one("select count(*) from scheduling.show")).isEqualTo(before);
    }

    @Test
    void unclear_and_unknown_wishes_are_refused() {
        String id = stage.draft(stage.channel(), stage.in(Duration.ofHours(2)));
        assertThat(copy(List.of(), Duration.ofDays(1), null).why())
                .extracting(Reason::code)
                .containsExactly("COPY_COUNT");
        assertThat(copy(List.of(id), null, null).why()).extracting(Reason::code).containsExactly("COPY_UNCLEAR");
        assertThat(copy(List.of(id, "SH-1"), Duration.ofDays(1), null).why())
                .extracting(Reason::code)
                .containsExactly("NO_SUCH_SHOW");
        assertThat(copy(List.of(id), Duration.ofDays(-1), null).why())
                .extracting(Reason::code)
                .containsExactly("WINDOW_PAST");
    }
}
