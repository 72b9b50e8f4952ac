package live.onair.filter;

import java.util.Arrays;

/** Numbers of words, and the letter behind each. Used again and again by one thread. */
final class Found {

    private long[] all = new long[16];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int word, int to) {
        if (size == all.length) {
            all = Arrays.copyOf(all, size * 2);
        }
        all[size++] = (long) to << Integer.SIZE | word;
    }

    /** In the order in which they end, then of their numbers. */
    void sort() {
        if (size > 1) {
            Arrays.sort(all, 0, size);
        }
    }

    int size() {
        return size;
    }

    int word(int place) {
        return (int) all[place];
    }

    /** The letter behind it. */
    int to(int place) {
        return (int) (all[place] >>> Integer.SIZE);
    }
}
