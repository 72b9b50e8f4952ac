package live.onair.filter;

/** The other ways a line can be meant. */
final class Readings {

    private static final String LOOKS = "1ㅣlㅣIㅣ|ㅣ!ㅣ0ㅇoㅇOㅇ2ㄹ7ㄱLㄴEㅌHㅐrㅏkㅏ_ㅡ-ㅡ^ㅅ";
    private static final String SOUNDS = "8팔";
    private static final String LATIN = "0o1i3e4a5s7t8b@a$s!i(c";

    private Readings() {}

    private static char ascii(char sign) {
        return sign >= '！' && sign <= '～' ? (char) (sign - '！' + '!') : sign;
    }

    private static boolean isLatin(char sign) {
        return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z';
    }

    private static boolean isHangul(char sign) {
        return Hangul.isSyllable(sign) || Hangul.isJamo(sign);
    }

    // ---- keys ----

    /**
     * Latin words as the keys of a Korean keyboard. Where most of the line is one all of it is read so, else only words that
     * are two syllables or more.
     *
     * @return whether the whole line was
     */
    static boolean keys(String text, Signs into) {
        into.begin();
        int latin = 0;
        int korean = 0;
        for (int i = 0; i < text.length(); ) {
            int end = wordEnd(text, i);
            if (end > i) {
                latin += end - i;
                korean += syllables(text, i, end) > 0 ? end - i : 0;
            }
            i = Math.max(end, i + 1);
        }
        boolean whole = korean * 5 >= latin * 3;
        for (int i = 0; i < text.length(); ) {
            int end = wordEnd(text, i);
            boolean meant = end > i && (whole || syllables(text, i, end) > 1);
            if (end == i) {
                into.add(text.charAt(i), i);
            } else {
                typed(text, i, end, meant, into);
            }
            i = Math.max(end, i + 1);
        }
        return whole;
    }

    private static int wordEnd(String text, int from) {
        int to = from;
        while (to < text.length() && isLatin(ascii(text.charAt(to)))) {
            to++;
        }
        return to;
    }

    private static void typed(String text, int from, int to, boolean meant, Signs into) {
        boolean shouted = isShouted(text, from, to);
        boolean word = meant && to - from > 1;
        for (int i = from; i < to; i++) {
            char key = ascii(text.charAt(i));
            char sign = word ? Hangul.onKey(shouted ? Character.toLowerCase(key) : key) : key;
            into.add(sign, i);
        }
    }

    private static boolean isShouted(String text, int from, int to) {
        return to - from > 1
                && text.substring(from, to).chars().allMatch(key -> Character.isUpperCase(ascii((char) key)));
    }

    /** How many syllables the keys make; 0 if some vowel has nothing before it, or all are consonants. */
    private static int syllables(String text, int from, int to) {
        int made = 0;
        boolean shouted = isShouted(text, from, to);
        char before = 0;
        for (int i = from; i < to; i++) {
            char key = ascii(text.charAt(i));
            char sign = Hangul.onKey(shouted ? Character.toLowerCase(key) : key);
            if (Hangul.isVowel(sign)) {
                boolean second = Hangul.isVowel(before) && Hangul.joined(before, sign) != 0;
                if (!second && !Hangul.isConsonant(before)) {
                    return 0;
                }
                made += second ? 0 : 1;
            }
            before = sign;
        }
        return made;
    }

    // ---- digits and signs ----

    /** How digits and signs beside letters can be meant. */
    enum Sense {
        /** As what they look like. */
        LOOKS,
        /** As what they are called. */
        SOUNDS,
        /** As nothing. */
        NOTHING
    }

    /** Whether digits or Latin letters stand in a word with Korean ones, or digits in a Latin word. */
    static boolean isMixed(String text) {
        int before = 0;
        for (int i = 0; i < text.length(); i++) {
            int kind = kind(LetterTable.of(text.charAt(i)));
            if (kind > 0 && before > 0 && kind != before) {
                return true;
            }
            before = kind < 0 ? before : kind;
        }
        return false;
    }

    /** 0 for what ends a word, -1 for what stands in it, else what sort of letter. */
    private static int kind(char letter) {
        if (letter <= LetterTable.SPACE) {
            return letter == LetterTable.SPACE ? 0 : -1;
        }
        return isHangul(letter) ? 1 : Character.isDigit(letter) ? 2 : 3;
    }

    /** Reads digits and signs beside Korean letters in one of these ways; says whether there was any. */
    static boolean signs(String text, Sense sense, Signs into) {
        into.begin();
        boolean any = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = ascii(text.charAt(i));
            char meant = meant(text, i, sign, sense);
            any |= meant != sign;
            if (meant != 0) {
                into.add(meant, i);
            }
        }
        return any;
    }

    private static char meant(String text, int at, char sign, Sense sense) {
        if (sign == ' ' || isHangul(sign)) {
            return sign;
        }
        boolean digit = sign >= '0' && sign <= '9';
        boolean latin = isLatin(sign);
        boolean korean = isBeside(text, at);
        return switch (sense) {
            case LOOKS -> korean ? in(LOOKS, sign) : isInLatin(text, at) ? in(LATIN, sign) : sign;
            case SOUNDS -> korean && digit ? in(SOUNDS, sign) : sign;
            case NOTHING -> (digit || latin) && isBetween(text, at) ? 0 : sign;
        };
    }

    private static char in(String pairs, char sign) {
        for (int i = 0; i < pairs.length(); i += 2) {
            if (pairs.charAt(i) == sign) {
                return pairs.charAt(i + 1);
            }
        }
        return sign;
    }

    private static boolean isBeside(String text, int at) {
        return isHangul(nearest(text, at, -1)) || isHangul(nearest(text, at, 1));
    }

    private static boolean isBetween(String text, int at) {
        return Hangul.isSyllable(nearest(text, at, -1)) && Hangul.isSyllable(nearest(text, at, 1));
    }

    /** The next letter of the word on this side that is neither a digit nor a mark; at most three signs away. */
    private static char nearest(String text, int at, int step) {
        for (int i = at + step; i >= 0 && i < text.length() && Math.abs(i - at) <= 3; i += step) {
            char letter = LetterTable.of(text.charAt(i));
            if (letter > LetterTable.SPACE && !Character.isDigit(letter)) {
                return letter;
            }
            if (letter == LetterTable.SPACE) {
                return letter;
            }
        }
        return LetterTable.SPACE;
    }

    private static boolean isInLatin(String text, int at) {
        return at > 0 && isLatin(ascii(text.charAt(at - 1)))
                || at + 1 < text.length() && isLatin(ascii(text.charAt(at + 1)));
    }
}
