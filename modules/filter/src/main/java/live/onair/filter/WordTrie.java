package live.onair.filter;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words at once: one pass over the letters of a line finds each of them. Most places of a line begin no word, and the first
 * two letters tell: only from the others a way through the tree is looked for. Immutable.
 */
final class WordTrie {

    private static final int NO_NODE = 0;
    private static final int NO_WORD = -1;
    private static final int PAIR_BITS = 17;
    private static final int NODE_BITS = 24;
    /** With the first letter of a word the number of its first node: no way has to be looked for to get there. */
    private static final int FIRST = 1 << NODE_BITS - 1;
    /** Stands in the tree behind a letter that is a word by itself. */
    private static final char ALONE = 0;

    /** One bit for each two letters with which a word begins, by their hash. */
    private final long[] pairs = new long[1 << PAIR_BITS - 6];
    /** One bit for each letter that is a word by itself. */
    private final long[] alone = new long[1 << Character.SIZE - 6];
    /** Ways of the tree, each by its node and its letter, and the node it leads to; 0 where there is none. */
    private final long[] ways;

    private final int shift;
    /** Number of the word that ends at each node. */
    private final int[] words;

    /** Each word's number is its place in the list; none is empty, none stands twice. */
    WordTrie(List<String> all) {
        Map<Long, Integer> tree = new HashMap<>();
        int[] ends = new int[all.size()];
        for (int i = 0; i < ends.length; i++) {
            String word = all.get(i);
            String letters = word.length() == 1 ? word + ALONE : word;
            int node = FIRST | letters.charAt(0);
            for (int k = 1; k < letters.length(); k++) {
                long way = way(node, letters.charAt(k));
                Integer known = tree.putIfAbsent(way, tree.size() + 1);
                node = known == null ? tree.size() : known;
            }
            ends[i] = node;
            begin(word);
        }
        if (tree.size() >= FIRST) {
            throw new IllegalArgumentException("too many words: " + all.size());
        }
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(tree.size()) + 1;
        shift = Long.SIZE - bits;
        ways = new long[1 << bits];
        tree.forEach(this::keep);
        words = new int[tree.size() + 1];
        Arrays.fill(words, NO_WORD);
        for (int i = 0; i < ends.length; i++) {
            words[ends[i]] = i;
        }
    }

    private void begin(String word) {
        if (word.length() == 1) {
            alone[word.charAt(0) >>> 6] |= 1L << word.charAt(0);
        } else {
            int pair = pair(word.charAt(0), word.charAt(1));
            pairs[pair >>> 6] |= 1L << pair;
        }
    }

    private void keep(long way, int node) {
        int at = hash(way);
        while (ways[at] != 0) {
            at = at + 1 & ways.length - 1;
        }
        ways[at] = way << NODE_BITS | node;
    }

    /** Adds every word among the first so many letters. */
    void find(char[] letters, int size, Found into) {
        if (size == 0) {
            return;
        }
        char next = letters[0];
        for (int i = 0; i < size - 1; i++) {
            char letter = next;
            next = letters[i + 1];
            int pair = pair(letter, next);
            if (((pairs[pair >>> 6] >>> pair | alone[letter >>> 6] >>> letter) & 1) != 0) {
                follow(letters, i, size, into);
            }
        }
        if ((alone[next >>> 6] >>> next & 1) != 0) {
            follow(letters, size - 1, size, into);
        }
    }

    private void follow(char[] letters, int from, int size, Found into) {
        char first = letters[from];
        int node = FIRST | first;
        if ((alone[first >>> 6] >>> first & 1) != 0) {
            into.add(words[next(node, ALONE)], from + 1);
        }
        for (int i = from + 1; i < size; i++) {
            node = next(node, letters[i]);
            if (node == NO_NODE) {
                return;
            }
            if (words[node] != NO_WORD) {
                into.add(words[node], i + 1);
            }
        }
    }

    private int next(int node, char letter) {
        long way = way(node, letter);
        int at = hash(way);
        long there = ways[at];
        while (there >>> NODE_BITS != way && there != 0) {
            at = at + 1 & ways.length - 1;
            there = ways[at];
        }
        return (int) there & (1 << NODE_BITS) - 1;
    }

    private static long way(int node, char letter) {
        return (long) node << Character.SIZE | letter;
    }

    private int hash(long way) {
        return (int) (way * 0x9E3779B97F4A7C15L >>> shift);
    }

    private static int pair(char first, char second) {
        return (first << Character.SIZE | second) * 0x9E3779B1 >>> Integer.SIZE - PAIR_BITS;
    }
}
