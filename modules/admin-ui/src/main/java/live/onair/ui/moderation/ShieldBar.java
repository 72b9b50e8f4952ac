package live.onair.ui.moderation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Optional;
import live.onair.moderation.ChatSettings;
import live.onair.moderation.Shields;
import live.onair.moderation.Shields.Shield;
import live.onair.moderation.Shields.ShieldSet;
import live.onair.ui.Actions;
import live.onair.ui.Keys;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** The shield of a chat: on and off at one press, and what it brings. */
class ShieldBar extends Div {

    private final transient Shields shields;
    private final String show;
    private final transient Runnable after;
    private final Button raise;
    private final Button lower;
    private final boolean may;
    private transient @Nullable Optional<Shield> drawn;

    ShieldBar(Shields shields, String show, Runnable after) {
        this.shields = shields;
        this.show = show;
        this.after = after;
        addClassNames("row");
        raise = Keys.on(Actions.button(Shields.class, "shields.raise", this::raise), "s");
        lower = Keys.on(Actions.button(Shields.class, "shields.lower", this::lower), "s");
        lower.addClassName("on-pressed");
        may = raise.isVisible();
        Button set = new Button(Parts.icon("gear"), e -> open());
        set.setId("shield-set");
        set.setAriaLabel(Texts.of("shield.set"));
        set.setTooltipText(Texts.of("shield.set"));
        set.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        set.setVisible(Actions.isAllowed(Shields.class, "shields.save"));
        add(raise, lower, set);
    }

    void draw(boolean open) {
        raise.setEnabled(open);
        Optional<Shield> now = shields.of(show);
        if (now.equals(drawn)) {
            return;
        }
        drawn = now;
        raise.setVisible(may && now.isEmpty());
        lower.setVisible(may && now.isPresent());
        now.ifPresent(up -> lower.setTooltipText(Texts.of("shield.since", up.by(), Times.clock(up.since()))));
    }

    private void raise() {
        if (Parts.showed(shields.raise(show))) {
            Parts.done(Texts.of("shield.raised"));
        }
        after.run();
    }

    private void lower() {
        if (Parts.showed(shields.lower(show))) {
            Parts.done(Texts.of("shield.lowered"));
        }
        after.run();
    }

    private void open() {
        ShieldSet now = shields.saved();
        Form form = new Form(now.settings());
        Dialog dialog = new Dialog(Texts.of("shield.set"));
        dialog.setWidth("440px");
        Button save = Parts.primary(Actions.label(Shields.class, "shields.save"), "check");
        save.setId("shields-save");
        save.setVisible(Actions.isAllowed(Shields.class, "shields.save"));
        save.addClickListener(e -> {
            if (Parts.showed(shields.save(form.settings(), now.version()))) {
                dialog.close();
                Parts.done(Texts.of("shield.saved"));
            }
        });
        dialog.add(Parts.text(Texts.of("shield.why"), "c2", "t13"), form);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), save);
        dialog.open();
    }

    /** What the shield brings. */
    private static final class Form extends Div {

        private final IntegerField slow = number("shield-slow", "moderation.slow", 3_600);
        private final IntegerField delay = number("shield-delay", "moderation.delay", 10);
        private final Checkbox frozen = box("shield-frozen", "moderation.freeze");
        private final Checkbox followers = box("shield-followers", "moderation.followers");
        private final Checkbox links = box("shield-links", "moderation.links");
        private final Checkbox repeats = box("shield-repeats", "moderation.repeats");

        Form(ChatSettings now) {
            addClassNames("col", "on-gap");
            slow.setValue(now.slowSeconds());
            delay.setValue(now.delaySeconds());
            frozen.setValue(now.frozen());
            followers.setValue(now.followersOnly());
            links.setValue(now.linksOff());
            repeats.setValue(now.duplicatesOff());
            add(slow, delay, frozen, followers, links, repeats);
        }

        private static IntegerField number(String id, String label, int most) {
            IntegerField field = new IntegerField(Texts.of(label));
            field.setId(id);
            field.setMin(0);
            field.setMax(most);
            field.setSuffixComponent(Parts.text(Texts.of("shield.seconds")));
            return field;
        }

        private static Checkbox box(String id, String label) {
            Checkbox box = new Checkbox(Texts.of(label));
            box.setId(id);
            return box;
        }

        private static int of(IntegerField field) {
            Integer value = field.getValue();
            return value == null ? 0 : value;
        }

        ChatSettings settings() {
            return new ChatSettings(
                    of(slow), frozen.getValue(), followers.getValue(), links.getValue(), repeats.getValue(), of(delay));
        }
    }
}
