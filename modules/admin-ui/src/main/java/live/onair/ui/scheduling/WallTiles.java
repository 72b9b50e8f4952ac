package live.onair.ui.scheduling;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.RouterLink;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import live.onair.cdn.Quality;
import live.onair.scheduling.Channels;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Environment;
import live.onair.ui.Keys;
import live.onair.ui.Live;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.cdn.Watchers;
import org.jspecify.annotations.Nullable;

/** The tiles of the wall. A tile stays as long as its run does, so that no picture stops when another comes. */
@Dependent
public class WallTiles {

    private static final int DIGITS = 9;
    /** So many are seen unless somebody chooses otherwise. */
    public static final String USUAL = "4";

    private static final List<String> SIZES = List.of("1", USUAL, "9");

    private final Channels channels;
    private final Environment environment;
    private final Clock clock;
    private final Quality quality;
    private final Div box = Parts.box("on-wall");
    private final Map<String, Div> tiles = new LinkedHashMap<>();
    private final Map<String, Div> captions = new LinkedHashMap<>();
    private Consumer<String> choice = show -> {};
    private String choiceWords = "wall.alone";
    private int digits = DIGITS;
    private String drawn = "";

    @Inject
    WallTiles(Channels channels, Environment environment, Clock clock, Quality quality) {
        this.quality = quality;
        this.channels = channels;
        this.environment = environment;
        this.clock = clock;
        box.setId("wall");
    }

    /** Where they are. */
    public Div box() {
        return box;
    }

    /** What a tile's button, and its digit, does with its show. */
    void onChoice(Consumer<String> chosen) {
        choice = chosen;
    }

    /** What a tile's button does with its show where digits mean something else, and the key of its words. */
    public void onChoice(String words, Consumer<String> chosen) {
        choiceWords = words;
        choice = chosen;
        digits = 0;
    }

    /** Says which tile is the one that all the rest of the page is about. */
    public void mark(String show) {
        tiles.values().forEach(tile -> {
            boolean is = show.equals(tile.getElement().getAttribute("data-show"));
            if (is) {
                tile.getElement().setAttribute("aria-current", "true");
            } else {
                tile.getElement().removeAttribute("aria-current");
            }
        });
    }

