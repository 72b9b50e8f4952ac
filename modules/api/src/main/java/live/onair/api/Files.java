package live.onair.api;

import jakarta.ws.rs.core.Response;
import live.onair.sheets.Sheet;
import live.onair.sheets.Sheets;
import org.jspecify.annotations.Nullable;

/** Tables as files. */
public final class Files {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Files() {}

    /** CSV unless {@code xlsx} is asked for; {@code name} is the file's without its ending. */
    public static Response of(Sheet sheet, @Nullable String format, String name) {
        boolean workbook = "xlsx".equals(format);
        byte[] bytes = workbook ? Sheets.xlsx(sheet, name) : Sheets.csv(sheet);
        return Response.ok(bytes)
                .type(workbook ? XLSX : "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + (workbook ? ".xlsx\"" : ".csv\""))
                .build();
    }
}
