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
        int latin = 0;
        int korean = 0;
        int longest = 0;
        for (int i = wordBegin(line, 0, size), end; i < size; i = wordBegin(line, end, size)) {
            end = wordEnd(line, i, size);
            int made = syllables(line, i, end);
            latin += end - i;
            korean += made > 0 ? end - i : 0;
            longest = Math.max(longest, made);
        }
        boolean all = korean * 5 >= latin * 3;
        return (all || longest > 1) && type(line, size, into, all) ? all ? Typed.ALL : Typed.WORDS : Typed.NOTHING;
    }

    /** Types all words, or only those of two syllables or more; a single letter stays. Says whether there was any. */
    private static boolean type(char[] line, int size, char[] into, boolean all) {
        System.arraycopy(line, 0, into, 0, size);
        boolean any = false;
        for (int i = wordBegin(line, 0, size), end; i < size; i = wordBegin(line, end, size)) {
            end = wordEnd(line, i, size);
            if (end - i > 1 && (all || syllables(line, i, end) > 1)) {
                boolean shouted = isShouted(line, i, end);
                for (int k = i; k < end; k++) {
                    into[k] = onKey(line[k], shouted);
                }
                any = true;
            }
        }
        return any;
    }

    /** Where the next Latin word begins; the size where there is none. */
    private static int wordBegin(char[] line, int from, int size) {
        int begin = from;
        while (begin < size && (Hangul.isSyllable(line[begin]) || !isLatin(LetterTable.plain(line[begin])))) {
            begin++;
        }
        return begin;
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