    /** How many are seen; tells what somebody chooses. */
    public static RadioButtonGroup<String> sizes(Consumer<String> chosen) {
        RadioButtonGroup<String> size = new RadioButtonGroup<>();
        size.setItems(SIZES);
        size.setItemLabelGenerator(n -> Texts.of("wall.size", n));
        size.setAriaLabel(Texts.of("wall.sizes"));
        size.addClassName("on-segments");
        size.setValue(USUAL);
        size.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                chosen.accept(e.getValue());
            }
        });
        return size;
    }

    /** One of the numbers that are offered: the usual one instead of another. */
    public static String size(String wanted) {
        return SIZES.contains(wanted) ? wanted : USUAL;
    }

    /** Sound of the show that is marked, else of the first; one at a time. */
    public Button sound() {
        Button sound = Keys.on(
                new Button(
                        Texts.of("wall.sound"),
                        Parts.icon("volume"),
                        e -> box.getElement().executeJs("OnairWall.sound(this)")),
                "m");
        sound.setId("wall-sound");
        return sound;
    }

    /** So many of them at most; one alone where it is named. */
    public void draw(List<ShowRows.Show> running, int most, String solo) {
        List<ShowRows.Show> shown = running.stream()
                .sorted((a, b) -> Boolean.compare(b.id().equals(solo), a.id().equals(solo)))
                .limit(running.stream().anyMatch(s -> s.id().equals(solo)) ? 1 : most)
                .toList();
        Map<String, Channels.Row> rows =
                channels.list().stream().collect(Collectors.toMap(Channels.Row::id, Function.identity()));
        String now = shown.stream().map(show -> key(show, rows)).collect(Collectors.joining(",")) + most + solo;
        if (!now.equals(drawn)) {
            drawn = now;
            arrange(shown, most, rows);
        }
        Map<String, Map<String, Integer>> watching = quality.viewers();
        for (int i = 0; i < shown.size(); i++) {
            caption(shown.get(i), i + 1, channel(shown.get(i), rows));
            viewers(shown.get(i), watching.get(shown.get(i).id()));
        }
    }

    /** How many watch, where their players told. */
    private void viewers(ShowRows.Show show, @Nullable Map<String, Integer> watching) {
        Div caption = captions.get(show.id());
        if (caption != null) {
            String words = watching == null ? "" : Texts.of("wall.viewers", Watchers.of(watching));
            renew((Div) caption.getComponentAt(1), 2, Parts.text(words, "on-viewers", "b"));
        }
    }

    private static Optional<Channels.Row> channel(ShowRows.Show show, Map<String, Channels.Row> rows) {
        return Optional.ofNullable(rows.get(show.channel().id()));
    }

    private String key(ShowRows.Show show, Map<String, Channels.Row> rows) {
        return show.id()
                + show.state()
                + show.airtime().run()
                + ShowPicture.address(show, channel(show, rows), environment).orElse("");
    }

    private void arrange(List<ShowRows.Show> shown, int most, Map<String, Channels.Row> rows) {
        Map<String, Div> before = new LinkedHashMap<>(tiles);
        tiles.clear();
        for (ShowRows.Show show : shown) {
            String key = key(show, rows);
            Div tile = before.remove(key);
            tiles.put(key, tile == null ? tile(show, channel(show, rows)) : tile);
        }
        before.values().forEach(box::remove);
        tiles.values().stream().filter(t -> t.getParent().isEmpty()).forEach(box::add);
        int columns = shown.size() == 1 ? 1 : most == 9 ? 3 : 2;
        box.getElement().getStyle().set("--columns", String.valueOf(columns));
    }

    private Div tile(ShowRows.Show show, Optional<Channels.Row> channel) {
        Div tile = Parts.box("tile");
        tile.getElement().setAttribute("data-show", show.id());
        ShowPicture.address(show, channel, environment)
                .ifPresent(src -> tile.add(new Live(src, show.title()).metered(Texts.of("wall.meter", show.title()))));
        Div caption = Parts.box("cap");
        captions.put(show.id(), caption);
        tile.add(caption);
        return tile;
    }

    private void caption(ShowRows.Show show, int number, Optional<Channels.Row> channel) {
        Div caption = captions.get(show.id());
        if (caption == null) {
            return;
        }
        Optional<Channels.Signal> signal = channel.map(Channels.Row::signal);
        if (caption.getComponentCount() == 0) {
            begin(caption, show, number);
        }
        Div first = (Div) caption.getComponentAt(0);
        Div second = (Div) caption.getComponentAt(1);
        renew(first, 0, Badges.of(show.state()));
        renew(first, 1, Badges.of(show.health()));
        renew(
                first,
                2,
                Badges.cover(
                        show.airtime(),
                        signal.filter(told -> told.serving().blurred()).isPresent()));
        TileSignal.alarms((Div) caption.getComponentAt(2), signal, clock.instant());
        renew(
                second,
                3,
                signal.map(told -> TileSignal.age(told, clock.instant()))
                        .orElseGet(() -> Parts.text(Texts.of("wall.noSample"), "age")));
    }

    private void begin(Div caption, ShowRows.Show show, int number) {
        Button alone = new Button(Texts.of(choiceWords), e -> choice.accept(show.id()));
        alone.setAriaLabel(Texts.of(choiceWords) + ": " + show.title());
        alone.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        if (number <= digits) {
            Keys.on(alone, String.valueOf(number));
        }
        RouterLink title = new RouterLink(show.title(), ShowView.class, ShowView.of(show.id()));
        title.addClassNames("b", "one", "grow");
        caption.add(
                Parts.box("row", new Span(), new Span(), new Span(), title, alone),
                Parts.box(
                        "row c2",
                        Parts.text(show.channel().name()),
                        Parts.text(Times.range(show.startsAt(), show.endsAt())),
                        new Span(),
                        new Span()),
                Parts.box("row on-wrap"));
    }

    private static void renew(Div row, int index, Span next) {
        row.replace(row.getComponentAt(index), next);
    }
}
