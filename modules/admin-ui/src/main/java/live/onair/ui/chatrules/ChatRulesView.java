package live.onair.ui.chatrules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import live.onair.chatrules.ChatRules;
import live.onair.chatrules.ChatRules.ChatRule;
import live.onair.chatrules.ChatRules.RuleEdition;
import live.onair.chatrules.ShippedRules;
import live.onair.filter.FilterAction;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Shows;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Pulse;
import live.onair.ui.Reasons;
import live.onair.ui.Shell;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The rules of the chats' filter: those that are written here, and those that come with Onair. */
@Route(value = "chat-rules", layout = Shell.class)
@PermitAll
@Dependent
class ChatRulesView extends Div implements HasDynamicTitle {

    private static final int FEW = 20;

    private final transient ChatRules rules;
    private final transient Shows shows;
    private final Grid<ChatRule> grid = new Grid<>();
    private final Div empty = Parts.empty(Texts.of("chatrules.none"), Texts.of("chatrules.none.why"));
    private final Span state = Parts.text("", "c2", "t13");
    private final ShippedPane shipped;
    private transient List<ChatRule> shown = List.of();

    @Inject
    ChatRulesView(ChatRules rules, ShippedRules shippedRules, Shows shows, Pulse pulse) {
        this.rules = rules;
        this.shows = shows;
        shipped = new ShippedPane(shippedRules);
        addClassName("on-page");
        state.setId("rules-state");
        Button add =
                Actions.button(ChatRules.class, "chatRules.add", () -> RuleDialog.add(rules, shows, this::refresh));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        columns();
        add(
                Parts.box("tool on-wrap", new H1(Texts.of("nav.chatrules")), state, Parts.box("push"), add),
                new TestPane(rules, shows),
                Parts.box("ph2", new H2(Texts.of("chatrules.own"))),
                empty,
                grid,
                shipped);
        refresh();
        pulse.every(this, this::refresh);
    }

    private void columns() {
        grid.setId("rule-list");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.addComponentColumn(rule -> Parts.box(
                        "on-thing",
                        Parts.text(words(rule), "b", "t13", "on-thing-name"),
                        Parts.text(rule.note().isEmpty() ? rule.id() : rule.id() + " · " + rule.note(), "c3", "t12")))
                .setHeader(Texts.of("chatrules.words"))
                .setFlexGrow(3);
        grid.addComponentColumn(rule -> action(rule.action()))
                .setHeader(Texts.of("chatrules.action"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(rule -> rule.show() == null ? Texts.of("chatrules.all") : rule.show())
                .setHeader(Texts.of("chatrules.scope"))
                .setFlexGrow(1);
        grid.addComponentColumn(ChatRulesView::state)
                .setHeader(Texts.of("chatrules.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(rule -> Parts.text(rule.by() + " · " + Times.brief(rule.changedAt()), "c2", "t13"))
                .setHeader(Texts.of("chatrules.changed"))
                .setFlexGrow(1);
        grid.addComponentColumn(this::buttons).setAutoWidth(true).setFlexGrow(0);
    }

    private static Component state(ChatRule rule) {
        if (!rule.sound()) {
            return Parts.state("fault q", "fault", Texts.of("chatrules.unsound"));
        }
        return rule.enabled()
                ? Parts.state("ok q", "ok", Texts.of("chatrules.on"))
                : Parts.state("ended q", "ban", Texts.of("chatrules.off"));
    }

    private static String words(ChatRule rule) {
        List<String> all = new ArrayList<>(rule.words());
        rule.expressions().forEach(one -> all.add("/" + one + "/"));
        return String.join(", ", all);
    }

    /** What becomes of a line, in a word. */
    static Component action(FilterAction action) {
        String look = switch (action) {
            case ALLOW -> "ok";
            case FLAG, MASK -> "w";
            case HOLD, BLOCK -> "f";
        };
        return Parts.text(Texts.of("chatrules.action." + action.name()), "tag", look);
    }

    private Component buttons(ChatRule rule) {
        String number = String.valueOf(rule.number());
        String name = words(rule);
        Button turn = rule.enabled()
                ? Actions.inRow(
                        ChatRules.class,
                        "chatRules.disable",
                        number,
                        name,
                        () -> done(rules.disable(rule.number()), "chatrules.disabled"))
                : Actions.inRow(
                        ChatRules.class,
                        "chatRules.enable",
                        number,
                        name,
                        () -> RuleDialog.enable(rules, rule, this::refresh));
        Button change = Actions.inRow(
                ChatRules.class,
                "chatRules.change",
                number,
                name,
                () -> RuleDialog.change(rules, shows, rule, this::refresh));
        return Parts.box("row", turn, change, remove(rule, number, name));
    }

    private Button remove(ChatRule rule, String number, String name) {
        String verb = Actions.label(ChatRules.class, "chatRules.remove");
        Runnable gone = () -> done(rules.remove(rule.number()), "chatrules.removed");
        return Actions.inRow(
                ChatRules.class,
                "chatRules.remove",
                number,
                name,
                () -> Reasons.certain(verb, Texts.of("chatrules.remove.why", name), gone));
    }

    private void done(Outcome<?> outcome, String words) {
        if (Parts.showed(outcome)) {
            Parts.done(Texts.of(words));
        }
        refresh();
    }

    private void refresh() {
        RuleEdition edition = rules.edition();
        boolean told = edition.told() == edition.number();
        state.setText(Texts.of(told ? "chatrules.told" : "chatrules.untold", edition.shipped()));
        state.setClassName("on-nobody", !told);
        shipped.refresh();
        List<ChatRule> now = rules.list();
        empty.setVisible(now.isEmpty());
        grid.setVisible(!now.isEmpty());
        if (!now.equals(shown)) {
            shown = now;
            grid.setItems(now);
            // more than fit a page scroll by themselves
            grid.setAllRowsVisible(now.size() <= FEW);
        }
    }

    @Override
    public String getPageTitle() {
        return Texts.of("nav.chatrules") + " · Onair";
    }
}
