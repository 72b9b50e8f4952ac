package live.onair.filter;

/** Latin words as the keys of a Korean keyboard. */
final class Keys {

    private Keys() {}

    /** How much of a line was typed on the other keyboard. */
    enum Typed {
        /** None of it. */
        NOTHING,
        /** Some words. */
        WORDS,
        /** All that is Latin. */
        ALL
    }

    /**
     * Reads the first so many signs, one for one. Where most of what is Latin makes syllables all of it is read so, else only
     * words that are two syllables or more.
     */
    static Typed read(char[] line, int size, char[] into) {
        boolean all = isTyped(line, size);
        boolean any = false;
        for (int i = 0; i < size; i++) {
            into[i] = line[i];
            int end = wordEnd(line, i, size);
            if (end - i > 1 && (all || syllables(line, i, end) > 1)) {
                boolean shouted = isShouted(line, i, end);
                for (int k = i; k < end; k++) {
                    into[k] = onKey(line[k], shouted);
                }
                any = true;
                i = end - 1;
            } else if (end > i) {
                System.arraycopy(line, i, into, i, end - i);
                i = end - 1;
            }
        }
        return !any ? Typed.NOTHING : all ? Typed.ALL : Typed.WORDS;
    }

    /** Whether most of what is Latin makes syllables. */
    private static boolean isTyped(char[] line, int size) {
        int latin = 0;
        int korean = 0;
        for (int i = 0; i < size; i++) {
            int end = wordEnd(line, i, size);
            if (end > i) {
                latin += end - i;
                korean += syllables(line, i, end) > 0 ? end - i : 0;
                i = end;
            }
        }
        return korean * 5 >= latin * 3;
    }

    private static int wordEnd(char[] line, int from, int size) {
        int to = from;
        while (to < size && isLatin(LetterTable.plain(line[to]))) {
            to++;
        }
        return to;
    }

    static boolean isLatin(char sign) {
        return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z';
    }

    private static char onKey(char sign, boolean shouted) {
        char key = LetterTable.plain(sign);
        return Hangul.onKey(shouted ? Character.toLowerCase(key) : key);
    }

    /** Whether all of a word of several letters is upper case. */
    private static boolean isShouted(char[] line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (LetterTable.plain(line[i]) > 'Z') {
                return false;
            }
        }
        return to - from > 1;
    }

    /** How many syllables the keys make; 0 if some vowel has nothing before it, or all are consonants. */
    private static int syllables(char[] line, int from, int to) {
        int made = 0;
        boolean shouted = isShouted(line, from, to);
        char before = 0;
        for (int i = from; i < to; i++) {
            char sign = onKey(line[i], shouted);
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
}
