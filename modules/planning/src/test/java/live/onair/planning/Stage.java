package live.onair.planning;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Role;
import live.onair.scheduling.Bookings;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.Resources;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.testkit.FakeClock;
import live.onair.testkit.Sql;
import live.onair.work.WorkRunner;

/** Channels, hosts and people to plan with. */
class Stage {

    static final Actor PLANNER = person("kim", Role.MERCHANDISER);
    static final Actor SECOND = person("lee", Role.MERCHANDISER);
    static final Actor OPS = person("park", Role.OPS);
    static final Actor ADMIN = person("choi", Role.ADMIN);
    static final Actor MODERATOR = person("jung", Role.MODERATOR);

    @Inject
    Shows shows;

    @Inject
    Bookings bookings;

    @Inject
    Lifecycle lifecycle;

    @Inject
    Channels channels;

    @Inject
    Resources resources;

    @Inject
    Templates templates;

    @Inject
    Copies copies;

    @Inject
    Series series;

    @Inject
    Marks marks;

    @Inject
    CalendarFeeds feeds;

    @Inject
    WorkRunner runner;

    @Inject
    FakeClock clock;

    @Inject
    Sql sql;

    static Actor person(String id, Role role) {
        return new Actor(id, id, Set.of(role), Actor.Source.UI);
    }

    static <T> T as(Actor actor, Supplier<T> deed) {
        return Acting.call(actor, deed::get);
    }

    String channel() {
        return as(OPS, () -> channels.create(new Channels.Create("채널 " + System.nanoTime(), null, null, 0, 0)))
                .orThrow()
                .id();
    }

    String host(String name) {
        return as(ADMIN, () -> resources.createHost(name + " " + System.nanoTime()))
                .orThrow()
                .id();
    }

    Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    ShowRows.Show show(String id) {
        return shows.find(id).orElseThrow();
    }

    /** A draft of an hour. */
    String draft(String title, String channel, Instant start, List<String> hosts) {
        return as(
                        PLANNER,
                        () -> shows.schedule(new Shows.Schedule(
                                title,
                                "설명",
                                channel,
                                null,
                                hosts,
                                start,
                                start.plus(Duration.ofHours(1)),
                                Shows.Feed.TEST,
                                60,
                                null,
                                1,
                                true,
                                600L)))
                .orThrow()
                .id();
    }

    String draft(String channel, Instant start) {
        return draft("가을 니트 특집", channel, start, List.of());
    }

    String approve(String id) {
        as(PLANNER, () -> lifecycle.submit(id, null, null)).orThrow();
        as(SECOND, () -> lifecycle.approve(id, null, null)).orThrow();
        return id;
    }

    static Shows.Schedule title(String title) {
        return new Shows.Schedule(title, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    static Shows.Schedule times(Instant start, Instant end) {
        return new Shows.Schedule(null, null, null, null, null, start, end, null, null, null, null, null, null);
    }

    /** Lets time pass in small steps, doing what is due. */
    void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        runner.runDue();
        while (clock.instant().isBefore(end)) {
            Instant next = clock.instant().plusSeconds(60);
            clock.set(next.isBefore(end) ? next : end);
            runner.runDue();
        }
    }
}
