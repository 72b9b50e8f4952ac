package live.onair.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.CloudException;
import live.onair.kernel.CloudFault;
import live.onair.kernel.NotAllowedException;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import live.onair.work.Bench.Weld;
import live.onair.work.WorkRows.Item;
import live.onair.work.WorkRows.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@RoomTest
class TroubleTest {

    private static final Actor OPS = new Actor("ops", "데모 운영 담당", Set.of(Role.OPS), Actor.Source.UI);

    @Inject
    WorkQueue queue;

    @Inject
    WorkRunner runner;

    @Inject
    WorkBoard board;

    @Inject
    Bench bench;

    @Inject
    FakeClock clock;

    @Inject
    Sql sql;

    @Inject
    News news;

    @BeforeEach
    void empty() {
        bench.clear();
        news.clear();
        clock.set(FakeClock.START);
        sql.run("delete from work.scheduled_tasks");
        sql.run("delete from work.trouble");
    }

    private Item only() {
        List<Item> items = board.list(WorkBoard.Look.everything()).items();
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private void failWith(RuntimeException failure) {
        bench.todo = work -> {
            throw failure;
        };
    }

    /** How long after a failed attempt the next one comes. */
    private double pauseAfterRun() {
        assertThat(runner.runDue()).isEqualTo(1);
        double pause =
                Duration.between(clock.instant(), only().due().orElseThrow()).toMillis() / 1000.0;
        clock.set(only().due().orElseThrow());
        return pause;
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLED,5,10,20,40,60,60,60,60,60",
        "EXHAUSTED,5,10,20,40,60,60,60,60,60",
        "UNAVAILABLE,1,2,4,8,16,30,30,30,30",
        "CONFLICT,1,2,4,8,16,30,30,30,30",
        "UNKNOWN_OUTCOME,1,2,4,8,16,30,30,30,30"
    })
    void each_retried_fault_has_its_pace_and_goes_on_after_it_is_shown_as_stuck(
            CloudFault fault,
            double a,
            double b,
            double c,
            double d,
            double e,
            double f,
            double g,
            double h,
            double i) {
        failWith(new CloudException(fault, "no"));
        queue.put(Weld.of("a"));
        double[] seconds = {a, b, c, d, e, f, g, h, i};
        for (int attempt = 1; attempt <= seconds.length; attempt++) {
            double pause = pauseAfterRun();
            assertThat(pause)
                    .as("attempt " + attempt)
                    .isCloseTo(seconds[attempt - 1], within(seconds[attempt - 1] * 0.2));
            assertThat(only().attempts()).isEqualTo(attempt);
            assertThat(only().state() == State.STUCK).as("attempt " + attempt).isEqualTo(attempt >= 8);
        }
        assertThat(only().fault()).contains(fault.name());
        assertThat(news.kinds()).containsExactly("work.GotStuck");
    }

