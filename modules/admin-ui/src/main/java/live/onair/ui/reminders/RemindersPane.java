package live.onair.ui.reminders;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import live.onair.kernel.Outcome;
import live.onair.reminders.ReminderRows.Board;
import live.onair.reminders.ReminderRows.Push;
import live.onair.reminders.ReminderRows.PushState;
import live.onair.reminders.Reminders;
import live.onair.sheets.Sheet;
import live.onair.ui.Actions;
import live.onair.ui.Downloads;
import live.onair.ui.Help;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import live.onair.ui.Undo;
import org.jspecify.annotations.Nullable;

/** How many want to be told of a show, and the three messages before it, each of which may be taken out. */
public final class RemindersPane extends Div {

    private final transient Reminders reminders;
    private final String show;
    private final H2 title = new H2();
    private final Span agreed = Parts.text("", "t12", "c2");
    private final Div list = Parts.box("on-cards");
    private transient @Nullable Board seen;

    /** Draws itself anew when something has changed. */
    public RemindersPane(Reminders reminders, String show, Pulse pulse) {
        this.reminders = reminders;
        this.show = show;
        addClassNames("pane", "on-cards-pane");
        setId("reminders");
        Button export = Actions.button(Reminders.class, "reminders.export", this::exporting);
        export.setText(Texts.of("reminders.export"));
        export.setId("reminders-export");
        export.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add(Parts.box("ph2 on-wrap", title, agreed, Parts.box("push"), export), list);
        refresh();
        pulse.every(this, this::refresh);
    }

    private void refresh() {
        Board now = reminders.of(show);
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        title.setText(Texts.of("reminders.title", now.signedUp()));
        agreed.setText(Texts.of("reminders.agreed", now.ads(), now.night()));
        list.removeAll();
        now.pushes().forEach(push -> list.add(line(push)));
        if (now.pushes().isEmpty()) {
            list.add(Parts.empty(Texts.of("reminders.none"), Texts.of("reminders.none.why")));
        }
    }

    private Div line(Push push) {
        Div words = Parts.box(
                "on-card-words",
                Parts.text(
                        Texts.pick(push.kind().ko(), push.kind().en()) + " · " + Times.brief(push.dueAt()), "b", "t13"),
                Parts.text(push.words(), "t12", "c2"),
                Parts.box("row-s on-wrap", state(push), Parts.text(count(push), "t12", "c2")));
        Div hand = Parts.box("row-s on-card-hand");
        Button press = push.state() == PushState.SKIPPED
                ? Actions.button(Reminders.class, "reminders.plan", () -> act(push, true))
                : Actions.button(Reminders.class, "reminders.skip", () -> act(push, false));
        press.setId("reminder-press-" + push.kind());
        press.addThemeVariants(ButtonVariant.LUMO_SMALL);
        press.setAriaLabel(press.getText() + ": "
                + Texts.pick(push.kind().ko(), push.kind().en()));
        if (push.state() != PushState.SENT) {
            hand.add(press);
        }
        Div line = Parts.box("on-note-card", words, hand);
        line.getElement()
                .setAttribute("data-push", push.kind().name())
                .setAttribute("data-state", push.state().name());
        return line;
    }

    private static Span state(Push push) {
        String word = Texts.pick(push.state().ko(), push.state().en());
        return switch (push.state()) {
            case PLANNED -> Parts.state("standby q", "standby", word);
            case SENT -> Parts.state("ok q", "ok", word);
            case SKIPPED -> Parts.state("ended q", "ended", word + " · " + Texts.pick(push.whyKo(), push.whyEn()));
        };
    }

    private static String count(Push push) {
        return push.state() == PushState.SENT || push.sent() > 0
                ? Texts.of("reminders.sent", push.sent(), push.leftOut())
                : "";
    }

    private void act(Push push, boolean on) {
        Outcome<Push> outcome = on ? reminders.plan(show, push.kind()) : reminders.skip(show, push.kind());
        boolean done = Parts.showed(outcome);
        refresh();
        if (done) {
            String kind = Texts.pick(push.kind().ko(), push.kind().en());
            Undo.offer(Texts.of(on ? "reminders.planned" : "reminders.skipped", kind), () -> {
                Outcome<Push> back = on ? reminders.skip(show, push.kind()) : reminders.plan(show, push.kind());
                refresh();
                return back;
            });
        }
    }

    private void exporting() {
        Dialog dialog = new Dialog(Texts.of("reminders.export"));
        dialog.setWidth("480px");
        TextArea reason = new TextArea(Texts.of("sheet.reason"));
        reason.setId("reminders-reason");
        reason.setWidthFull();
        Help.on(reason, "reminders.reason");
        Button done = Parts.primary(Texts.of("reminders.export"), "check");
        done.setId("reminders-export-done");
        done.addClickListener(e -> {
            Outcome<Reminders.Export> outcome = reminders.export(show, reason.getValue());
            if (Parts.showed(outcome)) {
                dialog.removeAll();
                dialog.getFooter().remove(done);
                dialog.add(file(outcome.orThrow()));
            }
        });
        dialog.add(reason);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        reason.focus();
    }

    private static Div file(Reminders.Export export) {
        Button save = Parts.normal(Texts.of("reminders.file", export.viewers().size()));
        save.setId("reminders-file");
        List<Sheet.Line> lines = new ArrayList<>();
        for (String viewer : export.viewers()) {
            lines.add(new Sheet.Line(lines.size() + 2, List.of(viewer)));
        }
        Sheet sheet = new Sheet(List.of("viewer"), lines);
        return Parts.box("row", Downloads.of(save, () -> "onair-reminders-" + export.show(), () -> sheet));
    }
}
