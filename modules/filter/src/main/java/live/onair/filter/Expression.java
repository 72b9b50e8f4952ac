package live.onair.filter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Regular expressions that cannot run away. */
final class Expression {

    private Expression() {}

    /** Refuses one that cannot be read, or that matches nothing at all, with an {@link IllegalArgumentException}. */
    static Pattern of(String expression) {
        if (expression.isBlank() || expression.length() > FilterRule.LONGEST) {
            throw new IllegalArgumentException("an expression has 1 to " + FilterRule.LONGEST + " letters");
        }
        try {
            Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
            if (pattern.matcher("").find()) {
                throw new IllegalArgumentException("matches every line: " + expression);
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("cannot be read: " + expression + ": " + e.getDescription(), e);
        }
    }
}
