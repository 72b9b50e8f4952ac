package live.onair.chatrules;

import static live.onair.chatrules.ChatRuleRefusal.NO_LETTERS;
import static live.onair.chatrules.ChatRuleRefusal.UNREADABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import live.onair.chatrules.ChatRules.RuleWish;
import live.onair.filter.ChatFilter;
import live.onair.filter.FilterAction;
import live.onair.filter.FilterRule;
import live.onair.filter.FilterRules;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
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

    /** Each once, without the space around it. */
    static List<String> lines(@Nullable List<String> given) {
        return given == null
                ? List.of()
                : given.stream()
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .distinct()
                        .toList();
    }

    /** Each by itself where something is wrong, to name which. */
    static Outcome<Checked> readable(Checked rule) {
        return isReady(rule)
                ? Outcome.done(rule)
                : Stream.concat(
                                rule.words().stream().map(word -> refused(rule, word, "words")),
                                rule.expressions().stream().map(one -> refused(rule, one, "expressions")))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(Outcome::<Checked>refused)
                        .orElseGet(() -> Outcome.refused(UNREADABLE.with("words", rule.brief(), "why", "together")));
    }

    private static Optional<Reason> refused(Checked rule, String one, String field) {
        boolean isWord = field.equals("words");
        List<String> here = List.of(one);
        Checked alone = new Checked(null, rule.action(), isWord ? here : List.of(), isWord ? List.of() : here, "");
        try {
            ready(alone.as("one"));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            return Optional.of((why.startsWith("no letters") ? NO_LETTERS : UNREADABLE)
                    .with("words", one, "why", why, "field", field));
        }
    }

    /** Whether lines can be judged by it. */
    static boolean isReady(Checked rule) {
        try {
            ready(rule.as("one"));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Reads it as lines are judged by it: what can be written down is not always what can be looked for. */
    private static ChatFilter ready(FilterRule rule) {
        return new ChatFilter(new FilterRules("check", "2000-01-01", List.of(rule), List.of()));
    }
}
