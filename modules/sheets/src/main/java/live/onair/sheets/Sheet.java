package live.onair.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import live.onair.kernel.Reason;

/**
 * A table: names of its columns and its lines.
 *
 * @param columns names as they stand in the first line
 * @param lines the others that are not blank
 */
public record Sheet(List<String> columns, List<Line> lines) {

    /** Keeps copies. */
    public Sheet {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /**
     * A line of a table.
     *
     * @param number its number in the file, the line of names is 1
     * @param cells as many as there are columns; empty where there is nothing
     */
    public record Line(int number, List<String> cells) {
        /** Keeps a copy. */
        public Line {
            cells = List.copyOf(cells);
        }

        /** The cell of a column, stripped. */
        public String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
        }
    }

    /** Two tables with the same names in the same order have the same signature: what was mapped once fits again. */
    public String signature() {
        return String.join("\u001f", columns.stream().map(Sheet::plain).toList());
    }

    /**
     * Which column is meant by which field, guessed from names.
     *
     * @param known names of each field, in any writing
     */
    public Map<String, Integer> guess(Map<String, List<String>> known) {
        Map<String, Integer> found = new HashMap<>();
        known.forEach((field, names) -> columnOf(names).ifPresent(column -> found.put(field, column)));
        return found;
    }

    private Optional<Integer> columnOf(List<String> names) {
        for (String name : names) {
            for (int i = 0; i < columns.size(); i++) {
                if (plain(columns.get(i)).equals(plain(name))) {
                    return Optional.of(i);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The lines that are wrong, in the form they came in, each with its reasons in a last column.
     *
     * @param wrong reasons by number of the line
     */
    public Sheet wrong(Map<Integer, List<Reason>> wrong, Locale locale) {
        List<String> names = new ArrayList<>(columns);
        names.add(Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? "Reason" : "사유");
        List<Line> found = new ArrayList<>();
        for (Line line : lines) {
            List<Reason> reasons = wrong.getOrDefault(line.number(), List.of());
            if (!reasons.isEmpty()) {
                List<String> cells = new ArrayList<>(line.cells());
                cells.add(String.join(
                        " / ",
                        reasons.stream().map(reason -> reason.sentence(locale)).toList()));
                found.add(new Line(line.number(), cells));
            }
        }
        return new Sheet(names, found);
    }

    /** Names are the same whatever their case, blanks and underscores. */
    static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-]", "");
    }
}
