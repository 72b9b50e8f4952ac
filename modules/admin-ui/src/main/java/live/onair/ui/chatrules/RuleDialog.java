package live.onair.ui.chatrules;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import live.onair.chatrules.ChatRules;
import live.onair.chatrules.ChatRules.CaughtLine;
import live.onair.chatrules.ChatRules.ChatRule;
import live.onair.chatrules.ChatRules.RuleTrial;
import live.onair.chatrules.ChatRules.RuleWish;
import live.onair.filter.FilterAction;
import live.onair.kernel.Outcome;
import live.onair.scheduling.Shows;
import live.onair.ui.Actions;
import live.onair.ui.Parts;
import live.onair.ui.Texts;
import org.jspecify.annotations.Nullable;

/** Writes a rule: what it would have done in the last shows stands beside it before it counts. */
final class RuleDialog {

    private final transient ChatRules rules;
    private final Dialog dialog;
    private final RadioButtonGroup<FilterAction> action = new RadioButtonGroup<>(Texts.of("chatrules.action"));
    private final TextArea words = area("rule-words", "chatrules.words.each");
    private final TextArea expressions = area("rule-expressions", "chatrules.expressions.each");
    private final TextField note = new TextField(Texts.of("chatrules.note"));
    private final ShowChoice show;
    private final Div tried = Parts.box("col on-rule-tried");
    /** The words whose trial stands there. */
    private transient @Nullable RuleWish seen;

    private RuleDialog(ChatRules rules, Shows shows, String verb) {
        this.rules = rules;
        dialog = new Dialog(verb);
        dialog.setWidth("720px");
        show = new ShowChoice(shows, "rule-show");
        show.setLabel(Texts.of("chatrules.scope"));
        action.setId("rule-action");
        action.setItems(FilterAction.FLAG, FilterAction.MASK, FilterAction.HOLD, FilterAction.BLOCK);
        action.setItemLabelGenerator(one -> Texts.of("chatrules.action.is." + one.name()));
        action.setValue(FilterAction.HOLD);
        words.setHelperText(Texts.of("chatrules.words.help"));
        expressions.setHelperText(Texts.of("chatrules.expressions.help"));
        note.setId("rule-note");
        note.setMaxLength(200);
        note.setWidthFull();
        tried.setId("rule-tried");
        Button attempt = Actions.button(ChatRules.class, "chatRules.tryOut", this::tryOut);
        dialog.add(Parts.box("col on-gap", action, words, expressions, show, note, Parts.box("row", attempt), tried));
    }

    private static TextArea area(String id, String label) {
        TextArea area = new TextArea(Texts.of(label));
        area.setId(id);
        area.setWidthFull();
        area.setMinHeight("84px");
        return area;
    }

    static void add(ChatRules rules, Shows shows, Runnable after) {
        String verb = Actions.label(ChatRules.class, "chatRules.add");
        RuleDialog form = new RuleDialog(rules, shows, verb);
        Button enable = Parts.primary(Texts.of("chatrules.add.on"), "check");
        enable.setId("rule-add-on");
        enable.addClickListener(e -> form.saveTried(
                wish -> rules.add(wish).then(rule -> rules.enable(rule.number())), "chatrules.added.on", after));
        Button keep = Parts.normal(Texts.of("chatrules.add.off"));
        keep.setId("rule-add-off");
        keep.addClickListener(e -> form.save(rules::add, "chatrules.added.off", after));
        form.open(keep, enable);
    }

    static void change(ChatRules rules, Shows shows, ChatRule rule, Runnable after) {
        String verb = Actions.label(ChatRules.class, "chatRules.change");
        RuleDialog form = new RuleDialog(rules, shows, verb);
        form.action.setValue(rule.action());
        form.words.setValue(String.join("\n", rule.words()));
        form.expressions.setValue(String.join("\n", rule.expressions()));
        form.note.setValue(rule.note());
        form.show.show(rule.show());
        Button done = Parts.primary(verb, "check");
        done.setId("rule-change");
        Function<RuleWish, Outcome<ChatRule>> command = wish -> rules.change(rule.number(), wish, rule.version());
        done.addClickListener(e -> {
            if (rule.enabled()) {
                form.saveTried(command, "chatrules.changed.done", after);
            } else {
                form.save(command, "chatrules.changed.done", after);
            }
        });
        form.open(done);
    }

