package live.onair.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.util.UUID;
import live.onair.kernel.Outcome;

/** The way back after an act that was carried out at once: a note with a button, for ten seconds. */
public final class Undo {

    /** As long as interface expectation U4 asks for; longer where the machine is so busy that ten seconds are nothing. */
    private static final int SHOWN_MS = 1_000 * Integer.getInteger("onair.undo.seconds", 10);

    private static final String LAST = Undo.class.getName();

    /** A note that closes stays in sight for a moment, out of the server's reach: its key and its id are another's by then. */
    private static final String ONLY_THE_NEWEST = "document.querySelectorAll('[data-action=undo]').forEach(button => {"
            + " if (button.dataset.note !== $0) { button.removeAttribute('id'); button.removeAttribute('data-key'); } })";

    private Undo() {}

    /** Takes the act back. */
    @FunctionalInterface
    public interface Back {
        /** Gives the command that undoes the act; its refusal is shown. */
        Outcome<?> carryOut();
    }

    /** The same for a page that draws itself anew once the way back was tried. */
    public static void offer(String words, Back back, Runnable redraw) {
        offer(words, () -> {
            Outcome<?> undone = back.carryOut();
            redraw.run();
            return undone;
        });
    }

    /** Says what was done and offers to take it back. Only the newest note keeps the key. */
    public static void offer(String words, Back back) {
        UI ui = UI.getCurrent();
        if (ComponentUtil.getData(ui, LAST) instanceof Notification before) {
            before.close();
        }
        Notification note = new Notification();
        note.addThemeVariants(NotificationVariant.LUMO_CONTRAST);
        note.setPosition(Notification.Position.BOTTOM_START);
        note.setDuration(SHOWN_MS);
        Button undo = new Button(Texts.of("undo.back"), e -> {
            note.close();
            if (Parts.showed(back.carryOut())) {
                Parts.done(Texts.of("undo.done"));
            }
        });
        undo.setId("undo");
        undo.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        undo.getElement().setAttribute("data-action", "undo");
        note.add(Parts.box("row on-undo", Parts.text(words), Keys.on(undo, "u")));
        String number = UUID.randomUUID().toString();
        undo.getElement().setAttribute("data-note", number);
        ui.getPage().executeJs(ONLY_THE_NEWEST, number);
        ComponentUtil.setData(ui, LAST, note);
        note.open();
    }
}
