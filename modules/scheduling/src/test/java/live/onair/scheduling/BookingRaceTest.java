package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import live.onair.kernel.Outcome;
import live.onair.testkit.RoomTest;
import org.junit.jupiter.api.Test;

@RoomTest
class BookingRaceTest {

    private static final int WRITERS = 32;
    private static final int TRIES = Integer.getInteger("onair.proof.size", 6);
    private static final long SEED = Long.getLong("onair.proof.seed", 20261123L);

    @Inject
    Stage stage;

    private final AtomicInteger booked = new AtomicInteger();
    private final AtomicInteger moved = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void thirty_two_racing_writers_never_overlap_on_channel_studio_or_host() throws Exception {
        List<String> channels = List.of(stage.channel(), stage.channel());
        List<String> studios = List.of(stage.studio(), stage.studio());
        List<String> hosts = List.of(stage.host(), stage.host(), stage.host());
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> all = new ArrayList<>();
        for (int w = 0; w < WRITERS; w++) {
            SplittableRandom random = new SplittableRandom(SEED + w);
            all.add(pool.submit(() -> {
                go.await();
                write(random, channels, studios, hosts);
                return null;
            }));
        }
        go.countDown();
        for (Future<?> one : all) {
            one.get();
        }
        pool.shutdown();
        assertThat(overlaps(
                        "channel_id = b.channel_id",
                        "make_interval(secs => a.warm_up_s)",
                        "make_interval(secs => a.grace_s)"))
                .isZero();
        assertThat(overlaps("studio_id = b.studio_id", "interval '0'", "interval '0'"))
                .isZero();
        assertThat(overlaps("hosts && b.hosts", "interval '0'", "interval '0'")).isZero();
        System.out.printf(
                "PROOF|racing-writers|%d|%d|%d writers x %d: %d booked, %d moved, %d refused, 0 overlaps%n",
                TRIES, SEED, WRITERS, TRIES, booked.get(), moved.get(), refused.get());
        assertThat(booked.get()).isPositive();
        assertThat(refused.get()).as("they did get in each other's way").isPositive();
        assertThat(stage.sql.one(
                        "select count(*) from scheduling.reservation v join scheduling.show s on s.id = v.show_id"
                                + " where v.resource_id = s.channel_id"))
                .as("every show holds its channel")
                .isEqualTo(stage.sql.one("select count(*) from scheduling.show"));
    }

    /** Computed from the shows, not from the constraint. */
    private int overlaps(String same, String before, String after) {
        String widened = "tstzrange(%1$s.starts_at - " + before + ", %1$s.ends_at + " + after + ")";
        return Integer.parseInt(
                stage.sql.one("select count(*) from scheduling.show a join scheduling.show b on a.id < b.id and a."
                        + same + " and " + String.format(widened, "a") + " && "
                        + String.format(widened, "b")
                                .replace("a.warm", "b.warm")
                                .replace("a.grace", "b.grace")));
    }

    private void write(SplittableRandom random, List<String> channels, List<String> studios, List<String> hosts) {
        List<String> mine = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            Instant start = stage.in(Duration.ofMinutes(60 + 10L * random.nextInt(120)));
            Instant end = start.plus(Duration.ofMinutes(10 + 10L * random.nextInt(6)));
            if (!mine.isEmpty() && random.nextInt(3) == 0) {
                Shows.Move move = new Shows.Move(
                        mine.get(random.nextInt(mine.size())), null, start, end, channels.get(random.nextInt(2)));
                count(Stage.as(Stage.PLANNER, () -> stage.shows.move(move)), moved);
            } else if (mine.size() > 1 && random.nextInt(4) == 0) {
                Bookings.Shift shift = new Bookings.Shift(mine, Duration.ofMinutes(10L * (1 + random.nextInt(6))));
                count(Stage.as(Stage.PLANNER, () -> stage.bookings.moveAll(shift)), moved);
            } else {
                Shows.Schedule show = new Shows.Schedule(
                        "경쟁",
                        null,
                        channels.get(random.nextInt(2)),
                        studios.get(random.nextInt(2)),
                        List.of(hosts.get(random.nextInt(3))),
                        start,
                        end,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
                Outcome<ShowRows.Show> outcome = Stage.as(Stage.PLANNER, () -> stage.shows.schedule(show));
                count(outcome, booked);
                if (outcome.isDone()) {
                    mine.add(outcome.orThrow().id());
                }
            }
        }
    }

    private void count(Outcome<?> outcome, AtomicInteger done) {
        if (outcome.isDone()) {
            done.incrementAndGet();
            return;
        }
        refused.incrementAndGet();
        assertThat(outcome.why()).allSatisfy(r -> assertThat(r.refusal()).isEqualTo(ShowRefusal.TAKEN));
    }
}
