package live.onair.ui.moderation;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import live.onair.moderation.Announcements;
import live.onair.moderation.Announcements.CannedReply;
import live.onair.moderation.Announcements.Style;
import live.onair.ui.Actions;
import live.onair.ui.Keys;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.adreview.ClaimAsk;
import org.jspecify.annotations.Nullable;

/** What a moderator says in the chat: a number brings words that are kept, Enter says them. */
class AnnounceBar extends Div {

    private static final int LONGEST = 300;

    private final transient Announcements announcements;
    private final String show;
    private final transient Runnable after;
    private final Select<Style> style = styles("announce-style");
    private final TextField words = words("announce-words", Texts.of("announce.words"));
    private final Div canned = Parts.box("row on-wrap on-canned");
    private transient @Nullable List<CannedReply> drawn;

    AnnounceBar(Announcements announcements, String show, Runnable after) {
        this.announcements = announcements;
        this.show = show;
        this.after = after;
        addClassNames("col", "on-announce");
        words.addKeyDownListener(Key.ENTER, e -> say());
        Button say = Actions.button(Announcements.class, "announcements.say", this::say);
        Button more =
                new Button(Texts.of("announce.more"), e -> new AnnounceDialog(announcements, show, this::draw).open());
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        more.setId("announce-more");
        add(canned, Parts.box("row on-wrap", style, words, say, more));
        setVisible(Actions.isAllowed(Announcements.class, "announcements.say"));
    }

    /** A field for words that may be said. */
    static TextField words(String id, String label) {
        TextField words = new TextField();
        words.setId(id);
        words.setAriaLabel(label);
        words.setPlaceholder(label);
        words.setMaxLength(LONGEST);
        words.addClassName("grow");
        return words;
    }

    static Select<Style> styles(String id) {
        Select<Style> style = new Select<>();
        style.setId(id);
        style.setAriaLabel(Texts.of("announce.style"));
        style.setItems(Style.values());
        style.setItemLabelGenerator(one -> Texts.of("announce.style." + one.name()));
        style.setValue(Style.STANDARD);
        style.addClassName("on-short");
        return style;
    }

    private void say() {
        ClaimAsk.done(() -> announcements.say(show, style.getValue(), words.getValue()), said -> {
            words.clear();
            style.setValue(Style.STANDARD);
            Parts.done(Texts.of("announce.said"));
            after.run();
        });
    }

    /** Nobody reads it once the chat is over. */
    void open(boolean open) {
        setEnabled(open);
    }

    void draw() {
        List<CannedReply> now = announcements.canned();
        if (now.equals(drawn)) {
            return;
        }
        drawn = now;
        canned.removeAll();
        canned.setVisible(!now.isEmpty());
        now.forEach(one -> canned.add(chip(one)));
    }

    private Button chip(CannedReply one) {
        Button chip = Keys.asking(new Button(one.text(), e -> bring(one)), String.valueOf(one.place()));
        chip.addThemeVariants(ButtonVariant.LUMO_SMALL);
        chip.setId("canned-" + one.place());
        chip.setTooltipText(one.text());
        return chip;
    }

    private void bring(CannedReply one) {
        style.setValue(one.style());
        words.setValue(one.text());
        words.focus();
    }
}
