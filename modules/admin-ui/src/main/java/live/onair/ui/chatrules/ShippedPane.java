package live.onair.ui.chatrules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import live.onair.chatrules.ShippedRules;
import live.onair.chatrules.ShippedRules.ShippedRule;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import live.onair.ui.Times;

/** The rules that come with Onair: what they look for, and what differs here. */
class ShippedPane extends Div {

    private final transient ShippedRules rules;
    private final Grid<ShippedRule> grid = new Grid<>();
    private final Span others = Parts.text("", "c2", "t13");
    private transient List<ShippedRule> shown = List.of();

    ShippedPane(ShippedRules rules) {
        this.rules = rules;
        others.setId("shipped-others");
        columns();
        add(Parts.box("ph2", new H2(Texts.of("chatrules.shipped")), others), grid);
        refresh();
    }

    private void columns() {
        grid.setId("shipped-list");
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.addComponentColumn(rule -> Parts.box(
                        "on-thing",
                        Parts.text(name(rule), "b", "t13", "on-thing-name"),
                        Parts.text(words(rule), "c3", "t12")))
                .setHeader(Texts.of("chatrules.shipped.rule"))
                .setFlexGrow(3);
        grid.addComponentColumn(ShippedPane::action)
                .setHeader(Texts.of("chatrules.action"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(ShippedPane::state)
                .setHeader(Texts.of("chatrules.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(rule -> Parts.text(changed(rule), "c2", "t13"))
                .setHeader(Texts.of("chatrules.changed"))
                .setFlexGrow(1);
        grid.addComponentColumn(this::buttons).setWidth("230px").setFlexGrow(0);
    }

    static String name(ShippedRule rule) {
        return RuleNames.of(rule.id(), rule.note());
    }

    private static String words(ShippedRule rule) {
        List<String> parts = new ArrayList<>();
        parts.add(Texts.of("chatrules.shipped.words", rule.words().size()));
        rule.added().forEach(word -> parts.add("+" + word));
        rule.leftOut().forEach(word -> parts.add("−" + word));
        return String.join(" · ", parts);
    }

    private static Component action(ShippedRule rule) {
        Component now = ChatRulesView.action(rule.action());
        return rule.action() == rule.shippedAction()
                ? now
                : Parts.box(
                        "row",
                        now,
                        Parts.text(
                                Texts.of(
                                        "chatrules.shipped.was",
                                        Texts.of("chatrules.action."
                                                + rule.shippedAction().name())),
                                "c3",
                                "t12"));
    }

    private static Component state(ShippedRule rule) {
        return rule.enabled()
                ? Parts.state("ok q", "ok", Texts.of("chatrules.on"))
                : Parts.state("warn q", "ban", Texts.of("chatrules.off"));
    }

    private static String changed(ShippedRule rule) {
        return rule.by() == null || rule.changedAt() == null
                ? Texts.of("chatrules.shipped.same")
                : rule.by() + " · " + Times.brief(rule.changedAt());
    }

    private Component buttons(ShippedRule rule) {
        String name = name(rule);
        Button change = Actions.inRow(
                ShippedRules.class,
                "shippedRules.change",
                rule.id(),
                name,
                () -> ShippedDialog.change(rules, rule, this::refresh));
        Button restore = Actions.inRow(
                ShippedRules.class,
                "shippedRules.restore",
                rule.id(),
                name,
                () -> ShippedDialog.restore(rules, rule, this::refresh));
        restore.setVisible(restore.isVisible() && rule.differs());
        return Parts.box("row", change, restore);
    }

    /** Reads them again; only what is other is drawn anew. */
    void refresh() {
        List<ShippedRule> now = rules.list();
        if (!now.equals(shown)) {
            shown = now;
            grid.setItems(now);
            long other = now.stream().filter(ShippedRule::differs).count();
            others.setText(
                    other == 0 ? Texts.of("chatrules.shipped.none") : Texts.of("chatrules.shipped.others", other));
        }
    }
}
