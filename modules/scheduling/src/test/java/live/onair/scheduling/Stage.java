package live.onair.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.kernel.Role;
import live.onair.scheduling.spi.FakeChannels;
import live.onair.scheduling.spi.FakeMonotonic;
import live.onair.scheduling.spi.StreamHealthReports;
import live.onair.testkit.FakeClock;
import live.onair.testkit.Sql;
import live.onair.work.WorkRunner;

/** A channel, people and a clock to play shows with. */
class Stage {

    static final Actor PLANNER = person("kim", Role.MERCHANDISER);
    static final Actor SECOND = person("lee", Role.MERCHANDISER);
    static final Actor OPS = person("park", Role.OPS);
    static final Actor ADMIN = person("choi", Role.ADMIN);
    static final Actor MODERATOR = person("jung", Role.MODERATOR);
    static final Actor AUDITOR = person("han", Role.AUDITOR);

    @Inject
    Shows shows;

    @Inject
    Bookings bookings;

    @Inject
    Lifecycle lifecycle;

    @Inject
    Channels channels;

    @Inject
    Encoders encoders;

    @Inject
    Resources resources;

    @Inject
    Gate gate;

    @Inject
    Interruptions interruptions;

    @Inject
    ClockHold.Reconciliation reconciliation;

    @Inject
    OnAirList list;

    @Inject
    StreamHealthReports reports;

    @Inject
    WorkRunner runner;

    @Inject
    FakeChannels backend;

    @Inject
    FakeMonotonic monotonic;

    @Inject
    FakeClock clock;

    @Inject
    Sql sql;

    private int names;

    static Actor person(String id, Role role) {
        return new Actor(id, id, Set.of(role), Actor.Source.UI);
    }

    static <T> T as(Actor actor, Supplier<T> deed) {
        return Acting.call(actor, deed::get);
    }

    String channel() {
        return channel(60, 60);
    }

    String channel(int warmUp, int grace) {
        return as(
                        OPS,
                        () -> channels.create(new Channels.Create(
                                "채널 " + ++names + "-" + System.nanoTime(), null, null, warmUp, grace)))
                .orThrow()
                .id();
    }

    String studio() {
        return as(ADMIN, () -> resources.createStudio("스튜디오 " + ++names + "-" + System.nanoTime()))
                .orThrow()
                .id();
    }

    String host() {
        return as(ADMIN, () -> resources.createHost("진행자 " + ++names + "-" + System.nanoTime()))
                .orThrow()
                .id();
    }

    Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    Outcome<ShowRows.Show> schedule(String channel, Instant start, Duration length, Shows.Feed feed) {
        return as(
                PLANNER, () -> shows.schedule(Shows.Schedule.of("가을 니트 특집", channel, start, start.plus(length), feed)));
    }

    /** A draft of an hour, two hours from now. */
    String draft(String channel, Shows.Feed feed) {
        return schedule(channel, in(Duration.ofHours(2)), Duration.ofHours(1), feed)
                .orThrow()
                .id();
    }

    String approved(String channel, Shows.Feed feed) {
        return approve(draft(channel, feed));
    }

    String approve(String id) {
        as(PLANNER, () -> lifecycle.submit(id, null, null)).orThrow();
        as(SECOND, () -> lifecycle.approve(id, null, null)).orThrow();
        return id;
    }

    ShowRows.Show show(String id) {
        return shows.find(id).orElseThrow();
    }

    ShowState state(String id) {
        return show(id).state();
    }

    List<ShowState> passed(String id) {
        return shows.history(id).stream().map(ShowRows.Transition::to).toList();
    }

    List<String> alarms() {
        return interruptions.open().stream()
                .map(Interruptions.Row::kind)
                .sorted()
                .toList();
    }

    /** Lets time pass, doing what is due; straight to the next work when there is none for a while. */
    void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        runner.runDue();
        while (clock.instant().isBefore(end)) {
            Instant bit = clock.instant().plusSeconds(120);
            Instant due = nextDue();
            Instant next = due.isAfter(bit) ? due : bit;
            clock.set(next.isBefore(end) ? next : end);
            runner.runDue();
        }
    }

    private Instant nextDue() {
        return sql
                .column("select to_char(min(execution_time) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                        + " from work.scheduled_tasks")
                .stream()
                .filter(text -> !text.equals("null"))
                .map(Instant::parse)
                .findFirst()
                .orElse(Instant.MAX);
    }

    /** Puts away what the tests before have left. */
    void clean() {
        loseWork();
        sql.run("delete from scheduling.reservation");
        sql.run("update scheduling.show set state = 'ARCHIVED', run_open = false, replay_published = false");
    }

    /** The queue is lost. */
    void loseWork() {
        sql.run("delete from work.scheduled_tasks");
    }

    void passUntil(Instant time) {
        pass(Duration.between(clock.instant(), time));
    }

    /** What the adapter would report now. */
    void report(String channel) {
        reports.report("local", backend.describe(channel));
    }

    boolean listed(String id) {
        OnAirList.Snapshot now = list.snapshot();
        return java.util.stream.Stream.of(now.live(), now.upcoming(), now.replays())
                .flatMap(List::stream)
                .anyMatch(row -> row.id().equals(id));
    }

    static Shows.Schedule replay(Boolean wanted, Long delay) {
        return new Shows.Schedule(null, null, null, null, null, null, null, null, null, null, null, wanted, delay);
    }

    /** As whoever acts now. */
    Outcome<ShowRows.Show> publishReplay(String id, Instant at, String description, Duration thumbnail) {
        return lifecycle.publishReplay(new Lifecycle.PublishReplay(id, at, description, thumbnail, null, null));
    }

    /** Each state once, numbered without a gap. */
    void eachStateOnce(String id) {
        List<String> numbers =
                sql.column("select seq from scheduling.transition where show_id = '" + id + "' order by seq");
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(String.valueOf(i + 1));
        }
        assertThat(passed(id)).doesNotHaveDuplicates();
    }
}
