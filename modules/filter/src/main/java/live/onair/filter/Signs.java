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

    /** Stands beside a Korean letter. */
    private static final byte BESIDE = 1;
    /** Stands between two syllables. */
    private static final byte BETWEEN = 2;
    /** Stands beside a Latin letter. */
    private static final byte LATIN_BESIDE = 4;

    private final char[] meant = new char[ChatFilter.LONGEST];
    /** Those that can be meant as something else, where they stand, and what they stand beside. */
    private final char[] open = new char[ChatFilter.LONGEST];

    private final int[] at = new int[ChatFilter.LONGEST];
    private final byte[] beside = new byte[ChatFilter.LONGEST];
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

    /**
     * Reads the first so many signs. Says whether digits or Latin letters stand in a word with Korean ones, or digits in a
     * Latin word: only then they are meant as something else.
     */
    boolean read(char[] signs, int size) {
        if (!find(signs, size)) {
            return false;
        }
        System.arraycopy(signs, 0, meant, 0, size);
        for (int i = 0; i < count; i++) {
            meant[at[i]] = open[i];
            beside[i] = beside(signs, size, at[i]);
        }
        return true;
    }

    /** Finds what can be meant as something else; says whether there is reason to. */
    private boolean find(char[] signs, int size) {
        count = 0;
        boolean mixed = false;
        int before = 0;
        for (int i = 0; i < size; i++) {
            int kind = 1;
            if (!Hangul.isSyllable(signs[i])) {
                kind = kind(LetterTable.of(signs[i]));
                char sign = LetterTable.plain(signs[i]);
                if (sign < OPEN.length && OPEN[sign]) {
                    open[count] = sign;
                    at[count++] = i;
                }
            }
            mixed |= kind > 0 && before > 0 && kind != before;
            before = kind < 0 ? before : kind;
        }
        return mixed;
    }

    /** 0 for what ends a word, -1 for what stands in it, else what sort of letter. */
    private static int kind(char letter) {
        if (letter <= LetterTable.SPACE) {
            return letter == LetterTable.SPACE ? 0 : -1;
        }
        return Hangul.isOf(letter) ? 1 : LetterTable.isDigit(letter) ? 2 : 3;
    }

    private static byte beside(char[] signs, int size, int at) {
        char left = nearest(signs, size, at, -1);
        char right = nearest(signs, size, at, 1);
        boolean latin = at > 0 && isLatin(signs[at - 1]) || at + 1 < size && isLatin(signs[at + 1]);
        return (byte) ((Hangul.isOf(left) || Hangul.isOf(right) ? BESIDE : 0)
                | (Hangul.isSyllable(left) && Hangul.isSyllable(right) ? BETWEEN : 0)
                | (latin ? LATIN_BESIDE : 0));
    }

    private static boolean isLatin(char sign) {
        return Keys.isLatin(LetterTable.plain(sign));
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
            char other = meant(open[i], beside[i], sense);
            meant[at[i]] = other;
            any |= other != open[i];
        }
        return any;
    }

    /** The line as it was taken last, one sign for one; what is nothing nobody sees. */
    char[] meant() {
        return meant;
    }

    private static char meant(char sign, byte beside, Sense sense) {
        return switch (sense) {
            case LOOKS -> (beside & BESIDE) != 0 ? LOOKS[sign] : (beside & LATIN_BESIDE) != 0 ? LATIN[sign] : sign;
            case SOUNDS -> (beside & BESIDE) != 0 ? SOUNDS[sign] : sign;
            case NOTHING ->
                (beside & BETWEEN) != 0 && (isDigit(sign) || Keys.isLatin(sign)) ? LetterTable.NOTHING : sign;
        };
    }
}
