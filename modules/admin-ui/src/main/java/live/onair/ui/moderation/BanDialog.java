package live.onair.ui.moderation;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.function.BiConsumer;
import live.onair.moderation.Moderation;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Reasons;
import live.onair.ui.Texts;

/** Asks why somebody is put out of a chat, and when they may come in again. */
final class BanDialog {

    /** As long as the show lasts. */
    static final int FOR_GOOD = 0;

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    private BanDialog() {}

    /** Tells for how many minutes, and why. */
    static void open(BiConsumer<Integer, String> act) {
        String verb = Actions.label(Moderation.class, "moderation.ban");
        RadioButtonGroup<Integer> end = ends();
        Reasons.ask(
                verb,
                Parts.danger(verb, "ban"),
                true,
                why -> act.accept(end.getValue(), why),
                end,
                Parts.text(Texts.of("ban.here"), "c2", "t13"));
    }

    private static RadioButtonGroup<Integer> ends() {
        RadioButtonGroup<Integer> end = new RadioButtonGroup<>(Texts.of("ban.end"));
        end.setId("ban-end");
        end.setItems(HOUR, DAY, FOR_GOOD);
        end.setItemLabelGenerator(minutes -> Texts.of("ban.end." + minutes));
        end.setValue(FOR_GOOD);
        return end;
    }
}
