package live.onair.filter;

import java.util.Arrays;

/** Signs of a line, as they stand or as they are meant, and where each of them stood. */
final class Signs {

    private char[] signs = new char[256];
    private int[] at = new int[256];
    private int size;
    private boolean meant;

    /** The line as it stands. */
    void read(String text) {
        size = text.length();
        if (size > signs.length) {
            signs = new char[size * 2];
            at = new int[size * 2];
        }
        text.getChars(0, size, signs, 0);
        meant = false;
    }

    /** Begins a line that is told sign by sign. */
    void begin() {
        size = 0;
        meant = true;
    }

    /** The next sign, and where in the text it stood. */
    void add(char sign, int stood) {
        if (size == signs.length) {
            signs = Arrays.copyOf(signs, size * 2);
            at = Arrays.copyOf(at, size * 2);
        }
        signs[size] = sign;
        at[size++] = stood;
    }

    char[] signs() {
        return signs;
    }

    int size() {
        return size;
    }

    int from(int sign) {
        return meant ? at[sign] : sign;
    }

    int to(int sign) {
        return from(sign) + 1;
    }
}
