package live.onair.filter;

import java.util.Collection;

/**
 * Parts of a line that no word reaches out of, so that each is read as if it stood alone. One ends at a space between two
 * syllables that are in no word side by side. Immutable.
 */
final class Stretches {

    private static final int BITS = 16;

    /** One bit for each two letters that are side by side in a word, by their hash. */
    private final long[] pairs = new long[1 << BITS - 6];

    /** For words of these letters. */
    Stretches(Collection<String> words) {
        for (String word : words) {
            for (int i = 1; i < word.length(); i++) {
                int pair = pair(word.charAt(i - 1), word.charAt(i));
                pairs[pair >>> 6] |= 1L << pair;
            }
        }
    }

    /** Where the stretch begins in which this sign stands, in a line and in what it may mean; at the least here. */
    int begin(char[] line, char[] meant, int least, int at, int size) {
        int begin = at;
        while (begin > least && !isCut(line, meant, begin, size)) {
            begin--;
        }
        return begin;
    }

    /** Where the stretch ends in which this sign stands. */
    int end(char[] line, char[] meant, int at, int size) {
        int end = at + 1;
        while (end < size && !isCut(line, meant, end, size)) {
            end++;
        }
        return end;
    }

    /** Whether the syllables on both sides of a space are as they were written, stay what they are and are in no word. */
    private boolean isCut(char[] line, char[] meant, int at, int size) {
        if (at < 2 || LetterTable.space(meant[at - 1]) != 1) {
            return false;
        }
        char last = meant[at - 2];
        char first = meant[at];
        return Hangul.isSyllable(last)
                && last == line[at - 2]
                && Hangul.isSyllable(first)
                && first == line[at]
                && (at == 2 || isNew(meant[at - 3], last))
                && (at + 1 == size || isNew(first, meant[at + 1]))
                && !isPair(last, first);
    }

    /** Whether the second is no more of the first: neither the same again nor drawn out. */
    private static boolean isNew(char first, char second) {
        return LetterTable.space(first) <= 1
                && LetterTable.space(second) <= 1
                && first != second
                && !Hangul.isDrawnOut(first, second);
    }

    private boolean isPair(char first, char second) {
        int pair = pair(first, second);
        return (pairs[pair >>> 6] >>> pair & 1) != 0;
    }

    private static int pair(char first, char second) {
        return (first << Character.SIZE | second) * 0x9E3779B1 >>> Integer.SIZE - BITS;
    }
}
