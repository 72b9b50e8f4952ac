package live.onair.chatrules;

import java.util.ArrayList;
import java.util.List;
import live.onair.chatrules.ChatRules.RuleWish;
import live.onair.filter.FilterAction;
import live.onair.filter.FilterRule;
import live.onair.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Whether a rule can be one. */
final class RuleCheck {

    private static final int MOST = 200;
    private static final int LONGEST_NOTE = 200;

    private RuleCheck() {}

    /** A rule as it is written down. */
    record Checked(
            @Nullable String show, FilterAction action, List<String> words, List<String> expressions, String note) {

        FilterRule as(String id) {
            return new FilterRule(id, action, words, expressions, note);
        }

        /** In a word or two, for the log. */
        String brief() {
            List<String> all = new ArrayList<>(words);
            all.addAll(expressions);
            return String.join(", ", all);
        }
    }

    static Outcome<Checked> of(RuleWish wish) {
        List<String> words = lines(wish.words());
        List<String> expressions = lines(wish.expressions());
        String note = wish.note() == null ? "" : wish.note().strip();
        if (wish.action() == null || wish.action() == FilterAction.ALLOW) {
            return Outcome.refused(ChatRuleRefusal.ACTION.with("field", "action"));
        }
        if (words.isEmpty() && expressions.isEmpty()) {
            return Outcome.refused(ChatRuleRefusal.EMPTY.with("field", "words"));
        }
        if (words.size() + expressions.size() > MOST) {
            return Outcome.refused(ChatRuleRefusal.TOO_MANY.with("max", MOST, "field", "words"));
        }
        if (note.length() > LONGEST_NOTE) {
            return Outcome.refused(ChatRuleRefusal.NOTE.with("field", "note"));
        }
        String show = wish.show() == null || wish.show().isBlank()
                ? null
                : wish.show().strip();
        return readable(new Checked(show, wish.action(), words, expressions, note));
    }

    private static List<String> lines(@Nullable List<String> given) {
        return given == null
                ? List.of()
                : given.stream()
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .distinct()
                        .toList();
    }

    /** Each by itself, to name the one that is wrong. */
    private static Outcome<Checked> readable(Checked rule) {
        for (String word : rule.words()) {
            String why = trouble(new Checked(null, rule.action(), List.of(word), List.of(), ""));
            if (why != null) {
                return Outcome.refused(ChatRuleRefusal.UNREADABLE.with("words", word, "why", why, "field", "words"));
            }
        }
        for (String one : rule.expressions()) {
            String why = trouble(new Checked(null, rule.action(), List.of(), List.of(one), ""));
            if (why != null) {
                return Outcome.refused(
                        ChatRuleRefusal.UNREADABLE.with("words", one, "why", why, "field", "expressions"));
            }
        }
        return Outcome.done(rule);
    }

    private static @Nullable String trouble(Checked one) {
        try {
            one.as("one");
            return null;
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
