package live.onair.ui.scheduling;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import live.onair.scheduling.Channels;
import live.onair.scheduling.Interruptions;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.Environment;
import live.onair.ui.Live;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The wall: every running channel with its picture, its health in words, and the age of what is said. */
@Route(value = "wall", layout = Shell.class)
@PermitAll
@Dependent
class WallView extends Div implements HasDynamicTitle {

    private static final Duration FRESH = Duration.ofSeconds(10);
    /** A button that is drawn anew each second is gone before the mouse is up, and with it the keyboard's place. */
    private static final int SLOWLY = 10;

    private final transient Shows shows;
    private final transient Channels channels;
    private final transient Interruptions interruptions;
    private final transient Environment environment;
    private final transient Clock clock;
    private final Div tiles = Parts.box("on-wall");
    private final Div problems = Parts.box("on-side");
    private final Div empty = Parts.empty(Texts.of("wall.none"), Texts.of("wall.none.why"));
    private final Map<String, Div> captions = new LinkedHashMap<>();
    private String drawn = "";
    private String listed = "";

    @Inject
    WallView(
            Shows shows,
            Channels channels,
            Interruptions interruptions,
            Environment environment,
            Pulse pulse,
            Clock clock) {
        this.shows = shows;
        this.channels = channels;
        this.interruptions = interruptions;
        this.environment = environment;
        this.clock = clock;
        addClassName("on-page");
        add(
                Parts.box("tool", new H1(Texts.of("nav.wall"))),
                Parts.box("on-columns", Parts.box("grow", empty, tiles), problems));
        refresh();
        pulse.every(this, this::refresh);
    }

    private void refresh() {
        List<ShowRows.Show> running = shows.onAir();
        String now = String.join(
                ",",
                running.stream()
                        .map(s -> s.id() + s.state() + s.airtime().run())
                        .toList());
        if (!now.equals(drawn)) {
            drawn = now;
            captions.clear();
            tiles.removeAll();
            running.forEach(show -> tiles.add(tile(show)));
        }
        empty.setVisible(running.isEmpty());
        Map<String, Channels.Row> rows =
                channels.list().stream().collect(Collectors.toMap(Channels.Row::id, row -> row));
        running.forEach(show ->
                caption(show, Optional.ofNullable(rows.get(show.channel().id()))));
        drawProblems();
    }

    private Div tile(ShowRows.Show show) {
        Div tile = Parts.box("tile");
        tile.getElement().setAttribute("data-show", show.id());
        ShowPicture.address(show, environment).ifPresent(src -> tile.add(new Live(src, show.title())));
        Div caption = Parts.box("cap");
        captions.put(show.id(), caption);
        tile.add(caption);
        return tile;
    }

    private void caption(ShowRows.Show show, Optional<Channels.Row> channel) {
        Div caption = captions.get(show.id());
        if (caption == null) {
            return;
        }
        caption.removeAll();
        Optional<Channels.Signal> signal = channel.map(Channels.Row::signal);
        RouterLink title = new RouterLink(show.title(), ShowView.class, ShowView.of(show.id()));
        title.addClassNames("b", "one");
        caption.add(
                Parts.box("row", Badges.of(show.state()), Badges.of(show.health()), title),
                Parts.box(
                        "row c2",
                        Parts.text(show.channel().name()),
                        Parts.text(Times.range(show.startsAt(), show.endsAt())),
                        signal.map(this::age).orElseGet(() -> Parts.text(Texts.of("wall.noSample"), "age"))));
    }

    private Span age(Channels.Signal signal) {
        Instant now = clock.instant();
        boolean stale = Duration.between(signal.receivedAt(), now).compareTo(FRESH) > 0;
        String what = signal.connected()
                ? "%d×%d · %,d kbps".formatted(signal.width(), signal.height(), signal.videoKbps())
                : Texts.of("output." + signal.output());
        return Parts.text(what + " · " + Times.ago(signal.receivedAt(), now), stale ? "stale" : "age");
    }

    private void drawProblems() {
        List<Interruptions.Row> open = interruptions.open();
        long age = clock.instant().getEpochSecond() / (open.isEmpty() ? 1 : SLOWLY);
        String now = open.stream().map(row -> row.id() + row.acknowledgedBy()).toList() + " " + age;
        if (now.equals(listed)) {
            return;
        }
        listed = now;
        problems.removeAll();
        Div head = Parts.box("ph2", new com.vaadin.flow.component.html.H2(Texts.of("wall.problems")));
        problems.add(head);
        if (open.isEmpty()) {
            problems.add(Parts.box(
                    "sec",
                    Parts.state("ok", "ok", Texts.of("wall.allFine")),
                    Parts.text(Times.seconds(clock.instant()), "age")));
        }
        open.forEach(row -> problems.add(ShowPanes.alarm(row, clock.instant(), interruptions, this::refresh)));
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.wall") + " · Onair";
    }
}
