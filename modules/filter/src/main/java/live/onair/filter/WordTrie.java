package live.onair.filter;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;

/** All words at once: one pass over a line finds each of them. */
final class WordTrie extends AhoCorasickDoubleArrayTrie<Word[]> {

    private static final long serialVersionUID = 1L;

    /** Told of each word whose letters are there. */
    interface Finder {
        /** The letters of these words end before this one. */
        void found(Word[] words, int to);
    }

    /** As the library's own way through, over an array that is longer than the line. */
    void find(char[] letters, int size, Finder finder) {
        int[] bases = base;
        int[] checks = check;
        int state = 0;
        for (int i = 0; i < size; i++) {
            int next = step(bases, checks, state, letters[i]);
            while (next < 0) {
                state = fail[state];
                next = step(bases, checks, state, letters[i]);
            }
            state = next;
            int[] ends = output[state];
            if (ends != null) {
                for (int end : ends) {
                    finder.found(get(end), i + 1);
                }
            }
        }
    }

    private static int step(int[] bases, int[] checks, int state, char letter) {
        int base = bases[state];
        int next = base + letter + 1;
        if (next < checks.length && checks[next] == base) {
            return next;
        }
        return state == 0 ? 0 : -1;
    }
}
