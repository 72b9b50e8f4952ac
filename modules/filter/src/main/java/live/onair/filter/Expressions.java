package live.onair.filter;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import live.onair.filter.FilterHit.Reading;

/** The expressions of a pack, in the order of its rules. */
final class Expressions {

    private record Named(FilterRule rule, Pattern pattern, List<String> needles) {}

    private final List<Named> all = new ArrayList<>();

    Expressions(List<FilterRule> rules) {
        for (FilterRule rule : rules) {
            for (String expression : rule.expressions()) {
                all.add(new Named(rule, Expression.of(expression), Needles.of(expression)));
            }
        }
    }

    /** Adds what they find in the line. */
    void find(String line, Hits hits) {
        if (all.isEmpty()) {
            return;
        }
        String folded = Needles.folded(line);
        for (Named one : all) {
            if (isPossible(folded, one.needles())) {
                Matcher matcher = one.pattern().matcher(line);
                while (matcher.find()) {
                    hits.add(one.rule(), matcher.start(), matcher.end(), Reading.PLAIN);
                }
            }
        }
    }

    private static boolean isPossible(String folded, List<String> needles) {
        for (String needle : needles) {
            if (folded.contains(needle)) {
                return true;
            }
        }
        return needles.isEmpty();
    }
}
