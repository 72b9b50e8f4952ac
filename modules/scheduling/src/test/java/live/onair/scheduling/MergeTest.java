package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

/** Two people on one show: different fields come together, the same field is refused by name. */
@RoomTest
class MergeTest {

    @Inject
    Stage stage;

    private static Shows.Schedule fields(String title, String description, Instant start, Instant end) {
        return new Shows.Schedule(title, description, null, null, null, start, end, null, null, null, null, null, null);
    }

    private Outcome<ShowRows.Show> change(Actor who, String id, int version, Shows.Schedule plan) {
        return Stage.as(who, () -> stage.shows.change(new Shows.Change(id, version, plan)));
    }

    @Test
    void fields_that_nobody_else_changed_are_merged() {
        String id = stage.draft(stage.channel(), Shows.Feed.TEST);
        int read = stage.show(id).version();
        change(Stage.PLANNER, id, read, fields("새 제목", null, null, null)).orThrow();
        change(Stage.SECOND, id, read, fields(null, "새 설명", null, null)).orThrow();
        Stage.as(
                        Stage.ADMIN,
                        () -> stage.shows.move(new Shows.Move(id, read, stage.in(Duration.ofHours(5)), null, null)))
                .orThrow();
        ShowRows.Show show = stage.show(id);
        assertThat(show.title()).isEqualTo("새 제목");
        assertThat(show.description()).isEqualTo("새 설명");
        assertThat(show.startsAt()).isEqualTo(stage.in(Duration.ofHours(5)));
    }

    @Test
    void a_form_that_repeats_what_it_read_takes_nothing_back() {
        String id = stage.draft(stage.channel(), Shows.Feed.TEST);
        ShowRows.Show read = stage.show(id);
        change(Stage.PLANNER, id, read.version(), fields("새 제목", null, null, null))
                .orThrow();
        Shows.Schedule all = new Shows.Schedule(
                read.title(),
                "설명만 고침",
                read.channel().id(),
                "",
                List.of(),
                read.startsAt(),
                read.endsAt(),
                read.feed(),
                read.reconnectSeconds(),
                read.slates(),
                read.tier(),
                true,
                0L);
        ShowRows.Show merged = change(Stage.SECOND, id, read.version(), all).orThrow();
        assertThat(merged.title()).isEqualTo("새 제목");
        assertThat(merged.description()).isEqualTo("설명만 고침");
    }

    @Test
    void a_field_that_was_changed_meanwhile_is_refused_with_who_and_both_values() {
        String id = stage.draft(stage.channel(), Shows.Feed.TEST);
        ShowRows.Show read = stage.show(id);
        change(Stage.PLANNER, id, read.version(), fields("먼저", null, null, null))
                .orThrow();
        Instant later = stage.in(Duration.ofHours(4));
        change(Stage.ADMIN, id, read.version(), fields(null, null, later, later.plus(Duration.ofHours(1))))
                .orThrow();
        Instant other = stage.in(Duration.ofHours(6));
        Outcome<ShowRows.Show> late =
                change(Stage.SECOND, id, read.version(), fields("나중", "설명", other, other.plus(Duration.ofHours(1))));
        assertThat(late.why())
                .extracting(r -> r.code() + " " + r.facts().get("field") + " "
                        + r.facts().get("changedBy"))
                .containsExactly(
                        "CHANGED_MEANWHILE title kim", "CHANGED_MEANWHILE start choi", "CHANGED_MEANWHILE end choi");
        Reason title = late.why().get(0);
        assertThat(title.facts())
                .containsEntry("was", read.title())
                .containsEntry("now", "먼저")
                .containsEntry("yours", "나중");
        assertThat(title.sentence(Locale.KOREAN)).contains("kim", "먼저", "나중").doesNotContain("{");
        assertThat(late.why().get(1).sentence(Locale.ENGLISH)).contains("KST").doesNotContain("{");
        assertThat(stage.show(id).description()).as("nothing of it").isEmpty();
    }

    @Test
    void the_same_change_made_twice_is_no_quarrel() {
        String id = stage.draft(stage.channel(), Shows.Feed.TEST);
        int read = stage.show(id).version();
        change(Stage.PLANNER, id, read, fields("같은 제목", null, null, null)).orThrow();
        assertThat(change(Stage.SECOND, id, read, fields("같은 제목", null, null, null))
                        .isDone())
                .isTrue();
    }

