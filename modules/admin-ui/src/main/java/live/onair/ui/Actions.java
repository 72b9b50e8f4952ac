package live.onair.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import live.onair.kernel.Acting;
import live.onair.kernel.Action;
import live.onair.kernel.Guard;

/**
 * Buttons for facade commands: label, danger and roles come from the command itself, so that a button and the rule behind
 * it never disagree.
 */
public final class Actions {

    private static final Map<String, Method> KNOWN = new ConcurrentHashMap<>();

    private Actions() {}

    /** A button that gives the command; hidden from who may not give it. */
    public static Button button(Class<?> facade, String id, Runnable press) {
        Method command = command(facade, id);
        Action action = command.getAnnotation(Action.class);
        Button button = new Button(label(action), e -> press.run());
        button.setId(id.replace('.', '-'));
        button.getElement().setAttribute("data-action", id);
        if (!action.shortcut().isEmpty()) {
            Keys.on(button, action.shortcut());
        }
        button.setVisible(Guard.allows(command, Acting.actor()));
        if (action.danger() == Action.Danger.DANGEROUS) {
            button.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        return button;
    }

    /** A small one in a row of a table: its id and its name for those who listen say which row it is of. */
    public static Button inRow(Class<?> facade, String id, String row, String name, Runnable press) {
        Button button = button(facade, id, press);
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(button.getText() + ": " + name);
        button.setId(button.getId().orElseThrow() + "-" + row);
        return button;
    }

    /** The label of a command in the reader's language. */
    public static String label(Class<?> facade, String id) {
        return label(command(facade, id).getAnnotation(Action.class));
    }

    /** Whether the acting person may give the command. */
    public static boolean isAllowed(Class<?> facade, String id) {
        return Guard.allows(command(facade, id), Acting.actor());
    }

    private static String label(Action action) {
        return Texts.pick(action.ko(), action.en());
    }

    private static Method command(Class<?> facade, String id) {
        return KNOWN.computeIfAbsent(
                id,
                key -> Arrays.stream(facade.getMethods())
                        .filter(m -> m.isAnnotationPresent(Action.class)
                                && m.getAnnotation(Action.class).id().equals(key))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no command " + key + " in " + facade)));
    }
}
