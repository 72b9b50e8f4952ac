package live.onair.ui.chatrules;

import java.util.List;
import java.util.stream.Collectors;
import live.onair.chatrules.ChatRules.ReadingStep;
import live.onair.ui.Texts;

/** What rules are called by people, and how a line was read to find their words. */
public final class RuleNames {

    private RuleNames() {}

    /** The name of a rule that comes with the program; of one that is written here its note, else its number. */
    public static String of(String rule, String note) {
        return Texts.find("chatrules.rule." + rule).orElseGet(() -> note.isBlank() ? number(rule) : note);
    }

    private static String number(String rule) {
        return rule.startsWith("own.") ? Texts.of("chatrules.rule.own", rule.substring("own.".length())) : rule;
    }

    /** Each step in a word. */
    static String steps(List<ReadingStep> steps) {
        return steps.stream()
                .map(step -> Texts.of("chatrules.step." + step.name()))
                .collect(Collectors.joining(" + "));
    }
}
