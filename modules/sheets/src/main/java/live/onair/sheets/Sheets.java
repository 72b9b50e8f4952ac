package live.onair.sheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Reads and writes tables. Text is read as UTF-8 with or without a mark, else as MS949, the Korean one; commas,
 * semicolons and tabs are told from each other by the first line. What a spreadsheet would compute is refused on its way
 * in and written as text on its way out.
 */
public final class Sheets {

    /** The largest file that is read, in MB. */
    public static final int MOST_MEGABYTES = 5;

    /** The most lines that are read, without the one of names. */
    public static final int MOST_LINES = 2000;

    /** The longest cell that is read: as much as a spreadsheet keeps in one. */
    public static final int MOST_LETTERS = 32_767;

    static final int MOST_COLUMNS = 60;

    private static final char MARK = '\uFEFF';
    /** First characters by which a spreadsheet takes a cell for a formula (OWASP, CSV injection). */
    private static final String FORMULA = "=+-@\t\r";

    private Sheets() {}

    /** Reads a file of up to {@link #MOST_LINES} lines, whatever it is called. */
    public static Outcome<Sheet> read(byte[] file) {
        return read(file, MOST_LINES);
    }

    /** The same with at most so many lines. */
    public static Outcome<Sheet> read(byte[] file, int most) {
        if (file.length > MOST_MEGABYTES * 1024 * 1024) {
            return Outcome.refused(SheetRefusal.TOO_LARGE.with("most", MOST_MEGABYTES));
        }
        boolean zipped = file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
        if (zipped) {
            return WorkbookReader.lines(file, most).then(lines -> sheet(lines, false));
        }
        for (byte b : file) {
            if (b == 0) {
                return Outcome.refused(SheetRefusal.UNREADABLE.with());
            }
        }
        return Letters.of(file).then(text -> read(text, most));
    }

    /** Reads a table that was pasted, or a decoded file. */
    public static Outcome<Sheet> read(String text) {
        return read(text, MOST_LINES);
    }

    /** The same with at most so many lines. */
    public static Outcome<Sheet> read(String text, int most) {
        if (text.length() > MOST_MEGABYTES * 1024 * 1024) {
            return Outcome.refused(SheetRefusal.TOO_LARGE.with("most", MOST_MEGABYTES));
        }
        String plain = !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(plain))
                .setIgnoreEmptyLines(true)
                .get();
        List<Sheet.Line> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(plain), format)) {
            for (CSVRecord row : parser) {
                lines.add(new Sheet.Line((int) row.getRecordNumber(), row.toList()));
                if (lines.size() > most + 1) {
                    return Outcome.refused(SheetRefusal.TOO_LONG.with("most", most));
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            return Outcome.refused(SheetRefusal.UNREADABLE.with());
        }
        return sheet(lines, true);
    }

    private static char delimiter(String text) {
        String first = text.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {'\t', ';'}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static Outcome<Sheet> sheet(List<Sheet.Line> lines, boolean isText) {
        List<Sheet.Line> filled = lines.stream()
                .filter(l -> l.cells().stream().anyMatch(c -> !c.isBlank()))
                .toList();
        if (filled.size() < 2) {
            return Outcome.refused(SheetRefusal.EMPTY.with());
        }
        List<String> names = filled.get(0).cells().stream().map(String::strip).toList();
        if (names.size() > MOST_COLUMNS) {
            return Outcome.refused(SheetRefusal.TOO_WIDE.with("most", MOST_COLUMNS));
        }
        List<Sheet.Line> body = new ArrayList<>();
        List<Reason> wrong = new ArrayList<>();
        for (Sheet.Line line : filled.subList(1, filled.size())) {
            if (isText
                    && IntStream.range(names.size(), line.cells().size())
                            .anyMatch(i -> !line.cell(i).isEmpty())) {
                wrong.add(SheetRefusal.CELLS_MANY.with("line", line.number()));
            }
            body.add(new Sheet.Line(line.number(), values(line, names, isText, wrong)));
        }
        return wrong.isEmpty() ? Outcome.done(new Sheet(names, body)) : Outcome.refused(wrong);
    }

    private static List<String> values(Sheet.Line line, List<String> names, boolean isText, List<Reason> wrong) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String value = line.cell(i);
            if (value.length() > MOST_LETTERS) {
                wrong.add(SheetRefusal.CELL_LONG.with(
                        "line", line.number(), "column", names.get(i), "most", MOST_LETTERS, "length", value.length()));
            }
            if (isText && isFormula(value)) {
                wrong.add(SheetRefusal.FORMULA.with("line", line.number(), "column", names.get(i)));
            }
            values.add(unquoted(value));
        }
        return values;
    }

    /**
     * Whether a text is meant to be computed by a spreadsheet. A number with a sign is not, nor is prose that begins with a
     * dash or a plus and a blank, as lists and names do.
     */
    public static boolean isFormula(String value) {
        return isComputed(value) && !value.matches("(?s)[+-] .*");
    }

    /** Whether a spreadsheet would try to compute it, whatever it is meant to be. */
    private static boolean isComputed(String value) {
        return !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 && !value.matches("[+-]?[0-9][0-9.,:]*");
    }

    /** The apostrophe by which {@link #csv} has kept a text from being computed. */
    private static String unquoted(String value) {
        return value.length() > 1 && value.charAt(0) == '\'' && isComputed(value.substring(1))
                ? value.substring(1)
                : value;
    }

    private static String harmless(String value) {
        return isComputed(value) ? "'" + value : value;
    }

    /** A CSV file that spreadsheets open in Korean: UTF-8 with a mark, lines with CRLF, nothing that is computed. */
    public static byte[] csv(Sheet sheet) {
        StringBuilder text = new StringBuilder().append(MARK);
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
            printer.printRecord(sheet.columns());
            for (Sheet.Line line : sheet.lines()) {
                printer.printRecord(line.cells().stream().map(Sheets::harmless).toList());
            }
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory could not be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** An XLSX file of texts. */
    public static byte[] xlsx(Sheet sheet, String name) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Onair", "1.0")) {
            Worksheet page = book.newWorksheet(name);
            for (int i = 0; i < sheet.columns().size(); i++) {
                page.value(0, i, sheet.columns().get(i));
                page.style(0, i).bold().set();
            }
            for (int row = 0; row < sheet.lines().size(); row++) {
                Sheet.Line line = sheet.lines().get(row);
                for (int i = 0; i < sheet.columns().size(); i++) {
                    page.value(row + 1, i, line.cell(i));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("a workbook in memory could not be written", e);
        }
        return file.toByteArray();
    }
}
