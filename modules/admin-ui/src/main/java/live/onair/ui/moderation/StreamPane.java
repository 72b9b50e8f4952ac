package live.onair.ui.moderation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import live.onair.cues.CueRows.Level;
import live.onair.cues.Prompter;
import live.onair.scheduling.ShowRows;
import live.onair.scheduling.Shows;
import live.onair.ui.Actions;
import live.onair.ui.Keys;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.adreview.ClaimAsk;
import live.onair.ui.scheduling.ControlPicture;
import live.onair.ui.scheduling.WallTiles;
import org.jspecify.annotations.Nullable;

/**
 * The shows that are sent, one, four or nine of them, beside the chat of one. From here its host is warned, and its picture is
 * covered or ended.
 */
class StreamPane extends Div {

    private static final int LONGEST = 300;

    private final transient ControlPicture picture;
    private final transient Prompter prompter;
    private final transient Shows shows;
    private final transient WallTiles tiles;
    private final RadioButtonGroup<String> size = WallTiles.sizes(chosen -> sized());
    private final Button next = Keys.on(new Button(Texts.of("moderation.next"), e -> next()), "g");
    private final Div badge = Parts.box("row");
    private final Div hands = Parts.box("row on-wrap on-pad");
    private transient Consumer<String> choice = chosen -> {};
    private transient Runnable resized = () -> {};
    private String show = "";
    private transient @Nullable Seen drawn;

    /** What the buttons depend on. */
    private record Seen(String show, String picture, boolean slate, boolean blur) {}

    StreamPane(ControlPicture picture, Prompter prompter, Shows shows, WallTiles tiles) {
        this.picture = picture;
        this.prompter = prompter;
        this.shows = shows;
        this.tiles = tiles;
        addClassNames("pane", "on-stream");
        setId("moderation-stream");
        next.setId("moderation-next");
        add(
                Parts.box("ph2", new H2(Texts.of("moderation.wall")), size, Parts.box("push"), tiles.sound()),
                tiles.box(),
                badge,
                hands);
    }

    /** Tells which show was chosen, and that another number of them is to be seen. */
    void onChoice(Consumer<String> chosen, Runnable resized) {
        choice = chosen;
        this.resized = resized;
        tiles.onChoice("moderation.chatOf", chosen);
    }

    private void sized() {
        resized.run();
        draw();
    }

    /** The chat of the show after this one, of the first after the last. */
    private void next() {
        List<String> running = shows.onAir().stream().map(ShowRows.Show::id).toList();
        if (!running.isEmpty()) {
            choice.accept(running.get((running.indexOf(show) + 1) % running.size()));
        }
    }

    /** So many; another number than offered is the usual one. */
    void many(String wanted) {
        size.setValue(WallTiles.size(wanted));
    }

    String many() {
        return size.getValue();
    }

    void show(String chosen) {
        show = chosen;
        drawn = null;
        badge.removeAll();
        hands.removeAll();
        draw();
    }

    void draw() {
        int most = Integer.parseInt(size.getValue());
        List<ShowRows.Show> running = new ArrayList<>(shows.onAir());
        // the one that is talked about is to be seen, however many there are
        for (int i = most; i < running.size(); i++) {
            if (running.get(i).id().equals(show)) {
                running.add(0, running.remove(i));
            }
        }
        tiles.draw(running, most, "");
        tiles.mark(show);
        shows.find(show).ifPresent(this::draw);
    }

    private void draw(ShowRows.Show now) {
        Seen state = new Seen(
                show, picture.state(now), now.airtime().slateOn(), now.airtime().blurOn());
        if (state.equals(drawn)) {
            return;
        }
        drawn = state;
        badge.removeAll();
        badge.add(
                Parts.text(now.title(), "b", "one"),
                Parts.box("push"),
                next,
                picture.link(now, Texts.of("stream.page")));
        hands.removeAll();
        hands.add(Keys.asking(Actions.button(Prompter.class, "prompter.tell", this::warn), "w"));
        picture.interruptions(now, this::draw).forEach(hands::add);
    }

    /** From a word to a demand: the host reads it, viewers do not. */
    private void warn() {
        Dialog dialog = new Dialog(Actions.label(Prompter.class, "prompter.tell"));
        dialog.setWidth("480px");
        RadioButtonGroup<Level> level = new RadioButtonGroup<>(Texts.of("stream.level"));
        level.setId("host-level");
        level.setItems(Level.values());
        level.setItemLabelGenerator(one -> Texts.of("stream.level." + one.name()));
        level.setValue(Level.NOTE);
        TextArea words = new TextArea(Texts.of("stream.words"));
        words.setId("host-words");
        words.setWidthFull();
        words.setMaxLength(LONGEST);
        Button send = Parts.primary(Actions.label(Prompter.class, "prompter.tell"), "send");
        send.setId("host-send");
        send.addClickListener(
                e -> ClaimAsk.done(() -> prompter.tell(show, level.getValue(), words.getValue()), told -> {
                    dialog.close();
                    Parts.done(Texts.of("stream.told"));
                }));
        dialog.add(level, words);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), send);
        dialog.open();
        words.focus();
    }
}