    @Test
    void pauses_differ_so_that_what_failed_together_does_not_return_together() {
        failWith(new CloudException(CloudFault.THROTTLED, "no"));
        for (int i = 0; i < 20; i++) {
            queue.put(Weld.of("key " + i));
        }
        runner.runDue();
        assertThat(board.list(WorkBoard.Look.everything()).items().stream()
                        .map(item -> item.due().orElseThrow())
                        .distinct())
                .hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource(
            value = CloudFault.class,
            names = {"NOT_FOUND", "INVALID", "DENIED"})
    void what_a_retry_cannot_help_waits_for_a_person_at_once(CloudFault fault) {
        failWith(new CloudException(fault, "권한이 없습니다"));
        queue.put(Weld.of("a"));
        runner.runDue();
        clock.advance(Duration.ofDays(365));
        assertThat(runner.runDue()).isZero();
        assertThat(only().state()).isEqualTo(State.STUCK);
        assertThat(only().due()).isEmpty();
        assertThat(only().message()).contains("권한이 없습니다");
        assertThat(only().since()).contains(FakeClock.START);
    }

    @Test
    void a_defect_is_tried_eight_times_and_then_waits_for_a_person() {
        failWith(new IllegalStateException("oops"));
        queue.put(Weld.of("a"));
        for (int attempt = 1; attempt < 8; attempt++) {
            double seconds = Math.min(60, 2 << (attempt - 1));
            assertThat(pauseAfterRun()).isCloseTo(seconds, within(seconds * 0.2));
        }
        runner.runDue();
        assertThat(only().state()).isEqualTo(State.STUCK);
        assertThat(only().due()).isEmpty();
        assertThat(only().message()).contains("IllegalStateException: oops");
    }

    @Test
    void unreadable_data_waits_for_a_person_and_harms_nobody() {
        sql.run(
                "insert into work.scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)"
                        + " values ('Weld', 'x~00000000-0000-0000-0000-000000000000', '[1'::bytea, '2000-01-01Z', false, 1)");
        queue.put(Weld.of("a"));
        assertThat(runner.runDue()).isEqualTo(2);
        assertThat(only().key()).isEqualTo("x");
        assertThat(only().fault()).contains("UNREADABLE");
        assertThat(only().state()).isEqualTo(State.STUCK);
    }

    @Test
    void success_forgets_the_trouble_and_says_so_when_it_was_stuck() {
        failWith(new CloudException(CloudFault.DENIED, "no"));
        queue.put(Weld.of("a"));
        runner.runDue();
        bench.todo = work -> Next.done();
        Acting.call(OPS, () -> board.retry(only().id()).orThrow());
        assertThat(runner.runDue()).isEqualTo(1);
        assertThat(sql.one("select count(*) from work.trouble")).isEqualTo("0");
        assertThat(sql.one("select count(*) from work.scheduled_tasks")).isEqualTo("0");
        assertThat(news.kinds()).containsExactly("work.GotStuck", "work.Retried", "work.Recovered");
    }

    @Test
    void news_about_the_same_key_wakes_stuck_work() {
        failWith(new CloudException(CloudFault.DENIED, "no"));
        queue.put(Weld.of("a"));
        runner.runDue();
        bench.todo = work -> Next.done();
        queue.put(Weld.of("a"));
        assertThat(runner.runDue()).isEqualTo(1);
        assertThat(board.counts()).isEqualTo(new WorkRows.Counts(0, 0, 0, 0));
    }

    @Test
    void dropping_needs_a_reason_and_leaves_nothing() {
        failWith(new CloudException(CloudFault.DENIED, "no"));
        queue.put(Weld.of("a"));
        runner.runDue();
        String id = only().id();
        assertThat(Acting.call(OPS, () -> board.drop(id, " ")).why())
                .extracting(r -> r.code())
                .containsExactly("REASON_MISSING");
        assertThat(only().id()).isEqualTo(id);
        assertThat(Acting.call(OPS, () -> board.drop(id, "채널을 없앴음")).isDone()).isTrue();
        assertThat(sql.one("select count(*) from work.trouble")).isEqualTo("0");
        assertThat(codes(Acting.call(OPS, () -> board.drop(id, "again")))).containsExactly("NO_LONGER_THERE");
        assertThat(codes(Acting.call(OPS, () -> board.retry(id)))).containsExactly("NO_LONGER_THERE");
        assertThat(news.kinds()).containsExactly("work.GotStuck", "work.Dropped");
    }

    @Test
    void running_and_unknown_work_cannot_be_retried() {
        sql.run(
                "insert into work.scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, version)"
                        + " values ('Weld', 'x~00000000-0000-0000-0000-000000000001', '2000-01-01Z', true, 'other', 1),"
                        + " ('Gone', 'y~00000000-0000-0000-0000-000000000002', '2000-01-01Z', false, null, 1)");
        assertThat(codes(board.retry("00000000-0000-0000-0000-000000000001"))).containsExactly("RUNNING_NOW");
        assertThat(codes(board.drop("00000000-0000-0000-0000-000000000001", "x")))
                .containsExactly("RUNNING_NOW");
        assertThat(codes(board.retry("00000000-0000-0000-0000-000000000002"))).containsExactly("NO_HANDLER");
        assertThat(board.counts()).isEqualTo(new WorkRows.Counts(0, 1, 0, 1));
    }

    @Test
    void the_board_filters_and_pages_without_losing_a_row() {
        for (int i = 0; i < 7; i++) {
            queue.put(Weld.of("cam " + i), FakeClock.START.plusSeconds(i < 3 ? 0 : 60));
        }
        assertThat(board.counts()).isEqualTo(new WorkRows.Counts(3, 0, 4, 0));
        assertThat(board.list(WorkBoard.Look.at(State.DUE)).items()).hasSize(3);
        WorkBoard.Look look = new WorkBoard.Look(none(), some("Weld"), some("CAM"), none(), 3);
        List<String> seen = new java.util.ArrayList<>();
        java.util.Optional<String> next = none();
        do {
            WorkRows.Page page = board.list(new WorkBoard.Look(look.state(), look.type(), look.text(), next, 3));
            page.items().forEach(item -> seen.add(item.key()));
            next = page.next();
        } while (next.isPresent());
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        assertThat(board.list(new WorkBoard.Look(none(), none(), some("cam 4"), none(), 3))
                        .items())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_role_reads_and_only_ops_and_admin_act(Role role) {
        queue.put(Weld.of("a"));
        String id = only().id();
        try (Acting ignored = Acting.as(new Actor("x", "x", Set.of(role), Actor.Source.UI))) {
            assertThat(board.counts().due()).isEqualTo(1);
            if (role == Role.OPS || role == Role.ADMIN) {
                assertThat(board.retry(id).isDone()).isTrue();
            } else {
                assertThatThrownBy(() -> board.retry(id)).isInstanceOf(NotAllowedException.class);
                assertThatThrownBy(() -> board.drop(id, "why")).isInstanceOf(NotAllowedException.class);
            }
        }
    }

    private static <T> java.util.Optional<T> none() {
        return java.util.Optional.empty();
    }

    private static <T> java.util.Optional<T> some(T value) {
        return java.util.Optional.of(value);
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.why().stream().map(r -> r.code()).toList();
    }
}
