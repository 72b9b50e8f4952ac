package live.onair.ui.disputes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import live.onair.disputes.DisputeRows.Gap;
import live.onair.disputes.DisputeRows.Pack;
import live.onair.disputes.DisputeRows.PackPlan;
import live.onair.disputes.DisputeRows.PackState;
import live.onair.disputes.DisputeRows.PlannedPart;
import live.onair.disputes.Disputes;
import live.onair.kernel.Outcome;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;
import org.jspecify.annotations.Nullable;

/** An order number, what a pack of it will be, and the button that makes it. */
final class PlanPane extends Div {

    private final transient Disputes disputes;
    private final transient Runnable changed;
    private final TextField order = new TextField(Texts.of("disputes.order"));
    private final Div plan = Parts.box("sec col on-gap");
    private final Button make;
    private String looked = "";
    private transient @Nullable PackPlan seen;

    PlanPane(Disputes disputes, Runnable changed) {
        this.disputes = disputes;
        this.changed = changed;
        order.setId("dispute-order");
        order.setPlaceholder(Texts.of("disputes.order.example"));
        order.setClearButtonVisible(true);
        order.setMaxLength(40);
        order.addKeyPressListener(Key.ENTER, e -> look(order.getValue()));
        Button look = Parts.primary(Texts.of("disputes.look"), "search");
        look.setId("dispute-look");
        look.addClickListener(e -> look(order.getValue()));
        make = Actions.button(Disputes.class, "disputes.make", this::making);
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        plan.setId("dispute-plan");
        plan.setVisible(false);
        plan.getElement().setAttribute("aria-live", "polite");
        Div ask = Parts.box("sec row on-wrap", order, look);
        ask.getStyle().set("align-items", "flex-end");
        add(ask, plan);
    }

    void look(String number) {
        order.setValue(number);
        looked = "";
        Outcome<PackPlan> outcome = disputes.plan(number);
        order.setInvalid(!outcome.isDone());
        order.setErrorMessage(outcome.isDone() ? null : Parts.sentences(outcome.why()));
        seen = null;
        plan.setVisible(outcome.isDone());
        if (outcome.isDone()) {
            looked = outcome.orThrow().order();
            draw(outcome.orThrow());
        }
    }

    /** The recording is looked at meanwhile, and packs get ready. */
    void refresh() {
        if (!looked.isEmpty()) {
            Outcome<PackPlan> now = disputes.plan(looked);
            if (now.isDone()) {
                draw(now.orThrow());
            }
        }
    }

    private void making() {
        PackPlan now = seen;
        if (now == null) {
            return;
        }
        Outcome<Pack> outcome = disputes.make(now.order(), !now.earlier().isEmpty());
        if (Parts.showed(outcome)) {
            Parts.done(Texts.of("disputes.asked", outcome.orThrow().id()));
        }
        refresh();
        changed.run();
    }

    private void draw(PackPlan now) {
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        plan.removeAll();
        Anchor show = new Anchor("shows/" + now.show(), now.show() + " · " + now.title());
        plan.add(
                Parts.box("row on-wrap", Parts.text(now.order(), "b", "t13"), show),
                Parts.text(String.join(" · ", facts(now)), "c2", "t13"));
        now.parts().forEach(part -> plan.add(line(part)));
        Pack last = now.earlier().isEmpty() ? null : now.earlier().get(0);
        if (last != null) {
            plan.add(Parts.text(Texts.of("disputes.again.why", last.id()), "c2", "t13"));
        }
        plan.add(Parts.text(Texts.of(now.held() ? "disputes.plan.held" : "disputes.plan.holds"), "c2", "t13"));
        make.setText(last == null ? Actions.label(Disputes.class, "disputes.make") : Texts.of("disputes.again"));
        make.setEnabled(last == null || last.state() == PackState.READY);
        plan.add(Parts.box("row", make));
    }

    private static List<String> facts(PackPlan now) {
        List<String> facts = new ArrayList<>();
        facts.add(Texts.of("disputes.plan.at", Times.exact(now.at())));
        if (now.position() != null) {
            facts.add(Texts.of("disputes.plan.position", Times.length(now.position())));
        }
        if (now.from() != null && now.to() != null) {
            facts.add(Texts.of("disputes.plan.clip", Times.length(now.from()), Times.length(now.to())));
        }
        facts.add(Texts.of(
                "disputes.plan.tape",
                Texts.pick(now.tape().state().ko(), now.tape().state().en())));
        return facts;
    }

    private static Component line(PlannedPart part) {
        String name = Texts.pick(part.part().ko(), part.part().en());
        Gap gap = part.gap();
        Component state = gap != null
                ? Parts.state("warn q", "warn", Texts.pick(gap.ko(), gap.en()))
                : part.waits()
                        ? Parts.state("stale q", "wait", Texts.of("disputes.plan.waits"))
                        : Parts.state("ok q", "ok", Texts.of("disputes.plan.there"));
        Div line = Parts.box("row on-wrap", Parts.text(name, "t13"), state);
        line.getElement().setAttribute("data-part", part.part().name());
        return line;
    }
}
