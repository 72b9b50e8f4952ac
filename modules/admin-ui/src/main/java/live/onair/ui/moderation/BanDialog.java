package live.onair.ui.moderation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.function.Consumer;
import live.onair.moderation.Moderation;
import live.onair.moderation.ModerationRows.ChatPerson;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Reasons;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Asks why somebody is put out, of which chats, and when they may come in again. */
final class BanDialog {

    private static final int FOR_GOOD = 0;
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    private BanDialog() {}

    /**
     * What was chosen.
     *
     * @param minutes null for as long as it may be
     */
    record Wish(boolean everywhere, @Nullable Integer minutes, String why) {}

    /** Tells what was chosen; before that it says what it does. */
    static void open(String name, ChatPerson person, Consumer<Wish> act) {
        String here = Actions.label(Moderation.class, "moderation.ban");
        Button done = Parts.danger(here, "ban");
        RadioButtonGroup<Boolean> scope = scope();
        RadioButtonGroup<Integer> end = new RadioButtonGroup<>(Texts.of("ban.end"));
        end.setId("ban-end");
        end.setWidthFull();
        Span plan = Parts.text("", "c2", "t13");
        plan.setId("ban-plan");
        plan.getElement().setAttribute("aria-live", "polite");
        Runnable draw = () -> {
            boolean all = scope.getValue();
            ends(end, all);
            plan.setText(all ? everywhere(name, person) : Texts.of("ban.here"));
            done.setText(all ? Actions.label(Moderation.class, "moderation.banEverywhere") : here);
        };
        scope.addValueChangeListener(e -> draw.run());
        scope.setVisible(Actions.isAllowed(Moderation.class, "moderation.banEverywhere"));
        draw.run();
        Reasons.ask(
                here, done, true, why -> act.accept(new Wish(scope.getValue(), minutes(end), why)), scope, end, plan);
    }

    private static @Nullable Integer minutes(RadioButtonGroup<Integer> end) {
        return end.getValue() == FOR_GOOD ? null : end.getValue();
    }

    private static RadioButtonGroup<Boolean> scope() {
        RadioButtonGroup<Boolean> scope = new RadioButtonGroup<>(Texts.of("ban.scope"));
        scope.setId("ban-scope");
        scope.setWidthFull();
        scope.setItems(false, true);
        scope.setItemLabelGenerator(all -> Texts.of(all ? "ban.scope.all" : "ban.scope.here"));
        scope.setValue(false);
        return scope;
    }

    /** The longest ends with the show, or when somebody lifts it; what was chosen before stays. */
    private static void ends(RadioButtonGroup<Integer> end, boolean all) {
        Integer before = end.getValue();
        end.setItems(HOUR, DAY, FOR_GOOD);
        end.setItemLabelGenerator(
                minutes -> Texts.of(all && minutes == FOR_GOOD ? "ban.end.lifted" : "ban.end." + minutes));
        end.setValue(before == null ? Integer.valueOf(FOR_GOOD) : before);
    }

    /** The plan: how many chats it reaches at once, and what it reaches later. */
    private static String everywhere(String name, ChatPerson person) {
        return Texts.of("ban.everywhere", name, person.open(), person.openIn());
    }
}
