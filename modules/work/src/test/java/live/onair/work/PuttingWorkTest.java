package live.onair.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.testkit.FakeClock;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import live.onair.work.Bench.Paint;
import live.onair.work.Bench.Weld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RoomTest
class PuttingWorkTest {

    @Inject
    WorkQueue queue;

    @Inject
    WorkRunner runner;

    @Inject
    Bench bench;

    @Inject
    FakeClock clock;

    @Inject
    Sql sql;

    @Inject
    UserTransaction transaction;

    @BeforeEach
    void empty() {
        bench.clear();
        sql.run("delete from work.scheduled_tasks");
        sql.run("delete from work.trouble");
        sql.run("delete from work.lane");
    }

    @AfterEach
    void nobody_holds_a_key_afterwards() {
        assertThat(sql.one("select count(*) from work.lane")).isEqualTo("0");
    }

    @Test
    void a_rollback_leaves_nothing_to_do() throws Exception {
        transaction.begin();
        queue.put(Weld.of("a"));
        transaction.rollback();
        assertThat(sql.one("select count(*) from work.scheduled_tasks")).isEqualTo("0");
        assertThat(runner.runDue()).isZero();
    }

    @Test
    void work_is_invisible_until_the_commit_and_keeps_its_components() throws Exception {
        Weld work = new Weld("채널 1~2", "이음매", Instant.parse("2026-11-23T10:15:30.123Z"));
        transaction.begin();
        queue.put(work);
        assertThat(sql.column("select lane from work.scheduled_tasks")).containsExactly("채널 1~2");
        transaction.commit();
        assertThat(runner.runDue()).isEqualTo(1);
        assertThat(bench.welded).containsExactly(work);
        assertThat(sql.one("select count(*) from work.scheduled_tasks")).isEqualTo("0");
    }

    @Test
    void the_same_key_put_twice_waits_once_with_the_earlier_time_and_the_newer_data() {
        queue.put(new Weld("a", "old", Instant.EPOCH), FakeClock.START.plusSeconds(60));
        queue.put(new Weld("a", "new", Instant.EPOCH), FakeClock.START.plusSeconds(90));
        clock.set(FakeClock.START.plusSeconds(59));
        assertThat(runner.runDue()).isZero();
        clock.set(FakeClock.START.plusSeconds(60));
        assertThat(runner.runDue()).isEqualTo(1);
        assertThat(bench.welded).extracting(Weld::note).containsExactly("new");
        clock.set(FakeClock.START);
    }

    @Test
    void one_transaction_may_put_the_same_key_many_times() throws Exception {
        transaction.begin();
        for (int i = 0; i < 5; i++) {
            queue.put(Weld.of("a"));
        }
        queue.put(new Paint("a", "red"));
        transaction.commit();
        assertThat(sql.one("select count(*) from work.scheduled_tasks")).isEqualTo("2");
    }

    @Test
    void a_handler_says_when_it_comes_again() {
        bench.todo = work -> bench.runs.get(work.key()) == 1 ? Next.after(Duration.ofSeconds(30)) : Next.done();
        queue.put(Weld.of("a"));
        assertThat(runner.runDue()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(29));
        assertThat(runner.runDue()).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(runner.runDue()).isEqualTo(1);
        assertThat(sql.one("select count(*) from work.scheduled_tasks")).isEqualTo("0");
        clock.set(FakeClock.START);
    }

    @Test
    void work_put_by_a_handler_is_done_in_the_same_round() {
        queue.put(new Paint("a", "red"));
        assertThat(runner.runDue()).isEqualTo(2);
        assertThat(bench.welded).hasSize(1);
    }

    @Test
    void a_handler_acts_as_onair_and_gives_the_thread_back() {
        bench.todo = work -> {
            assertThat(Acting.actor()).isEqualTo(Actor.ONAIR);
            assertThat(Acting.requestId())
                    .hasValueSatisfying(id -> assertThat(id).startsWith("work-a~"));
            return Next.done();
        };
        queue.put(Weld.of("a"));
        runner.runDue();
        assertThat(Acting.requestId()).isEmpty();
        assertThat(sql.one("select count(*) from work.trouble")).isEqualTo("0");
    }

    @Test
    void a_put_during_the_run_that_then_asks_for_more_time_melts_into_one_row() {
        bench.todo = work -> {
            if (bench.runs.get("a") == 1) {
                queue.put(new Weld("a", "newest", Instant.EPOCH), FakeClock.START.plusSeconds(20));
                return Next.after(Duration.ofSeconds(50));
            }
            return Next.done();
        };
        queue.put(Weld.of("a"));
        runner.runDue();
        assertThat(sql.column("select extract(epoch from execution_time - '" + FakeClock.START
                        + "')::int from work.scheduled_tasks"))
                .containsExactly("20");
        clock.advance(Duration.ofSeconds(20));
        runner.runDue();
        assertThat(bench.welded).extracting(Weld::note).containsExactly("", "newest");
        clock.set(FakeClock.START);
    }

    @Test
    void rows_of_an_unknown_type_are_left_alone_and_harm_nobody() {
        sql.run(
                "insert into work.scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)"
                        + " values ('GoneTask', 'x~00000000-0000-0000-0000-000000000000', '{}'::bytea, '2000-01-01Z', false, 1)");
        queue.put(Weld.of("a"));
        assertThat(runner.runDue()).isEqualTo(1);
        assertThat(sql.column("select task_name from work.scheduled_tasks")).isEqualTo(List.of("GoneTask"));
    }

    @Test
    void work_is_never_done_inside_a_transaction() throws Exception {
        transaction.begin();
        assertThatThrownBy(() -> runner.runDue()).hasMessageContaining("outside any transaction");
        transaction.rollback();
    }
}
