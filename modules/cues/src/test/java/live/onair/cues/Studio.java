package live.onair.cues;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import live.onair.cues.CueRows.Act;
import live.onair.cues.CueRows.Item;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import live.onair.kernel.Role;
import live.onair.planning.Marks;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Lifecycle;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.testkit.FakeClock;
import live.onair.work.WorkRunner;

/** Shows to run a cue sheet in, and who does it. */
class Studio {

    static final Actor PLANNER = person("kim", Role.MERCHANDISER);
    static final Actor SECOND = person("lee", Role.MERCHANDISER);
    static final Actor MODERATOR = person("jung", Role.MODERATOR);
    static final Actor AUDITOR = person("han", Role.AUDITOR);

    @Inject
    Cues cues;

    @Inject
    Prompter prompter;

    @Inject
    Shows shows;

    @Inject
    Channels channels;

    @Inject
    Lifecycle lifecycle;

    @Inject
    Marks marks;

    @Inject
    WorkRunner runner;

    @Inject
    FakeClock clock;

    static Actor person(String id, Role role) {
        return new Actor(id, id, Set.of(role), Actor.Source.UI);
    }

    static <T> T as(Actor actor, Supplier<T> deed) {
        return Acting.call(actor, deed::get);
    }

    static <T> T done(Supplier<Outcome<T>> deed) {
        return as(PLANNER, deed).orThrow();
    }

    static List<String> refused(Supplier<? extends Outcome<?>> deed) {
        return as(PLANNER, deed::get).why().stream().map(Reason::code).toList();
    }

    static Cues.ItemWish item(String title, int seconds, Act... acts) {
        return new Cues.ItemWish(null, title, "데모 진행", seconds, "멘트", "자막", "메모", true, List.of(acts));
    }

    static List<Cues.ItemWish> wishes(CueRows.Sheet sheet) {
        return new ArrayList<>(sheet.items().stream().map(Cues.ItemWish::same).toList());
    }

    CueRows.Sheet arranged(String show, Cues.ItemWish... items) {
        return done(() -> cues.arrange(show, new Cues.SheetWish(null, List.of(items))));
    }

    CueRows.Sheet sheet(String show) {
        return as(PLANNER, () -> cues.of(show));
    }

    /** A draft of an hour in three hours. */
    String draft() {
        String channel = as(
                        Actor.ONAIR,
                        () -> channels.create(new Channels.Create("채널 " + System.nanoTime(), null, null, 60, 60)))
                .orThrow()
                .id();
        var start = clock.instant().plus(Duration.ofHours(3));
        return done(() -> shows.schedule(
                        Shows.Schedule.of("큐시트 방송", channel, start, start.plus(Duration.ofHours(1)), Shows.Feed.TEST)))
                .id();
    }

    String approved(String show) {
        done(() -> lifecycle.submit(show, null, null));
        as(SECOND, () -> lifecycle.approve(show, null, null)).orThrow();
        return show;
    }

    /** On air, with a sheet of opening, cream and closing. */
    String onAir(Act... acts) {
        String show = draft();
        arranged(show, item("오프닝", 60), item("크림 소개", 120, acts), item("마무리", 60));
        approved(show);
        pass(Duration.ofMinutes(181));
        if (state(show) != ShowState.ON_AIR) {
            throw new AssertionError(state(show));
        }
        return show;
    }

    ShowState state(String show) {
        return shows.find(show).orElseThrow().state();
    }

    UUID now(String show) {
        return sheet(show).now().map(Item::id).orElse(null);
    }

    CueRows.Sheet next(String show) {
        UUID from = now(show);
        CueRows.Sheet sheet = done(() -> cues.advance(show, from));
        runner.runDue();
        return sheet;
    }

    /** Lets time pass in small steps, doing what is due. */
    void pass(Duration time) {
        var end = clock.instant().plus(time);
        runner.runDue();
        while (clock.instant().isBefore(end)) {
            var next = clock.instant().plusSeconds(30);
            clock.set(next.isBefore(end) ? next : end);
            runner.runDue();
        }
    }
}
