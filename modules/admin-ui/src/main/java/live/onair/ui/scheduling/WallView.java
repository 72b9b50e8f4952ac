package live.onair.ui.scheduling;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import live.onair.scheduling.Interruptions;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.Keys;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/**
 * The wall: one, four or nine running shows with picture, sound, health in words and the age of what is said; what is
 * wrong beside it. A digit puts a show alone, M its sound on and off. How many, which alone and whether the wall stands
 * on a screen nobody sits at ({@code kiosk}) is in the address.
 */
@Route(value = "wall", layout = Shell.class)
@PermitAll
@Dependent
class WallView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** A button that is drawn anew each second is gone before the mouse is up, and with it the keyboard's place. */
    private static final int SLOWLY = 10;

    private final transient Shows shows;
    private final transient Interruptions interruptions;
    private final transient WallTiles tiles;
    private final transient Clock clock;
    private final RadioButtonGroup<String> size = WallTiles.sizes(chosen -> go("size", chosen));
    private final Div problems = Parts.box("on-side");
    private final Div empty = Parts.empty(Texts.of("wall.none"), Texts.of("wall.none.why"));
    private final Map<String, String> query = new LinkedHashMap<>();
    private String listed = "";

    @Inject
    WallView(Shows shows, Interruptions interruptions, WallTiles tiles, WallScreen screen, Pulse pulse, Clock clock) {
        this.shows = shows;
        this.interruptions = interruptions;
        this.tiles = tiles;
        this.clock = clock;
        addClassNames("on-page", "on-wall-page");
        Button all = Keys.on(new Button(Texts.of("wall.all"), Parts.icon("grid"), e -> go("solo", "")), "0");
        all.setId("wall-all");
        Button full = Keys.on(new Button(Texts.of("wall.full"), Parts.icon("full"), e -> full()), "f");
        add(
                Parts.box(
                        "tool",
                        screen.place(),
                        new H1(Texts.of("nav.wall")),
                        size,
                        all,
                        Parts.box("push"),
                        tiles.sound(),
                        full,
                        screen.make()),
                Parts.box("on-columns", Parts.box("grow on-scroll", empty, tiles.box()), problems));
        tiles.onChoice(show -> go("solo", show));
        pulse.every(this, this::refresh);
    }

    /** The wall on a screen of its own: no sign-in runs out there, and the picture moves a little against burn-in. */
    private void full() {
        go("kiosk", query.containsKey("kiosk") ? "" : "on");
    }

    private void go(String key, String value) {
        Map<String, String> next = new LinkedHashMap<>(query);
        if (value.isEmpty() || (key.equals("size") && value.equals(WallTiles.USUAL))) {
            next.remove(key);
        } else {
            next.put(key, value);
        }
        UI.getCurrent().navigate("wall", QueryParameters.simple(next));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query.clear();
        QueryParameters given = event.getLocation().getQueryParameters();
        for (String key : List.of("size", "solo", "kiosk")) {
            given.getSingleParameter(key).ifPresent(value -> query.put(key, value));
        }
        size.setValue(WallTiles.size(query.getOrDefault("size", WallTiles.USUAL)));
        if (!size.getValue().equals(query.get("size"))) {
            query.remove("size");
        }
        UI.getCurrent().getPage().executeJs("OnairKiosk.set($0)", query.containsKey("kiosk"));
        listed = "";
        refresh();
    }

    private void refresh() {
        List<ShowRows.Show> running = shows.onAir();
        empty.setVisible(running.isEmpty());
        tiles.draw(running, Integer.parseInt(size.getValue()), query.getOrDefault("solo", ""));
        drawProblems();
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
        problems.add(Parts.box("ph2", new H2(Texts.of("wall.problems"))));
        if (open.isEmpty()) {
            problems.add(Parts.box(
                    "sec",
                    Parts.state("ok", "ok", Texts.of("wall.allFine")),
                    Parts.text(Texts.of("wall.checked", Times.seconds(clock.instant())), "age")));
        }
        open.forEach(row -> problems.add(ShowPanes.alarm(row, clock.instant(), interruptions, this::refresh)));
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.wall") + " · Onair";
    }
}
