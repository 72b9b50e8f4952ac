package live.onair.filter;

import java.util.Arrays;

/**
 * A line without what hides words: width, unseen signs, marks between letters, syllables taken apart, letters said again,
 * vowels drawn out. Knows where each of its letters stood. Used again and again by one thread.
 */
final class Letters {

    /** Nothing stands before the letter. */
    static final byte JOINED = 0;
    /** Marks stand before it. */
    static final byte MARKED = 1;
    /** A space stands before it, or it is the first. */
    static final byte SPACED = 2;

    /** There were digits. */
    static final int DIGITS = 1;
    /** There were Latin letters, or others that look like them. */
    static final int LATIN = 2;

    private static final char FIRST_OTHER = 0x80;

    private char[] letters = new char[256];
    private int[] from = new int[256];
    private int[] to = new int[256];
    private byte[] before = new byte[256];
    private int size;
    private int seen;
    private final Jamo jamo = new Jamo(this);

    /** Reads a line; what it held before is gone. */
    void read(Signs line) {
        size = 0;
        seen = 0;
        char[] signs = line.signs();
        int count = line.size();
        byte gap = SPACED;
        for (int i = 0; i < count; i++) {
            char letter = LetterTable.of(signs[i]);
            if (letter <= LetterTable.SPACE) {
                gap = letter == LetterTable.SPACE ? SPACED : letter == LetterTable.MARK && gap == JOINED ? MARKED : gap;
            } else if (Hangul.isJamo(letter)) {
                i = jamo.read(line, i, gap) - 1;
                gap = JOINED;
            } else {
                seen |= letter < FIRST_OTHER ? letter <= '9' ? DIGITS : LATIN : 0;
                add(letter, line.from(i), line.to(i), gap);
                gap = JOINED;
            }
        }
    }

    /** Whether there were digits or Latin letters. */
    int seen() {
        return seen;
    }

    /** Adds a letter, or lets the one before go on. */
    void add(char letter, int begins, int ends, byte gap) {
        if (size > 0 && gap != SPACED) {
            char last = letters[size - 1];
            char whole = last == letter && !Character.isDigit(letter) ? letter : Hangul.drawnOut(last, letter);
            if (whole != 0) {
                letters[size - 1] = whole;
                to[size - 1] = ends;
                return;
            }
        }
        if (size == letters.length) {
            grow();
        }
        letters[size] = letter;
        from[size] = begins;
        to[size] = ends;
        before[size++] = size == 1 ? SPACED : gap;
    }

    private void grow() {
        letters = Arrays.copyOf(letters, size * 2);
        from = Arrays.copyOf(from, size * 2);
        to = Arrays.copyOf(to, size * 2);
        before = Arrays.copyOf(before, size * 2);
    }

    /** Ends the syllable read last with this sign where it can be ended so; the first of a word stays as it is: 시ㅂ. */
    boolean endWith(char sign, int ends) {
        if (size < 2 || before[size - 1] == SPACED || !Hangul.isSyllable(letters[size - 2])) {
            return false;
        }
        if (!Hangul.isSyllable(letters[size - 1]) || !Hangul.isOpen(letters[size - 1])) {
            return false;
        }
        letters[size - 1] += (char) Hangul.coda(sign);
        to[size - 1] = ends;
        return true;
    }

    int size() {
        return size;
    }

    /** The letters in their array; only the first {@link #size} are of this line. */
    char[] array() {
        return letters;
    }

    /** Whether no space stands between these letters. */
    boolean areTogether(int begin, int end) {
        for (int i = begin + 1; i < end; i++) {
            if (before[i] == SPACED) {
                return false;
            }
        }
        return true;
    }

    char at(int letter) {
        return letters[letter];
    }

    byte before(int letter) {
        return before[letter];
    }

    int from(int letter) {
        return from[letter];
    }

    int to(int letter) {
        return to[letter];
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            if (i > 0 && before[i] == SPACED) {
                text.append(' ');
            }
            text.append(letters[i]);
        }
        return text.toString();
    }
}