    /** What its words would have done stands there before it counts. */
    static void enable(ChatRules rules, ChatRule rule, Runnable after) {
        RuleWish wish = new RuleWish(rule.show(), rule.action(), rule.words(), rule.expressions(), rule.note());
        Outcome<RuleTrial> trial = rules.tryOut(wish);
        if (!Parts.showed(trial)) {
            return;
        }
        String verb = Actions.label(ChatRules.class, "chatRules.enable");
        Dialog dialog = new Dialog(verb);
        dialog.setWidth("640px");
        Div tried = Parts.box("col on-rule-tried");
        tried.setId("rule-tried");
        fill(tried, trial.orThrow());
        Button done = Parts.primary(verb, "check");
        done.setId("rule-enable");
        done.addClickListener(e -> {
            if (Parts.showed(rules.enable(rule.number()))) {
                dialog.close();
                Parts.done(Texts.of("chatrules.enabled"));
            }
            after.run();
        });
        dialog.add(tried);
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()), done);
        dialog.open();
        done.focus();
    }

    private void open(Button... buttons) {
        dialog.getFooter().add(new Button(Texts.of("dialog.cancel"), e -> dialog.close()));
        Arrays.stream(buttons).forEach(dialog.getFooter()::add);
        dialog.open();
        words.focus();
    }

    private RuleWish wish() {
        return new RuleWish(show.show(), action.getValue(), lines(words), lines(expressions), note.getValue());
    }

    private static List<String> lines(TextArea area) {
        return area.getValue().lines().toList();
    }

    private void save(Function<RuleWish, Outcome<ChatRule>> command, String told, Runnable after) {
        if (Parts.showed(command.apply(wish()))) {
            dialog.close();
            Parts.done(Texts.of(told));
        }
        after.run();
    }

    /** What counts from now on was tried on exactly these words: the first press shows it, the next one lets them count. */
    private void saveTried(Function<RuleWish, Outcome<ChatRule>> command, String told, Runnable after) {
        if (judging(wish()).equals(seen)) {
            save(command, told, after);
            return;
        }
        tryOut();
        if (seen != null) {
            tried.addComponentAsFirst(Parts.text(Texts.of("chatrules.again"), "b", "t13"));
        }
    }

    /** All of a wish by which lines are judged. */
    private static RuleWish judging(RuleWish wish) {
        return new RuleWish(wish.show(), wish.action(), wish.words(), wish.expressions(), null);
    }

    private void tryOut() {
        tried.removeAll();
        seen = null;
        RuleWish wish = wish();
        Outcome<RuleTrial> outcome = rules.tryOut(wish);
        if (Parts.showed(outcome)) {
            seen = judging(wish);
            fill(tried, outcome.orThrow());
        }
    }

    private static void fill(Div tried, RuleTrial trial) {
        if (!isOnSomething(tried, trial.shows(), trial.lines())) {
            return;
        }
        tried.add(Parts.box(
                trial.doubtful() > trial.stopped() ? "note warn" : "note",
                Parts.text(Texts.of("chatrules.tried", trial.caught(), trial.stopped(), trial.doubtful()), "t13")));
        trial.examples()
                .forEach(line -> tried.add(
                        row(line, Texts.of("moderation.state." + line.state().name()))));
    }

    /** Says on how much it was tried. */
    static boolean isOnSomething(Div tried, int shows, int lines) {
        tried.add(Parts.text(Texts.of("chatrules.tried.of", shows, lines), "c2", "t13"));
        if (lines == 0) {
            tried.add(Parts.text(Texts.of("chatrules.tried.nothing"), "t13"));
        }
        return lines > 0;
    }

    /** A line, and its lot in a word. */
    static Div row(CaughtLine line, String lot) {
        return Parts.box(
                "row on-wrap t13",
                Parts.text(lot, "tag"),
                Parts.text(line.text(), "tx"),
                Parts.text(line.name() + " · " + line.show(), "c3", "t12"));
    }
}
