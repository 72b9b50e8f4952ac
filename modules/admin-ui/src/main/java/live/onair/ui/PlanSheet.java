package live.onair.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.function.Function;
import java.util.function.Supplier;
import live.onair.kernel.Outcome;
import live.onair.kernel.Plan;
import org.jspecify.annotations.Nullable;

/**
 * The sheet before a press that calls a backend: what changes, the exact calls, and the button that takes their plan with it.
 * It opens at once and is filled when the plan is made, since a backend may take seconds to be looked at. Where no plan could
 * be made, and after two minutes, the button makes it anew.
 */
public final class PlanSheet extends Dialog {

    /** A plan that is shown: its hash, and what there is to read of it. */
    public record Shown(String hash, Div calls) {}

    private final String verb;
    private final Supplier<Outcome<Shown>> plan;
    private final Function<String, Outcome<?>> press;
    private final Div fields = Parts.box("col on-gap");
    private final Div calls = Parts.box("col");
    private final Button act;
    private @Nullable String hash;
    private long madeNanos;
    private int times;

    /**
     * A sheet.
     *
     * @param verb what the button says
     * @param plan makes the plan, each time it is needed
     * @param press carries it out with the plan's hash; the sheet closes when it is done
     */
    public PlanSheet(String title, String verb, Supplier<Outcome<Shown>> plan, Function<String, Outcome<?>> press) {
        this.verb = verb;
        this.plan = plan;
        this.press = press;
        setHeaderTitle(title);
        setWidth("640px");
        setCloseOnOutsideClick(false);
        act = Parts.primary(verb, "check");
        act.setId("plan-act");
        act.addClickListener(e -> act());
        fields.setVisible(false);
        add(fields, calls);
        getFooter().add(new Button(Texts.of("dialog.cancel"), e -> close()), act);
        making();
    }

    /** What stands above the calls: words, or fields that the plan depends on. */
    public PlanSheet with(Component... parts) {
        fields.setVisible(true);
        fields.add(parts);
        return this;
    }

    /** The button under another id. */
    public PlanSheet named(String id) {
        act.setId(id);
        return this;
    }

    /** Opens it and has the plan made. */
    public PlanSheet shown() {
        open();
        renew();
        return this;
    }

    /** Has the plan made anew: what it depends on has changed. */
    public void renew() {
        making();
        calls.getElement().executeJs("return true").then(there -> make());
    }

    /** The plan is too old to go by. */
    @ClientCallable
    public void expire(int made) {
        if (made == times) {
            old();
        }
    }

    private void making() {
        hash = null;
        act.setEnabled(false);
        act.setText(verb);
        calls.removeAll();
        calls.add(Parts.text(Texts.of("plan.making"), "c2", "t13"));
    }

    private void make() {
        old();
        act.setEnabled(true);
        Outcome<Shown> made = plan.get();
        calls.removeAll();
        if (!made.isDone()) {
            Div note = Parts.box("note warn", Parts.text(Parts.sentences(made.why()), "t13"));
            note.setId("plan-calls");
            calls.add(note);
            return;
        }
        hash = made.orThrow().hash();
        madeNanos = System.nanoTime();
        times++;
        calls.add(made.orThrow().calls());
        act.setText(verb);
        getElement().executeJs("setTimeout(() => this.$server.expire($1), $0)", (int) Plan.COUNTS.toMillis(), times);
    }

    private void old() {
        hash = null;
        act.setText(Texts.of("plan.again"));
    }

    private void act() {
        if (hash != null && System.nanoTime() - madeNanos > Plan.COUNTS.toNanos()) {
            old();
        } else if (hash == null) {
            renew();
        } else if (Parts.showed(press.apply(hash))) {
            close();
        } else {
            renew();
        }
    }
}
