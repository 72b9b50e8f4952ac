package live.onair.filter;

/** Puts syllables that were taken apart together, as a keyboard does; leaves initials (ㅅㅂ) as they are. */
final class Jamo {

    private final Letters letters;
    private char[] signs = new char[64];
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int size;

    Jamo(Letters letters) {
        this.letters = letters;
    }

    /** Reads the signs that begin here; gives where they end. */
    int read(Signs line, int begin, byte gap) {
        size = 0;
        int next = begin;
        int end = begin;
        boolean lonely = isAlone(line, begin);
        while (next < line.size() && size < signs.length - 1) {
            char sign = LetterTable.of(line.signs()[next]);
            if (Hangul.isJamo(sign) && (end == next || !spaced(line, end, next) || lonely && isAlone(line, next))) {
                lonely = lonely && isAlone(line, next);
                take(sign, line.from(next), line.to(next));
                end = ++next;
            } else if (sign <= LetterTable.SPACE && size > 0) {
                next++;
            } else {
                break;
            }
        }
        put(gap);
        return end;
    }

    private static boolean spaced(Signs line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (LetterTable.of(line.signs()[i]) == LetterTable.SPACE) {
                return true;
            }
        }
        return false;
    }

    /** Whether spaces stand on both sides. */
    private static boolean isAlone(Signs line, int at) {
        return (at == 0 || LetterTable.of(line.signs()[at - 1]) <= LetterTable.SPACE)
                && (at + 1 >= line.size() || LetterTable.of(line.signs()[at + 1]) <= LetterTable.SPACE);
    }

    private void take(char sign, int begins, int ends) {
        signs[size] = sign;
        from[size] = begins;
        to[size++] = ends;
    }

    private void put(byte gap) {
        if (size == 1 && gap == Letters.JOINED && isEnd(signs[0]) && letters.endWith(signs[0], to[0])) {
            return;
        }
        byte before = gap;
        for (int i = 0; i < size; ) {
            int next = i;
            if (Hangul.isVowel(signs[i])) {
                next++;
            } else if (Hangul.isOnset(signs[i]) && isVowel(i + 1)) {
                next = syllable(i, before);
                before = Letters.JOINED;
            } else if (Hangul.isOnset(signs[i])) {
                letters.add(signs[i], from[i], to[i], before);
                before = Letters.JOINED;
                next++;
            } else {
                for (char one : Hangul.apart(signs[i]).toCharArray()) {
                    letters.add(one, from[i], to[i], before);
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
    private int syllable(int begin, byte gap) {
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
        letters.add(made, from[begin], to[next - 1], gap);
        return next;
    }
}
