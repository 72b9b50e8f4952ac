package live.onair.ui.moderation;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.stream.Collectors;
import live.onair.kernel.Acting;
import live.onair.moderation.Duty;
import live.onair.moderation.ModerationRows.HandOver;
import live.onair.moderation.ModerationRows.OnDuty;
import live.onair.scheduling.Shows;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** Who watches chats now; one goes on duty and off it here, and reads what was left behind. */
class DutyBar extends Div {

    private static final int NOTES = 10;
    private static final int LONGEST = 1_000;

    private final transient Duty duty;
    private final transient Shows shows;
    private final Button who = new Button("", Parts.icon("user"), e -> open());
    private final Button begin = Actions.button(Duty.class, "duty.begin", this::begin);
    private final Button end = Actions.button(Duty.class, "duty.end", this::end);
    private final boolean may = begin.isVisible();
    private transient @Nullable List<OnDuty> drawn;

    DutyBar(Duty duty, Shows shows) {
        this.duty = duty;
        this.shows = shows;
        addClassNames("row", "push");
        who.setId("duty-who");
        who.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(who, begin, end);
    }

    void draw() {
        List<OnDuty> now = duty.now();
        if (now.equals(drawn)) {
            return;
        }
        drawn = now;
        who.setText(Texts.of("duty.count", now.size()));
        who.setClassName("on-nobody", now.isEmpty());
        boolean me = now.stream().anyMatch(one -> one.person().equals(self()));
        begin.setVisible(may && !me);
        end.setVisible(may && me);
    }

    private static String self() {
        return Acting.actor().id();
    }

    private void begin() {
        if (Parts.showed(duty.begin())) {
            Parts.done(Texts.of("duty.begun"));
            if (!duty.handOvers(1).isEmpty()) {
                open();
            }
        }
        draw();
    }

    private void end() {
        Dialog dialog = new Dialog(Actions.label(Duty.class, "duty.end"));
        dialog.setWidth("480px");
        TextArea note = new TextArea(Texts.of("duty.note"));
        note.setId("duty-note");
        note.setHelperText(Texts.of("duty.note.why"));
        note.setWidthFull();
        note.setMaxLength(LONGEST);
        Button done = Parts.primary(Actions.label(Duty.class, "duty.end"), "check");
        done.setId("duty-done");
        done.addClickListener(e -> {
            if (Parts.showed(duty.end(note.getValue()))) {
                dialog.close();
                Parts.done(Texts.of("duty.ended"));
            }
            draw();
        });
        dialog.add(remains(), note);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        note.focus();
    }

    private Div remains() {
        List<OnDuty> others =
                duty.now().stream().filter(one -> !one.person().equals(self())).toList();
        Div line = Parts.box(others.isEmpty() && !shows.onAir().isEmpty() ? "note warn" : "note");
        line.setId("duty-remains");
        String names = others.stream().map(OnDuty::name).collect(Collectors.joining(", "));
        String nobody = shows.onAir().isEmpty() ? "duty.remains.quiet" : "duty.remains.nobody";
        line.add(Parts.text(others.isEmpty() ? Texts.of(nobody) : Texts.of("duty.remains", names), "t13"));
        return line;
    }

    private void open() {
        Dialog dialog = new Dialog(Texts.of("duty.title"));
        dialog.setWidth("520px");
        List<OnDuty> now = duty.now();
        Div list = Parts.box("col");
        list.setId("duty-list");
        if (now.isEmpty()) {
            list.add(Parts.empty(Texts.of("duty.nobody"), Texts.of("duty.nobody.why")));
        }
        now.forEach(one -> list.add(Parts.box(
                "row t13",
                Parts.text(one.name(), "b"),
                Parts.text(Texts.of("duty.since", Times.brief(one.since()), one.deeds()), "c2"))));
        list.add(Parts.text(Texts.of("duty.notes"), "b", "t13"));
        List<HandOver> notes = duty.handOvers(NOTES);
        if (notes.isEmpty()) {
            list.add(Parts.text(Texts.of("duty.notes.none"), "c2", "t13"));
        }
        notes.forEach(left -> list.add(Parts.box(
                "t13",
                Parts.text(left.note(), "tx"),
                Parts.text(" · " + left.name() + " · " + Times.brief(left.until()), "c2", "t12"))));
        dialog.add(list);
        dialog.getFooter().add(new Button(Texts.of("sheet.close"), e -> dialog.close()));
        dialog.open();
    }
}
