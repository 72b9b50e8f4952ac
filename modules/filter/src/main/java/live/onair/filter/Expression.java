package live.onair.filter;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Regular expressions that cannot run away. */
final class Expression {

    /**
     * Letters whose other case has another one again (Cyrillic ones of Unicode's block 1C80): re2j 1.8 goes round in them for
     * ever when it reads an expression that takes no heed of case.
     */
    private static final int FIRST_ENDLESS = 0x1C80;

    private static final int LAST_ENDLESS = 0x1C88;
    /** Every letter there is: that range re2j takes as it is. */
    private static final int LAST = 0x10FFFF;
    /** A letter, or its number, and where a range begins with it the last one. */
    private static final java.util.regex.Pattern LETTERS = java.util.regex.Pattern.compile(
            "(?s)(\\\\x\\{\\p{XDigit}{1,6}\\}|\\\\x\\p{XDigit}{2}|\\\\.|.)(?:-(\\\\x\\{\\p{XDigit}{1,6}\\}|\\\\x\\p{XDigit}{2}|\\\\.|[^\\]]))?");

    private Expression() {}

    /** Refuses one that cannot be read, or that matches nothing at all, with an {@link IllegalArgumentException}. */
    static Pattern of(String expression) {
        if (expression.isBlank() || expression.length() > FilterRule.LONGEST) {
            throw new IllegalArgumentException("an expression has 1 to " + FilterRule.LONGEST + " letters");
        }
        if (isEndless(expression)) {
            throw new IllegalArgumentException(
                    "cannot be read: " + expression + ": letters from \\x{1C80} to \\x{1C88} in it");
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

    private static boolean isEndless(String expression) {
        java.util.regex.Matcher letters = LETTERS.matcher(expression);
        while (letters.find()) {
            int first = letter(letters.group(1));
            int last = letters.group(2) == null ? first : letter(letters.group(2));
            if (first <= LAST_ENDLESS && last >= FIRST_ENDLESS && (first > 0 || last < LAST)) {
                return true;
            }
        }
        return false;
    }

    private static int letter(String word) {
        if (word.startsWith("\\x{")) {
            return Integer.parseInt(word.substring(3, word.length() - 1), 16);
        }
        return word.startsWith("\\x") && word.length() == 4
                ? Integer.parseInt(word.substring(2), 16)
                : word.codePointBefore(word.length());
    }
}
