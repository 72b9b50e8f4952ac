package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import live.onair.kernel.Actor;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@RoomTest
class ReviewTest {

    private static final Shows.Schedule NOTHING =
            new Shows.Schedule(null, null, null, null, null, null, null, null, null, null, null, null, null);

    @Inject
    Stage stage;

    @BeforeEach
    void clean() {
        stage.clean();
    }

    private static Shows.Schedule title(String title) {
        return new Shows.Schedule(title, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private Outcome<ShowRows.Show> change(String id, Shows.Schedule plan) {
        return Stage.as(Stage.PLANNER, () -> stage.shows.change(new Shows.Change(id, null, plan)));
    }

    private static ShowRefusal why(Outcome<?> outcome) {
        return (ShowRefusal) outcome.why().get(0).refusal();
    }

    @Test
    void who_made_the_last_change_cannot_approve_it_whoever_planned_the_show() {
        String id = stage.draft(stage.channel(), Shows.Feed.TEST);
        Stage.as(Stage.SECOND, () -> stage.shows.change(new Shows.Change(id, null, title("새 제목"))))
                .orThrow();
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.submit(id, null, null)).orThrow();
        assertThat(why(Stage.as(Stage.SECOND, () -> stage.lifecycle.approve(id, null, null))))
                .isEqualTo(ShowRefusal.SAME_PERSON);
        assertThat(stage.state(id)).isEqualTo(ShowState.IN_REVIEW);
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.approve(id, null, null)).orThrow();
        assertThat(stage.show(id).review().approvedBy()).isEqualTo("kim");
    }

