package live.onair.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * What a line must hold for an expression to match, so that the expression is not tried on all others. Knows letters that
 * stand for themselves, outside of brackets; of what it cannot read it says nothing.
 */
final class Needles {

    private final String expression;
    private final List<String> needles = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private String best = "";

    private Needles(String expression) {
        this.expression = expression;
    }

    /** One of these is in each line that matches, {@link #folded}; none where that is not known. */
    static List<String> of(String expression) {
        Needles needles = new Needles(expression);
        int at = 0;
        while (at >= 0 && at < expression.length()) {
            at = expression.charAt(at) == '|' && needles.endBranch() ? at + 1 : needles.part(at);
        }
        return at >= 0 && needles.endBranch() ? List.copyOf(needles.needles) : List.of();
    }

    /** The line in one case: signs that an expression takes for the same are the same. */
    static String folded(String line) {
        char[] signs = line.toCharArray();
        for (int i = 0; i < signs.length; i++) {
            signs[i] = Hangul.isSyllable(signs[i]) ? signs[i] : Character.toLowerCase(Character.toUpperCase(signs[i]));
        }
        return new String(signs);
    }

    /** Reads a letter, a bracket or what else can be repeated; gives where it ends, -1 where that is not known. */
    private int part(int at) {
        char sign = expression.charAt(at);
        int end = end(at);
        if (end < 0 || end > expression.length()) {
            return -1;
        }
        char letter = expression.charAt(end - 1);
        boolean literal = sign == '\\' ? !Character.isLetterOrDigit(letter) : end == at + 1 && ".^$|".indexOf(sign) < 0;
        char next = end < expression.length() ? expression.charAt(end) : 0;
        if (literal && isPlain(letter) && "?*{".indexOf(next) < 0) {
            run.append(letter);
            if (next != '+') {
                return end;
            }
        }
        endRun();
        return repeated(end, next);
    }

    /** Signs whose other case is no surprise. */
    private static boolean isPlain(char letter) {
        return letter >= ' ' && letter < 0x7F || Hangul.isOf(letter);
    }

    private int end(int at) {
        return switch (expression.charAt(at)) {
            case '|' -> -1;
            case '[' -> classEnd(at);
            case '(' -> groupEnd(at);
            case '\\' -> isKnown(at + 1) ? at + 2 : -1;
            default -> at + 1;
        };
    }

    private boolean isKnown(int at) {
        char sign = at < expression.length() ? expression.charAt(at) : 'Q';
        return !Character.isLetterOrDigit(sign) || "dDsSwWbB".indexOf(sign) >= 0;
    }

    private int classEnd(int from) {
        int at = expression.startsWith("[^", from) ? from + 2 : from + 1;
        for (at++; at <= expression.length(); at++) {
            char before = expression.charAt(at - 1);
            if (before == '\\') {
                at++;
            } else if (before == '[') {
                return -1;
            } else if (before == ']' && at - 1 > from + 1 && !expression.startsWith("[^]", at - 3)) {
                return at;
            }
        }
        return -1;
    }

    private int groupEnd(int from) {
        int at = from + 1;
        while (at >= 0 && at < expression.length() && expression.charAt(at) != ')') {
            at = expression.charAt(at) == '|' ? at + 1 : end(at);
        }
        return at >= 0 && at < expression.length() ? at + 1 : -1;
    }

    /** Where the marks of repetition end. */
    private int repeated(int at, char mark) {
        int end = at;
        if (mark == '{') {
            end = expression.indexOf('}', at) + 1;
            if (end == 0 || !expression.substring(at, end).matches("\\{[0-9]+(,[0-9]*)?}")) {
                return -1;
            }
        } else if (mark == '?' || mark == '*' || mark == '+') {
            end++;
        }
        return end > at && end < expression.length() && expression.charAt(end) == '?' ? end + 1 : end;
    }

    private void endRun() {
        best = run.length() > best.length() ? folded(run.toString()) : best;
        run.setLength(0);
    }

    /** Whether the branch says anything. */
    private boolean endBranch() {
        endRun();
        if (best.isEmpty()) {
            return false;
        }
        needles.add(best);
        best = "";
        return true;
    }
}
