package live.onair.ui.cues;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import live.onair.cues.CueRows;
import live.onair.cues.CueTimes;
import live.onair.cues.Cues;
import live.onair.cues.Cues.ItemWish;
import live.onair.cues.Cues.SheetWish;
import live.onair.kernel.Outcome;
import live.onair.scheduling.ShowRows;
import live.onair.ui.Actions;
import live.onair.ui.Keys;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.Undo;
import live.onair.ui.adreview.ClaimAsk;
import org.jspecify.annotations.Nullable;

/** The cue sheet of a show as it is written: items in their order, with a strip of their lengths above. */
class CuePane extends Div implements CueGrid.Edits {

    private final transient CuePanes rooms;
    private final String show;
    private final transient Pulse pulse;
    private final H2 title = new H2();
    private final Span lengths = Parts.text("", "c2", "t12");
    private final Div strip = Parts.box("on-cue-strip");
    private final Div empty = Parts.empty(Texts.of("cue.none"), Texts.of("cue.none.why"));
    private final CueGrid grid;
    private final Button copy;
    private final Button add = new Button(Texts.of("cue.add"), Parts.icon("plus"), e -> added());
    private transient CueRows.@Nullable Sheet shown;
    private transient @Nullable Instant drawn;

    CuePane(CuePanes rooms, String show, Pulse pulse) {
        this.rooms = rooms;
        this.show = show;
        this.pulse = pulse;
        addClassNames("pane", "on-cues");
        setId("cue-sheet");
        grid = new CueGrid(rooms.cues().of(show), this);
        copy = Actions.button(Cues.class, "cues.copy", () -> CueCopyDialog.open(rooms, show, this::refresh));
        copy.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add.setId("cue-add");
        add.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Keys.on(add, "a");
        strip.getElement().setAttribute("aria-hidden", "true");
        add(
                Parts.box(
                        "ph2 on-wrap",
                        title,
                        lengths,
                        Parts.box("push"),
                        link("prompter", "cue.prompter"),
                        link("control", "cue.control"),
                        copy,
                        add),
                strip,
                empty,
                grid,
                Parts.box("sec", Parts.text(Texts.of("cue.help"), "c2", "t12")));
        refresh();
        pulse.every(this, this::refresh);
    }

    private Anchor link(String path, String words) {
        Anchor link = new Anchor(path + "/" + show, Texts.of(words));
        link.setId("cue-" + path);
        link.addClassName("t13");
        if (path.equals("prompter")) {
            link.setTarget(AnchorTarget.BLANK);
        } else {
            link.setRouterIgnore(false);
        }
        return link;
    }

    private void refresh() {
        CueRows.Sheet now = rooms.cues().of(show);
        Instant at = pulse.now();
        boolean fresh = drawn != null && Duration.between(drawn, at).toSeconds() < 5;
        if (now.equals(shown) && (fresh || now.now().isEmpty())) {
            return;
        }
        shown = now;
        drawn = at;
        draw(now, CueTimes.of(now, at));
    }

    private void draw(CueRows.Sheet now, CueTimes times) {
        ShowRows.Show of = rooms.shows().find(show).orElse(null);
        boolean may = of != null && !of.state().isOver() && Actions.isAllowed(Cues.class, "cues.arrange");
        title.setText(Texts.of("cue.head", now.items().size()));
        lengths.setText(of == null ? "" : lengths(now, Duration.between(of.startsAt(), of.endsAt())));
        copy.setVisible(may && now.items().isEmpty());
        add.setVisible(may);
        grid.show(now, times.lines(), rooms.targets().labels(show), may);
        grid.setVisible(!now.items().isEmpty());
        empty.setVisible(now.items().isEmpty());
        strip(times);
    }

    /** How long all of it takes beside how long the show is. */
    private static String lengths(CueRows.Sheet now, Duration show) {
        Duration all = Duration.ofSeconds(now.seconds());
        Duration over = all.minus(show);
        String words = Texts.of("cue.lengths", CueParts.time(all), CueParts.time(show));
        if (now.items().isEmpty() || over.isZero()) {
            return words;
        }
        String key = over.isNegative() ? "cue.lengths.free" : "cue.lengths.over";
        return words + " · " + Texts.of(key, CueParts.time(over.abs()));
    }

    private void strip(CueTimes times) {
        strip.removeAll();
        strip.setVisible(!times.lines().isEmpty());
        times.lines().forEach(line -> {
            Span part = Parts.text(line.item().title(), "t12", "one");
            part.getStyle().set("flex-grow", String.valueOf(line.item().seconds()));
            part.setClassName("now", line.standing() == CueTimes.Standing.NOW);
            strip.add(part);
        });
    }

    private List<ItemWish> wishes() {
        CueRows.Sheet now = shown;
        return now == null
                ? new ArrayList<>()
                : new ArrayList<>(now.items().stream().map(ItemWish::same).toList());
    }

    private void added() {
        CueDialog.open(rooms, show, null, (wish, close) -> {
            List<ItemWish> wanted = wishes();
            wanted.add(wish);
            arrange(wanted, Texts.of("cue.added", title(wish)), close);
        });
    }

    @Override
    public void change(int at) {
        CueRows.Sheet now = shown;
        if (now == null || at < 0) {
            return;
        }
        CueDialog.open(rooms, show, now.items().get(at), (wish, close) -> {
            List<ItemWish> wanted = wishes();
            wanted.set(at, wish);
            arrange(wanted, Texts.of("cue.changed", title(wish)), close);
        });
    }

    @Override
    public void move(int from, int to) {
        List<ItemWish> wanted = wishes();
        if (from == to || from < 0 || to < 0 || from >= wanted.size() || to >= wanted.size()) {
            return;
        }
        wanted.add(to, wanted.remove(from));
        arrange(wanted, Texts.of("cue.moved", to + 1), () -> grid.focusOn(to));
    }

    @Override
    public void remove(int at) {
        List<ItemWish> wanted = wishes();
        ItemWish gone = wanted.remove(at);
        arrange(wanted, Texts.of("cue.removed", title(gone)), () -> {});
    }

    private static String title(ItemWish wish) {
        return Objects.requireNonNullElse(wish.title(), "");
    }

    private void arrange(List<ItemWish> wanted, String words, Runnable kept) {
        CueRows.Sheet before = shown;
        Integer version = before == null ? null : before.version();
        List<CueRows.Item> was = before == null ? List.of() : before.items();
        ClaimAsk.press(() -> rooms.cues().arrange(show, new SheetWish(version, wanted)), outcome -> {
            boolean worked = Parts.showed(outcome);
            refresh();
            if (worked) {
                kept.run();
                Undo.offer(words, () -> again(was), this::refresh);
            }
        });
    }

    private Outcome<?> again(List<CueRows.Item> was) {
        return rooms.cues()
                .arrange(show, new SheetWish(null, CuePanes.again(rooms.cues().of(show), was)));
    }
}
