package live.onair.filter;

import java.text.Normalizer;

/** Latin letters that Unicode has once more as signs of mathematics, in squares or in rings: 𝓯, 🅵. Each is two signs long. */
final class Styled {

    private static final char MATHEMATICAL = '\uD835';
    private static final char ENCLOSED = '\uD83C';
    /** Letters in brackets, then in squares, in rings that are dark, in squares that are dark: 32 places for each alphabet. */
    private static final int FIRST_ENCLOSED = 0x1F110;

    private static final int LAST_ENCLOSED = 0x1F189;
    /** Stands for the second of the two signs; nobody sees it. */
    private static final char NOTHING = '\u200B';

    private Styled() {}

    /** Whether such a letter can begin with this sign. */
    static boolean isFirst(char sign) {
        return sign == MATHEMATICAL || sign == ENCLOSED;
    }

    /** Makes such letters plain ones; each sign stays where it is. Says whether there was any. */
    static boolean plain(char[] line, int size) {
        boolean any = false;
        for (int i = 0; i + 1 < size; i++) {
            if (isFirst(line[i]) && Character.isLowSurrogate(line[i + 1])) {
                char letter = letter(Character.toCodePoint(line[i], line[i + 1]));
                if (letter != 0) {
                    line[i] = letter;
                    line[i + 1] = NOTHING;
                    any = true;
                }
            }
        }
        return any;
    }

    /** The letter or digit that it is; 0 for what is none. */
    private static char letter(int sign) {
        if (sign >= FIRST_ENCLOSED && sign <= LAST_ENCLOSED) {
            int place = (sign - FIRST_ENCLOSED) % 0x20;
            return place < 26 ? (char) ('a' + place) : 0;
        }
        String plain = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC);
        boolean one = sign >> 10 == 0x1D400 >> 10 && plain.length() == 1;
        return one && Character.isLetterOrDigit(plain.charAt(0)) ? plain.charAt(0) : 0;
    }
}
