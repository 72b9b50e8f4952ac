package live.onair.inventory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import live.onair.inventory.Judgement.ShowOn;
import live.onair.inventory.Judgement.Wanted;
import live.onair.monitors.MonitorRows;
import live.onair.monitors.Monitors;
import live.onair.scheduling.Channels;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;

/** Asks scheduling and the monitors what is wanted of the account now. */
@Singleton
class Wishes {

    private final Channels channels;
    private final Shows shows;
    private final Monitors monitors;
    private final Clock clock;

    @Inject
    Wishes(Channels channels, Shows shows, Monitors monitors, Clock clock) {
        this.channels = channels;
        this.shows = shows;
        this.monitors = monitors;
        this.clock = clock;
    }

    /** What is wanted; of channels that are not in use it looks at those named here. */
    Wanted now(Collection<String> named) {
        Instant now = clock.instant();
        Map<String, String> inUse = channels.list().stream()
                .filter(channel -> !channel.isOnEdges())
                .collect(Collectors.toMap(Channels.Row::id, Channels.Row::backend));
        monitors.list().forEach((MonitorRows.MonitorRow monitor) -> inUse.put(monitor.id(), monitor.backend()));
        Set<String> archived = new HashSet<>(named);
        archived.removeAll(inUse.keySet());
        archived.removeIf(id -> channels.find(id).filter(Channels.Row::archived).isEmpty());
        return new Wanted(inUse, archived, shows(now), now);
    }

    private List<ShowOn> shows(Instant now) {
        List<ShowOn> found = new ArrayList<>();
        shows.onAir().forEach(show -> found.add(on(show)));
        shows.board(now.minus(Judgement.STOPPING), now.plus(Judgement.QUIET)).stream()
                .filter(show ->
                        show.state() == ShowState.APPROVED || show.state().isOver())
                .forEach(show -> found.add(on(show)));
        return found;
    }

    private static ShowOn on(ShowRows.Show show) {
        return new ShowOn(
                show.id(),
                show.channel().id(),
                show.state(),
                show.startsAt(),
                show.airtime().endedAt());
    }
}