    @Test
    void a_version_between_two_changes_of_terms_is_read_as_what_it_showed() {
        String id = stage.approved(stage.channel(), Shows.Feed.TEST);
        int approved = stage.show(id).version();
        change(Stage.PLANNER, id, approved, fields(null, "하나", null, null)).orThrow();
        assertThat(change(Stage.SECOND, id, approved, fields("둘", null, null, null))
                        .isDone())
                .isTrue();
        assertThat(change(Stage.SECOND, id, approved, fields(null, "셋", null, null))
                        .why())
                .extracting(Reason::code)
                .containsExactly("CHANGED_MEANWHILE");
    }

    @Test
    void more_time_given_on_air_is_a_change_of_its_end() {
        String id = stage.approved(stage.channel(), Shows.Feed.TEST);
        stage.passUntil(stage.show(id).startsAt().plusSeconds(5));
        ShowRows.Show read = stage.show(id);
        Stage.as(Stage.OPS, () -> stage.lifecycle.extend(id, Duration.ofMinutes(10)))
                .orThrow();
        Outcome<ShowRows.Show> merged =
                change(Stage.PLANNER, id, read.version(), fields(null, "방송 중 설명", null, read.endsAt()));
        assertThat(merged.orThrow().endsAt()).isEqualTo(read.endsAt().plus(Duration.ofMinutes(10)));
    }

    @Test
    void terms_replaced_long_ago_are_forgotten_and_their_version_is_simply_old() {
        String id = stage.draft(stage.channel(), Shows.Feed.TEST);
        int read = stage.show(id).version();
        change(Stage.PLANNER, id, read, fields("새 제목", null, null, null)).orThrow();
        assertThat(rows(id)).isEqualTo(2);
        stage.reconciliation.putAll();
        stage.pass(Duration.ofDays(8));
        assertThat(rows(id)).as("the present terms stay").isEqualTo(1);
        assertThat(change(Stage.SECOND, id, read, fields(null, "설명", null, null))
                        .why())
                .extracting(Reason::code)
                .containsExactly("STALE");
    }

    private int rows(String id) {
        return Integer.parseInt(
                stage.sql.one("select count(*) from scheduling.show_terms where show_id = '" + id + "'"));
    }

    @Test
    void of_two_racing_writers_both_win_different_fields_and_one_wins_the_same() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                String id = stage.draft(stage.channel(), Shows.Feed.TEST);
                int read = stage.show(id).version();
                Map<String, Outcome<ShowRows.Show>> apart =
                        race(pool, id, read, fields("제목", null, null, null), fields(null, "설명", null, null));
                assertThat(apart.values()).allMatch(Outcome::isDone);
                assertThat(stage.show(id).title()).isEqualTo("제목");
                assertThat(stage.show(id).description()).isEqualTo("설명");
                int again = stage.show(id).version();
                Map<String, Outcome<ShowRows.Show>> same =
                        race(pool, id, again, fields("하나", null, null, null), fields("둘", null, null, null));
                assertThat(same.values().stream().filter(Outcome::isDone)).hasSize(1);
                String winner = same.get("a").isDone() ? "하나" : "둘";
                assertThat(stage.show(id).title()).isEqualTo(winner);
                assertThat(same.values().stream().flatMap(o -> o.why().stream()))
                        .extracting(Reason::code)
                        .containsExactly("CHANGED_MEANWHILE");
            }
        } finally {
            pool.shutdown();
        }
    }

    private Map<String, Outcome<ShowRows.Show>> race(
            ExecutorService pool, String id, int version, Shows.Schedule one, Shows.Schedule other) throws Exception {
        CyclicBarrier go = new CyclicBarrier(2);
        Future<Outcome<ShowRows.Show>> a = pool.submit(() -> {
            go.await(10, TimeUnit.SECONDS);
            return change(Stage.PLANNER, id, version, one);
        });
        Future<Outcome<ShowRows.Show>> b = pool.submit(() -> {
            go.await(10, TimeUnit.SECONDS);
            return change(Stage.SECOND, id, version, other);
        });
        return Map.of("a", a.get(), "b", b.get());
    }
}
