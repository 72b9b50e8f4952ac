package live.onair.ui.chatrules;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import live.onair.chatrules.ChatRules;
import live.onair.chatrules.ChatRules.LineVerdict;
import live.onair.chatrules.ChatRules.RuleHit;
import live.onair.scheduling.Shows;
import live.onair.ui.Parts;
import live.onair.ui.Texts;

/** What the filter makes of a line while it is typed, and why. */
class TestPane extends Div {

    private static final int LONGEST = 300;
    private static final int PAUSE = 250;

    private final transient ChatRules rules;
    private final ShowChoice show;
    private final TextField line = new TextField();
    private final Div said = Parts.box("col");

    TestPane(ChatRules rules, Shows shows) {
        this.rules = rules;
        this.show = new ShowChoice(shows, "test-show");
        addClassNames("pane", "on-rule-test");
        line.setId("test-line");
        line.setAriaLabel(Texts.of("chatrules.test.line"));
        line.setPlaceholder(Texts.of("chatrules.test.line"));
        line.setMaxLength(LONGEST);
        line.setClearButtonVisible(true);
        line.addClassName("grow");
        line.setValueChangeMode(ValueChangeMode.LAZY);
        line.setValueChangeTimeout(PAUSE);
        line.addValueChangeListener(e -> test());
        show.addValueChangeListener(e -> test());
        said.setId("test-said");
        said.getElement().setAttribute("aria-live", "polite");
        add(Parts.box("ph2", new H2(Texts.of("chatrules.test"))), Parts.box("row on-wrap on-pad", line, show), said);
    }

    private void test() {
        said.removeAll();
        if (line.getValue().isBlank()) {
            return;
        }
        var outcome = rules.test(show.show(), line.getValue());
        if (!outcome.isDone()) {
            said.add(Parts.text(Parts.sentences(outcome.why()), "c2", "t13"));
            return;
        }
        LineVerdict verdict = outcome.orThrow();
        said.add(Parts.box(
                "row on-pad", ChatRulesView.action(verdict.action()), Parts.text(seen(verdict), "tx", "t13")));
        if (verdict.hits().isEmpty()) {
            said.add(Parts.text(Texts.of("chatrules.test.clean"), "c2", "t13", "on-pad"));
        }
        verdict.hits().forEach(hit -> said.add(row(hit)));
    }

    /** What viewers read of it, if anything. */
    private static String seen(LineVerdict verdict) {
        return switch (verdict.action()) {
            case ALLOW, FLAG, MASK -> Texts.of("chatrules.test.seen", verdict.text());
            case HOLD -> Texts.of("chatrules.test.held");
            case BLOCK -> Texts.of("chatrules.test.blocked");
        };
    }

    private static Div row(RuleHit hit) {
        Span name = Parts.text(RuleNames.of(hit.rule(), hit.note()), "b");
        name.getElement().setAttribute("title", hit.rule());
        return Parts.box(
                "row on-wrap on-pad t13",
                Parts.text(hit.words(), "b", "tx"),
                ChatRulesView.action(hit.action()),
                name,
                Parts.text(Texts.of("chatrules.steps", RuleNames.steps(hit.steps())), "c2"));
    }
}
