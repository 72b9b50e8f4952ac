package live.onair.ui.scheduling;

import com.vaadin.flow.component.html.Div;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import live.onair.cdn.CdnRows.Cdn;
import live.onair.cdn.CdnRows.CdnLook;
import live.onair.cdn.CdnRows.CdnState;
import live.onair.cdn.Cdns;
import live.onair.cdn.Quality;
import live.onair.cdn.Quality.Grid;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Interruptions;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.cdn.CdnWords;
import live.onair.ui.cdn.Watchers;
import live.onair.ui.scheduling.SignalDrawing.State;
import org.jspecify.annotations.Nullable;

/** The last part of a signal's way: through which CDNs it goes, to how many viewers, and what is seen through each. */
@Singleton
public class SignalOutlets {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Cdns cdns;
    private final Quality quality;

    @Inject
    SignalOutlets(Cdns cdns, Quality quality) {
        this.cdns = cdns;
        this.quality = quality;
    }

    /** The whole way of a show's picture; empty while nothing was ever seen of the channel. */
    public Div map(String show, Channels.Row channel, List<Interruptions.Row> alarms, Instant now) {
        return SignalMap.of(show, channel, alarms, of(show, now), now);
    }

    private List<SignalMap.Outlet> of(String show, Instant now) {
        Map<String, CdnLook> looks = cdns.health().stream()
                .filter(look -> look.show().equals(show))
                .collect(Collectors.toMap(CdnLook::cdn, look -> look, (one, other) -> one, TreeMap::new));
        Map<String, String> names = cdns.list().stream().collect(Collectors.toMap(Cdn::id, Cdn::name));
        Map<String, Integer> viewers = quality.viewers().getOrDefault(show, Map.of());
        List<Grid> told = looks.isEmpty() ? List.of() : quality.grid(show, 1);
        int all = Watchers.of(viewers);
        return looks.values().stream()
                .map(look -> new SignalMap.Outlet(
                        look.cdn(),
                        names.getOrDefault(look.cdn(), look.cdn()),
                        carries(look, viewers.getOrDefault(look.cdn(), 0), all),
                        told(told, look.cdn(), viewers.getOrDefault(look.cdn(), 0)),
                        seen(look, now),
                        age(look, now)))
                .toList();
    }

    private static State carries(CdnLook look, int viewers, int all) {
        String part = all == 0 ? "" : Math.round(100.0 * viewers / all) + "% · ";
        return new State(style(look.state()), part + Texts.of("cdn.is." + look.state()));
    }

    private static String told(List<Grid> told, String cdn, int viewers) {
        Double stalled = Watchers.worst(told.stream().filter(one -> one.cdn().equals(cdn)));
        String people = Texts.of("map.people", viewers);
        return stalled == null ? people : people + " · " + Texts.of("cdn.quality.stalled", stalled);
    }

    private static State seen(CdnLook look, Instant now) {
        if (Duration.between(look.at(), now).compareTo(FRESH) > 0) {
            return new State("stale", Texts.of("signal.old", Times.ago(look.at(), now)));
        }
        if (look.status() != 200) {
            return new State("fault", CdnWords.lost(look));
        }
        int waited = millis(look.playlistMillis()) + millis(look.segmentMillis());
        return new State(look.state().isBad() ? "fault" : "ok", Texts.of("map.look.plays", waited));
    }

    /** How old the look is, and on a line of its own the variant that has the trouble, where there is one. */
    private static String age(CdnLook look, Instant now) {
        boolean well = look.status() == 200 && !look.state().isBad();
        String which = look.rendition();
        return Times.ago(look.at(), now) + (well || which == null ? "" : "\n" + which);
    }

    private static int millis(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    /** Signs of the look for the state of a CDN. */
    private static String style(CdnState state) {
        return switch (state) {
            case GOOD -> "ok";
            case UNKNOWN, UNSURE -> "stale";
            case LATE, STALE, DEAD -> "fault";
        };
    }
}
