package live.onair.ui.home;

import com.vaadin.flow.component.html.Span;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import live.onair.cdn.CdnRows.CdnLook;
import live.onair.cdn.CdnRows.CdnState;
import live.onair.cdn.Cdns;
import live.onair.cdn.Quality;
import live.onair.scheduling.Channels;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.ShowState;
import live.onair.scheduling.Shows;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.ReadPane;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.cdn.Watchers;
import org.jspecify.annotations.Nullable;

/** What is well, and when that was seen last: what was not seen lately does not stand among it. */
@Dependent
class WellPane extends ReadPane<Map<String, WellPane.Seen>> {

    /** Players tell every ten seconds. */
    private static final int MINUTES = 1;

    private final transient Shows shows;
    private final transient Channels channels;
    private final transient Cdns cdns;
    private final transient Quality quality;
    private final transient Pulse pulse;
    private final transient Map<String, Span> words = new LinkedHashMap<>();
    private final transient Map<String, Span> ages = new LinkedHashMap<>();
    private transient List<Instant> rests = List.of();

    @Inject
    WellPane(Shows shows, Channels channels, Cdns cdns, Quality quality, Pulse pulse) {
        super("home", "well");
        this.shows = shows;
        this.channels = channels;
        this.cdns = cdns;
        this.quality = quality;
        this.pulse = pulse;
        head.add(Parts.text(Texts.of("home.well.sub"), "sub"));
    }

    /** What was seen, and when; null for what is so at any time. */
    record Seen(String words, @Nullable Instant at) {}

    @Override
    protected Map<String, Seen> read() {
        Map<String, Seen> now = new LinkedHashMap<>();
        List<Instant> seen = new ArrayList<>();
        List<CdnLook> looks = cdns.health();
        shows.onAir().stream()
                .filter(show -> show.state() == ShowState.ON_AIR)
                .forEach(show -> seen.addAll(seen(show, signal(show, now), looks)));
        cdns(looks, now);
        viewers(now);
        rests = seen;
        return now;
    }

    /** What it read last, be it well or not, is as old as this. */
    LastSeen lastSeen() {
        return LastSeen.of(rests, pulse.now());
    }

    /** When this show was seen last, each way; of one that was never seen, since when it could have been. */
    private static List<Instant> seen(ShowRows.Show show, Channels.@Nullable Signal signal, List<CdnLook> looks) {
        List<Instant> seen = new ArrayList<>();
        if (signal != null) {
            seen.add(signal.receivedAt());
        }
        looks.stream()
                .filter(look -> look.show().equals(show.id()))
                .map(CdnLook::at)
                .forEach(seen::add);
        Instant since = show.airtime().onAirAt();
        return seen.isEmpty() && since != null ? List.of(since) : seen;
    }

    private Channels.@Nullable Signal signal(ShowRows.Show show, Map<String, Seen> well) {
        Channels.Signal signal =
                channels.find(show.channel().id()).map(Channels.Row::signal).orElse(null);
        if (signal != null && isFresh(signal.receivedAt()) && signal.state().equals("RUNNING")) {
            well.put(
                    Texts.of("home.well.signal", show.title()),
                    new Seen(Texts.of("map.state.RUNNING"), signal.receivedAt()));
        }
        return signal;
    }

    private boolean isFresh(Instant at) {
        return !LastSeen.isOld(at, pulse.now());
    }

    /** Those that are well for every show. */
    private void cdns(List<CdnLook> looks, Map<String, Seen> well) {
        Map<String, List<CdnLook>> byCdn = new TreeMap<>();
        looks.forEach(look ->
                byCdn.computeIfAbsent(look.cdn(), cdn -> new ArrayList<>()).add(look));
        byCdn.forEach((cdn, all) -> {
            if (all.stream().allMatch(look -> look.state() == CdnState.GOOD && isFresh(look.at()))) {
                CdnLook oldest =
                        all.stream().min(Comparator.comparing(CdnLook::at)).orElseThrow();
                Integer millis = oldest.segmentMillis();
                well.put(
                        "CDN " + cdn,
                        new Seen(
                                Texts.of("home.well.segment", millis == null ? "-" : String.valueOf(millis)),
                                oldest.at()));
            }
        });
    }

    private void viewers(Map<String, Seen> well) {
        int all = Watchers.of(quality.viewers().values());
        Double worst = Watchers.worst(quality.grid(null, MINUTES).stream());
        if (all > 0 && worst != null && worst < 1) {
            well.put(Texts.of("home.well.viewers"), new Seen(Texts.of("home.well.watch", all, worst), null));
        }
    }

    /** What was seen is written again and again; drawn anew it is when other things are well. */
    @Override
    protected Object face(Map<String, Seen> now) {
        return List.of(rests.isEmpty(), List.copyOf(now.keySet()));
    }

    @Override
    protected void draw(Map<String, Seen> now) {
        words.clear();
        ages.clear();
        if (now.isEmpty()) {
            rows.add(Parts.box(
                    "on-home-line",
                    Parts.text(Texts.of(rests.isEmpty() ? "home.well.none" : "home.well.unseen"), "c2", "t13")));
        }
        now.keySet().forEach(name -> {
            Span what = Parts.text("", "c2", "one");
            Span age = Parts.text("", "age");
            words.put(name, what);
            ages.put(name, age);
            rows.add(Parts.box("on-home-line", Parts.state("ok q", "ok", name), what, age));
        });
    }

    @Override
    protected void tick(Map<String, Seen> now) {
        now.forEach((name, seen) -> {
            Span what = words.get(name);
            Span age = ages.get(name);
            if (what != null && age != null) {
                what.setText(seen.words());
                Instant at = seen.at();
                age.setText(at == null ? "" : Times.ago(at, pulse.now()));
            }
        });
    }
}