    @Test
    void an_administrator_may_approve_and_ops_may_not() {
        String id = stage.draft(stage.channel(), Shows.Feed.TEST);
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.submit(id, null, null)).orThrow();
        assertThatThrownBy(() -> Stage.as(Stage.OPS, () -> stage.lifecycle.approve(id, null, null)))
                .isInstanceOf(NotAllowedException.class);
        Stage.as(Stage.ADMIN, () -> stage.lifecycle.approve(id, null, null)).orThrow();
    }

    @Test
    void a_show_that_was_sent_back_keeps_the_comment_until_it_comes_again() {
        String id = stage.draft(stage.channel(), Shows.Feed.TEST);
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.submit(id, null, null)).orThrow();
        assertThat(why(Stage.as(Stage.SECOND, () -> stage.lifecycle.sendBack(id, null, ""))))
                .isEqualTo(ShowRefusal.REASON_MISSING);
        Stage.as(Stage.SECOND, () -> stage.lifecycle.sendBack(id, null, "진행자가 빠졌습니다"))
                .orThrow();
        assertThat(stage.show(id).review().comment()).isEqualTo("진행자가 빠졌습니다");
        assertThat(stage.shows.history(id).get(1).reason()).isEqualTo("진행자가 빠졌습니다");
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.submit(id, null, null)).orThrow();
        assertThat(stage.show(id).review().comment()).isNull();
    }

    static Stream<Arguments> materialChanges() {
        return Stream.of(
                Arguments.of("title", (Bend) (test, id) -> title("다른 제목")),
                Arguments.of("start", (Bend)
                        (test, id) -> window(test.stage.show(id).startsAt().plusSeconds(300), null)),
                Arguments.of("end", (Bend)
                        (test, id) -> window(null, test.stage.show(id).endsAt().plusSeconds(300))),
                Arguments.of("channel", (Bend) (test, id) -> new Shows.Schedule(
                        null, null, test.stage.channel(), null, null, null, null, null, null, null, null, null, null)),
                Arguments.of("studio", (Bend) (test, id) -> new Shows.Schedule(
                        null, null, null, test.stage.studio(), null, null, null, null, null, null, null, null, null)),
                Arguments.of("hosts", (Bend) (test, id) -> new Shows.Schedule(
                        null,
                        null,
                        null,
                        null,
                        List.of(test.stage.host()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)),
                Arguments.of("source", (Bend) (test, id) -> new Shows.Schedule(
                        null, null, null, null, null, null, null, Shows.Feed.INPUT, null, null, null, null, null)));
    }

    private static Shows.Schedule window(Instant start, Instant end) {
        return new Shows.Schedule(null, null, null, null, null, start, end, null, null, null, null, null, null);
    }

    private interface Bend {
        Shows.Schedule of(ReviewTest test, String id);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("materialChanges")
    void a_material_change_takes_the_approval_away_and_the_difference_is_kept(String field, Bend bend) {
        String id = stage.approved(stage.channel(), Shows.Feed.TEST);
        assertThat(stage.shows.diffSinceApproval(id)).isEmpty();
        change(id, bend.of(this, id)).orThrow();
        assertThat(stage.state(id)).isEqualTo(ShowState.IN_REVIEW);
        assertThat(stage.shows.diffSinceApproval(id)).singleElement().satisfies(d -> {
            assertThat(d.field()).isEqualTo(field);
            assertThat(d.approved()).isNotEqualTo(d.now());
            assertThat(d.material()).isTrue();
        });
        assertThat(stage.shows.history(id))
                .last()
                .satisfies(t -> assertThat(t.sentence(Locale.ENGLISH))
                        .isEqualTo("It was changed after its approval. (" + field + ")"));
        assertThat(why(Stage.as(Stage.PLANNER, () -> stage.lifecycle.approve(id, null, null))))
                .isEqualTo(ShowRefusal.SAME_PERSON);
        Stage.as(Stage.SECOND, () -> stage.lifecycle.approve(id, null, null)).orThrow();
        assertThat(stage.shows.diffSinceApproval(id)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("materialChanges")
    void a_material_change_is_refused_while_the_show_stands_by_or_is_on_air(String field, Bend bend) {
        String id = stage.approved(stage.channel(), Shows.Feed.TEST);
        ShowRows.Show before = stage.show(id);
        for (Instant moment :
                List.of(before.startsAt().minusSeconds(30), before.startsAt().plusSeconds(60))) {
            stage.passUntil(moment);
            assertThat(stage.state(id).isLive()).isTrue();
            Outcome<ShowRows.Show> outcome = change(id, bend.of(this, id));
            assertThat(why(outcome)).isEqualTo(ShowRefusal.TOO_LATE_TO_CHANGE);
            assertThat(outcome.why().get(0).facts()).containsEntry("fields", field);
        }
        assertThat(stage.show(id).title()).isEqualTo(before.title());
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
    }

    @Test
    void a_change_that_is_not_material_leaves_the_approval_and_is_allowed_on_air() {
        String id = stage.approved(stage.channel(), Shows.Feed.TEST);
        Shows.Schedule words =
                new Shows.Schedule(null, "설명을 보탭니다", null, null, null, null, null, null, 300, null, null, null, null);
        change(id, words).orThrow();
        assertThat(stage.state(id)).isEqualTo(ShowState.APPROVED);
        assertThat(stage.shows.diffSinceApproval(id))
                .extracting(ShowRows.Difference::field)
                .containsExactly("description", "reconnectSeconds");
        stage.passUntil(stage.show(id).startsAt());
        change(id, new Shows.Schedule(null, "또 고칩니다", null, null, null, null, null, null, null, null, null, null, null))
                .orThrow();
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
    }

    @Test
    void a_room_above_reports_a_material_change_and_is_refused_on_air() {
        String id = stage.approved(stage.channel(), Shows.Feed.TEST);
        Stage.as(Stage.SECOND, () -> stage.shows.changed(id, "line-up")).orThrow();
        assertThat(stage.state(id)).isEqualTo(ShowState.IN_REVIEW);
        assertThat(why(Stage.as(Stage.SECOND, () -> stage.lifecycle.approve(id, null, null))))
                .isEqualTo(ShowRefusal.SAME_PERSON);
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.approve(id, null, null)).orThrow();
        stage.passUntil(stage.show(id).startsAt());
        assertThat(why(Stage.as(Stage.SECOND, () -> stage.shows.changed(id, "line-up"))))
                .isEqualTo(ShowRefusal.TOO_LATE_TO_CHANGE);
    }

    @Test
    void a_material_change_while_rehearsing_ends_the_rehearsal_first() {
        String id = stage.approved(stage.channel(), Shows.Feed.TEST);
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.rehearse(id, null, null, null))
                .orThrow();
        stage.runner.runDue();
        change(id, title("바뀐 제목")).orThrow();
        stage.runner.runDue();
        assertThat(stage.passed(id)).endsWith(ShowState.REHEARSAL, ShowState.APPROVED, ShowState.IN_REVIEW);
        assertThat(stage.backend.calls())
                .last()
                .isEqualTo("stop " + stage.show(id).channel().id() + " " + id + ":1");
        assertThat(stage.sql.column("select purpose from scheduling.reservation where show_id = '" + id + "'"))
                .containsExactly("SHOW");
    }

    @Test
    void only_an_approved_show_starts() {
        String draft = stage.draft(stage.channel(), Shows.Feed.TEST);
        String review = stage.draft(stage.channel(), Shows.Feed.TEST);
        Stage.as(Stage.PLANNER, () -> stage.lifecycle.submit(review, null, null))
                .orThrow();
        stage.reconciliation.putAll();
        stage.passUntil(stage.show(draft).startsAt().plusSeconds(600));
        assertThat(stage.state(draft)).isEqualTo(ShowState.DRAFT);
        assertThat(stage.state(review)).isEqualTo(ShowState.IN_REVIEW);
        stage.passUntil(stage.show(draft).endsAt());
        assertThat(why(Stage.as(Stage.SECOND, () -> stage.lifecycle.approve(review, null, null))))
                .isEqualTo(ShowRefusal.WINDOW_OVER);
        assertThat(why(Stage.as(Stage.PLANNER, () -> stage.lifecycle.submit(draft, null, null))))
                .isEqualTo(ShowRefusal.WINDOW_OVER);
    }

    @Test
    void who_read_an_older_version_is_told_so_and_changes_nothing() {
        String id = stage.draft(stage.channel(), Shows.Feed.TEST);
        int version = stage.show(id).version();
        change(id, title("먼저 고침")).orThrow();
        Outcome<ShowRows.Show> late =
                Stage.as(Stage.SECOND, () -> stage.shows.change(new Shows.Change(id, version, title("나중 고침"))));
        assertThat(why(late)).isEqualTo(ShowRefusal.CHANGED_MEANWHILE);
        assertThat(stage.show(id).title()).isEqualTo("먼저 고침");
        assertThat(why(Stage.as(
                        Stage.SECOND, () -> stage.shows.transition(id, ShowState.CANCELLED, "x", version, null))))
                .isEqualTo(ShowRefusal.STALE);
        int now = stage.show(id).version();
        change(id, NOTHING).orThrow();
        assertThat(stage.show(id).version()).as("nothing changed").isEqualTo(now);
    }

    @Test
    void bad_input_is_refused_in_words_that_name_the_field() {
        String channel = stage.channel();
        Instant start = stage.in(Duration.ofHours(1));
        Map<String, Shows.Schedule> bad = Map.ofEntries(
                Map.entry("title", Shows.Schedule.of(" ", channel, start, start.plusSeconds(60), Shows.Feed.INPUT)),
                Map.entry(
                        "title ",
                        Shows.Schedule.of("가".repeat(121), channel, start, start.plusSeconds(60), Shows.Feed.INPUT)),
                Map.entry(
                        "title  ",
                        Shows.Schedule.of("제목\u202E", channel, start, start.plusSeconds(60), Shows.Feed.INPUT)),
                Map.entry("channel", Shows.Schedule.of("제목", "CH-99", start, start.plusSeconds(60), Shows.Feed.INPUT)),
                Map.entry("end", Shows.Schedule.of("제목", channel, start, start.plusSeconds(59), Shows.Feed.INPUT)),
                Map.entry(
                        "end ",
                        Shows.Schedule.of("제목", channel, start, start.plus(Duration.ofHours(25)), Shows.Feed.INPUT)),
                Map.entry("end  ", Shows.Schedule.of("제목", channel, start, start, Shows.Feed.INPUT)),
                Map.entry(
                        "start",
                        Shows.Schedule.of("제목", channel, start.minus(Duration.ofHours(3)), start, Shows.Feed.INPUT)),
                Map.entry(
                        "feed",
                        Shows.Schedule.of(
                                "제목",
                                channel,
                                start,
                                start.plusSeconds(60),
                                new Shows.Feed(Shows.Source.FILE, null, null))),
                Map.entry(
                        "feed.file",
                        Shows.Schedule.of(
                                "제목",
                                channel,
                                start,
                                start.plusSeconds(60),
                                new Shows.Feed(Shows.Source.FILE, null, "../비밀"))),
                Map.entry(
                        "start ",
                        new Shows.Schedule(
                                "제목", null, channel, null, null, null, start, null, null, null, null, null, null)),
                Map.entry(
                        "hosts",
                        new Shows.Schedule(
                                "제목",
                                null,
                                channel,
                                null,
                                List.of("HO-99"),
                                start,
                                start.plusSeconds(60),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)),
                Map.entry(
                        "reconnectSeconds",
                        new Shows.Schedule(
                                "제목",
                                null,
                                channel,
                                null,
                                null,
                                start,
                                start.plusSeconds(60),
                                null,
                                1801,
                                null,
                                null,
                                null,
                                null)),
                Map.entry(
                        "tier",
                        new Shows.Schedule(
                                "제목",
                                null,
                                channel,
                                null,
                                null,
                                start,
                                start.plusSeconds(60),
                                null,
                                null,
                                null,
                                4,
                                null,
                                null)));
        bad.forEach((field, wanted) -> {
            Outcome<ShowRows.Show> outcome = Stage.as(Stage.PLANNER, () -> stage.shows.schedule(wanted));
            assertThat(outcome.why()).as(field).hasSize(1);
            assertThat(outcome.why().get(0).sentence(Locale.KOREAN)).as(field).contains(field.strip());
            assertThat(outcome.why().get(0).sentence(Locale.KOREAN)).as(field).doesNotContain("{");
            assertThat(outcome.why().get(0).sentence(Locale.ENGLISH))
                    .as(field)
                    .contains(field.strip())
                    .doesNotContain("{");
        });
        assertThat(stage.sql.one("select count(*) from scheduling.show where channel_id = '" + channel + "'"))
                .isEqualTo("0");
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        Instant start = stage.in(Duration.ofHours(1));
        Outcome<ShowRows.Show> outcome = Stage.as(
                Stage.PLANNER,
                () -> stage.shows.schedule(Shows.Schedule.of("", "CH-99", start, start, Shows.Feed.INPUT)));
        assertThat(outcome.why()).hasSize(2);
    }

    @Test
    void each_command_is_open_to_its_roles_only() {
        String id = stage.approved(stage.channel(), Shows.Feed.INPUT);
        Lifecycle.Confirmed stop = new Lifecycle.Confirmed(id, "wrong", "이유");
        Map<String, Supplier<?>> planning = Map.of(
                "schedule",
                        () -> stage.schedule(id, stage.in(Duration.ofHours(9)), Duration.ofHours(1), Shows.Feed.TEST),
                "cancel", () -> stage.lifecycle.cancel(id, null, ""),
                "archive", () -> stage.lifecycle.archive(id, null, ""),
                "publish", () -> stage.publishReplay(id, null, null, null));
        Map<String, Supplier<?>> running = Map.of(
                "stop", () -> stage.lifecycle.stop(stop),
                "slateOn", () -> stage.lifecycle.slateOn(stop),
                "slateOff", () -> stage.lifecycle.slateOff(id, ""),
                "blurOn", () -> stage.lifecycle.blurOn(stop),
                "blurOff", () -> stage.lifecycle.blurOff(id, ""));
        List<String> wrong = new ArrayList<>();
        for (Actor actor : List.of(Stage.PLANNER, Stage.MODERATOR, Stage.OPS, Stage.ADMIN, Stage.AUDITOR)) {
            boolean plans = Set.of(Stage.PLANNER, Stage.ADMIN).contains(actor);
            planning.forEach((name, deed) -> {
                if (!name.equals("schedule")) {
                    check(wrong, actor, name, deed, plans);
                }
            });
            running.forEach((name, deed) -> check(wrong, actor, name, deed, actor != Stage.AUDITOR));
            check(
                    wrong,
                    actor,
                    "extend",
                    () -> stage.lifecycle.extend(id, Duration.ZERO),
                    actor != Stage.AUDITOR && actor != Stage.MODERATOR);
            check(
                    wrong,
                    actor,
                    "override",
                    () -> stage.lifecycle.overrideGate(id, ""),
                    actor == Stage.OPS || actor == Stage.ADMIN);
            check(
                    wrong,
                    actor,
                    "cancel by transition",
                    () -> stage.shows.transition(id, ShowState.CANCELLED, "", null, null),
                    plans);
            check(
                    wrong,
                    actor,
                    "channel",
                    () -> stage.channels.archive("CH-99"),
                    actor == Stage.OPS || actor == Stage.ADMIN);
            check(wrong, actor, "read", () -> stage.shows.find(id), true);
        }
        assertThat(wrong).isEmpty();
    }

    private static void check(List<String> wrong, Actor actor, String name, Supplier<?> deed, boolean expected) {
        boolean allowed = true;
        try {
            Stage.as(actor, deed::get);
        } catch (NotAllowedException e) {
            allowed = false;
        }
        if (allowed != expected) {
            wrong.add(actor.id() + " " + name + " " + allowed);
        }
    }
}
