package live.onair.filter;

/**
 * One variant of a word as it is compared.
 *
 * @param rule place of its rule; {@link #INNOCENT} for a word that means no harm
 * @param spaces one bit for each of its letters before which a space may stand
 * @param begins whether a word must begin with it
 * @param ends whether nothing but a particle may follow
 * @param initials whether it is made of initials only
 * @param typed whether initials count only as they were typed
 */
record Word(int rule, int length, long spaces, boolean begins, boolean ends, boolean initials, boolean typed) {

    static final int INNOCENT = -1;
    /** The rule of what a spoken telephone number begins with. */
    static final int SPOKEN = -2;

    private static final String PARTICLES = "이가은는을를도만야아의들에게나로랑과와임인네냐노라";
    /** What is written beside initials without being one of them. */
    private static final String SOUNDS = "ㅋㅎㄷㅠㅜ";

    boolean isInnocent() {
        return rule == INNOCENT;
    }

    boolean isSpoken() {
        return rule == SPOKEN;
    }

    /** Whether it stands there, and not only its letters. */
    boolean standsAt(Letters line, int from) {
        int to = from + length;
        if (begins && !isEdge(line, from) || ends && !isEnd(line, to)) {
            return false;
        }
        if (initials && (isInitial(line, from - 1, from) || isInitial(line, to, to))) {
            return false;
        }
        return isWhole(line, from, to);
    }

    /** Whether a word begins or ends before this letter. */
    private static boolean isEdge(Letters line, int letter) {
        return letter == 0
                || letter == line.size()
                || line.before(letter) != Letters.JOINED
                || kind(line.at(letter - 1)) != kind(line.at(letter));
    }

    private static boolean isEnd(Letters line, int to) {
        return isEdge(line, to) || PARTICLES.indexOf(line.at(to)) >= 0;
    }

    private static int kind(char letter) {
        return Hangul.isSyllable(letter) ? 0 : Hangul.isJamo(letter) ? 1 : LetterTable.isDigit(letter) ? 2 : 3;
    }

    /** Whether the letter belongs to the initials beside it. */
    private static boolean isInitial(Letters line, int letter, int gap) {
        return letter >= 0
                && letter < line.size()
                && line.before(gap) == Letters.JOINED
                && Hangul.isJamo(line.at(letter))
                && SOUNDS.indexOf(line.at(letter)) < 0;
    }

    /** Spaces may stand where it allows them, or after each of its letters: then it was spaced out. */
    private boolean isWhole(Letters line, int from, int to) {
        boolean spacedOut = line.before(from) != Letters.JOINED;
        int begun = from;
        boolean torn = false;
        for (int i = from + 1; i < to; i++) {
            if (line.before(i) == Letters.SPACED) {
                spacedOut &= i - begun == 1;
                torn |= (spaces >> (i - from) & 1) == 0;
                begun = i;
            }
        }
        return !torn || spacedOut;
    }
}
