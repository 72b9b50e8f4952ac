package live.onair.filter;

/** Digits, signs and Latin letters of a line, and what they can be meant as. Used again and again by one thread. */
final class Signs {

    /** How digits and signs beside letters can be meant. */
    enum Sense {
        /** As what they look like. */
        LOOKS,
        /** As what they are called. */
        SOUNDS,
        /** As nothing. */
        NOTHING
    }

    static final Sense[] SENSES = Sense.values();

    private static final char[] LOOKS = table("1ㅣlㅣIㅣ|ㅣ!ㅣ0ㅇoㅇOㅇ2ㄹ7ㄱLㄴEㅌHㅐrㅏkㅏ_ㅡ-ㅡ^ㅅ");
    private static final char[] SOUNDS = table("8팔");
    private static final char[] LATIN = table("0o1i3e4a5s7t8b@a$s!i(c");

    /** Whether each plain sign can be meant as something else at all. */
    private static final boolean[] OPEN = open();

    private final char[] line = new char[ChatFilter.LONGEST];
    private final char[] meant = new char[ChatFilter.LONGEST];
    /** Where those stand that can be meant as something else, and the nearest letters on both sides. */
    private final int[] at = new int[ChatFilter.LONGEST];

    private final char[] left = new char[ChatFilter.LONGEST];
    private final char[] right = new char[ChatFilter.LONGEST];
    private int size;
    private int count;

    /** Of each plain sign the one it is meant as: the second of its pair, or itself. */
    private static char[] table(String pairs) {
        char[] table = new char[128];
        for (char sign = 0; sign < table.length; sign++) {
            table[sign] = sign;
        }
        for (int i = 0; i < pairs.length(); i += 2) {
            table[pairs.charAt(i)] = pairs.charAt(i + 1);
        }
        return table;
    }

    private static boolean[] open() {
        boolean[] open = new boolean[128];
        for (char sign = 0; sign < open.length; sign++) {
            open[sign] = LOOKS[sign] != sign || LATIN[sign] != sign || isDigit(sign) || Keys.isLatin(sign);
        }
        return open;
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    /** Whether digits or Latin letters stand in a word with Korean ones, or digits in a Latin word. */
    static boolean isMixed(char[] line, int size) {
        int before = 0;
        for (int i = 0; i < size; i++) {
            int kind = kind(line[i]);
            if (kind > 0 && before > 0 && kind != before) {
                return true;
            }
            before = kind < 0 ? before : kind;
        }
        return false;
    }

    /** 0 for what ends a word, -1 for what stands in it, else what sort of letter. */
    private static int kind(char sign) {
        char letter = Hangul.isSyllable(sign) ? sign : LetterTable.of(sign);
        if (letter <= LetterTable.SPACE) {
            return letter == LetterTable.SPACE ? 0 : -1;
        }
        return Hangul.isOf(letter) ? 1 : LetterTable.isDigit(letter) ? 2 : 3;
    }

    /** Reads the first so many signs. */
    void read(char[] signs, int number) {
        size = number;
        count = 0;
        System.arraycopy(signs, 0, line, 0, number);
        for (int i = 0; i < number; i++) {
            if (Hangul.isSyllable(signs[i])) {
                continue;
            }
            char sign = LetterTable.plain(signs[i]);
            line[i] = sign;
            if (sign < OPEN.length && OPEN[sign]) {
                left[count] = nearest(signs, number, i, -1);
                right[count] = nearest(signs, number, i, 1);
                at[count++] = i;
            }
        }
        System.arraycopy(line, 0, meant, 0, number);
    }

    /** The next letter of the word on this side that is neither a digit nor a mark; at most three signs away. */
    private static char nearest(char[] signs, int size, int from, int step) {
        for (int i = from + step; i >= 0 && i < size && Math.abs(i - from) <= 3; i += step) {
            char letter = LetterTable.of(signs[i]);
            if (letter == LetterTable.SPACE || letter > LetterTable.SPACE && !LetterTable.isDigit(letter)) {
                return letter;
            }
        }
        return LetterTable.SPACE;
    }

    /** Takes them in one of these ways; says whether there is any that is not as it stands. */
    boolean take(Sense sense) {
        boolean any = false;
        for (int i = 0; i < count; i++) {
            char sign = line[at[i]];
            char other = meant(i, sign, sense);
            meant[at[i]] = other;
            any |= other != sign;
        }
        return any;
    }

    /** The line as it was taken last, one sign for one; what is nothing nobody sees. */
    char[] meant() {
        return meant;
    }

    private char meant(int i, char sign, Sense sense) {
        boolean beside = Hangul.isOf(left[i]) || Hangul.isOf(right[i]);
        return switch (sense) {
            case LOOKS -> beside ? LOOKS[sign] : isInLatin(at[i]) ? LATIN[sign] : sign;
            case SOUNDS -> beside ? SOUNDS[sign] : sign;
            case NOTHING -> isBetween(i) && (isDigit(sign) || Keys.isLatin(sign)) ? LetterTable.NOTHING : sign;
        };
    }

    private boolean isBetween(int i) {
        return Hangul.isSyllable(left[i]) && Hangul.isSyllable(right[i]);
    }

    private boolean isInLatin(int i) {
        return i > 0 && Keys.isLatin(line[i - 1]) || i + 1 < size && Keys.isLatin(line[i + 1]);
    }
}
