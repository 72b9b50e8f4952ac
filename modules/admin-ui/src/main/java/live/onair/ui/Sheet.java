package live.onair.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import live.onair.kernel.Outcome;
import live.onair.kernel.Plan;

/**
 * The sheet before a dangerous act, in fixed order: what changes, whom it hurts, whether it can be taken back, the name
 * typed, the reason. Enter never fires the act; the button says what is still missing.
 */
public final class Sheet extends Dialog {

    /** The act behind the sheet. */
    @FunctionalInterface
    public interface Act {
        /** Carries it out with what was typed and why. */
        Outcome<?> carryOut(String typed, String reason);
    }

    private final long madeNanos = System.nanoTime();
    private final TextField typed = new TextField();
    private final TextArea reason = new TextArea(Texts.of("sheet.reason"));
    private final Button act;
    private final String name;
    private final String verb;
    private boolean expired;

    /** A sheet titled with the verb, for the thing of this name. */
    public Sheet(String verb, String name, Act wanted) {
        this.verb = verb;
        this.name = name;
        setHeaderTitle(verb);
        setWidth("640px");
        setCloseOnOutsideClick(false);
        typed.setLabel(Texts.of("sheet.type", name));
        typed.setId("sheet-typed");
        Help.on(typed, "sheet.typed");
        typed.setWidthFull();
        typed.setValueChangeMode(ValueChangeMode.EAGER);
        typed.addValueChangeListener(e -> look());
        reason.setId("sheet-reason");
        Help.on(reason, "reason");
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.addValueChangeListener(e -> look());
        act = new Button(verb, e -> {
            if (isOld()) {
                look();
            } else if (Parts.showed(wanted.carryOut(typed.getValue(), reason.getValue()))) {
                close();
            }
        });
        act.setId("sheet-act");
        act.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_PRIMARY);
        Button close = new Button(Texts.of("sheet.close"), e -> close());
        getFooter().add(close, act);
        look();
    }

    private boolean isOld() {
        return expired || System.nanoTime() - madeNanos > Plan.COUNTS.toNanos();
    }

    /** The plan is too old to go by. */
    @ClientCallable
    public void expire() {
        expired = true;
        look();
    }

    /** What changes, whom it hurts, and how it is taken back. */
    public Sheet plan(String before, String after, String hurts, String back) {
        Div plan = Parts.box(
                "on-plan",
                line("sheet.change", before + " → " + after),
                line("sheet.hurts", hurts),
                line("sheet.back", back));
        addComponentAsFirst(plan);
        getElement().executeJs("setTimeout(() => this.$server.expire(), $0)", (int) Plan.COUNTS.toMillis());
        add(typed, reason);
        return this;
    }

    /** A line of a plan. */
    public static Component line(String key, String words) {
        return Parts.box("on-plan-line", Parts.text(Texts.of(key), "c3", "t12"), Parts.text(words, "t13"));
    }

    private void look() {
        if (isOld()) {
            act.setEnabled(false);
            act.setText(Texts.of("sheet.expired"));
            return;
        }
        boolean named = typed.getValue().strip().equals(name);
        boolean reasoned = !reason.getValue().isBlank();
        act.setEnabled(named && reasoned);
        String missing = named ? Texts.of("sheet.missingReason") : Texts.of("sheet.missingName");
        act.setText(named && reasoned ? verb : missing);
    }
}
