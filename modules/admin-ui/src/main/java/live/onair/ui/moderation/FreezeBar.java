package live.onair.ui.moderation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import live.onair.moderation.Shields;
import live.onair.moderation.Shields.Freeze;
import live.onair.ui.Actions;
import live.onair.ui.Keys;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** A frozen chat, to be seen from afar: by whom, for how long already, and when it thaws by itself. */
class FreezeBar extends Div {

    /** None for the end of the show. */
    private static final int UNTIL_THE_END = 0;

    private static final List<Integer> MINUTES = List.of(UNTIL_THE_END, 5, 10, 30);

    private final transient Shields shields;
    private final transient Clock clock;
    private final String show;
    private final transient Runnable after;
    private final Span words = Parts.text("", "c2", "t13");
    private final Select<Integer> minutes = new Select<>();
    private final Button key;
    private transient Optional<Freeze> now = Optional.empty();

    FreezeBar(Shields shields, Clock clock, String show, Runnable after) {
        this.shields = shields;
        this.clock = clock;
        this.show = show;
        this.after = after;
        setId("chat-frozen");
        addClassNames("row", "on-wrap", "on-frozen");
        getElement().setAttribute("role", "status");
        boolean may = Actions.isAllowed(Shields.class, "shields.freeze");
        minutes.setId("freeze-minutes");
        minutes.setAriaLabel(Texts.of("freeze.thaws"));
        minutes.setItems(MINUTES);
        minutes.setItemLabelGenerator(
                many -> many == UNTIL_THE_END ? Texts.of("freeze.end") : Texts.of("freeze.after", many));
        minutes.setVisible(may);
        minutes.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                freeze(e.getValue());
            }
        });
        Button thaw = Actions.button(Shields.class, "shields.thaw", this::thaw);
        thaw.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div said = Parts.box("col", Parts.text(Texts.of("freeze.title"), "b"), words);
        add(Parts.icon("snow"), said, Parts.box("push"), minutes, thaw);
        setVisible(false);
        key = Keys.on(new Button(Texts.of("moderation.freeze"), Parts.icon("snow"), e -> turn()), "z");
        key.setId("chat-freeze");
        key.getElement().setAttribute("data-action", "shields.freeze");
    }

    /** Freezes, and thaws what is frozen. */
    Button key() {
        return key;
    }

    private void turn() {
        if (now.isPresent()) {
            thaw();
        } else {
            freeze(UNTIL_THE_END);
        }
    }

    private void freeze(int many) {
        Parts.showed(shields.freeze(show, many == UNTIL_THE_END ? null : many));
        after.run();
    }

    private void thaw() {
        if (Parts.showed(shields.thaw(show))) {
            Parts.done(Texts.of("freeze.thawed"));
        }
        after.run();
    }

    void draw(boolean open) {
        Optional<Freeze> before = now;
        now = shields.freezeOf(show);
        key.setEnabled(open && Actions.isAllowed(Shields.class, "shields.freeze"));
        key.getElement().setAttribute("aria-pressed", String.valueOf(now.isPresent()));
        key.setClassName("on-pressed", now.isPresent());
        setVisible(now.isPresent());
        now.ifPresent(freeze -> {
            words.setText(words(freeze, clock.instant()));
            if (!now.equals(before)) {
                chosen(freeze);
            }
        });
    }

    /** What was chosen here stays; what was chosen elsewhere is told in words only. */
    private void chosen(Freeze freeze) {
        if (freeze.until() == null) {
            minutes.setValue(UNTIL_THE_END);
        } else if (minutes.getValue() != null && minutes.getValue() == UNTIL_THE_END) {
            minutes.clear();
        }
    }

    private static String words(Freeze freeze, Instant now) {
        Instant until = freeze.until();
        String since = Texts.of(
                "freeze.since",
                freeze.by(),
                Times.clock(freeze.since()),
                Times.length(Duration.between(freeze.since(), now)));
        return since + " · "
                + (until == null
                        ? Texts.of("freeze.until.end")
                        : Texts.of("freeze.until", Times.clock(until), Times.length(Duration.between(now, until))));
    }
}
