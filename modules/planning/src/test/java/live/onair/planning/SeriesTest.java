package live.onair.planning;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.planning.Series.Scope;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

@RoomTest
class SeriesTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Duration WEEK = Duration.ofDays(7);

    @Inject
    Stage stage;

    /** The kit's clock starts on Monday, 23 November 2026, at noon in Seoul. */
    private Instant monday(int hour) {
        return LocalDate.of(2026, 11, 30).atTime(hour, 0).atZone(SEOUL).toInstant();
    }

    private Outcome<Series.Made> weekly(String show, Set<DayOfWeek> days, int every, Integer count, boolean skip) {
        return Stage.as(
                Stage.PLANNER, () -> stage.series.create(new Series.Weekly(show, days, every, null, count, skip)));
    }

    private Series.Made five(String show) {
        return weekly(show, Set.of(DayOfWeek.MONDAY), 1, 5, false).orThrow();
    }

    private static List<String> shows(Series.Row series) {
        return series.occurrences().stream().map(Series.Occurrence::show).toList();
    }

    private Outcome<Series.Changed> change(String show, Scope scope, Shows.Schedule plan) {
        return Stage.as(Stage.PLANNER, () -> stage.series.change(new Series.Change(show, scope, null, plan)));
    }

    @Test
    void a_show_comes_back_on_its_weekdays_as_drafts() {
        String show = stage.draft(stage.channel(), monday(20));
        Series.Made made = weekly(show, Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), 2, 5, false)
                .orThrow();
        assertThat(made.series().occurrences())
                .extracting(o -> o.startsAt().atZone(SEOUL).toLocalDateTime().toString())
                .containsExactly(
                        "2026-11-30T20:00",
                        "2026-12-03T20:00",
                        "2026-12-14T20:00",
                        "2026-12-17T20:00",
                        "2026-12-28T20:00");
        assertThat(made.shows())
                .hasSize(4)
                .allSatisfy(id -> assertThat(stage.show(id).state()).isEqualTo(ShowState.DRAFT));
        assertThat(stage.series.of(made.shows().get(2)).orElseThrow().id())
                .isEqualTo(made.series().id());
        assertThat(shows(made.series()).get(0)).isEqualTo(show);
    }

    @Test
    void until_a_day_that_day_is_the_last_that_may_be() {
        String show = stage.draft(stage.channel(), monday(20));
        Series.Made made = Stage.as(
                        Stage.PLANNER,
                        () -> stage.series.create(new Series.Weekly(
                                show, Set.of(DayOfWeek.MONDAY), null, LocalDate.of(2026, 12, 14), null, false)))
                .orThrow();
        assertThat(made.series().occurrences()).hasSize(3);
    }

    @Test
    void a_clash_refuses_all_and_names_each_day() {
        String channel = stage.channel();
        String show = stage.draft(channel, monday(20));
        String wall = stage.draft(channel, monday(20).plus(WEEK).plus(Duration.ofMinutes(30)));
        stage.draft(channel, monday(20).plus(WEEK.multipliedBy(3)));
        Outcome<Series.Made> refused = weekly(show, Set.of(DayOfWeek.MONDAY), 1, 5, false);
        assertThat(refused.why())
                .extracting(r -> r.code() + " " + r.facts().get("day"))
                .containsExactly("TAKEN 2026-12-07", "TAKEN 2026-12-21");
        assertThat(refused.why().get(0).facts()).containsEntry("holder", wall);
        assertThat(stage.series.of(show)).isEmpty();
        List<Series.Planned> preview = Stage.as(
                        Stage.PLANNER,
                        () -> stage.series.preview(
                                new Series.Weekly(show, Set.of(DayOfWeek.MONDAY), 1, null, 5, false)))
                .orThrow();
        assertThat(preview).hasSize(4);
        assertThat(preview.get(0).reasons()).isNotEmpty();
        assertThat(preview.get(1).reasons()).isEmpty();
        Series.Made made = weekly(show, Set.of(DayOfWeek.MONDAY), 1, 5, true).orThrow();
        assertThat(made.shows()).hasSize(2);
        assertThat(made.leftOut())
                .extracting(Series.Planned::day)
                .containsExactly(LocalDate.of(2026, 12, 7), LocalDate.of(2026, 12, 21));
    }

    @Test
    void what_makes_no_series_is_refused_in_words() {
        String show = stage.draft(stage.channel(), monday(20));
        Series.Weekly nothing = new Series.Weekly(show, Set.of(), 13, null, null, false);
        assertThat(Stage.as(Stage.PLANNER, () -> stage.series.create(nothing)).why())
                .extracting(Reason::code)
                .containsExactly("SERIES_DAYS", "SERIES_WEEKS", "SERIES_END");
        assertThat(weekly(show, Set.of(DayOfWeek.MONDAY), 1, 53, false).why())
                .extracting(Reason::code)
                .containsExactly("SERIES_COUNT");
        assertThat(weekly(show, Set.of(DayOfWeek.MONDAY), 1, 1, false).why())
                .extracting(Reason::code)
                .containsExactly("SERIES_COUNT");
        assertThat(weekly(show, Set.of(DayOfWeek.MONDAY), 1, 52, false).isDone())
                .isTrue();
        assertThat(weekly(show, Set.of(DayOfWeek.MONDAY), 1, 3, false).why())
                .extracting(Reason::code)
                .containsExactly("SERIES_ALREADY");
    }

    @Test
    void from_here_on_moves_and_renames_all_later_ones_and_leaves_the_earlier() {
        String show = stage.draft(stage.channel(), monday(20));
        List<String> all = shows(five(show).series());
        Instant start = stage.show(all.get(2)).startsAt().plus(Duration.ofMinutes(90));
        Shows.Schedule plan = new Shows.Schedule(
                "새 이름",
                null,
                null,
                null,
                null,
                start,
                start.plus(Duration.ofMinutes(45)),
                null,
                null,
                null,
                null,
                null,
                null);
        Series.Changed changed = change(all.get(2), Scope.FROM_HERE_ON, plan).orThrow();
        assertThat(changed.lines()).hasSize(3);
        assertThat(stage.show(all.get(1)).title()).isEqualTo("가을 니트 특집");
        assertThat(stage.show(all.get(1)).startsAt()).isEqualTo(monday(20).plus(WEEK));
        for (int i = 2; i < 5; i++) {
            ShowRows.Show later = stage.show(all.get(i));
            assertThat(later.title()).isEqualTo("새 이름");
            assertThat(later.startsAt())
                    .isEqualTo(monday(20).plus(WEEK.multipliedBy(i)).plus(Duration.ofMinutes(90)));
            assertThat(Duration.between(later.startsAt(), later.endsAt())).isEqualTo(Duration.ofMinutes(45));
        }
        assertThat(stage.series.of(show).orElseThrow().occurrences()).noneMatch(Series.Occurrence::detached);
    }

    @Test
    void a_daily_series_moves_over_itself_by_a_day() {
        String show = stage.draft(stage.channel(), monday(20));
        List<String> all = shows(
                weekly(show, Set.of(DayOfWeek.values()), 1, 10, false).orThrow().series());
        Instant start = monday(20).plus(Duration.ofDays(1));
        change(show, Scope.FROM_HERE_ON, Stage.times(start, null)).orThrow();
        assertThat(stage.show(all.get(9)).startsAt()).isEqualTo(start.plus(Duration.ofDays(9)));
    }

    @Test
    void one_that_was_changed_alone_is_detached_left_and_said() {
        String show = stage.draft(stage.channel(), monday(20));
        List<String> all = shows(five(show).series());
        change(all.get(1), Scope.THIS, Stage.title("특별편")).orThrow();
        Stage.as(
                        Stage.SECOND,
                        () -> stage.shows.move(new Shows.Move(
                                all.get(3),
                                null,
                                stage.show(all.get(3)).startsAt().minusSeconds(3600),
                                null,
                                null)))
                .orThrow();
        assertThat(stage.series.of(show).orElseThrow().occurrences())
                .extracting(Series.Occurrence::detached)
                .containsExactly(false, true, false, true, false);
        Series.Changed changed =
                change(show, Scope.FROM_HERE_ON, Stage.title("모두")).orThrow();
        assertThat(changed.detached()).containsExactly(all.get(1), all.get(3));
        assertThat(stage.show(all.get(1)).title()).isEqualTo("특별편");
        assertThat(stage.show(all.get(4)).title()).isEqualTo("모두");
    }

    @Test
    void one_clash_of_a_change_from_here_on_undoes_all_of_it() {
        String channel = stage.channel();
        String show = stage.draft(channel, monday(20));
        List<String> all = shows(five(show).series());
        stage.draft(channel, monday(22).plus(WEEK.multipliedBy(4)));
        Instant start = monday(22);
        Outcome<Series.Changed> refused = change(show, Scope.FROM_HERE_ON, Stage.times(start, null));
        assertThat(refused.why()).extracting(Reason::code).containsExactly("TAKEN");
        assertThat(stage.show(all.get(1)).startsAt()).isEqualTo(monday(20).plus(WEEK));
        assertThat(stage.series.of(show).orElseThrow().occurrences()).noneMatch(Series.Occurrence::detached);
    }

    @Test
    void what_is_over_is_left_and_giving_up_from_here_on_ends_the_series() {
        String show = stage.draft(stage.channel(), stage.in(Duration.ofHours(2)));
        List<String> all = shows(five(show).series());
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.cancel(all.get(3), null, "휴방"))
                .orThrow();
        Outcome<Series.Changed> alone = Stage.as(
                Stage.PLANNER, () -> stage.series.cancel(new Series.Cancel(all.get(1), Scope.THIS, null, "쉼")));
        assertThat(alone.isDone()).isTrue();
        Series.Changed rest = Stage.as(
                        Stage.PLANNER,
                        () -> stage.series.cancel(new Series.Cancel(all.get(1), Scope.FROM_HERE_ON, null, "종영")))
                .orThrow();
        assertThat(rest.over()).containsExactly(all.get(1), all.get(3));
        assertThat(stage.show(all.get(0)).state()).isEqualTo(ShowState.DRAFT);
        assertThat(stage.show(all.get(4)).state()).isEqualTo(ShowState.CANCELLED);
        Series.Row row = stage.series.of(show).orElseThrow();
        assertThat(row.endedAt()).isNotNull();
        assertThat(Stage.as(Stage.PLANNER, () -> stage.series.extend(new Series.More(row.id(), null, 2, false)))
                        .why())
                .extracting(Reason::code)
                .containsExactly("SERIES_ENDED");
    }

    @Test
    void a_series_grows_like_its_last_attached_occurrence() {
        String show = stage.draft(stage.channel(), monday(20));
        Series.Made made = five(show);
        List<String> all = shows(made.series());
        Instant start = stage.show(all.get(3)).startsAt().plus(Duration.ofHours(1));
        change(all.get(3), Scope.FROM_HERE_ON, Stage.times(start, null)).orThrow();
        change(all.get(4), Scope.THIS, Stage.title("혼자 다름")).orThrow();
        Series.Made more = Stage.as(
                        Stage.PLANNER,
                        () -> stage.series.extend(new Series.More(made.series().id(), null, 2, false)))
                .orThrow();
        assertThat(more.shows()).hasSize(2);
        ShowRows.Show next = stage.show(more.shows().get(0));
        assertThat(next.title()).isEqualTo("가을 니트 특집");
        assertThat(next.startsAt()).isEqualTo(monday(21).plus(WEEK.multipliedBy(5)));
        Series.Row ended = Stage.as(
                        Stage.PLANNER, () -> stage.series.end(made.series().id()))
                .orThrow();
        assertThat(ended.endedAt()).isNotNull();
        assertThat(ended.occurrences()).hasSize(7);
    }

    @Test
    void a_show_of_no_series_has_no_scope() {
        String show = stage.draft(stage.channel(), monday(20));
        assertThat(change(show, Scope.FROM_HERE_ON, Stage.title("x")).why())
                .extracting(Reason::code)
                .containsExactly("NOT_IN_SERIES");
        assertThat(stage.series.of(show)).isEmpty();
    }
}
