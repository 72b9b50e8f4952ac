package live.onair.sheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import live.onair.kernel.Outcome;
import live.onair.kernel.Reason;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Reads the first page of a workbook. */
final class WorkbookReader {

    /** What a workbook may hold once it is unpacked. */
    private static final int MOST_UNPACKED = 20 * Sheets.MOST_MEGABYTES * 1024 * 1024;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private WorkbookReader() {}

    static Outcome<List<Sheet.Line>> lines(byte[] file, int most) {
        if (isTooLargeInside(file)) {
            return Outcome.refused(SheetRefusal.TOO_LARGE.with("most", Sheets.MOST_MEGABYTES));
        }
        List<Sheet.Line> lines = new ArrayList<>();
        List<Reason> wrong = new ArrayList<>();
        try (ReadableWorkbook book =
                        new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            var each = rows.iterator();
            while (each.hasNext()) {
                Row row = each.next();
                lines.add(new Sheet.Line(row.getRowNum(), cells(row, wrong)));
                if (lines.size() > most + 1) {
                    return Outcome.refused(SheetRefusal.TOO_LONG.with("most", most));
                }
            }
        } catch (IOException | RuntimeException e) {
            // the reader answers a broken workbook with whatever breaks first
            return Outcome.refused(SheetRefusal.UNREADABLE.with());
        }
        return wrong.isEmpty() ? Outcome.done(lines) : Outcome.refused(wrong);
    }

    /** Whether a small file unpacks into a large one; what cannot be unpacked is left to the reader. */
    private static boolean isTooLargeInside(byte[] file) {
        byte[] part = new byte[64 * 1024];
        long size = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            while (zip.getNextEntry() != null) {
                for (int n = zip.read(part); n >= 0 && size <= MOST_UNPACKED; n = zip.read(part)) {
                    size += n;
                }
                if (size > MOST_UNPACKED) {
                    return true;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
        return false;
    }

    private static List<String> cells(Row row, List<Reason> wrong) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), Sheets.MOST_COLUMNS + 1); i++) {
            Cell cell = row.getOptionalCell(i).orElse(null);
            if (cell != null && cell.getType() == CellType.FORMULA) {
                wrong.add(SheetRefusal.FORMULA.with("line", row.getRowNum(), "column", i + 1));
            }
            cells.add(cell == null ? "" : text(cell));
        }
        return cells;
    }

    /** Numbers without trailing zeros, moments as people type them. */
    private static String text(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return cell.getRawValue() == null ? "" : cell.getText();
        }
        String format = cell.getDataFormatString();
        boolean moment = format != null && format.matches("(?i).*(yy|d/m|m/d|h:mm).*");
        if (moment) {
            LocalDateTime at = cell.asDate();
            return TIME.format(at);
        }
        BigDecimal number = cell.asNumber();
        return number.stripTrailingZeros().toPlainString();
    }
}
