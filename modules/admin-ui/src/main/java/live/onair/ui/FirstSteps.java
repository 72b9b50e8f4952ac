package live.onair.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import live.onair.audit.AuditLog;
import live.onair.kernel.Acting;
import live.onair.kernel.Actor;
import live.onair.kernel.Role;

/**
 * What somebody new does first, by role. A step checks itself off: the event log knows whether this person has done it.
 * Hidden for good once it is closed, or when all is done.
 */
public final class FirstSteps extends Div {

    private static final String HIDDEN = "steps.hidden";

    private record Step(String words, String kind, String path) {}

    private final transient Preferences preferences;
    private final transient AuditLog log;

    /** The card of the acting person; empty when there is nothing left to show. */
    public FirstSteps(Preferences preferences, AuditLog log) {
        this.preferences = preferences;
        this.log = log;
        addClassName("on-steps-card");
        setId("first-steps");
        refresh();
    }

    /** Looks again what is done. */
    public void refresh() {
        removeAll();
        List<Step> steps = steps(Acting.actor());
        Set<String> done = log.doneByMe(steps.stream().map(Step::kind).collect(Collectors.toSet()));
        boolean all = steps.stream().allMatch(s -> done.contains(s.kind()));
        boolean hidden = preferences.chosen(HIDDEN).isPresent();
        setVisible(!hidden && !all && !steps.isEmpty());
        if (!isVisible()) {
            return;
        }
        OrderedList list = new OrderedList();
        steps.forEach(step -> list.add(line(step, done.contains(step.kind()))));
        Button hide = new Button(Texts.of("steps.hide"), e -> {
            preferences.choose(HIDDEN, "yes");
            setVisible(false);
        });
        hide.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        hide.setId("steps-hide");
        add(Parts.box("row", new H3(Texts.of("steps.title")), Parts.box("push"), hide), list);
    }

    private static ListItem line(Step step, boolean done) {
        Anchor link = new Anchor(step.path(), Texts.of(step.words()));
        link.setRouterIgnore(false);
        ListItem line = new ListItem(Parts.icon(done ? "ok" : "wait"), link);
        line.setClassName("done", done);
        line.getElement().setAttribute("data-step", step.kind());
        line.getElement().setAttribute("data-done", String.valueOf(done));
        return line;
    }

    private static List<Step> steps(Actor actor) {
        List<Step> steps = new ArrayList<>();
        if (actor.isOneOf(Role.MERCHANDISER)) {
            steps.add(new Step("step.schedule", "show.Scheduled", "schedule"));
            steps.add(new Step("step.move", "show.Moved", "schedule"));
            steps.add(new Step("step.submit", "show.Submitted", "shows?state=DRAFT"));
            steps.add(new Step("step.approve", "show.Approved", "shows?state=IN_REVIEW"));
        }
        if (actor.isOneOf(Role.OPS, Role.MODERATOR)) {
            steps.add(new Step("step.acknowledge", "interruption.Acknowledged", "wall"));
        }
        if (actor.isOneOf(Role.OPS)) {
            steps.add(new Step("step.key", "resource.KeyRotated", "channels"));
        }
        if (actor.isOneOf(Role.AUDITOR, Role.OPS)) {
            steps.add(new Step("step.verify", "audit.Verified", "audit"));
        }
        if (actor.isOneOf(Role.ADMIN)) {
            steps.add(new Step("step.account", "identity.AccountCreated", "people"));
            steps.add(new Step("step.approve", "show.Approved", "shows?state=IN_REVIEW"));
        }
        steps.add(new Step("step.view", "identity.ViewSaved", "shows"));
        return List.copyOf(steps);
    }
}
