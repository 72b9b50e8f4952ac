package live.onair.ui.moderation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.IntegerField;
import live.onair.moderation.Raids;
import live.onair.moderation.Raids.RaidWatch;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** Asks how many viewers within how long make a raid. */
final class RaidWatchDialog {

    private RaidWatchDialog() {}

    /** What opens it; not there for who may not. */
    static Button button(Raids raids, Runnable after) {
        Button button = Actions.button(Raids.class, "raids.watch", () -> open(raids, after));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private static void open(Raids raids, Runnable after) {
        String verb = Actions.label(Raids.class, "raids.watch");
        RaidWatch now = raids.threshold();
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("400px");
        IntegerField members = field("raid-members", "raid.watch.members", now.members(), 2, 100);
        IntegerField seconds = field("raid-seconds", "raid.watch.seconds", now.seconds(), 10, 600);
        Button done = Parts.primary(Texts.of("dialog.save"), "check");
        done.setId("raid-watch-done");
        done.addClickListener(e -> {
            if (Parts.showed(raids.watch(number(members), number(seconds)))) {
                dialog.close();
                Parts.done(Texts.of("raid.watch.done"));
                after.run();
            }
        });
        dialog.add(Parts.box("col on-gap", Parts.text(Texts.of("raid.watch.why"), "c2", "t13"), members, seconds));
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        members.focus();
    }

    private static IntegerField field(String id, String label, int value, int least, int most) {
        IntegerField field = new IntegerField(Texts.of(label));
        field.setId(id);
        field.setMin(least);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setValue(value);
        return field;
    }

    private static int number(IntegerField field) {
        Integer value = field.getValue();
        return value == null ? 0 : value;
    }
}
