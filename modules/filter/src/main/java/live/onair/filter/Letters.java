package live.onair.filter;

/**
 * A line without what hides words: width, unseen signs, marks between letters, syllables taken apart, letters said again,
 * vowels drawn out. Knows where each of its letters stood. Used again and again by one thread.
 */
final class Letters {

    /** Nothing stands before the letter. */
    static final int JOINED = 0;
    /** Marks stand before it. */
    static final int MARKED = 1;
    /** A space stands before it, or it is the first. */
    static final int SPACED = 2;

    private static final int PLACE = 15;
    private static final int MASK = (1 << PLACE) - 1;

    private char[] letters = new char[0];
    /** Where each letter begins, where it ends, what stands before it. */
    private int[] places = new int[0];

    private int size;
    /** What stands before the letter that comes next. */
    private int after;

    private int digits;
    private boolean latin;
    private boolean mail;
    private boolean styled;
    private boolean numbered;
    private final Jamo jamo = new Jamo(this);

    /** Reads the first so many signs; what it held before is gone. */
    void read(char[] signs, int count) {
        read(signs, 0, count);
    }

    /** Reads the signs from here to there as if nothing else stood in the line. */
    void read(char[] signs, int begin, int count) {
        begin(count - begin);
        int gap = SPACED;
        for (int i = begin; i < count; ) {
            i = readSyllables(signs, count, i, gap);
            gap = after;
            if (i == count) {
                return;
            }
            char letter = LetterTable.of(signs[i]);
            if (Hangul.isJamo(letter)) {
                i = jamo.read(signs, count, i, gap);
                gap = size == 0 ? SPACED : JOINED;
                continue;
            }
            if (letter > LetterTable.SPACE) {
                count(letter);
                add(letter, i, i + 1, gap);
                gap = JOINED;
            } else {
                pass(signs[i]);
                gap = Math.max(gap, letter == LetterTable.MARK ? MARKED : JOINED);
            }
            i++;
        }
    }

    /**
     * Reads syllables and spaces, the most of a line, and gives where they end. Where the spaces are cannot be foretold, so
     * that a branch would cost more than a letter: a space is written too and then written over.
     */
    private int readSyllables(char[] signs, int count, int from, int before) {
        char[] into = letters;
        int[] stood = places;
        int next = size;
        int gap = before;
        char last = gap == SPACED ? 0 : into[next - 1];
        char drawing = Hangul.drawing(last);
        int i = from;
        for (; i < count && LetterTable.space(signs[i]) <= 1; i++) {
            char sign = signs[i];
            int kind = LetterTable.kind(sign);
            int space = kind & 3;
            if (sign == last || Hangul.draws(drawing, sign)) {
                last = sign == last ? sign : Hangul.drawnOut(last, sign);
                drawing = Hangul.drawing(last);
                goOn(next - 1, last, i + 1);
                gap = JOINED;
                continue;
            }
            into[next] = sign;
            stood[next] = i << PLACE + 2 | i + 1 << 2 | gap;
            next += 1 - space;
            gap = space * SPACED;
            last = (char) (sign & space - 1);
            drawing = Hangul.drawingVowel(kind >> 2);
        }
        size = next;
        after = gap;
        return i;
    }

    /** One sign can be two letters. */
    private void begin(int count) {
        size = 0;
        digits = 0;
        latin = false;
        mail = false;
        styled = false;
        numbered = false;
        if (letters.length <= 2 * count) {
            letters = new char[Math.max(512, 4 * count)];
            places = new int[letters.length];
        }
    }

    /** Passes a sign that is no letter. */
    void pass(char sign) {
        mail |= sign == '@' || sign == '＠';
        styled |= Styled.isFirst(sign);
    }

    private void count(char letter) {
        if (letter >= '0' && letter <= '9') {
            digits++;
            numbered |= size > 0 && PersonalData.STREETS.indexOf(letters[size - 1]) >= 0;
        }
        latin |= letter >= 'a' && letter < LetterTable.FIRST_OTHER;
    }

    /** How many digits there were. */
    int digits() {
        return digits;
    }

    /** Whether there were Latin letters, or others that look like them. */
    boolean isLatin() {
        return latin;
    }

    /** Whether there was an at sign. */
    boolean isMail() {
        return mail;
    }

    /** Whether there may have been letters of two signs. */
    boolean isStyled() {
        return styled;
    }

    /** Whether a digit stood behind what the names of streets and villages end with. */
    boolean isNumbered() {
        return numbered;
    }

    /** Adds a letter, or lets the one before go on. */
    void add(char letter, int begins, int ends, int gap) {
        char last = gap == SPACED ? 0 : letters[size - 1];
        if (last == letter && !LetterTable.isDigit(letter)) {
            goOn(size - 1, letter, ends);
        } else if (Hangul.isDrawnOut(last, letter)) {
            goOn(size - 1, Hangul.drawnOut(last, letter), ends);
        } else {
            put(letter, begins, ends, gap);
        }
    }

    private void put(char letter, int begins, int ends, int gap) {
        letters[size] = letter;
        places[size++] = begins << PLACE + 2 | ends << 2 | gap;
    }

    /** The letter there becomes this one. */
    private void goOn(int at, char letter, int ends) {
        letters[at] = letter;
        places[at] = places[at] & ~(MASK << 2) | ends << 2;
    }

    /** Ends the syllable read last with this sign where it can be ended so; the first of a word stays as it is: 시ㅂ. */
    boolean endWith(char sign, int ends) {
        if (size < 2 || before(size - 1) == SPACED || !Hangul.isSyllable(letters[size - 2])) {
            return false;
        }
        char last = letters[size - 1];
        if (!Hangul.isSyllable(last) || !Hangul.isOpen(last)) {
            return false;
        }
        goOn(size - 1, (char) (last + Hangul.coda(sign)), ends);
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
            if (before(i) == SPACED) {
                return false;
            }
        }
        return true;
    }

    char at(int letter) {
        return letters[letter];
    }

    /** What stands before the letter. */
    int before(int letter) {
        return places[letter] & 3;
    }

    int from(int letter) {
        return places[letter] >>> PLACE + 2;
    }

    int to(int letter) {
        return places[letter] >>> 2 & MASK;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            if (i > 0 && before(i) == SPACED) {
                text.append(' ');
            }
            text.append(letters[i]);
        }
        return text.toString();
    }
}
