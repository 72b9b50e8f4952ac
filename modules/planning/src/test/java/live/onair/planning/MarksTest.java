package live.onair.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.planning.Marks.Kind;
import live.onair.scheduling.MediaClock;
import live.onair.scheduling.ShowState;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

@RoomTest
class MarksTest {

    @Inject
    Stage stage;

    private String onAir() {
        String id = stage.approve(stage.draft(stage.channel(), stage.in(Duration.ofHours(2))));
        stage.pass(Duration.ofMinutes(140));
        assertThat(stage.show(id).state()).isEqualTo(ShowState.ON_AIR);
        return id;
    }

    private String over() {
        String id = onAir();
        stage.pass(Duration.ofMinutes(60));
        assertThat(stage.show(id).state().isOver()).isTrue();
        return id;
    }

    private MediaClock recording(String id) {
        return stage.shows.mediaClock(id).orElseThrow();
    }

    private Outcome<Marks.Row> mark(String show, Kind kind, String title, Duration position) {
        return Stage.as(Stage.PLANNER, () -> stage.marks.add(new Marks.Add(show, kind, title, position, null)));
    }

    private Outcome<Marks.Row> now(String show, Kind kind, String title, Instant at) {
        return Stage.as(Stage.PLANNER, () -> stage.marks.add(new Marks.Add(show, kind, title, null, at)));
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    @Test
    void marks_lie_at_their_place_in_the_recording_in_its_order() {
        String id = over();
        mark(id, Kind.CHAPTER, "마무리", minutes(40)).orThrow();
        mark(id, Kind.CHAPTER, "시작", Duration.ZERO).orThrow();
        Marks.Row highlight = mark(id, Kind.HIGHLIGHT, "웃긴 순간", minutes(10)).orThrow();
        assertThat(stage.marks.list(id)).extracting(Marks.Row::title).containsExactly("시작", "웃긴 순간", "마무리");
        assertThat(highlight.position()).isEqualTo(minutes(10));
        assertThat(highlight.at())
                .isEqualTo(recording(id).instantAt(minutes(10)).orElseThrow());
    }

    @Test
    void on_air_the_present_is_marked_by_its_instant() {
        String id = onAir();
        Instant at = stage.clock.instant();
        Marks.Row row = now(id, Kind.HIGHLIGHT, "지금", at).orThrow();
        assertThat(row.at()).isEqualTo(at);
        assertThat(now(id, Kind.HIGHLIGHT, "나중", at.plusSeconds(60)).why())
                .extracting(Reason::code)
                .containsExactly("MARK_OUTSIDE");
        stage.pass(minutes(60));
        assertThat(stage.marks.list(id).get(0).position())
                .isEqualTo(recording(id).positionFrom(at));
    }

    @Test
    void outside_the_recording_and_without_one_there_is_nothing_to_mark() {
        String id = over();
        Duration length = recording(id).length();
        Reason late = mark(id, Kind.CHAPTER, "늦음", length.plusSeconds(1)).why().get(0);
        assertThat(late.refusal()).isEqualTo(PlanningRefusal.MARK_OUTSIDE);
        assertThat(late.sentence(java.util.Locale.KOREAN)).contains("01:00:0").doesNotContain("{");
        assertThat(mark(id, Kind.CHAPTER, "이름", Duration.ofSeconds(-1)).isDone())
                .isFalse();
        assertThat(now(id, Kind.CHAPTER, "이름", stage.show(id).startsAt().minusSeconds(60))
                        .why())
                .extracting(Reason::code)
                .containsExactly("MARK_OUTSIDE");
        String draft = stage.draft(stage.channel(), stage.in(Duration.ofHours(9)));
        assertThat(mark(draft, Kind.CHAPTER, "없음", Duration.ZERO).why())
                .extracting(Reason::code)
                .containsExactly("MARK_NO_RECORDING");
        assertThat(mark("SH-1", Kind.CHAPTER, "없음", Duration.ZERO).why())
                .extracting(Reason::code)
                .containsExactly("NO_SUCH_SHOW");
        assertThat(Stage.as(Stage.PLANNER, () -> stage.marks.add(new Marks.Add(id, Kind.CHAPTER, " ", null, null)))
                        .why())
                .extracting(Reason::code)
                .containsExactlyInAnyOrder("TEXT_LENGTH", "MARK_WHEN");
    }

    @Test
    void the_same_place_twice_and_chapters_too_near_are_refused_by_name() {
        String id = over();
        mark(id, Kind.CHAPTER, "하나", minutes(5)).orThrow();
        assertThat(mark(id, Kind.CHAPTER, "다시", minutes(5)).why().get(0).facts())
                .containsEntry("title", "하나");
        assertThat(mark(id, Kind.CHAPTER, "다시", minutes(5)).why())
                .extracting(Reason::code)
                .containsExactly("MARK_TWICE");
        assertThat(mark(id, Kind.CHAPTER, "가까움", minutes(5).plusSeconds(9)).why())
                .extracting(Reason::code)
                .containsExactly("CHAPTER_NEAR");
        assertThat(mark(id, Kind.HIGHLIGHT, "같은 자리의 다른 것", minutes(5)).isDone()).isTrue();
        assertThat(mark(id, Kind.HIGHLIGHT, "가까운 것", minutes(5).plusSeconds(5)).isDone())
                .isTrue();
    }

    @Test
    void a_mark_is_renamed_and_moved_but_a_chapter_never_past_another() {
        String id = over();
        Marks.Row one = mark(id, Kind.CHAPTER, "하나", minutes(5)).orThrow();
        mark(id, Kind.CHAPTER, "둘", minutes(10)).orThrow();
        Marks.Row moved = Stage.as(
                        Stage.SECOND,
                        () -> stage.marks.change(new Marks.Change(one.id(), one.version(), "첫째", minutes(8))))
                .orThrow();
        assertThat(moved.title()).isEqualTo("첫째");
        assertThat(moved.position()).isEqualTo(minutes(8));
        assertThat(Stage.as(
                                Stage.PLANNER,
                                () -> stage.marks.change(new Marks.Change(one.id(), null, null, minutes(20))))
                        .why())
                .extracting(r -> r.code() + " " + r.facts().get("title"))
                .containsExactly("CHAPTER_ORDER 둘");
        assertThat(Stage.as(
                                Stage.PLANNER,
                                () -> stage.marks.change(new Marks.Change(one.id(), one.version(), "늦음", null)))
                        .why())
                .extracting(Reason::code)
                .containsExactly("STALE");
        Marks.Row gone =
                Stage.as(Stage.PLANNER, () -> stage.marks.remove(one.id())).orThrow();
        assertThat(gone.title()).isEqualTo("첫째");
        assertThat(Stage.as(Stage.PLANNER, () -> stage.marks.remove(one.id())).why())
                .extracting(Reason::code)
                .containsExactly("NO_SUCH_MARK");
        assertThat(stage.marks.list(id)).hasSize(1);
    }

    @Test
    void only_planners_mark_and_everybody_reads() {
        String id = over();
        assertThatThrownBy(() -> Stage.as(
                        Stage.OPS, () -> stage.marks.add(new Marks.Add(id, Kind.CHAPTER, "x", Duration.ZERO, null))))
                .isInstanceOf(NotAllowedException.class);
        assertThat(Stage.as(Stage.MODERATOR, () -> stage.marks.list(id))).isEqualTo(List.of());
    }
}
