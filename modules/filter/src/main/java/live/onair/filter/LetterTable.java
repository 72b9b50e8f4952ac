package live.onair.filter;

import java.text.Normalizer;

/** What each sign counts as: a letter, a space, something that only stands between letters, or nothing at all. */
final class LetterTable {

    /** Stands between words. */
    static final char SPACE = ' ';
    /** Stands between letters and is none. */
    static final char MARK = 1;
    /** Nobody sees it. */
    static final char NOTHING = 0;

    /** Letters below it are digits and Latin ones. */
    static final char FIRST_OTHER = 0x80;

    /** Looks like the second of each pair; our own choice from what is seen in chats. */
    private static final String ALIKE = "аaеeоoрpсcхxуyіiјjѕsαaοoρpνv" + "口ㅁ囗ㅁ人ㅅ入ㅅ丨ㅣ｜ㅣ一ㅡ匚ㄷ乙ㄹ己ㄹ卜ㅏトㅏㇳㅏスㅈ大ㅊㆍ\1";

    private static final char[] TABLE = table();
    private static final byte[] KINDS = kinds();

    private LetterTable() {}

    static char of(char sign) {
        return TABLE[sign];
    }

    /** Whether the letter is a digit, of whatever script. */
    static boolean isDigit(char letter) {
        return letter <= '9' || letter >= FIRST_OTHER && !Hangul.isOf(letter) && Character.isDigit(letter);
    }

    /** 0 for a syllable, 1 for a space, 2 for all else. */
    static int space(char sign) {
        return KINDS[sign] & 3;
    }

    /** What {@link #space} says in its two low bits, and above them {@link Hangul#openVowel}: one look for both. */
    static int kind(char sign) {
        return KINDS[sign];
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[TABLE.length];
        for (int sign = 0; sign < kinds.length; sign++) {
            int space = Hangul.isSyllable((char) sign) ? 0 : TABLE[sign] == SPACE ? 1 : 2;
            kinds[sign] = (byte) (Hangul.openVowel((char) sign) << 2 | space);
        }
        return kinds;
    }

    /** The sign itself, or the one of ASCII that it is in full width. */
    static char plain(char sign) {
        return sign >= '！' && sign <= '～' ? (char) (sign - '！' + '!') : sign;
    }

    private static char[] table() {
        char[] table = new char[1 << 16];
        for (int sign = 0; sign < table.length; sign++) {
            table[sign] = counted((char) sign);
        }
        for (int i = 0; i < ALIKE.length(); i += 2) {
            table[ALIKE.charAt(i)] = ALIKE.charAt(i + 1);
        }
        return table;
    }

    private static char counted(char sign) {
        if (Hangul.isSyllable(sign) || Hangul.isJamo(sign)) {
            return sign;
        }
        if (isUnseen(sign)) {
            return NOTHING;
        }
        if (Character.isWhitespace(sign) || Character.isSpaceChar(sign)) {
            return SPACE;
        }
        String plain = Normalizer.normalize(String.valueOf(sign), Normalizer.Form.NFKC);
        char first = plain.isEmpty() ? MARK : plain.charAt(0);
        if (plain.length() > 1 && !Character.isLetterOrDigit(first)) {
            first = inner(plain);
        }
        if (first >= '\u1100' && first <= '\u11FF') {
            first = Hangul.compatible(first);
            return first == 0 ? MARK : first;
        }
        return Character.isLetterOrDigit(first) ? Character.toLowerCase(first) : MARK;
    }

    /** The letter in a bracket or a ring. */
    private static char inner(String plain) {
        return (char)
                plain.chars().filter(Character::isLetterOrDigit).findFirst().orElse(MARK);
    }

    private static boolean isUnseen(char sign) {
        int type = Character.getType(sign);
        return type == Character.FORMAT
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.CONTROL && !Character.isWhitespace(sign)
                || sign == '\u115F'
                || sign == '\u1160'
                || sign == '\u3164'
                || sign == '\uFFA0';
    }
}
