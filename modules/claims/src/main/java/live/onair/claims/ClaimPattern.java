package live.onair.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words in their order: a space joins, {@code ~} leaves room for eight letters of the same sentence, {@code ~~} for thirty,
 * {@code #} is a number, {@code (a|b)} one of them, {@code ?} after it says that it may be missing.
 */
final class ClaimPattern {

    private static final String GAP = "[^\n]{0,8}?";
    private static final String FAR = "[^\n]{0,30}?";
    private static final String PARTICLES = "이가을를은는도의만에";

    private final Pattern pattern;

    private ClaimPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Refuses one that cannot be read with an {@link IllegalArgumentException}. */
    static ClaimPattern of(String words) {
        String plain = words.toLowerCase(java.util.Locale.ROOT).strip();
        if (plain.isEmpty() || plain.startsWith("~") || plain.endsWith("~")) {
            throw new IllegalArgumentException("no words: " + words);
        }
        int head = headEnd(plain);
        return new ClaimPattern(Pattern.compile(
                "(?<head>" + compiled(plain.substring(0, head)) + ")" + compiled(plain.substring(head))));
    }

    /** The first word, with the brackets around it. */
    private static int headEnd(String words) {
        int depth = 0;
        for (int i = 0; i < words.length(); i++) {
            char sign = words.charAt(i);
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (depth == 0 && (sign == ' ' || sign == '~')) {
                return i;
            }
        }
        return words.length();
    }

    private static String compiled(String words) {
        StringBuilder made = new StringBuilder();
        for (char sign : words.replace("~~", "^").toCharArray()) {
            switch (sign) {
                case ' ' -> {}
                case '~' -> made.append(GAP);
                case '^' -> made.append(FAR);
                case '#' -> made.append("[0-9]+");
                case '(' -> made.append("(?:");
                case ')', '|', '?' -> made.append(sign);
                default -> made.append(Pattern.quote(String.valueOf(sign)));
            }
        }
        return made.toString();
    }

    /** Where it stands in a text: from, to. */
    List<int[]> in(Plain text) {
        List<int[]> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text.letters());
        int from = 0;
        while (matcher.find(from)) {
            if (isWord(text, matcher)) {
                found.add(new int[] {matcher.start(), matcher.end()});
                from = matcher.end();
            } else {
                from = matcher.start() + 1;
            }
        }
        return found;
    }

    /** "취미 백 개" holds no 미백: letters that a space tears apart are a word only where a word begins. */
    private static boolean isWord(Plain text, Matcher matcher) {
        int from = matcher.start();
        int to = matcher.end("head");
        if (to == from) {
            return false;
        }
        if (to - from == 1 && !isAlone(text, from)) {
            return false;
        }
        return text.beginsWord(from) || !text.isTorn(from, to);
    }

    /** A word of one letter counts where it stands alone or a particle follows. */
    private static boolean isAlone(Plain text, int letter) {
        int next = letter + 1;
        return text.beginsWord(letter)
                && (next >= text.letters().length()
                        || text.beginsWord(next)
                        || PARTICLES.indexOf(text.letters().charAt(next)) >= 0);
    }
}
