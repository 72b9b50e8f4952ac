package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.scheduling.Bookings.Deed;
import live.onair.scheduling.Bookings.Item;
import live.onair.scheduling.Bookings.Line;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

/** Many shows at once: all or none, each refusal with its place, and the same told beforehand. */
@RoomTest
class BatchTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    Stage stage;

    private Shows.Schedule plan(String title, String channel, long minutes) {
        Instant start = stage.in(Duration.ofMinutes(minutes));
        return Shows.Schedule.of(title, channel, start, start.plus(HOUR), Shows.Feed.INPUT);
    }

    private static Shows.Schedule title(String title) {
        return new Shows.Schedule(title, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private Outcome<List<Line>> apply(List<? extends Item> items) {
        return Stage.as(Stage.PLANNER, () -> stage.bookings.applyAll(items));
    }

    private List<Line> tried(List<? extends Item> items) {
        return Stage.as(Stage.PLANNER, () -> stage.bookings.tryAll(items));
    }

    private String made(String channel, long minutes) {
        return stage.schedule(channel, stage.in(Duration.ofMinutes(minutes)), HOUR, Shows.Feed.INPUT)
                .orThrow()
                .id();
    }

    /** All that a failed or tried batch must leave as it was. */
    private List<String> everything() {
        List<String> all = new ArrayList<>();
        for (String table : List.of("show", "reservation", "transition", "show_terms")) {
            all.addAll(stage.sql.column("select t::text from scheduling." + table + " t order by 1"));
        }
        all.addAll(stage.sql.column("select task_name || task_instance from work.scheduled_tasks order by 1"));
        return all;
    }

    @Test
    void additions_changes_moves_and_cancellations_come_true_together() {
        String channel = stage.channel(0, 0);
        String renamed = made(channel, 120);
        String moved = made(channel, 180);
        String cancelled = made(channel, 240);
        List<Item> items = List.of(
                plan("새 방송", channel, 180),
                new Shows.Change(renamed, null, title("고친 이름")),
                new Shows.Move(moved, null, stage.in(Duration.ofMinutes(240)), null, null),
                new Bookings.Cancel(cancelled, null, "편성 바뀜"),
                new Shows.Change(renamed.equals(moved) ? "" : made(stage.channel(), 120), null, title("가을 니트 특집")));
        List<Line> lines = apply(items).orThrow();
        assertThat(lines)
                .extracting(Line::deed)
                .containsExactly(Deed.ADDED, Deed.CHANGED, Deed.CHANGED, Deed.CANCELLED, Deed.SAME);
        assertThat(stage.show(lines.get(0).show()).startsAt()).isEqualTo(stage.in(Duration.ofMinutes(180)));
        assertThat(stage.state(lines.get(0).show())).isEqualTo(ShowState.DRAFT);
        assertThat(stage.show(renamed).title()).isEqualTo("고친 이름");
        assertThat(stage.show(moved).startsAt()).isEqualTo(stage.in(Duration.ofMinutes(240)));
        assertThat(stage.state(cancelled)).isEqualTo(ShowState.CANCELLED);
        assertThat(lines.get(2).differences())
                .extracting(ShowRows.Difference::field)
                .containsExactly("start", "end");
    }

    @Test
    void one_that_cannot_be_done_undoes_all_and_each_is_told_with_its_place() {
        String channel = stage.channel(0, 0);
        String there = made(channel, 120);
        List<String> before = everything();
        Outcome<List<Line>> refused = apply(List.of(
                plan("좋음", channel, 300),
                plan("겹침", channel, 130),
                plan("", channel, 400),
                new Shows.Move("SH-1", null, null, null, null),
                new Bookings.Cancel(there, null, " ")));
        assertThat(refused.why())
                .extracting(r -> r.facts().get("index") + " " + r.code())
                .containsExactlyInAnyOrder("1 TAKEN", "2 FIELD_MISSING", "3 NO_SUCH_SHOW", "4 REASON_MISSING");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void two_of_one_batch_that_want_the_same_place_name_each_other() {
        String channel = stage.channel(0, 0);
        List<Reason> why = apply(List.of(plan("하나", channel, 120), plan("둘", channel, 150)))
                .why();
        assertThat(why).hasSize(1);
        assertThat(why.get(0).facts()).containsEntry("index", 1).containsEntry("withIndex", 0);
    }

    @Test
    void a_trial_tells_the_same_as_the_deed_and_changes_nothing() {
        String channel = stage.channel(0, 0);
        String moved = stage.approved(channel, Shows.Feed.INPUT);
        String other = made(channel, 300);
        List<Item> good = List.of(
                plan("새 방송", channel, 120),
                new Shows.Move(moved, null, stage.in(Duration.ofMinutes(300)), null, null),
                new Bookings.Slide(other, HOUR));
        List<String> before = everything();
        List<Line> tried = tried(good);
        assertThat(everything()).isEqualTo(before);
        assertThat(tried).allSatisfy(line -> assertThat(line.wrong()).isEmpty());
        assertThat(tried.get(0).show()).isEqualTo("+0");
        List<Line> done = apply(good).orThrow();
        for (int i = 0; i < good.size(); i++) {
            assertThat(tried.get(i).deed()).isEqualTo(done.get(i).deed());
            assertThat(tried.get(i).differences()).isEqualTo(done.get(i).differences());
        }
        assertThat(stage.state(moved)).isEqualTo(ShowState.IN_REVIEW);
        List<String> after = everything();
        List<Line> bad = tried(List.of(plan("겹침", channel, 130), plan("좋음", channel, 900)));
        assertThat(bad.get(0).wrong()).extracting(Reason::code).containsExactly("TAKEN");
        assertThat(bad.get(1).wrong()).isEmpty();
        assertThat(everything()).isEqualTo(after);
    }

    @Test
    void the_numbers_of_shows_have_no_gap_after_a_trial() {
        String channel = stage.channel(0, 0);
        String first = made(channel, 120);
        tried(List.of(plan("하나", channel, 300), plan("둘", channel, 400)));
        String second = made(channel, 300);
        assertThat(Integer.parseInt(second.substring(3))).isEqualTo(Integer.parseInt(first.substring(3)) + 1);
    }

    @Test
    void a_show_that_is_live_is_not_given_up_by_a_batch() {
        String id = stage.approved(stage.channel(), Shows.Feed.TEST);
        stage.passUntil(stage.show(id).startsAt().plusSeconds(5));
        assertThat(stage.state(id)).isEqualTo(ShowState.ON_AIR);
        assertThat(apply(List.of(new Bookings.Cancel(id, null, "취소"))).why())
                .extracting(Reason::code)
                .containsExactly("NOT_NOW");
        assertThat(apply(List.of(new Bookings.Slide(id, HOUR))).why())
                .extracting(Reason::code)
                .containsExactly("TOO_LATE_TO_CHANGE");
    }

    @Test
    void an_empty_batch_and_one_beyond_the_limit_are_refused() {
        String channel = stage.channel();
        List<Item> many = new ArrayList<>();
        for (int i = 0; i <= Bookings.MOST; i++) {
            many.add(plan("많음", channel, 120 + i));
        }
        assertThat(apply(List.of()).why()).extracting(Reason::code).containsExactly("BATCH_SIZE");
        assertThat(apply(many).why()).extracting(Reason::code).containsExactly("BATCH_SIZE");
        assertThat(tried(many).get(0).wrong()).extracting(Reason::code).containsExactly("BATCH_SIZE");
    }

    @Test
    void a_days_programme_is_booked_and_moved_over_itself_in_seconds() {
        List<Shows.Schedule> plans = new ArrayList<>();
        for (int c = 0; c < 17; c++) {
            String channel = stage.channel(0, 0);
            for (int i = 0; i < 22; i++) {
                plans.add(plan("편성 " + i, channel, 120 + 60L * i));
            }
        }
        plans.add(plan("하나 더", stage.channel(0, 0), 120));
        plans.add(plan("또 하나", stage.channel(0, 0), 120));
        assertThat(plans).hasSize(376);
        long start = System.nanoTime();
        List<Line> made = apply(plans).orThrow();
        long booked = (System.nanoTime() - start) / 1_000_000;
        start = System.nanoTime();
        List<Line> again = apply(made.stream()
                        .map(line -> new Bookings.Slide(line.show(), HOUR))
                        .toList())
                .orThrow();
        long moved = (System.nanoTime() - start) / 1_000_000;
        System.out.printf(
                "PROOF|batch|376|0|376 shows booked in %d ms, moved over themselves in %d ms%n", booked, moved);
        assertThat(again).extracting(Line::deed).containsOnly(Deed.CHANGED);
        assertThat(booked).as("ms").isLessThan(2000);
        assertThat(moved).as("ms").isLessThan(2000);
    }
}
