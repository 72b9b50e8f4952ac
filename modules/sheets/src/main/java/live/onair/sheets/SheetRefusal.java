package live.onair.sheets;

import live.onair.kernel.Refusal;

/** Why a table cannot be read. */
public enum SheetRefusal implements Refusal {
    /** Nothing in it. */
    EMPTY(
            "표에 내용이 없습니다. 첫 줄에 열 이름, 다음 줄부터 내용이 있어야 합니다.",
            "The table is empty. It needs a line of column names and lines below it."),
    /** Larger than is read. */
    TOO_LARGE("파일이 너무 큽니다. {most} MB까지 읽습니다.", "The file is too large. Up to {most} MB are read."),
    /** More lines than are read. */
    TOO_LONG("줄이 너무 많습니다. {most}줄까지 읽습니다.", "The table has too many lines. Up to {most} are read."),
    /** More columns than are read. */
    TOO_WIDE("열이 너무 많습니다. {most}열까지 읽습니다.", "The table has too many columns. Up to {most} are read."),
    /** Neither a table as text nor a workbook. */
    UNREADABLE("CSV나 XLSX로 읽을 수 없는 파일입니다.", "This file can be read neither as CSV nor as XLSX."),
    /** Its letters are neither those of UTF-8 nor those of the Korean code page. */
    LETTERS(
            "글자를 읽을 수 없는 곳이 있습니다. 파일을 UTF-8로 다시 저장해 주세요.",
            "Some of its letters cannot be read. Save the file as UTF-8 again."),
    /** A line has more cells than there are names: a comma inside a value, mostly. */
    CELLS_MANY(
            "{line}번째 줄의 칸이 열 이름보다 많습니다. 쉼표가 든 값은 큰따옴표로 감싸 주세요.",
            "Line {line} has more cells than there are columns. Put values that hold a comma into quotes."),
    /** A cell holds more than a spreadsheet keeps in one. */
    CELL_LONG(
            "{line}번째 줄 ‘{column}’ 칸이 너무 깁니다: {length}자. {most}자까지 읽습니다.",
            "Line {line}, column {column} is too long: {length} characters. Up to {most} are read."),
    /** A cell would be computed by a spreadsheet. */
    FORMULA(
            "{line}번째 줄 ‘{column}’ 칸이 수식입니다. 값으로 바꾸어 주세요.",
            "Line {line}, column {column} is a formula. Replace it by its value.");

    private final String ko;
    private final String en;

    SheetRefusal(String ko, String en) {
        this.ko = ko;
        this.en = en;
    }

    @Override
    public String ko() {
        return ko;
    }

    @Override
    public String en() {
        return en;
    }
}
