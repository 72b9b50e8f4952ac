package live.onair.filter;

import java.util.List;

/**
 * One rule: words in the writing of {@link WordPattern}, or expressions.
 *
 * @param id names it
 * @param action what becomes of a line that holds one of them; not {@link FilterAction#ALLOW}
 * @param words words and their variants
 * @param expressions regular expressions in the syntax of RE2, which take linear time; compared with the line as it stands,
 *     upper and lower case alike
 * @param note what it is for
 */
public record FilterRule(String id, FilterAction action, List<String> words, List<String> expressions, String note) {

    /** The most letters of a word or an expression. */
    public static final int LONGEST = 200;

    /** Refuses what cannot be read. */
    public FilterRule {
        words = List.copyOf(words);
        expressions = List.copyOf(expressions);
        if (action == FilterAction.ALLOW) {
            throw new IllegalArgumentException(id + ": a rule allows nothing; write what is innocent instead");
        }
        if (words.isEmpty() && expressions.isEmpty()) {
            throw new IllegalArgumentException(id + ": no words");
        }
        words.forEach(WordPattern::of);
        expressions.forEach(Expression::of);
    }
}
