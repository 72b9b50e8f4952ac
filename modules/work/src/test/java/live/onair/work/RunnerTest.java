package live.onair.work;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import live.onair.testkit.FakeClock;
import live.onair.testkit.Leave;
import live.onair.testkit.RoomTest;
import live.onair.testkit.Sql;
import live.onair.work.Bench.Weld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The runner as the deployable starts it, on real threads and database time, with a clock that stands still. */
@RoomTest
class RunnerTest {

    private static final String NODE = "console";

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

    @BeforeEach
    void empty() {
        bench.clear();
        clock.set(FakeClock.START);
        sql.run("delete from work.scheduled_tasks");
        sql.run("delete from work.lane");
    }

    @AfterEach
    void stop() {
        bench.todo = work -> Next.done();
        runner.stop();
    }

    private void awaitNothingLeft() {
        await().atMost(Leave.of(Duration.ofSeconds(20)))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> sql.one("select (select count(*) from work.scheduled_tasks)"
                                + " + (select count(*) from work.lane)")
                        .equals("0"));
    }

    @Test
    void committed_work_starts_at_once_though_polling_takes_a_second() {
        runner.start();
        queue.put(Weld.of("warm"));
        awaitNothingLeft();
        for (int i = 0; i < 5; i++) {
            String key = "k" + i;
            CountDownLatch done = new CountDownLatch(1);
            bench.todo = work -> {
                done.countDown();
                return Next.done();
            };
            long started = System.nanoTime();
            queue.put(Weld.of(key));
            await().pollInterval(Duration.ofMillis(2)).until(() -> done.getCount() == 0);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Leave.of(Duration.ofMillis(500)));
        }
        awaitNothingLeft();
    }

    @Test
    void a_put_during_the_run_is_not_lost() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        bench.todo = work -> {
            inside.countDown();
            join(goOn);
            return Next.done();
        };
        runner.start();
        queue.put(Weld.of("a"));
        assertThat(inside.await(10, SECONDS)).isTrue();
        queue.put(Weld.of("a"));
        queue.put(Weld.of("a"));
        assertThat(sql.one("select count(*) from work.scheduled_tasks")).isEqualTo("2");
        goOn.countDown();
        awaitNothingLeft();
        assertThat(bench.runs).containsExactly(Map.entry("a", 2));
    }

    @Test
    void one_key_is_never_worked_on_twice_at_once_while_eight_threads_put() throws Exception {
        Map<String, AtomicInteger> now = new ConcurrentHashMap<>();
        AtomicInteger clashes = new AtomicInteger();
        bench.todo = work -> {
            int mine = now.computeIfAbsent(work.key(), k -> new AtomicInteger()).incrementAndGet();
            if (mine > 1) {
                clashes.incrementAndGet();
            }
            LockSupport.parkNanos(2_000_000);
            now.get(work.key()).decrementAndGet();
            return Next.done();
        };
        runner.start();
        ExecutorService writers = Executors.newFixedThreadPool(8);
        List<? extends Future<?>> all = java.util.stream.IntStream.range(0, 8)
                .mapToObj(n -> writers.submit(() -> {
                    for (int i = 0; i < 25; i++) {
                        queue.put(Weld.of("key" + (i % 3)));
                    }
                }))
                .toList();
        for (Future<?> one : all) {
            one.get(20, SECONDS);
        }
        writers.shutdown();
        awaitNothingLeft();
        assertThat(clashes).hasValue(0);
        assertThat(bench.runs.keySet()).containsExactlyInAnyOrder("key0", "key1", "key2");
    }

    @Test
    void different_keys_are_worked_on_side_by_side() throws Exception {
        CountDownLatch all = new CountDownLatch(6);
        bench.todo = work -> {
            all.countDown();
            join(all);
            return Next.done();
        };
        runner.start();
        for (int i = 0; i < 6; i++) {
            queue.put(Weld.of("k" + i));
        }
        assertThat(all.await(10, SECONDS)).as("each waits for all the others").isTrue();
        awaitNothingLeft();
    }

    @Test
    void what_another_node_holds_is_waited_for_without_counting_as_a_failure() {
        sql.run("insert into work.lane values ('Weld', 'a', 'other', nextval('work.fence'), clock_timestamp(),"
                + " clock_timestamp() + interval '1500 milliseconds')");
        runner.start();
        queue.put(Weld.of("a"));
        queue.put(Weld.of("b"));
        await().until(() -> bench.runs.containsKey("b"));
        assertThat(bench.runs).doesNotContainKey("a");
        awaitNothingLeft();
        assertThat(bench.runs).containsEntry("a", 1);
        assertThat(sql.one("select count(*) from work.trouble")).isEqualTo("0");
    }

    @Test
    void a_dead_nodes_row_is_taken_over_by_a_live_one() {
        queue.put(Weld.of("a"));
        sql.run("update work.scheduled_tasks set picked = true, picked_by = 'dead', version = 2,"
                + " last_heartbeat = clock_timestamp() - interval '9 seconds'");
        sql.run("insert into work.lane values ('Weld', 'a', 'dead', nextval('work.fence'), clock_timestamp(),"
                + " clock_timestamp() + interval '1 second')");
        runner.start();
        awaitNothingLeft();
        assertThat(bench.runs).containsEntry("a", 1);
    }

    @Test
    void a_live_nodes_row_is_left_to_it() {
        queue.put(Weld.of("a"));
        sql.run("update work.scheduled_tasks set picked = true, picked_by = 'alive', version = 2,"
                + " last_heartbeat = clock_timestamp() + interval '1 minute'");
        runner.start();
        queue.put(Weld.of("b"));
        await().until(() -> bench.runs.containsKey("b"));
        assertThat(sql.column("select lane from work.scheduled_tasks where picked"))
                .contains("a");
    }

    @Test
    void a_node_that_starts_again_takes_its_own_rows_and_keys_back_at_once() {
        queue.put(Weld.of("a"));
        sql.run("update work.scheduled_tasks set picked = true, picked_by = '" + NODE + "', version = 2,"
                + " last_heartbeat = clock_timestamp()");
        sql.run("insert into work.lane values ('Weld', 'a', '" + NODE + "', nextval('work.fence'), clock_timestamp(),"
                + " clock_timestamp() + interval '10 seconds')");
        long started = System.nanoTime();
        runner.start();
        awaitNothingLeft();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Leave.of(Duration.ofSeconds(5)));
        assertThat(bench.runs).containsEntry("a", 1);
    }

    @Test
    void a_node_that_lost_its_row_changes_nothing_when_it_wakes() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        bench.todo = work -> {
            inside.countDown();
            join(goOn);
            return Next.done();
        };
        runner.start();
        queue.put(Weld.of("a"));
        assertThat(inside.await(10, SECONDS)).isTrue();
        sql.run("update work.scheduled_tasks set version = version + 1, picked_by = 'other'");
        sql.run("update work.lane set holder = 'other', fence = nextval('work.fence')");
        goOn.countDown();
        await().until(() -> bench.runs.get("a") == 1);
        runner.stop();
        assertThat(sql.column("select picked_by from work.scheduled_tasks")).containsExactly("other");
        assertThat(sql.column("select holder from work.lane")).containsExactly("other");
    }

    @Test
    void leases_are_renewed_while_a_handler_runs() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        bench.todo = work -> {
            join(goOn);
            return Next.done();
        };
        runner.start();
        queue.put(Weld.of("a"));
        await().until(() -> sql.column("select key from work.lane").size() == 1);
        String until = sql.one("select until from work.lane");
        await().atMost(Leave.of(Duration.ofSeconds(8)))
                .until(() -> !sql.one("select until from work.lane").equals(until));
        goOn.countDown();
        awaitNothingLeft();
    }

    @Test
    void the_runner_polls_on_when_the_clock_is_set_back() {
        runner.start();
        clock.advance(Duration.ofHours(-1));
        queue.put(Weld.of("a"), clock.instant().plusSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        awaitNothingLeft();
        assertThat(bench.runs).containsEntry("a", 1);
    }

    private static void join(CountDownLatch latch) {
        try {
            if (!latch.await(15, SECONDS)) {
                throw new IllegalStateException("nobody opened the latch");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
