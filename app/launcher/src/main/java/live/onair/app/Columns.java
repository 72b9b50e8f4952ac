package live.onair.app;

import java.util.ArrayList;
import java.util.List;

/** Rows under each other, aligned on a terminal where a Korean letter is two columns wide. */
final class Columns {

    private static final String BETWEEN = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    Columns row(String... cells) {
        rows.add(List.of(cells).stream().map(Columns::plain).toList());
        return this;
    }

    /** The lines; the last column is not filled up. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i));
                if (i < row.size() - 1) {
                    line.append(" ".repeat(widest(i) - width(row.get(i)))).append(BETWEEN);
                }
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private int widest(int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> width(row.get(column)))
                .max()
                .orElse(0);
    }

    /** Without anything that a terminal would obey: titles are written by others. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u202a-\\u202e\\u2066-\\u2069]+", " ");
    }

    /** How many columns of a terminal it takes. */
    static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int letter) {
        int type = Character.getType(letter);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(letter) ? 2 : 1;
    }

    private static boolean isWide(int letter) {
        return letter >= 0x1100 && letter <= 0x115f
                || letter >= 0x2e80 && letter <= 0xa4cf && letter != 0x303f
                || letter >= 0xa960 && letter <= 0xa97c
                || letter >= 0xac00 && letter <= 0xd7a3
                || letter >= 0xf900 && letter <= 0xfaff
                || letter >= 0xfe30 && letter <= 0xfe6f
                || letter >= 0xff00 && letter <= 0xff60
                || letter >= 0xffe0 && letter <= 0xffe6
                || letter >= 0x1f300 && letter <= 0x1faff
                || letter >= 0x20000 && letter <= 0x3fffd;
    }
}
