package live.onair.filter;

/** Puts syllables that were taken apart together, as a keyboard does; leaves initials (ㅅㅂ) as they are. */
final class Jamo {

    private final Letters letters;
    private final char[] signs = new char[64];
    private final int[] places = new int[64];
    private int size;

    Jamo(Letters letters) {
        this.letters = letters;
    }

    /** Reads the signs that begin here; gives where they end. */
    int read(char[] line, int count, int begin, int gap) {
        size = 0;
        int next = begin;
        int end = begin;
        boolean lonely = isAlone(line, count, begin);
        while (next < count && size < signs.length - 1) {
            char sign = LetterTable.of(line[next]);
            if (Hangul.isJamo(sign)
                    && (end == next || !spaced(line, end, next) || lonely && isAlone(line, count, next))) {
                lonely = lonely && isAlone(line, count, next);
                take(sign, next);
                end = ++next;
            } else if (sign <= LetterTable.SPACE && size > 0) {
                letters.pass(line[next++]);
            } else {
                break;
            }
        }
        put(gap);
        return end;
    }

    private static boolean spaced(char[] line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (LetterTable.of(line[i]) == LetterTable.SPACE) {
                return true;
            }
        }
        return false;
    }

    /** Whether spaces stand on both sides. */
    private static boolean isAlone(char[] line, int count, int at) {
        return (at == 0 || LetterTable.of(line[at - 1]) <= LetterTable.SPACE)
                && (at + 1 >= count || LetterTable.of(line[at + 1]) <= LetterTable.SPACE);
    }

    private void take(char sign, int at) {
        signs[size] = sign;
        places[size++] = at;
    }

    private void put(int gap) {
        if (size == 1 && gap == Letters.JOINED && isEnd(signs[0]) && letters.endWith(signs[0], places[0] + 1)) {
            return;
        }
        int before = gap;
        for (int i = 0; i < size; ) {
            int next = i;
            if (Hangul.isVowel(signs[i])) {
                next++;
            } else if (Hangul.isOnset(signs[i]) && isVowel(i + 1)) {
                next = syllable(i, before);
                before = Letters.JOINED;
            } else if (Hangul.isOnset(signs[i])) {
                letters.add(signs[i], places[i], places[i] + 1, before);
                before = Letters.JOINED;
                next++;
            } else {
                for (char one : Hangul.apart(signs[i]).toCharArray()) {
                    letters.add(one, places[i], places[i] + 1, before);
                    before = Letters.JOINED;
                }
                next++;
            }
            i = next;
        }
    }

    /** What words are left open with; others are initials or laughter. */
    private static boolean isEnd(char sign) {
        return "ㄴㄹㅁㅇㄱ".indexOf(sign) >= 0;
    }

    private boolean isVowel(int i) {
        return i < size && Hangul.isVowel(signs[i]);
    }

    private boolean isConsonant(int i) {
        return i < size && Hangul.isConsonant(signs[i]);
    }

    /** The syllable that begins here; gives where the next begins. */
    private int syllable(int begin, int gap) {
        int next = begin + 2;
        char vowel = signs[begin + 1];
        char both = isVowel(next) ? Hangul.joined(vowel, signs[next]) : 0;
        if (both != 0) {
            vowel = both;
            next++;
        }
        char made = Hangul.syllable(signs[begin], vowel);
        while (isVowel(next) && signs[next] == signs[next - 1]) {
            next++;
        }
        if (isConsonant(next) && !isVowel(next + 1) && Hangul.coda(signs[next]) > 0) {
            char end = signs[next++];
            char two = isConsonant(next) && !isVowel(next + 1) ? Hangul.joined(end, signs[next]) : 0;
            if (two != 0) {
                end = two;
                next++;
            }
            made += (char) Hangul.coda(end);
        }
        letters.add(made, places[begin], places[next - 1] + 1, gap);
        return next;
    }
}
