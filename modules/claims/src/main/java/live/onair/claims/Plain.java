package live.onair.claims;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text without what hides words: full width, zero width, spaces and signs between letters. Knows where each of its
 * letters stood, and ends sentences with a line break.
 */
final class Plain {

    private final String text;
    private final String letters;
    private final int[] at;
    private final int[] end;

    private Plain(String text, String letters, int[] at, int[] end) {
        this.text = text;
        this.letters = letters;
        this.at = at;
        this.end = end;
    }

    static Plain of(String text) {
        StringBuilder letters = new StringBuilder();
        int[] at = new int[Math.max(16, text.length() * 2)];
        int[] end = new int[at.length];
        for (int i = 0; i < text.length(); ) {
            String whole = composed(text, i, Character.charCount(text.codePointAt(i)));
            String one = Normalizer.normalize(whole, Normalizer.Form.NFKC);
            int taken = whole.length();
            boolean over = endsSentence(text, i);
            for (int k = 0; k < one.length(); k++) {
                char letter = Character.toLowerCase(one.charAt(k));
                if (Character.isLetterOrDigit(letter) || letter == '%' || letter == '+' || over) {
                    if (letters.length() == at.length) {
                        at = Arrays.copyOf(at, at.length * 2);
                        end = Arrays.copyOf(end, end.length * 2);
                    }
                    at[letters.length()] = i;
                    end[letters.length()] = i + taken;
                    letters.append(over ? '\n' : letter);
                }
            }
            i += taken;
        }
        return new Plain(text, letters.toString(), at, end);
    }

    /** Jamo that make one syllable are read together. */
    private static String composed(String text, int from, int size) {
        int to = from + size;
        while (to < text.length() && text.charAt(to) >= '\u1160' && text.charAt(to) <= '\u11FF') {
            to++;
        }
        return text.substring(from, to);
    }

    /** A stop ends a sentence where something other than a letter follows; between letters it hides a word. */
    private static boolean endsSentence(String text, int i) {
        char sign = text.charAt(i);
        if (sign == '\n' || sign == '!' || sign == '?' || sign == '。') {
            return true;
        }
        return sign == '.' && (i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1)));
    }

    String letters() {
        return letters;
    }

    /** Where the letter stood. */
    int from(int letter) {
        return at[letter];
    }

    /** Behind the letter before this one. */
    int to(int letter) {
        return end[letter - 1];
    }

    String words(int from, int to) {
        return text.substring(from(from), to(to));
    }

    /** Whether a word begins with this letter. */
    boolean beginsWord(int letter) {
        return letter == 0 || end[letter - 1] < at[letter] || letters.charAt(letter - 1) == '\n';
    }

    /** Whether a space stands between these letters. */
    boolean isTorn(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (end[i - 1] < at[i] && text.substring(end[i - 1], at[i]).chars().anyMatch(Character::isWhitespace)) {
                return true;
            }
        }
        return false;
    }

    /** The sentence around these letters. */
    String sentence(int from, int to) {
        int begin = letters.lastIndexOf('\n', from) + 1;
        int stop = letters.indexOf('\n', to);
        return letters.substring(begin, stop < 0 ? letters.length() : stop);
    }

    /** What follows in the same sentence. */
    String rest(int to) {
        int stop = letters.indexOf('\n', to);
        return letters.substring(to, stop < 0 ? letters.length() : stop);
    }
}
