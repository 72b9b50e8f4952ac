package live.onair.ui.moderation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
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
import org.jspecify.annotations.Nullable;

/** The picture beside its chat; from here the host is warned, and the picture is covered or ended. */
class StreamPane extends Div {

    private static final int LONGEST = 300;

    private final transient ControlPicture picture;
    private final transient Prompter prompter;
    private final transient Shows shows;
    private final String show;
    private final Div badge = Parts.box("row");
    private final Div hands = Parts.box("row on-wrap on-pad");
    private final Div seen = Parts.box("on-stream-picture");
    private transient @Nullable Seen drawn;

    /** What the picture, and what the buttons, depend on. */
    private record Seen(String picture, boolean slate, boolean blur) {}

    StreamPane(ControlPicture picture, Prompter prompter, Shows shows, String show) {
        this.picture = picture;
        this.prompter = prompter;
        this.shows = shows;
        this.show = show;
        addClassName("on-stream");
        setId("moderation-stream");
        add(seen, badge, hands);
    }

    void draw() {
        shows.find(show).ifPresent(this::draw);
    }

    private void draw(ShowRows.Show now) {
        Seen state = new Seen(
                picture.state(now), now.airtime().slateOn(), now.airtime().blurOn());
        Seen before = drawn;
        if (state.equals(before)) {
            return;
        }
        drawn = state;
        if (before == null || !before.picture().equals(state.picture())) {
            seen.removeAll();
            seen.add(picture.of(now));
        }
        badge.removeAll();
        badge.add(picture.badge(now), Parts.box("push"), picture.link(now, Texts.of("stream.page")));
        hands.removeAll();
        hands.add(Keys.on(Actions.button(Prompter.class, "prompter.tell", this::warn), "w"));
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
